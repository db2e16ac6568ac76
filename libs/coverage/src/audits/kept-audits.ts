import type { RollUp } from '../domain/roll-up.js';
import type { Verdicts } from '../domain/audit-state.js';
import type { RequiredRates } from '../target-values/target-values.service.js';

/** An audited city at one moment, with the fact version that it rests on. Nobody changes it: renewing makes another. */
export interface Audited {
  readonly state: Verdicts;
  readonly rollUp: RollUp;
  readonly factVersion: string;
  /** The rates asked of areas, as they stood at that version. */
  readonly required: RequiredRates;
  /** Answers already worked out for this audit, by question. */
  readonly answers: Map<string, string>;
}

/** How much is kept in memory over all cities and moments. */
export interface Bounds {
  readonly moments: number;
  /** Compounds and areas together: some 150 bytes each, so two moments of a large province or many of a city. */
  readonly subjects: number;
}

const BOUNDS: Bounds = { moments: 24, subjects: 800_000 };

interface Kept {
  readonly audited: Promise<Audited>;
  /** What it holds; 0 while it is being made. */
  subjects: number;
}

/** Audits by moment, also those still being made; what was asked for least lately goes first. */
export class KeptAudits {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly bounds: Bounds = BOUNDS) {}

  /** The audit of a moment; asking for it makes it the newest. */
  get(key: string): Promise<Audited> | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.audited;
  }

  /** Keeps an audit that is being made, in place of an older one of its moment; one that fails is forgotten. */
  keep(key: string, audited: Promise<Audited>): void {
    const kept: Kept = { audited, subjects: 0 };
    this.kept.delete(key);
    this.kept.set(key, kept);
    audited.then(
      ({ state }) => {
        kept.subjects = state.ids.length + state.areas.nodes.length;
        this.shrink();
      },
      () => {
        if (this.kept.get(key) === kept) this.kept.delete(key);
      },
    );
    this.shrink();
  }

  /** The newest stays in any case: whoever asked for it is about to read it again. */
  private shrink(): void {
    let subjects = 0;
    for (const kept of this.kept.values()) subjects += kept.subjects;
    for (const [key, kept] of this.kept) {
      const isTooMuch = this.kept.size > this.bounds.moments || subjects > this.bounds.subjects;
      if (!isTooMuch || this.kept.size === 1) return;
      this.kept.delete(key);
      subjects -= kept.subjects;
    }
  }
}

import type { Day } from '#libs/kernel';
import type { AreaIndex } from './area-index.js';
import { pack } from './counts.js';
import type { CompanyFacts, CompoundFacts } from './facts.js';
import type { Thresholds } from './thresholds.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts, type Verdict } from './verdict.js';

/** The four targets that are judged per compound, in the order in which they are kept. */
export const COMPOUND_TARGETS = ['C1', 'C2', 'C3', 'C4B'] as const;

type CompoundTarget = (typeof COMPOUND_TARGETS)[number];

/** Far enough away to mean "never by itself". */
const NEVER: Day = '9999-12-31';

function isSameVerdict(a: Verdict, b: Verdict): boolean {
  return pack(a) === pack(b) && a.nextChangeOn === b.nextChangeOn;
}

/**
 * The verdicts of a whole city on one day, small enough for a province: per compound its node, one packed number per
 * target, its company, and the day on which it changes by itself. Reasons are made again when somebody asks for them.
 */
export class AuditState {
  readonly ids: string[] = [];
  readonly nodes: number[] = [];
  readonly packed: number[] = [];
  readonly companies: (readonly string[])[] = [];
  readonly changesOn: Day[] = [];
  private readonly places = new Map<string, number>();
  private readonly companyVerdicts = new Map<string, Verdict>();
  private companyFacts: ReadonlyMap<string, CompanyFacts>;

  constructor(
    readonly areas: AreaIndex,
    private today: Thresholds,
    companies: readonly CompanyFacts[],
  ) {
    this.companyFacts = new Map(companies.map((company) => [company.id, company]));
  }

  /** The day as of which the verdicts stand, with its thresholds. */
  get on(): Thresholds {
    return this.today;
  }

  /** The C4A verdict on a company; a company nobody told anything of has no party organisation. */
  company(id: string): Verdict {
    let verdict = this.companyVerdicts.get(id);
    if (!verdict) {
      verdict = judgeCompany(this.companyFacts.get(id) ?? { id, party: [], partyClaims: [] }, this.today);
      this.companyVerdicts.set(id, verdict);
    }
    return verdict;
  }

  /** Takes new facts of the companies. @returns the compounds of companies whose verdict came out otherwise */
  renewCompanies(companies: readonly CompanyFacts[]): readonly string[] {
    const before = new Map(this.companyVerdicts);
    this.companyFacts = new Map(companies.map((company) => [company.id, company]));
    this.companyVerdicts.clear();
    const changed = new Set(
      [...before].filter(([id, verdict]) => !isSameVerdict(verdict, this.company(id))).map(([id]) => id),
    );
    return changed.size === 0
      ? []
      : this.ids.filter((_, place) => this.companies[place]?.some((id) => changed.has(id)));
  }

  /** Judges one compound with every reason, without keeping it. */
  judge(facts: CompoundFacts): CompoundVerdicts {
    return judgeCompound(facts, (id) => this.company(id), this.today);
  }

  /** Judges compounds and keeps their verdicts; one that was kept before is replaced. */
  take(compounds: Iterable<CompoundFacts>): void {
    for (const facts of compounds) this.keep(facts, this.judge(facts));
  }

  /** Forgets compounds that are no longer in use. */
  drop(ids: Iterable<string>): void {
    for (const id of ids) {
      const place = this.places.get(id);
      if (place === undefined) continue;
      const last = this.ids.length - 1;
      if (place !== last) this.move(last, place);
      this.ids.pop();
      this.nodes.pop();
      this.companies.pop();
      this.changesOn.pop();
      this.packed.length -= COMPOUND_TARGETS.length;
      this.places.delete(id);
    }
  }

  /** The number of the node at which a compound is counted; the city when it is not kept. */
  nodeOf(id: string): number {
    return this.nodes[this.places.get(id) ?? -1] ?? 0;
  }

  placeOf(id: string): number | undefined {
    return this.places.get(id);
  }

  /** The compounds whose verdicts may differ on a later day without any new fact. */
  dueBy(day: Day): readonly string[] {
    return this.ids.filter((_, place) => (this.changesOn[place] as Day) <= day);
  }

  /**
   * Moves on to a later day on which the tree of areas is the same: who is not due by then stands as before.
   * @param due the facts of those that `dueBy` named, as of the new day; one left out is no longer in use
   */
  advance(on: Thresholds, due: readonly CompoundFacts[]): void {
    const named = this.dueBy(on.asOf);
    this.today = on;
    for (const [id, { nextChangeOn }] of this.companyVerdicts) {
      if (nextChangeOn !== null && nextChangeOn <= on.asOf) this.companyVerdicts.delete(id);
    }
    const alive = new Set(due.map((facts) => facts.id));
    this.drop(named.filter((id) => !alive.has(id)));
    this.take(due);
  }

  private keep(facts: CompoundFacts, verdicts: CompoundVerdicts): void {
    let place = this.places.get(facts.id);
    if (place === undefined) {
      place = this.ids.length;
      this.places.set(facts.id, place);
      this.ids.push(facts.id);
    }
    this.nodes[place] = (facts.areaId === null ? 0 : this.areas.numberOf.get(facts.areaId)) ?? 0;
    this.companies[place] = verdicts.companyIds;
    let next = facts.validTo ?? NEVER;
    for (let n = 0; n < COMPOUND_TARGETS.length; n += 1) {
      const verdict = verdicts[COMPOUND_TARGETS[n] as CompoundTarget];
      this.packed[place * COMPOUND_TARGETS.length + n] = pack(verdict);
      if (verdict.nextChangeOn !== null && verdict.nextChangeOn < next) next = verdict.nextChangeOn;
    }
    this.changesOn[place] = next;
  }

  private move(from: number, to: number): void {
    this.ids[to] = this.ids[from] as string;
    this.nodes[to] = this.nodes[from] as number;
    this.companies[to] = this.companies[from] as readonly string[];
    this.changesOn[to] = this.changesOn[from] as Day;
    const size = COMPOUND_TARGETS.length;
    for (let n = 0; n < size; n += 1) this.packed[to * size + n] = this.packed[from * size + n] as number;
    this.places.set(this.ids[to], to);
  }
}

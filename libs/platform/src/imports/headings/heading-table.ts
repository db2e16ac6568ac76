import type { ImportColumns } from '../rows/import-columns.js';
import { KEY_HEADING } from '../reading/raw-table.js';
import { normaliseHeading } from './normalise-heading.js';

/** What a heading means. `rank` 0 is a proper heading; higher ones serve only where no better is there. */
export interface HeadingMatch {
  readonly field: string;
  readonly rank: number;
  /** The unit named in the heading, for cells that name none. */
  readonly unit: string;
}

const LAST_RANK = 1000;

/** Knows which heading means which field of one kind of list. */
export class HeadingTable {
  private readonly meanings = new Map<string, { field: string; rank: number }>();

  /** @param keyField the field that the key of a JSON object of objects gives where nothing else does */
  constructor(
    readonly columns: ImportColumns,
    keyField?: string,
  ) {
    if (keyField !== undefined) this.meanings.set(KEY_HEADING, { field: keyField, rank: LAST_RANK });
    for (const [field, column] of Object.entries(columns)) {
      const proper = [column.label.zh, column.label.en, field, ...(column.synonyms ?? [])];
      for (const heading of proper) this.add(heading, field, 0);
    }
    for (const [field, column] of Object.entries(columns)) {
      column.fallbacks?.forEach((heading, at) => this.add(heading, field, at + 1));
    }
  }

  match(heading: string): HeadingMatch | null {
    const { key, bare, unit } = normaliseHeading(heading);
    const meaning = this.meanings.get(key) ?? this.meanings.get(bare);
    return meaning ? { ...meaning, unit } : null;
  }

  /** The labels that people should use, for refusals. */
  labels(onlyRequired = false): string[] {
    const shown = Object.values(this.columns).filter((column) => !onlyRequired || column.required);
    return shown.map((column) => column.label.zh);
  }

  private add(heading: string, field: string, rank: number): void {
    const { key } = normaliseHeading(heading);
    const known = this.meanings.get(key);
    if (known && known.field !== field && rank === 0) {
      throw new Error(`the heading "${heading}" would mean both ${known.field} and ${field}`);
    }
    if (!known) this.meanings.set(key, { field, rank });
  }
}

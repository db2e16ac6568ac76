import type { Bilingual, CellType } from '../cells/cell-type.js';

/** One column that a kind of list may have. */
export interface ImportColumn<T = unknown> {
  /** Heading in templates and reports; both languages are understood as headings. */
  readonly label: Bilingual;
  readonly type: CellType<T>;
  /** Other headings of the same meaning. Two of them in one file make it ambiguous, and it is refused. */
  readonly synonyms?: readonly string[];
  /** Headings taken only where no better one is there, in this order; otherwise kept as unmatched columns. */
  readonly fallbacks?: readonly string[];
  /** A row without it is rejected, and so is a file without the column. */
  readonly required?: boolean;
  /** What a cell that cannot be understood does: reject its row (the default), or count as nothing, with a warning. */
  readonly unreadable?: 'rejects' | 'warns';
  /** Personal data: reports name the cell, and never quote what stands in it. */
  readonly personal?: boolean;
  /** Explanation on the template's notes sheet. */
  readonly note?: Bilingual;
  /** What the template's example row shows. */
  readonly example?: string;
}

/** The columns of a kind by field; the order is that of the template. */
export type ImportColumns = Readonly<Record<string, ImportColumn>>;

/** A row's values by field: null where nothing is said, never null where the column is required. */
export type RowOf<C extends ImportColumns> = {
  readonly [F in keyof C]: C[F] extends ImportColumn<infer T>
    ? C[F] extends { required: true }
      ? T
      : T | null
    : never;
};

/** Declares columns so that the type of each row follows from them. */
export function defineColumns<const C extends ImportColumns>(columns: C): C {
  return columns;
}

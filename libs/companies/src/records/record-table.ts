import type { RecordValues } from '../domain/rows/record-plan.js';

/** A table whose rows are corrections of records: its own columns, and the table that links it to compounds. */
export interface RecordTable<V extends RecordValues> {
  readonly name: string;
  /** Type in PostgreSQL of each column, by the name of the value. */
  readonly columns: Readonly<Record<keyof V & string, 'text' | 'uuid' | 'date' | 'int'>>;
  /** The compounds that a row speaks of, in a table of their own; null where the row itself names its subject. */
  readonly links: { readonly name: string; readonly owner: string } | null;
  /** The value that names the subject, where there are no links. */
  readonly subject: (keyof V & string) | null;
  /** The keys by which rows of lists find the record. */
  keysOf(values: V, links: readonly string[]): string[];
}

/** The columns that every document has; see {@link DocumentColumns}. */
export const DOCUMENT_COLUMN_TYPES = {
  documentNumber: 'text',
  issuingBody: 'text',
  issuedOn: 'date',
  effectiveFrom: 'date',
  effectiveTo: 'date',
  filedOn: 'date',
} as const;

/** The column of a value: `documentNumber` is kept in `document_number`. */
export function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Pairs of column and type, in the order in which statements name them. */
export function columnsOf<V extends RecordValues>(
  table: RecordTable<V>,
): readonly (readonly [keyof V & string, string, string])[] {
  const entries = Object.entries(table.columns) as [keyof V & string, string][];
  return entries.map(([key, type]) => [key, columnOf(key), type] as const);
}

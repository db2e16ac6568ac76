import { DOCUMENT_PART_WORDS, type Standing } from './evidence.js';

/** What is wrong, or worth a look, with one row of a list; texts live in the contexts' catalogues under `code`. */
export interface RowIssue {
  readonly severity: 'rejected' | 'warning' | 'duplicate';
  readonly row: number;
  readonly code: string;
  /** The column's key, or null when the row as a whole is meant. */
  readonly column: string | null;
  readonly value: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

type About = { column?: string; value?: string | null; params?: Readonly<Record<string, string | number>> };

function issue(severity: RowIssue['severity'], row: number, code: string, about: About): RowIssue {
  return { severity, row, code, column: about.column ?? null, value: about.value ?? null, params: about.params ?? {} };
}

/** The row is left out. */
export function rejected(row: number, code: string, about: About = {}): RowIssue {
  return issue('rejected', row, code, about);
}

/** The row is taken, and people should look at it. */
export function warned(row: number, code: string, about: About = {}): RowIssue {
  return issue('warning', row, code, about);
}

/** The row says again what an earlier row of the same list says; it is taken and changes nothing. */
export function repeated(row: number, firstRow: number): RowIssue {
  return issue('duplicate', row, 'record.repeated', { params: { firstRow } });
}

/** The row says something else about the record of an earlier row of the same list. */
export function contradicting(row: number, firstRow: number): RowIssue {
  return issue('rejected', row, 'record.contradicts-row', { params: { firstRow } });
}

/** Says what a paper lacks to be evidence; a row that names no paper at all is told nothing. */
export function onlyAClaim(row: number, standing: Standing): RowIssue[] {
  if (!standing.isPartial) return [];
  const missing = standing.missing.map((part) => DOCUMENT_PART_WORDS[part]).join('、');
  return [warned(row, 'record.only-a-claim', { column: standing.missing[0] ?? 'to', params: { missing } })];
}

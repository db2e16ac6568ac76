import { DomainError } from '#libs/kernel';
import { KEY_HEADING } from '../reading/raw-table.js';
import type { HeadingLine } from './find-headings.js';
import type { HeadingMatch, HeadingTable } from './heading-table.js';

/** What the error workbook adds for people to read; sent back with the mended rows, it is not part of the list. */
export const ERROR_HEADING = '错误';
export const FIX_HEADING = '怎么改';
const NEVER_EXTRA = new Set([ERROR_HEADING, FIX_HEADING, KEY_HEADING]);

/** Which column of the file is which field, and what the rest is called. */
export interface HeadingLayout {
  /** Field → column index and unit, for the fields that the file has. */
  readonly fields: ReadonlyMap<string, { readonly column: number; readonly unit: string; readonly heading: string }>;
  /** Columns that no field is known for, with a name of their own each. */
  readonly extra: readonly { readonly column: number; readonly name: string }[];
  /** All headings as written, by column. */
  readonly headings: readonly string[];
  readonly firstRow: number;
  readonly lastRow: number;
}

function matchOf(headings: HeadingTable, candidates: readonly string[]): HeadingMatch | null {
  for (const text of candidates) {
    const match = headings.match(text);
    if (match) return match;
  }
  return null;
}

type Claim = HeadingMatch & { readonly column: number; readonly heading: string };

function refuseAmbiguous(headings: HeadingTable, claims: readonly Claim[], fileName: string): void {
  const proper = claims.filter((claim) => claim.rank === 0);
  const [first, second] = proper;
  if (!first || !second) return;
  throw new DomainError('import.heading-ambiguous', {
    file: fileName,
    first: first.heading,
    firstColumn: first.column + 1,
    second: second.heading,
    secondColumn: second.column + 1,
    column: headings.columns[first.field]?.label.zh ?? first.field,
  });
}

/** Names unmatched columns apart: a heading that occurs twice gets a number, an empty one its place. */
function extraNames(line: HeadingLine, taken: ReadonlySet<number>): { column: number; name: string }[] {
  const seen = new Map<string, number>();
  const extra: { column: number; name: string }[] = [];
  line.columns.forEach(({ shown }, column) => {
    if (taken.has(column) || NEVER_EXTRA.has(shown)) return;
    const name = shown === '' ? `第${column + 1}列` : shown.replace(/\s+/g, ' ');
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    extra.push({ column, name: times === 1 ? name : `${name}（${times}）` });
  });
  return extra;
}

/**
 * Settles which column is which field.
 * @throws DomainError `import.heading-ambiguous` when two headings mean one field, `import.required-column-missing`
 */
export function layOut(headings: HeadingTable, line: HeadingLine, fileName: string): HeadingLayout {
  const byField = new Map<string, Claim[]>();
  line.columns.forEach(({ shown, candidates }, column) => {
    const match = matchOf(headings, candidates);
    if (!match || shown === ERROR_HEADING || shown === FIX_HEADING) return;
    byField.set(match.field, [...(byField.get(match.field) ?? []), { ...match, column, heading: shown }]);
  });
  const fields = new Map<string, Claim>();
  for (const [field, claims] of byField) {
    refuseAmbiguous(headings, claims, fileName);
    fields.set(
      field,
      claims.reduce((best, claim) => (claim.rank < best.rank ? claim : best)),
    );
  }
  const shown = line.columns.map((column) => column.shown);
  const missing = Object.entries(headings.columns).filter(([field, column]) => column.required && !fields.has(field));
  if (missing.length > 0) {
    const columns = missing.map(([, column]) => column.label.zh).join('、');
    const found = shown
      .filter((text) => text !== '')
      .slice(0, 30)
      .join('、');
    throw new DomainError('import.required-column-missing', { file: fileName, columns, found });
  }
  const taken = new Set([...fields.values()].map((claim) => claim.column));
  return { fields, extra: extraNames(line, taken), headings: shown, firstRow: line.firstRow, lastRow: line.lastRow };
}

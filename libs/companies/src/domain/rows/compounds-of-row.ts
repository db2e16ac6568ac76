import type { CompoundDirectory, CompoundReference } from './compound-directory.js';
import { rejected, type RowIssue } from './row-issue.js';

/** The compounds that a row means, or null with the reason added to `issues`. */
export function compoundsOfRow(
  row: { readonly row: number; readonly compound: CompoundReference },
  directory: CompoundDirectory,
  issues: RowIssue[],
): readonly string[] | null {
  const found = directory.find(row.compound);
  if (found.kind === 'found') return found.ids;
  const column = row.compound.name === null && row.compound.code !== null ? 'compoundCode' : 'compoundName';
  if (found.kind === 'missing') issues.push(rejected(row.row, 'record.compound-missing', { column }));
  if (found.kind === 'unknown') {
    issues.push(
      rejected(row.row, 'record.compound-unknown', { column, value: found.asked, params: { asked: found.asked } }),
    );
  }
  if (found.kind === 'ambiguous') {
    const params = { asked: found.asked, count: found.count };
    issues.push(rejected(row.row, 'record.compound-ambiguous', { column, value: found.asked, params }));
  }
  return null;
}

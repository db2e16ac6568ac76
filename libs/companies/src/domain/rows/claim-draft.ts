import { repeated, type RowIssue } from './row-issue.js';

/** What a row claims of some subjects without showing a paper. */
export interface ClaimDraft<Mode extends string> {
  readonly row: number;
  readonly subjectIds: readonly string[];
  readonly mode: Mode;
  /** The list's own words. */
  readonly words: string;
}

/** Leaves one row of those that claim the same of the same subjects; the others are told. */
export function withoutRepeatedClaims<Mode extends string, C extends ClaimDraft<Mode>>(
  claims: readonly C[],
  issues: RowIssue[],
): { readonly claims: readonly C[]; readonly repeats: readonly number[] } {
  const firstRowOf = new Map<string, number>();
  const repeats: number[] = [];
  const kept = claims.filter((claim) => {
    const key = [claim.mode, claim.words, ...claim.subjectIds].join('|');
    const firstRow = firstRowOf.get(key);
    if (firstRow === undefined) firstRowOf.set(key, claim.row);
    else {
      issues.push(repeated(claim.row, firstRow));
      repeats.push(claim.row);
    }
    return firstRow === undefined;
  });
  return { claims: kept, repeats };
}

import type { ClaimDraft } from '../domain/rows/claim-draft.js';
import type { RowIssue } from '../domain/rows/row-issue.js';

/** How many accepted rows claim what, each row counted once; modes that nobody claims are zero. */
export function claimCounts(
  modes: readonly string[],
  claims: readonly ClaimDraft<string>[],
  issues: readonly RowIssue[],
): Record<string, number> {
  const left = new Set(issues.filter((issue) => issue.severity === 'rejected').map((issue) => issue.row));
  const counts: Record<string, number> = Object.fromEntries(modes.map((mode) => [mode, 0]));
  for (const claim of claims) if (!left.has(claim.row)) counts[claim.mode] = (counts[claim.mode] ?? 0) + 1;
  return counts;
}

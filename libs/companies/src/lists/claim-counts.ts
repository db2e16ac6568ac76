import { SERVICE_CLAIMS } from '#libs/registry';
import type { ClaimDraft } from '../domain/rows/claim-draft.js';
import type { RowIssue } from '../domain/rows/row-issue.js';

/**
 * How many accepted rows claim what, each row counted once. Every report names the five modes of the service, zero
 * where nobody claims them, so that whoever reads one can read all; lists of other things add modes of their own.
 */
export function claimCounts(
  claims: readonly ClaimDraft<string>[],
  issues: readonly RowIssue[],
  ...ownModes: readonly string[]
): Record<string, number> {
  const left = new Set(issues.filter((issue) => issue.severity === 'rejected').map((issue) => issue.row));
  const counts: Record<string, number> = Object.fromEntries([...SERVICE_CLAIMS, ...ownModes].map((mode) => [mode, 0]));
  for (const claim of claims) if (!left.has(claim.row)) counts[claim.mode] = (counts[claim.mode] ?? 0) + 1;
  return counts;
}

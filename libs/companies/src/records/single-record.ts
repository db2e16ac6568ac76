import { DomainError } from '#libs/kernel';
import { DOCUMENT_PART_WORDS } from '../domain/rows/evidence.js';
import type { RecordPlan, RecordValues } from '../domain/rows/record-plan.js';
import type { RowIssue } from '../domain/rows/row-issue.js';
import { refusalOf } from '../issue-errors.js';

/** A plan of one record, made by the same rules as the rows of a list. */
interface SinglePlan<V extends RecordValues> {
  readonly records: RecordPlan<V>;
  readonly claims: readonly unknown[];
  readonly issues: readonly RowIssue[];
}

/**
 * Lets a plan pass that registers or corrects one record. What a list may merely claim, a person must prove.
 * @throws DomainError the code of the issue, `record.document-incomplete`, `record.already-recorded`
 */
export function requireRecord<V extends RecordValues>(plan: SinglePlan<V>): void {
  const refused = plan.issues.find((issue) => issue.severity === 'rejected');
  if (refused) throw refusalOf(refused);
  if (plan.claims.length > 0) {
    const partial = plan.issues.find((issue) => issue.code === 'record.only-a-claim');
    const missing = partial?.params.missing ?? Object.values(DOCUMENT_PART_WORDS).join('、');
    throw new DomainError('record.document-incomplete', { missing });
  }
  if (plan.records.unchanged.length > 0) throw new DomainError('record.already-recorded');
}

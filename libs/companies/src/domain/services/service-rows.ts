import type { Day } from '#libs/kernel';
import type { CompoundReference } from '../rows/compound-directory.js';
import { daysInOrder, standingOf, type NamedDocument } from '../rows/evidence.js';
import { onlyAClaim, rejected, type RowIssue } from '../rows/row-issue.js';
import {
  claimedMode,
  modeOfClaim,
  SERVICE_MODE_WORDS,
  serviceModeOf,
  type ClaimedServiceMode,
  type ServiceModeCode,
} from './service-mode-words.js';

/** One row of a list of contracts and other service modes. */
export interface ServiceRow {
  readonly row: number;
  readonly compound: CompoundReference;
  /** The mode in the list's own words. */
  readonly mode: string | null;
  /** Who serves, in the list's own words; 无 and 业主自管 occur here too. */
  readonly provider: string | null;
  /** What those words claim: a company's name, or one of the ways to do without. */
  readonly providerClaim: ClaimedServiceMode;
  readonly creditCode: string | null;
  readonly document: NamedDocument;
  readonly issuedOn: Day | null;
  readonly filedOn: Day | null;
  /** The scan of the paper, where a person attached one. */
}

/** What a row amounts to, before its compound and company are looked up. */
export type ServiceDecision =
  | { readonly kind: 'rejected' }
  | { readonly kind: 'claim'; readonly mode: ClaimedServiceMode; readonly words: string }
  | { readonly kind: 'evidence'; readonly mode: ServiceModeCode; readonly providerName: string | null };

/** Modes that exist without a contract of fixed days: by resolution, by the unit, by trusteeship. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['S', 'U', 'T']);

/** Modes in which some company must be named. */
export const COMPANY_MODES: ReadonlySet<string> = new Set(['P', 'B']);

interface Said {
  readonly mode: ServiceModeCode | 'none' | null | undefined;
  readonly providerName: string | null;
}

/** Reads mode and provider together, since lists write 业主自管 or 无 in either column. */
function said(row: ServiceRow): Said {
  const mode = serviceModeOf(row.mode);
  const providerName = row.providerClaim === 'company' ? row.provider : null;
  return { mode: mode === null ? modeOfClaim(row.providerClaim) : mode, providerName };
}

function evidence(row: ServiceRow, found: Said, issues: RowIssue[]): ServiceDecision {
  const { mode, providerName } = found;
  if (mode === null || mode === undefined || mode === 'none') {
    issues.push(rejected(row.row, 'service-mode.mode-needed', { column: 'mode', value: row.mode ?? row.provider }));
    return { kind: 'rejected' };
  }
  if (COMPANY_MODES.has(mode) && providerName === null && row.creditCode === null) {
    const params = { mode: SERVICE_MODE_WORDS[mode] };
    issues.push(rejected(row.row, 'service-mode.company-needed', { column: 'company', params }));
    return { kind: 'rejected' };
  }
  return {
    kind: 'evidence',
    mode,
    providerName: providerName ?? (row.providerClaim === 'unknown' ? null : row.provider),
  };
}

/** Decides whether a row is evidence, a claim, or wrong in itself; what is found wrong is added to `issues`. */
export function decideService(row: ServiceRow, issues: RowIssue[]): ServiceDecision {
  const found = said(row);
  if (found.mode === undefined) {
    issues.push(rejected(row.row, 'service-mode.mode-unknown', { column: 'mode', value: row.mode ?? row.provider }));
    return { kind: 'rejected' };
  }
  const { from, to } = row.document;
  if (!daysInOrder(from, to)) {
    const params = { from: from as string, to: to as string };
    issues.push(rejected(row.row, 'record.ends-before-start', { column: 'to', value: to, params }));
    return { kind: 'rejected' };
  }
  const standing = standingOf(row.document, OPEN_ENDED.has(found.mode ?? ''));
  if (standing.isEvidence) return evidence(row, found, issues);
  issues.push(...onlyAClaim(row.row, standing));
  const words = [...new Set([row.mode, row.provider].filter((each) => each !== null))].join(' ');
  return { kind: 'claim', mode: claimedMode(found.mode), words };
}

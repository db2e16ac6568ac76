import type { Day } from '#libs/kernel';
import {
  compoundsOfRow,
  daysInOrder,
  onlyAClaim,
  planDrafts,
  rejected,
  standingOf,
  type ClaimDraft,
  type CompoundDirectory,
  type CompoundReference,
  type KnownRecord,
  type NamedDocument,
  type RecordDraft,
  type RecordPlan,
  type RowIssue,
} from '#libs/companies';
import { faultOfCommittee, type CommitteeNumbers } from '../domain/committee-checks.js';
import { COMMITTEE_SUFFIX, committeeKindOf, type CommitteeKind } from '../domain/committee-words.js';

/** One row of a list of committees. */
export interface CommitteeRow extends CommitteeNumbers {
  readonly row: number;
  readonly compound: CompoundReference;
  readonly name: string | null;
  /** The kind in the list's own words. */
  readonly kind: string | null;
  readonly document: NamedDocument;
  readonly issuedOn: Day | null;
}

/** The columns of one filed body. */
export type CommitteeValues = {
  readonly kind: CommitteeKind;
  readonly name: string;
  readonly seats: number | null;
  readonly members: number | null;
  readonly membersChangedOn: Day | null;
  readonly electedOn: Day | null;
  readonly lastActivityOn: Day | null;
  readonly reelectionGroupOn: Day | null;
  readonly documentNumber: string;
  readonly issuingBody: string;
  readonly issuedOn: Day | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly filedOn: Day | null;
};

export type ClaimedCommittee = 'committee' | 'none' | 'unknown';

export interface CommitteePlan {
  readonly records: RecordPlan<CommitteeValues>;
  readonly claims: readonly ClaimDraft<ClaimedCommittee>[];
  readonly issues: readonly RowIssue[];
}

/** Same paper, same compound and same first day: the same record. */
export function committeeKeys(values: CommitteeValues, compoundIds: readonly string[]): string[] {
  return compoundIds.map((id) => `${values.documentNumber}|${values.effectiveFrom}|${id}`);
}

/** The kind as the row tells it, by its own column or by the name; undefined when the words mean nothing known. */
function kindOf(row: CommitteeRow): CommitteeKind | 'none' | null | undefined {
  if (row.kind !== null) return committeeKindOf(row.kind) ?? undefined;
  return row.name === null ? null : committeeKindOf(row.name);
}

/** What is wrong with the row in itself, or null. */
function faultOf(row: CommitteeRow, kind: CommitteeKind | 'none' | null | undefined, today: Day): RowIssue | null {
  if (kind === undefined) return rejected(row.row, 'committee.kind-unknown', { column: 'kind', value: row.kind });
  const { from, to } = row.document;
  if (!daysInOrder(from, to)) {
    return rejected(row.row, 'record.ends-before-start', {
      column: 'to',
      value: to,
      params: { from: from ?? '', to: to ?? '' },
    });
  }
  const fault = faultOfCommittee(row, today);
  if (fault === null) return null;
  const params = { members: row.members ?? 0, seats: row.seats ?? 0 };
  return rejected(row.row, fault.code, { column: fault.column, value: String(row[fault.column]), params });
}

function valuesOf(row: CommitteeRow, kind: CommitteeKind, compoundName: string): CommitteeValues {
  const { seats, members, membersChangedOn, electedOn, lastActivityOn, reelectionGroupOn, issuedOn, filedOn } = row;
  return {
    kind,
    name: row.name ?? `${compoundName}${COMMITTEE_SUFFIX[kind]}`,
    seats,
    members,
    membersChangedOn,
    electedOn,
    lastActivityOn,
    reelectionGroupOn,
    documentNumber: row.document.documentNumber as string,
    issuingBody: row.document.issuingBody as string,
    issuedOn,
    effectiveFrom: row.document.from as string,
    effectiveTo: row.document.to,
    filedOn,
  };
}

/** Decides every row of a list of committees against what the register knows. */
export function planCommittees(
  rows: readonly CommitteeRow[],
  context: {
    readonly compounds: CompoundDirectory;
    readonly known: readonly KnownRecord<CommitteeValues>[];
    readonly today: Day;
  },
): CommitteePlan {
  const issues: RowIssue[] = [];
  const claims: ClaimDraft<ClaimedCommittee>[] = [];
  const drafts: RecordDraft<CommitteeValues>[] = [];
  for (const row of rows) {
    const kind = kindOf(row);
    const fault = faultOf(row, kind, context.today);
    const compoundIds = fault ? null : compoundsOfRow(row, context.compounds, issues);
    if (fault) issues.push(fault);
    if (compoundIds === null || kind === undefined) continue;
    // An exemption has no term: it lasts while one owner owns everything (条例 10).
    const standing = standingOf(row.document, kind === 'exemption');
    if (!standing.isEvidence || kind === 'none') {
      issues.push(...onlyAClaim(row.row, standing));
      const mode = kind === 'none' ? 'none' : kind === null && row.name === null ? 'unknown' : 'committee';
      const words = [...new Set([row.kind, row.name].filter((each) => each !== null))].join(' ');
      claims.push({ row: row.row, subjectIds: compoundIds, mode, words });
    } else if (kind === null) {
      issues.push(rejected(row.row, 'committee.kind-needed', { column: 'kind' }));
    } else {
      const values = valuesOf(row, kind, context.compounds.nameOf(compoundIds[0] as string));
      drafts.push({ row: row.row, keys: committeeKeys(values, compoundIds), values, links: compoundIds });
    }
  }
  return { records: planDrafts(context.known, drafts, issues), claims, issues };
}

import type { Day } from '#libs/kernel';
import {
  daysInOrder,
  onlyAClaim,
  planDrafts,
  rejected,
  standingOf,
  type ClaimDraft,
  type CompoundReference,
  type KnownRecord,
  type NamedDocument,
  type RecordDraft,
  type RecordPlan,
  type RowIssue,
} from '#libs/companies';
import {
  PARTY_ORGANISATION_WORDS,
  partyKindOf,
  type PartyOrganisationKind,
  type PartySubjectKind,
} from '../domain/party-words.js';

/** One row of a list of party organisations. */
export interface PartyRow {
  readonly row: number;
  /** Whose it is, in the list's own words; often left out where only one side is named. */
  readonly subject: string | null;
  readonly compound: CompoundReference;
  readonly committee: string | null;
  readonly company: string | null;
  readonly creditCode: string | null;
  readonly kind: string | null;
  readonly name: string | null;
  readonly secretary: string | null;
  readonly memberCount: number | null;
  readonly document: NamedDocument;
  readonly approvedOn: Day | null;
}

/** The columns of one party organisation. */
export type PartyValues = {
  readonly subjectKind: PartySubjectKind;
  /** The committee's record id, or the company's id. */
  readonly subjectId: string;
  readonly kind: PartyOrganisationKind;
  readonly name: string;
  readonly secretary: string | null;
  readonly memberCount: number | null;
  readonly documentNumber: string;
  readonly issuingBody: string;
  readonly issuedOn: Day | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly filedOn: Day | null;
};

export type ClaimedParty = 'party' | 'none' | 'unknown';

export interface PartySubject {
  readonly kind: PartySubjectKind;
  readonly id: string;
  readonly name: string;
}

export interface PartyClaim extends ClaimDraft<ClaimedParty> {
  readonly subjectKind: PartySubjectKind;
}

export interface PartyPlan {
  readonly records: RecordPlan<PartyValues>;
  readonly claims: readonly PartyClaim[];
  readonly issues: readonly RowIssue[];
}

/** What the register knows around the rows. */
export interface PartyContext {
  readonly known: readonly KnownRecord<PartyValues>[];
  /** Whose organisation each row speaks of; a row without one has been told why. */
  readonly subjects: ReadonlyMap<number, PartySubject>;
}

/** Same paper, same subject and same first day: the same record. */
export function partyKeys(values: PartyValues): string[] {
  return [`${values.documentNumber}|${values.effectiveFrom}|${values.subjectId}`];
}

function valuesOf(
  row: PartyRow,
  document: NamedDocument,
  kind: PartyOrganisationKind,
  subject: PartySubject,
): PartyValues {
  return {
    subjectKind: subject.kind,
    subjectId: subject.id,
    kind,
    name: row.name ?? `${subject.name}${PARTY_ORGANISATION_WORDS[kind]}`,
    secretary: row.secretary,
    memberCount: row.memberCount,
    documentNumber: document.documentNumber as string,
    issuingBody: document.issuingBody as string,
    issuedOn: row.approvedOn,
    effectiveFrom: document.from as string,
    effectiveTo: document.to,
    filedOn: null,
  };
}

/** Decides every row of a list of party organisations against what the register knows. */
export function planPartyOrganisations(rows: readonly PartyRow[], context: PartyContext): PartyPlan {
  const issues: RowIssue[] = [];
  const claims: PartyClaim[] = [];
  const drafts: RecordDraft<PartyValues>[] = [];
  for (const row of rows) {
    const kind =
      row.kind === null ? (row.name === null ? null : partyKindOf(row.name)) : (partyKindOf(row.kind) ?? undefined);
    // A term that names no first day begins with the approval.
    const document = { ...row.document, from: row.document.from ?? row.approvedOn };
    if (kind === undefined) {
      issues.push(rejected(row.row, 'party.kind-unknown', { column: 'kind', value: row.kind }));
      continue;
    }
    if (!daysInOrder(document.from, document.to)) {
      const params = { from: document.from ?? '', to: document.to ?? '' };
      issues.push(rejected(row.row, 'record.ends-before-start', { column: 'to', value: document.to, params }));
      continue;
    }
    const subject = context.subjects.get(row.row);
    if (!subject) continue;
    const standing = standingOf(document);
    if (!standing.isEvidence || kind === 'none') {
      issues.push(...onlyAClaim(row.row, standing));
      const mode = kind === 'none' ? 'none' : kind === null && row.name === null ? 'unknown' : 'party';
      const words = [...new Set([row.kind, row.name].filter((each) => each !== null))].join(' ');
      claims.push({ row: row.row, subjectIds: [subject.id], subjectKind: subject.kind, mode, words });
    } else if (kind === null) {
      issues.push(rejected(row.row, 'party.kind-needed', { column: 'kind' }));
    } else {
      const values = valuesOf(row, document, kind, subject);
      drafts.push({ row: row.row, keys: partyKeys(values), values, links: [] });
    }
  }
  return { records: planDrafts(context.known, drafts, issues), claims, issues };
}

import type { CommitteeDirectory } from '#libs/assembly';
import {
  compoundsOfRow,
  rejected,
  type CompanyDirectory,
  type CompoundDirectory,
  type ListedCompany,
  type RowIssue,
} from '#libs/companies';
import type { Day } from '#libs/kernel';
import { partySubjectOf, type PartySubjectKind } from '../domain/party-words.js';
import type { PartyRow, PartySubject } from './party-organisations.plan.js';

/** Where the subjects of a list are looked up. */
export interface SubjectDirectories {
  readonly compounds: CompoundDirectory;
  readonly committees: CommitteeDirectory;
  readonly companies: CompanyDirectory<ListedCompany>;
  /** The day for which the list speaks: of several terms of a body, the one of that day is meant. */
  readonly asOf: Day;
}

function subjectKindOf(row: PartyRow): PartySubjectKind | 'unclear' | null {
  const told = row.subject === null ? null : partySubjectOf(row.subject);
  const namesBody = row.compound.code !== null || row.compound.name !== null || row.committee !== null;
  const namesCompany = row.company !== null || row.creditCode !== null;
  if (told !== null) return told;
  if (namesBody && namesCompany) return 'unclear';
  if (namesBody) return 'committee';
  return namesCompany ? 'company' : null;
}

function companyOf(row: PartyRow, context: SubjectDirectories, issues: RowIssue[]): PartySubject | null {
  const found = context.companies.find({ creditCode: row.creditCode, name: row.company });
  if (found.kind === 'found') return { kind: 'company', id: found.company.id, name: found.company.name };
  const asked = row.company ?? row.creditCode;
  const about = {
    column: row.company === null ? 'creditCode' : 'company',
    value: asked,
    params: { asked: asked ?? '', company: asked ?? '' },
  };
  const code =
    asked === null
      ? 'party.subject-missing'
      : found.kind === 'ambiguous'
        ? 'company.ambiguous'
        : 'party.company-unknown';
  issues.push(rejected(row.row, code, about));
  return null;
}

function committeeOf(row: PartyRow, context: SubjectDirectories, issues: RowIssue[]): PartySubject | null {
  const namesCompound = row.compound.code !== null || row.compound.name !== null;
  const compoundIds = namesCompound ? compoundsOfRow(row, context.compounds, issues) : [];
  if (compoundIds === null) return null;
  if (!namesCompound && row.committee === null) {
    issues.push(rejected(row.row, 'party.subject-missing'));
    return null;
  }
  const found = namesCompound
    ? context.committees.ofCompound(compoundIds[0] as string, context.asOf)
    : context.committees.named(row.committee as string, context.asOf);
  if (found.kind === 'found') return { kind: 'committee', id: found.committee.recordId, name: found.committee.name };
  const asked = row.compound.name ?? row.compound.code ?? row.committee ?? '';
  const about = { column: namesCompound ? 'compoundName' : 'committee', value: asked };
  const params = { asked, count: found.kind === 'ambiguous' ? found.count : 0 };
  const code = found.kind === 'ambiguous' ? 'party.committee-ambiguous' : 'party.no-committee';
  issues.push(rejected(row.row, code, { ...about, params }));
  return null;
}

function subjectOf(row: PartyRow, context: SubjectDirectories, issues: RowIssue[]): PartySubject | null {
  const kind = subjectKindOf(row);
  if (kind === 'company') return companyOf(row, context, issues);
  if (kind === 'committee') return committeeOf(row, context, issues);
  issues.push(
    rejected(row.row, kind === null ? 'party.subject-missing' : 'party.subject-unclear', { column: 'subject' }),
  );
  return null;
}

/** Finds whose organisation each row speaks of; rows of which it cannot be told are rejected in `issues`. */
export function findSubjects(
  rows: readonly PartyRow[],
  directories: SubjectDirectories,
  issues: RowIssue[],
): ReadonlyMap<number, PartySubject> {
  const found = rows.map((row) => [row.row, subjectOf(row, directories, issues)] as const);
  return new Map(found.filter((pair): pair is readonly [number, PartySubject] => pair[1] !== null));
}

import { describe, expect, it } from '@jest/globals';
import { CommitteeDirectory } from '#libs/assembly';
import { CompanyDirectory, CompoundDirectory, type KnownRecord, type RowIssue } from '#libs/companies';
import {
  partyKeys,
  planPartyOrganisations,
  type PartyPlan,
  type PartyRow,
  type PartyValues,
} from './party-organisations.plan.js';
import { findSubjects } from './party-subject-finder.js';

const PAPER = { documentNumber: '街党组1号', issuingBody: '街道党工委', from: '2025-01-01', to: '2027-12-31' };
const NO_PAPER = { documentNumber: null, issuingBody: null, from: null, to: null };
const NOWHERE = { code: null, name: null, area: null };
const IN_A = { code: 'A', name: null, area: null };

const directories = {
  compounds: new CompoundDirectory(
    ['A', 'B'].map((id) => ({ id, ownCode: id, name: `小区${id}`, aliases: [], areaCodes: [], areaNames: [] })),
  ),
  committees: new CommitteeDirectory([
    {
      recordId: 'body',
      kind: 'committee',
      name: '小区A业主委员会',
      compoundIds: ['A'],
      from: '2025-01-01',
      to: '2029-12-31',
    },
  ]),
  companies: new CompanyDirectory([{ id: 'firm', name: '甲物业公司', creditCode: '91140500MA0K000120' }]),
  asOf: '2026-11-23',
};

function row(number: number, more: Partial<PartyRow> = {}): PartyRow {
  const nobody = { subject: null, compound: NOWHERE, committee: null, company: null, creditCode: null };
  const told = {
    kind: '独立党支部',
    name: null,
    secretary: '李四',
    memberCount: 5,
    document: PAPER,
    approvedOn: null,
  };
  return { row: number, ...nobody, ...told, ...more };
}

function plan(rows: readonly PartyRow[], known: readonly KnownRecord<PartyValues>[] = []): PartyPlan {
  const issues: RowIssue[] = [];
  const subjects = findSubjects(rows, directories, issues);
  const made = planPartyOrganisations(rows, { known, subjects });
  return { ...made, issues: [...issues, ...made.issues] };
}

function subject(more: Partial<PartyRow>): string {
  const made = plan([row(2, more)]);
  const values = made.records.inserts[0]?.values;
  return values ? `${values.subjectKind} ${values.subjectId}` : (made.issues[0]?.code ?? '-');
}

describe('whose organisation a row speaks of', () => {
  it('is a committee by its compound or its name, or a company by code or name', () => {
    expect(subject({ compound: IN_A })).toBe('committee body');
    expect(subject({ committee: '小区A业主委员会' })).toBe('committee body');
    expect(subject({ company: '甲物业公司' })).toBe('company firm');
    expect(subject({ creditCode: '91140500MA0K000120' })).toBe('company firm');
  });

  it('must be said where the row names both sides', () => {
    const both = { compound: IN_A, company: '甲物业公司' };
    expect(subject(both)).toBe('party.subject-unclear');
    expect(subject({ ...both, subject: '业委会' })).toBe('committee body');
    expect(subject({ ...both, subject: '物业企业' })).toBe('company firm');
  });

  it('must be known', () => {
    expect(subject({})).toBe('party.subject-missing');
    expect(subject({ subject: '物业企业' })).toBe('party.subject-missing');
    expect(subject({ subject: '业委会' })).toBe('party.subject-missing');
    expect(subject({ compound: { ...IN_A, code: 'B' } })).toBe('party.no-committee');
    expect(subject({ compound: { ...IN_A, code: 'Z' } })).toBe('record.compound-unknown');
    expect(subject({ committee: '小区C业主委员会' })).toBe('party.no-committee');
    expect(subject({ company: '乙物业公司' })).toBe('party.company-unknown');
  });
});

describe('a list of party organisations', () => {
  it('takes an approval as a record, named after its subject when it has no name', () => {
    expect(plan([row(2, { compound: IN_A })]).records.inserts).toMatchObject([
      {
        values: {
          kind: 'own',
          name: '小区A业主委员会独立党支部',
          effectiveFrom: '2025-01-01',
          secretary: '李四',
          memberCount: 5,
        },
      },
    ]);
  });

  it('begins the term with the approval where no first day is named', () => {
    const approved = row(2, { compound: IN_A, document: { ...PAPER, from: null }, approvedOn: '2025-03-01' });
    expect(plan([approved]).records.inserts).toMatchObject([
      { values: { effectiveFrom: '2025-03-01', issuedOn: '2025-03-01' } },
    ]);
  });

  it('is a claim without its paper, of an organisation, of none, or of nothing', () => {
    const made = plan([
      row(2, { compound: IN_A, document: NO_PAPER }),
      row(3, { company: '甲物业公司', document: NO_PAPER, kind: '未建立' }),
      row(4, { company: '甲物业公司', document: NO_PAPER, kind: null }),
    ]);
    expect(made.claims.map(({ subjectKind, subjectIds, mode }) => [subjectKind, subjectIds, mode])).toEqual([
      ['committee', ['body'], 'party'],
      ['company', ['firm'], 'none'],
      ['company', ['firm'], 'unknown'],
    ]);
  });

  it('refuses what cannot be', () => {
    const made = plan([
      row(2, { compound: IN_A, document: { ...PAPER, to: '2024-12-31' } }),
      row(3, { compound: IN_A, kind: '工会' }),
      row(4, { compound: IN_A, kind: null }),
    ]);
    expect(made.issues.map(({ row: number, code }) => [number, code])).toEqual([
      [2, 'record.ends-before-start'],
      [3, 'party.kind-unknown'],
      [4, 'party.kind-needed'],
    ]);
  });

  it('finds the same approval unchanged, and corrects it', () => {
    const first = plan([row(2, { compound: IN_A })]);
    const known = first.records.inserts.map(({ values }) => ({
      recordId: 'r',
      values,
      links: [],
      keys: partyKeys(values),
    }));
    expect(plan([row(2, { compound: IN_A })], known).records.unchanged).toEqual([2]);
    expect(plan([row(2, { compound: IN_A, memberCount: 2 })], known).records.updates).toMatchObject([
      { recordId: 'r' },
    ]);
  });
});

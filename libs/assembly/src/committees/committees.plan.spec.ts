import { describe, expect, it } from '@jest/globals';
import { CompoundDirectory, type KnownRecord } from '#libs/companies';
import {
  committeeKeys,
  planCommittees,
  type CommitteePlan,
  type CommitteeRow,
  type CommitteeValues,
} from './committees.plan.js';

const PAPER = { documentNumber: '街业备1号', issuingBody: '街道办', from: '2025-01-01', to: '2029-12-31' };
const NO_PAPER = { documentNumber: null, issuingBody: null, from: null, to: null };
const compounds = new CompoundDirectory(
  ['A', 'B'].map((id) => ({ id, ownCode: id, name: `小区${id}`, aliases: [], areaCodes: [], areaNames: [] })),
);

function row(number: number, more: Partial<CommitteeRow> = {}): CommitteeRow {
  const days = {
    electedOn: null,
    membersChangedOn: null,
    lastActivityOn: null,
    reelectionGroupOn: null,
    filedOn: null,
    issuedOn: null,
  };
  const compound = { code: 'A', name: null, area: null };
  return {
    row: number,
    compound,
    name: null,
    kind: '业委会',
    seats: 7,
    members: 7,
    ...days,
    document: PAPER,
    ...more,
  };
}

function plan(rows: readonly CommitteeRow[], known: readonly KnownRecord<CommitteeValues>[] = []): CommitteePlan {
  return planCommittees(rows, { compounds, known, today: '2026-11-23' });
}

function written(made: CommitteePlan): KnownRecord<CommitteeValues>[] {
  return made.records.inserts.map(({ row: number, values, links }) => {
    return { recordId: `r${number}`, values, links, keys: committeeKeys(values, links) };
  });
}

describe('a list of committees', () => {
  it('takes a filing as a record, named after its compound when it has no name', () => {
    expect(plan([row(2)]).records.inserts).toMatchObject([
      { links: ['A'], values: { kind: 'committee', name: '小区A业主委员会' } },
    ]);
    const named = plan([row(2, { kind: null, name: '小区A物业管理委员会' })]);
    expect(named.records.inserts).toMatchObject([{ values: { kind: 'pmc' } }]);
  });

  it('may stand for several compounds', () => {
    const both = plan([row(2, { compound: { code: 'A、B', name: null, area: null } })]);
    expect(both.records.inserts).toMatchObject([{ links: ['A', 'B'] }]);
  });

  it('is a claim without its paper, of a committee, of none, or of nothing', () => {
    const made = plan([
      row(2, { document: NO_PAPER }),
      row(3, { document: NO_PAPER, kind: '未成立' }),
      row(4, { document: NO_PAPER, kind: null }),
      row(5, { document: { ...PAPER, to: null } }),
    ]);
    expect(made.claims.map(({ mode }) => mode)).toEqual(['committee', 'none', 'unknown', 'committee']);
    expect(made.issues).toMatchObject([{ row: 5, code: 'record.only-a-claim' }]);
  });

  it('leaves the term open for an exemption only', () => {
    const open = { ...PAPER, to: null };
    expect(plan([row(2, { kind: '单一业主', document: open })]).records.inserts).toHaveLength(1);
    expect(plan([row(2, { document: open })]).records.inserts).toHaveLength(0);
  });

  it('refuses what cannot be', () => {
    const made = plan([
      row(2, { document: { ...PAPER, to: '2024-12-31' } }),
      row(3, { lastActivityOn: '2026-11-24' }),
      row(4, { members: 8 }),
      row(5, { kind: '议事会' }),
      row(6, { kind: null }),
      row(7, { compound: { code: 'Z', name: null, area: null } }),
    ]);
    expect(made.issues.map(({ row: number, code }) => [number, code])).toEqual([
      [2, 'record.ends-before-start'],
      [3, 'committee.day-in-future'],
      [4, 'committee.more-members-than-seats'],
      [5, 'committee.kind-unknown'],
      [6, 'committee.kind-needed'],
      [7, 'record.compound-unknown'],
    ]);
    expect(made.records.inserts).toEqual([]);
  });

  it('corrects the record of the same paper, and finds it unchanged when it comes again', () => {
    const known = written(plan([row(2)]));
    expect(plan([row(2)], known).records).toEqual({ inserts: [], updates: [], unchanged: [2] });
    expect(plan([row(2, { members: 5 })], known).records.updates).toMatchObject([
      { recordId: 'r2', draft: { values: { members: 5 } } },
    ]);
    const nextTerm = row(2, {
      document: { ...PAPER, documentNumber: '街业备2号', from: '2030-01-01', to: '2034-12-31' },
    });
    expect(plan([nextTerm], known).records.inserts).toHaveLength(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import { CompanyDirectory } from '../companies/company-directory.js';
import { CompoundDirectory } from '../rows/compound-directory.js';
import type { KnownRecord } from '../rows/record-plan.js';
import { planServices, serviceKeys, type ServicePlan, type ServiceValues } from './service-plan.js';
import type { ServiceRow } from './service-rows.js';

const PAPER = { documentNumber: '备1号', issuingBody: '住建局', from: '2025-01-01', to: '2027-12-31' };

function row(number: number, code: string, more: Partial<ServiceRow> = {}): ServiceRow {
  return {
    row: number,
    compound: { code, name: null, area: null },
    mode: '物业企业',
    provider: '甲物业公司',
    providerClaim: 'company',
    creditCode: null,
    document: PAPER,
    issuedOn: null,
    filedOn: null,
    ...more,
  };
}

const COMPOUNDS = ['A', 'B', 'C'].map((id) => ({
  id,
  ownCode: id,
  name: `小区${id}`,
  aliases: [],
  areaCodes: [],
  areaNames: [],
}));

function plan(rows: readonly ServiceRow[], known: readonly KnownRecord<ServiceValues>[] = []): ServicePlan {
  let next = 0;
  const listed = [
    { id: '甲', name: '甲物业公司', creditCode: null, isBare: false },
    { id: '乙', name: '乙物业公司', creditCode: '91140500MA0K000120', isBare: false },
  ];
  return planServices(rows, {
    compounds: new CompoundDirectory(COMPOUNDS),
    companies: new CompanyDirectory(listed),
    known,
    newId: () => `new${(next += 1)}`,
  });
}

/** What the register holds once a plan is written. */
function written(made: ServicePlan): KnownRecord<ServiceValues>[] {
  return made.records.inserts.map(({ row: number, values, links }) => {
    return { recordId: `r${number}`, values, links, keys: serviceKeys(values, links) };
  });
}

function codes(made: ServicePlan): (readonly [number, string])[] {
  return made.issues.map((issue) => [issue.row, issue.code] as const);
}

describe('a list of service modes', () => {
  it('takes evidence as a record with its company', () => {
    const made = plan([row(2, 'A')]);
    expect(made.issues).toEqual([]);
    expect(made.records.inserts).toMatchObject([
      { row: 2, links: ['A'], values: { mode: 'P', companyId: '甲', documentNumber: '备1号' } },
    ]);
  });

  it('takes a row without a paper as a claim in its own words', () => {
    const none = { documentNumber: null, issuingBody: null, from: null, to: null };
    const made = plan([
      row(2, 'A', { document: none }),
      row(3, 'B', { document: none, mode: null, provider: '业主自管', providerClaim: 'self' }),
      row(4, 'C', { document: none, mode: '无', provider: null, providerClaim: 'unknown' }),
      row(5, 'C', { document: none, mode: null, provider: null, providerClaim: 'unknown' }),
    ]);
    expect(made.claims.map(({ mode, words }) => [mode, words])).toEqual([
      ['company', '物业企业 甲物业公司'],
      ['self', '业主自管'],
      ['none', '无'],
      ['unknown', ''],
    ]);
    expect(made.issues).toEqual([]);
  });

  it('says what an almost complete paper lacks', () => {
    const made = plan([row(2, 'A', { document: { ...PAPER, to: null } })]);
    expect(made.claims).toHaveLength(1);
    expect(made.issues).toMatchObject([
      { severity: 'warning', code: 'record.only-a-claim', column: 'to', params: { missing: '结束日期' } },
    ]);
  });

  it('leaves the end open for self-management, unit and trusteeship only', () => {
    const open = { ...PAPER, to: null };
    const made = plan([
      row(2, 'A', { mode: '业主自管', provider: null, providerClaim: 'unknown', document: open }),
      row(3, 'B', { document: open }),
    ]);
    expect(made.records.inserts.map(({ values }) => values.mode)).toEqual(['S']);
    expect(made.claims.map((claim) => claim.row)).toEqual([3]);
  });

  it('refuses a validity that ends before it starts, and unknown words', () => {
    const made = plan([row(2, 'A', { document: { ...PAPER, to: '2024-12-31' } }), row(3, 'B', { mode: '其余' })]);
    expect(codes(made)).toEqual([
      [2, 'record.ends-before-start'],
      [3, 'service-mode.mode-unknown'],
    ]);
  });

  it('refuses an unknown compound', () => {
    expect(codes(plan([row(2, 'Z')]))).toEqual([[2, 'record.compound-unknown']]);
  });

  it('refuses a second contract over the same days, in the list and against the register', () => {
    const other = {
      provider: '乙物业公司',
      document: { ...PAPER, documentNumber: '备2号', from: '2026-01-01', to: '2028-12-31' },
    };
    const first = plan([row(2, 'A'), row(3, 'A', other), row(4, 'B', other)]);
    expect(codes(first)).toEqual([[3, 'service-mode.contracts-overlap']]);
    expect(first.records.inserts.map((draft) => draft.row)).toEqual([2, 4]);
    expect(codes(plan([row(2, 'A', other)], written(plan([row(2, 'A')]))))).toEqual([
      [2, 'service-mode.contracts-overlap'],
    ]);
  });

  it('lets a correction make room for the next contract, whichever row comes first', () => {
    const known = written(plan([row(2, 'A')]));
    const next = row(2, 'A', {
      provider: '乙物业公司',
      document: { ...PAPER, documentNumber: '备2号', from: '2026-01-01' },
    });
    const shortened = row(3, 'A', { document: { ...PAPER, to: '2025-12-31' } });
    const made = plan([next, shortened], known);
    expect(made.issues).toEqual([]);
    expect(made.records.updates.map(({ recordId }) => recordId)).toEqual(['r2']);
    expect(made.records.inserts).toHaveLength(1);
  });

  it('does not hold trusteeship against a contract', () => {
    const trust = row(3, 'A', {
      mode: '社区托管',
      provider: null,
      providerClaim: 'unknown',
      document: { ...PAPER, documentNumber: '托1号' },
    });
    expect(plan([row(2, 'A'), trust]).issues).toEqual([]);
  });

  it('makes one record of the rows of a bundle, and finds it unchanged when it comes again', () => {
    const rows = ['A', 'B', 'C'].map((code, index) => row(index + 2, code, { mode: '连片打包' }));
    const made = plan(rows);
    expect(made.records.inserts).toMatchObject([{ links: ['A', 'B', 'C'] }]);
    const again = plan(rows, written(made));
    expect(again.records).toEqual({ inserts: [], updates: [], unchanged: [2, 3, 4] });
    expect(plan(rows.slice(0, 1), written(made)).records.unchanged).toEqual([2]);
  });

  it('keeps one paper on two compounds as two records unless it is a bundle', () => {
    expect(plan([row(2, 'A'), row(3, 'B')]).records.inserts).toHaveLength(2);
  });

  it('tells a repeated row from its first', () => {
    const made = plan([row(2, 'A'), row(3, 'A')]);
    expect(made.issues).toMatchObject([{ row: 3, severity: 'duplicate', params: { firstRow: 2 } }]);
    expect(made.records.inserts).toHaveLength(1);
    expect(made.records.unchanged).toEqual([3]);
  });

  it('rejects both of two equal rows that overlap another contract', () => {
    const other = { provider: '乙物业公司', document: { ...PAPER, documentNumber: '备2号' } };
    expect(codes(plan([row(2, 'A'), row(3, 'A', other), row(4, 'A', other)]))).toEqual([
      [3, 'service-mode.contracts-overlap'],
      [4, 'service-mode.contracts-overlap'],
    ]);
  });
});

describe('the company behind a contract', () => {
  it('is registered from the row when nobody knows it, with the same warning until more is known', () => {
    const stranger = row(2, 'A', { provider: '丙物业公司' });
    const made = plan([stranger, row(3, 'B', { provider: '丙物业公司' })]);
    expect(made.companies.map(({ name, row: from }) => [name, from])).toEqual([['丙物业公司', 2]]);
    expect(codes(made)).toEqual([[2, 'company.only-in-contracts']]);
    expect(new Set(made.records.inserts.map(({ values }) => values.companyId)).size).toBe(1);
  });

  it('is not registered from a refused row', () => {
    const refused = row(3, 'A', { provider: '丙物业公司', document: { ...PAPER, documentNumber: '备9号' } });
    expect(plan([row(2, 'A'), refused]).companies).toEqual([]);
  });

  it('is found by its credit code alone', () => {
    const made = plan([row(2, 'A', { provider: null, providerClaim: 'unknown', creditCode: '91140500MA0K000120' })]);
    expect(made.records.inserts[0]?.values.companyId).toBe('乙');
  });

  it('must be named for a contract or a bundle, and need not be a company elsewhere', () => {
    const nobody = { provider: null, providerClaim: 'unknown' } as const;
    expect(codes(plan([row(2, 'A', nobody)]))).toEqual([[2, 'service-mode.company-needed']]);
    const village = row(2, 'A', { mode: '社区托管', provider: '凤台社区', providerClaim: 'community' });
    expect(plan([village]).records.inserts[0]?.values).toMatchObject({ companyId: null, providerName: '凤台社区' });
    expect(plan([{ ...village, mode: '其他管理人', provider: '张某', providerClaim: 'company' }]).companies).toEqual(
      [],
    );
  });
});

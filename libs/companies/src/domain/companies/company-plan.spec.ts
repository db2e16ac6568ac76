import { describe, expect, it } from '@jest/globals';
import { isBare, planCompanies, type CompanyPlan, type CompanyValues, type KnownCompany } from './company-plan.js';

const CODE = '91140500MA0K000120';
const OTHER_CODE = '91140500MA0K000410';

function values(name: string, more: Partial<CompanyValues> = {}): CompanyValues {
  const nothing = {
    creditCode: null,
    address: null,
    contact: null,
    registeredOn: null,
    documentNumber: null,
    issuingBody: null,
  };
  return { ...nothing, name, ...more };
}

function plan(told: readonly CompanyValues[], known: readonly KnownCompany[] = []): CompanyPlan {
  let next = 0;
  return planCompanies(
    told.map((each, index) => ({ row: index + 2, values: each })),
    known,
    () => `new${(next += 1)}`,
  );
}

function written(made: CompanyPlan): KnownCompany[] {
  return made.inserts.map(({ id, values: each }) => ({ ...each, id }));
}

describe('a list of companies', () => {
  it('is the same company by credit code, whatever its name', () => {
    const known = [{ ...values('甲物业有限公司', { creditCode: CODE }), id: 'x' }];
    const made = plan([values('甲城市服务有限公司', { creditCode: CODE })], known);
    expect(made.updates).toMatchObject([{ id: 'x', values: { name: '甲城市服务有限公司' } }]);
  });

  it('is the same company by name in another spelling, and learns its code', () => {
    const known = [{ ...values('甲（晋城）物业有限公司', { address: '太行路' }), id: 'x' }];
    const made = plan([values('甲(晋城) 物业有限责任公司', { creditCode: CODE })], known);
    expect(made.updates).toMatchObject([{ id: 'x', values: { creditCode: CODE, address: '太行路' } }]);
  });

  it('is another company under another code, and both rows are warned each time', () => {
    const told = [values('甲物业', { creditCode: CODE }), values('甲物业', { creditCode: OTHER_CODE })];
    const first = plan(told);
    const again = plan(told, written(first));
    expect(first.inserts).toHaveLength(2);
    expect(again).toMatchObject({ inserts: [], updates: [], unchanged: [2, 3] });
    const codes = (made: CompanyPlan): unknown => made.issues.map(({ row, code }) => [row, code]);
    expect(codes(first)).toEqual([
      [2, 'company.namesake'],
      [3, 'company.namesake'],
    ]);
    expect(codes(again)).toEqual(codes(first));
  });

  it('cannot choose between namesakes by name alone', () => {
    const known = [CODE, OTHER_CODE].map((creditCode) => ({ ...values('甲物业', { creditCode }), id: creditCode }));
    expect(plan([values('甲物业')], known).issues).toMatchObject([{ severity: 'rejected', code: 'company.ambiguous' }]);
  });

  it('keeps a code that fails its check, with a warning', () => {
    const made = plan([values('甲物业', { creditCode: '91350211M0000XUF46' })]);
    expect(made.inserts).toHaveLength(1);
    expect(made.issues).toMatchObject([
      { severity: 'warning', code: 'company.credit-code-doubtful', column: 'creditCode' },
    ]);
  });

  it('tells a company that is listed twice', () => {
    const told = values('甲物业', { creditCode: CODE, address: '太行路' });
    const made = plan([told, { ...told, address: null }, { ...told, address: '泽州路' }]);
    expect(made.issues.map(({ row, severity, params }) => [row, severity, params.firstRow])).toEqual([
      [3, 'duplicate', 2],
      [4, 'rejected', 2],
    ]);
    expect(made.unchanged).toEqual([3]);
  });

  it('knows a company of which nothing but the name and code is known', () => {
    expect(isBare(values('甲', { creditCode: CODE }))).toBe(true);
    expect(isBare(values('甲', { address: '太行路' }))).toBe(false);
  });
});

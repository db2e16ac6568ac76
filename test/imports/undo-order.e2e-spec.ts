import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportsService, type ImportReport } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';

const HEADINGS: Readonly<Record<string, string>> = {
  compounds: '小区编码,小区名称,地址',
  companies: '企业名称',
  services: '小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期',
  committees: '小区编码,类型,应有席位,在任人数,任期开始,任期截止,文号,备案机关',
  'party-organisations': '对象类型,小区编码,物业企业,组织形式,任期开始,任期截止,批准机关,文号',
};
const COMPOUND = 'A,和顺苑,一号路1号';
const COMMITTEE = 'A,业委会,7,7,2025-01-01,2029-12-31,街业备1号,街道办';
const CONTRACT = 'A,物业企业,甲物业公司,备1号,住建局,2025-01-01,2027-12-31';
const PARTY_PAPER = '2025-01-01,2027-12-31,街道党工委,街党组1号';

let test: TestApp;
let city: TestCity;
beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
});

async function sent(kind: string, line: string, list = `${kind}-list`): Promise<ImportReport> {
  const report = await importList(test, city, kind, [HEADINGS[kind] ?? '', line], { list });
  expect(report).toMatchObject({ rows: 1, accepted: 1 });
  return report;
}

async function undone({ id }: ImportReport): Promise<unknown> {
  const imports = test.app.get(ImportsService);
  return imports.undo(city.operator, id).catch((refusal: unknown) => refusal);
}

const DONE = { status: 'undone' };

describe('taking a list back on which later lists stand', () => {
  it('waits until the party organisations of its committees are taken back', async () => {
    await sent('compounds', COMPOUND);
    const committees = await sent('committees', COMMITTEE);
    const party = await sent('party-organisations', `业委会,A,,独立党支部,${PARTY_PAPER}`);
    expect(await undone(committees)).toMatchObject({
      code: 'record.in-use',
      params: { document: '街业备1号', what: '党组织登记', example: '和顺苑业主委员会独立党支部' },
    });
    expect(await rowsOf(test, city, 'SELECT 1 FROM committee WHERE superseded_at IS NOT NULL')).toEqual([]);
    expect(await undone(party)).toMatchObject(DONE);
    expect(await undone(committees)).toMatchObject(DONE);
  });

  it('waits for what is merely claimed of its committees too', async () => {
    await sent('compounds', COMPOUND);
    const committees = await sent('committees', COMMITTEE);
    const party = await sent('party-organisations', '业委会,A,,独立党支部,,,,', '党建台账');
    expect(await undone(committees)).toMatchObject({
      code: 'record.in-use',
      params: { what: '名单所称', example: '党建台账' },
    });
    expect(await undone(party)).toMatchObject(DONE);
    expect(await undone(committees)).toMatchObject(DONE);
  });

  it('goes ahead where the committee stands on from an earlier list', async () => {
    await sent('compounds', COMPOUND);
    await sent('committees', COMMITTEE);
    const correction = await sent('committees', COMMITTEE.replace('7,7', '7,5'), 'later');
    await sent('party-organisations', `业委会,A,,独立党支部,${PARTY_PAPER}`);
    expect(await undone(correction)).toMatchObject(DONE);
    expect(await rowsOf(test, city, 'SELECT members FROM committee WHERE superseded_at IS NULL')).toEqual([
      { members: 7 },
    ]);
  });

  it('waits until what stands on its companies is taken back', async () => {
    const companies = await sent('companies', '甲物业公司');
    const party = await sent('party-organisations', `物业企业,,甲物业公司,独立党支部,${PARTY_PAPER}`);
    expect(await undone(companies)).toMatchObject({
      code: 'company.in-use',
      params: { company: '甲物业公司', what: '党组织登记' },
    });
    expect(await undone(party)).toMatchObject(DONE);
    const claim = await sent('party-organisations', '物业企业,,甲物业公司,独立党支部,,,,', '党建台账');
    expect(await undone(companies)).toMatchObject({ code: 'company.in-use', params: { what: '名单所称' } });
    expect(await undone(claim)).toMatchObject(DONE);
    expect(await undone(companies)).toMatchObject(DONE);
    expect(await rowsOf(test, city, 'SELECT 1 FROM company WHERE superseded_at IS NULL')).toEqual([]);
  });

  it('leaves a company that only its contracts named, while a party organisation names it', async () => {
    await sent('compounds', COMPOUND);
    const services = await sent('services', CONTRACT);
    await sent('party-organisations', `物业企业,,甲物业公司,独立党支部,${PARTY_PAPER}`);
    expect(await undone(services)).toMatchObject(DONE);
    expect(await rowsOf(test, city, 'SELECT name FROM company WHERE superseded_at IS NULL')).toEqual([
      { name: '甲物业公司' },
    ]);
  });

  it.each([
    ['services', CONTRACT, '物业服务登记'],
    ['services', 'A,物业企业,甲物业公司,,,,', '名单所称'],
    ['committees', COMMITTEE, '业主委员会或物业管理委员会登记'],
  ])('does not take compounds from under a list of %s: %s', async (kind, line, what) => {
    const compounds = await sent('compounds', COMPOUND);
    const later = await sent(kind, line);
    expect(await undone(compounds)).toMatchObject({
      code: 'compound.import-needed',
      params: { what, example: '和顺苑' },
    });
    expect(await undone(later)).toMatchObject(DONE);
    expect(await undone(compounds)).toMatchObject(DONE);
  });
});

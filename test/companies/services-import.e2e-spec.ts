import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';

const HEADINGS = '小区编码,服务方式,物业企业,统一社会信用代码,文号,备案机关,签发日期,开始日期,截止日期,备案日期';
const PAPER = '住建局,2025-01-01,2025-01-05,2027-12-31,2025-01-20';

let test: TestApp;
let city: TestCity;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-23T08:00:00+08:00');
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  ids = await compoundsOf(test, city, ['A', 'B', 'C']);
});

const sent = (lines: readonly string[], options = {}) =>
  importList(test, city, 'services', [HEADINGS, ...lines], options);

interface Mode {
  mode: string;
  number: string;
  until: string;
  compounds: string[];
  company: string | null;
}

function modes(condition = 'm.superseded_at IS NULL'): Promise<Mode[]> {
  return rowsOf<Mode>(
    test,
    city,
    `SELECT m.mode, m.document_number AS number, m.effective_to::text AS until, c.name AS company,
       ARRAY(SELECT l.compound_id::text FROM service_mode_compound l WHERE l.service_mode_id = m.id ORDER BY 1) AS compounds
     FROM service_mode m LEFT JOIN company c ON c.id = m.company_id WHERE ${condition} ORDER BY m.document_number, m.recorded_at`,
  );
}

describe('a list of service modes', () => {
  it('writes evidence, keeps claims, and tells both apart in the report', async () => {
    const report = await sent([
      `A,物业企业,甲物业公司,,备1号,${PAPER}`,
      'B,业主自管,,,,,,,,',
      'C,,无,,,,,,,',
      'Z,物业企业,甲物业公司,,备9号,住建局,,2025-01-05,2027-12-31,',
    ]);
    expect(report).toMatchObject({ rows: 4, accepted: 3, unchanged: 0 });
    expect(report.claims).toMatchObject({ company: 0, self: 1, community: 0, none: 1, unknown: 0 });
    expect(report.rejected).toMatchObject([{ row: 5, code: 'record.compound-unknown' }]);
    expect(report.warnings).toMatchObject([{ row: 2, code: 'company.only-in-contracts' }]);
    expect(await modes()).toMatchObject([{ mode: 'P', number: '备1号', company: '甲物业公司', compounds: [ids.A] }]);
    const claims = await rowsOf(
      test,
      city,
      `SELECT subject_id AS id, mode FROM claim WHERE superseded_at IS NULL ORDER BY mode`,
    );
    expect(claims).toEqual([
      { id: ids.C, mode: 'none' },
      { id: ids.B, mode: 'self' },
    ]);
  });

  it('changes nothing and says the same when it comes again', async () => {
    const lines = [
      `A,物业企业,甲物业公司,,备1号,${PAPER}`,
      'B,业主自管,,,,,,,,',
      `A,物业企业,甲物业公司,,备1号,${PAPER}`,
    ];
    const first = await sent(lines);
    const again = await sent(lines);
    expect(first.duplicates).toMatchObject([{ row: 4, code: 'record.repeated' }]);
    const told = ({ rows, accepted, rejected, warnings, duplicates, claims }: typeof first) => ({
      rows,
      accepted,
      rejected,
      warnings,
      duplicates,
      claims,
    });
    expect(told(again)).toEqual(told(first));
    expect(again).toMatchObject({ accepted: 3, unchanged: 3 });
    expect(await modes('true')).toHaveLength(1);
    expect(await rowsOf(test, city, 'SELECT 1 FROM claim')).toHaveLength(1);
    const versions = await rowsOf<{ v: string }>(test, city, 'SELECT fact_version AS v FROM city_stamp');
    await sent(lines);
    expect(await rowsOf(test, city, 'SELECT fact_version AS v FROM city_stamp')).toEqual(versions);
  });

  it('corrects a record in place of the old row, and gives it back when the import is undone', async () => {
    await sent([`A,物业企业,甲物业公司,,备1号,${PAPER}`]);
    const corrected = await sent(['A,物业企业,甲物业公司,,备1号,住建局,2025-01-01,2025-01-05,2026-06-30,'], {
      list: 'other',
    });
    expect(await modes()).toMatchObject([{ until: '2026-06-30' }]);
    expect(await modes('m.superseded_at IS NOT NULL')).toMatchObject([{ until: '2027-12-31' }]);
    const records = await rowsOf(test, city, 'SELECT DISTINCT record_id FROM service_mode');
    expect(records).toHaveLength(1);
    await test.app.get(ImportsService).undo(city.operator, corrected.id);
    expect(await modes()).toMatchObject([{ until: '2027-12-31', compounds: [ids.A] }]);
    expect(await modes('true')).toHaveLength(3);
    expect(await rowsOf(test, city, 'SELECT DISTINCT record_id FROM service_mode')).toEqual(records);
    const again = await sent(['A,物业企业,甲物业公司,,备1号,住建局,2025-01-01,2025-01-05,2026-09-30,'], {
      list: 'third',
    });
    await test.app.get(ImportsService).undo(city.operator, again.id);
    expect(await modes()).toMatchObject([{ until: '2027-12-31', compounds: [ids.A] }]);
  });

  it('takes back its contracts, claims and the companies that only they named', async () => {
    await sent([`A,物业企业,甲物业公司,,备1号,${PAPER}`]);
    const second = await sent([
      `B,物业企业,乙物业公司,,备2号,${PAPER}`,
      `C,物业企业,甲物业公司,,备3号,${PAPER}`,
      'C,业主自管,,,,,,,,',
    ]);
    await test.app.get(ImportsService).undo(city.operator, second.id);
    expect(await modes()).toMatchObject([{ number: '备1号' }]);
    expect(await rowsOf(test, city, 'SELECT name FROM company WHERE superseded_at IS NULL')).toEqual([
      { name: '甲物业公司' },
    ]);
    expect(await rowsOf(test, city, 'SELECT 1 FROM claim WHERE superseded_at IS NULL')).toEqual([]);
  });

  it('gets its records back when it is mended and sent again, so that what was said of them still holds', async () => {
    const first = await sent([`A,物业企业,甲物业公司,,备1号,${PAPER}`]);
    const records = await rowsOf(test, city, 'SELECT record_id FROM service_mode');
    test.at('2026-11-23T09:00:00+08:00');
    await test.app.get(ImportsService).undo(city.operator, first.id);
    test.at('2026-11-23T10:00:00+08:00');
    await sent(['A,物业企业,乙物业公司,,备1号,住建局,2025-01-01,2025-01-05,2028-12-31,2025-01-20']);
    expect(await rowsOf(test, city, 'SELECT record_id FROM service_mode WHERE superseded_at IS NULL')).toEqual(records);
    expect(await modes()).toMatchObject([{ company: '乙物业公司', until: '2028-12-31' }]);
    test.at('2026-11-23T08:00:00+08:00');
  });

  it('leaves a company that a later list completed', async () => {
    const report = await sent([`A,物业企业,甲物业公司,,备1号,${PAPER}`]);
    await importList(test, city, 'companies', ['企业名称,地址', '甲物业公司,太行路1号']);
    await test.app.get(ImportsService).undo(city.operator, report.id);
    const left = await rowsOf(test, city, 'SELECT name FROM company WHERE superseded_at IS NULL');
    expect(left).toEqual([{ name: '甲物业公司' }]);
  });

  it('refuses two companies over the same days, in one list and between lists', async () => {
    const other = 'A,物业企业,乙物业公司,,备2号,住建局,,2027-12-31,2029-12-31,';
    const report = await sent([`A,物业企业,甲物业公司,,备1号,${PAPER}`, other]);
    expect(report.rejected).toMatchObject([{ row: 3, code: 'service-mode.contracts-overlap', value: '备2号' }]);
    expect(report.rejected[0]?.message).toContain('备1号');
    const later = await sent([other, 'A,物业企业,乙物业公司,,备4号,住建局,,2028-01-01,2029-12-31,'], { list: 'other' });
    expect(later.rejected.map((issue) => issue.row)).toEqual([2]);
    expect((await modes()).map((mode) => mode.number)).toEqual(['备1号', '备4号']);
  });

  it('makes one record of a bundle', async () => {
    await sent(['A', 'B', 'C'].map((code) => `${code},连片打包,甲物业公司,,打包1号,${PAPER}`));
    expect(await modes()).toMatchObject([{ mode: 'B', compounds: [ids.A, ids.B, ids.C].sort() }]);
  });

  it('writes nothing on a dry run', async () => {
    const report = await sent([`A,物业企业,甲物业公司,,备1号,${PAPER}`, 'B,业主自管,,,,,,,,'], { dryRun: true });
    expect(report).toMatchObject({ accepted: 2, unchanged: 0 });
    expect(await modes('true')).toEqual([]);
    expect(await rowsOf(test, city, 'SELECT name FROM company')).toEqual([]);
  });

  it('keeps a credit code that fails its check, with a warning that says why', async () => {
    const report = await sent([`A,物业企业,甲物业公司,91350211M0000XUF46,备1号,${PAPER}`]);
    const warning = report.warnings.find((issue) => issue.code === 'company.credit-code-doubtful');
    expect(warning?.message).toContain('校验位应为');
    expect(await rowsOf(test, city, 'SELECT credit_code AS code FROM company')).toEqual([
      { code: '91350211M0000XUF46' },
    ]);
  });

  it('finds only the compounds inside the scope of who sends it', async () => {
    const here = await compoundsOf(test, city, ['H'], { area: '02001' });
    await compoundsOf(test, city, ['T'], { area: '81001' });
    const path = `${city.code}/${city.code}02/${city.code}02001/`;
    const scope = { kind: 'area', areaId: here.H as string, path } as const;
    const staff = {
      ...city.operator,
      grants: [{ role: 'sub-district-staff', scope, from: '2020-01-01', to: null }],
    } as const;
    const lines = ['A', 'H', 'T'].map((code) => `${code},物业企业,甲物业公司,,备${code}号,${PAPER}`);
    const report = await importList(test, { ...city, operator: staff }, 'services', [HEADINGS, ...lines]);
    expect(report.rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, 'record.compound-unknown'],
      [4, 'record.compound-unknown'],
    ]);
    expect(await modes()).toMatchObject([{ compounds: [here.H] }]);
  });

  it('tells whose verdicts may change', async () => {
    await sent([`A,物业企业,甲物业公司,,备1号,${PAPER}`, 'B,业主自管,,,,,,,,']);
    const changes = await rowsOf<{ ids: string[] }>(
      test,
      city,
      'SELECT compound_ids AS ids FROM fact_change ORDER BY version DESC LIMIT 1',
    );
    expect([...(changes[0]?.ids ?? [])].sort()).toEqual([ids.A, ids.B].sort());
  });
});

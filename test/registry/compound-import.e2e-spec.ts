import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { Register } from './register.js';

const LIST = [
  '小区名称,地址,所在区域,总户数,总建筑面积,建成年份,经纬度,物业公司',
  '凤鸣小区,太行路1号,城区城区,1000 户,314153 平方米,2005年,"112.86,35.49",金九物业',
  '阳光花园,泽州南路,东街街道,不详,69000㎡,,,业主自管',
  '书香苑,书院街,,约300户,,1998,,社区托管',
  '老矿家属院,,高平,,,,,无',
  '家属院,,,,,,,暂无资料',
  '家属院,,,,,,,',
].join('\n');

describe('importing a list of compounds', () => {
  let app: TestApp;
  let city: Register;

  beforeAll(async () => {
    app = await testApp();
  });

  afterAll(() => app.close());

  beforeEach(async () => {
    app.at('2026-11-23T08:00:00+08:00');
    city = await Register.of(app);
  });

  it('registers every row that has a name, in use from the day of the list, placed where its words are known', async () => {
    const report = await city.send(LIST, { asOf: '2026-10-01' });
    expect(report).toMatchObject({ rows: 6, accepted: 6, unchanged: 0, rejected: [] });
    expect(report.claims).toEqual({ company: 1, self: 1, community: 1, none: 1, unknown: 2 });
    expect(await city.inUse('2026-09-30')).toBe(0);
    expect(await city.inUse('2026-10-01')).toBe(6);
    const rows = await city.rows(
      `SELECT v.name, a.name AS area, v.households, v.floor_area, v.built_year, v.longitude FROM compound_version v
       LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id ORDER BY v.import_row`,
    );
    expect(rows).toEqual([
      { name: '凤鸣小区', area: '城区', households: 1000, floor_area: '31415300', built_year: 2005, longitude: 112.86 },
      {
        name: '阳光花园',
        area: '东街街道',
        households: null,
        floor_area: '6900000',
        built_year: null,
        longitude: null,
      },
      { name: '书香苑', area: null, households: 300, floor_area: null, built_year: 1998, longitude: null },
      { name: '老矿家属院', area: '高平市', households: null, floor_area: null, built_year: null, longitude: null },
      { name: '家属院', area: null, households: null, floor_area: null, built_year: null, longitude: null },
      { name: '家属院', area: null, households: null, floor_area: null, built_year: null, longitude: null },
    ]);
  });

  it('the same file again changes nothing and answers the same counts', async () => {
    const first = await city.send(LIST, { asOf: '2026-10-01' });
    app.at('2026-11-24T08:00:00+08:00');
    const again = await city.send(LIST, { asOf: '2026-10-01' });
    const { rows, accepted, rejected, warnings, duplicates, claims } = first;
    expect(again).toMatchObject({ rows, accepted, rejected, warnings, duplicates, claims, unchanged: accepted });
    const counts = await city.rows(
      `SELECT (SELECT count(*)::int FROM compound) AS compounds, (SELECT count(*)::int FROM compound_version) AS versions,
         (SELECT count(*)::int FROM compound_source) AS sources, (SELECT count(*)::int FROM claim) AS claims,
         (SELECT count(*)::int FROM fact_change) AS changes`,
    );
    expect(counts).toEqual([{ compounds: 6, versions: 6, sources: 6, claims: 4, changes: 1 }]);
  });

  it('a changed row is a new version from the day of the list, and both clocks hold', async () => {
    await city.send('小区名称,地址,总户数\n凤鸣小区,太行路1号,1000户', { asOf: '2026-01-01' });
    app.at('2026-11-25T08:00:00+08:00');
    const report = await city.send('小区名称,地址,总户数\n凤鸣小区,太行路1号,1200户', { asOf: '2026-06-01' });
    expect(report).toMatchObject({ accepted: 1, unchanged: 0, duplicates: [], warnings: [] });
    const rows = await city.rows(
      `SELECT valid_from::text, valid_to::text, households, superseded_at IS NULL AS known FROM compound_version ORDER BY recorded_at, valid_from`,
    );
    expect(rows).toEqual([
      { valid_from: '2026-01-01', valid_to: null, households: 1000, known: false },
      { valid_from: '2026-01-01', valid_to: '2026-06-01', households: 1000, known: true },
      { valid_from: '2026-06-01', valid_to: null, households: 1200, known: true },
    ]);
  });

  it('the same list for an earlier day makes its compounds older', async () => {
    await city.send(LIST);
    expect(await city.inUse('2026-03-01')).toBe(0);
    await city.send(LIST, { asOf: '2026-01-01' });
    expect(await city.inUse('2026-03-01')).toBe(6);
    expect(await city.inUse('2026-11-23')).toBe(6);
  });

  it('what a list no longer says stays as it was', async () => {
    await city.send('小区名称,地址,总户数\n凤鸣小区,太行路1号,1000户', { asOf: '2026-01-01' });
    app.at('2026-11-25T08:00:00+08:00');
    expect(await city.send('小区名称,地址,总户数\n凤鸣小区,太行路1号,不详')).toMatchObject({
      accepted: 1,
      unchanged: 0,
    });
    expect(await city.rows('SELECT households FROM compound_version WHERE superseded_at IS NULL')).toEqual([
      { households: 1000 },
    ]);
  });

  it('another list never overwrites: it brings its own compound, warned and offered for merging', async () => {
    await city.send('小区名称,地址,总户数\n凤鸣小区,太行路1号,1000户', { fileName: '甲.csv' });
    const report = await city.send('小区名称,地址,总户数\n凤鸣小区,太行路1号,980户', { fileName: '乙.csv' });
    expect(report.accepted).toBe(1);
    expect(report.duplicates).toMatchObject([
      { row: 2, column: '小区名称', value: '凤鸣小区', code: 'compound.name-exists' },
    ]);
    expect(report.duplicates[0]?.message).toContain('甲');
    expect(await city.inUse('2026-11-23')).toBe(2);
    expect(await city.send('小区名称,地址,总户数\n凤鸣小区,太行路1号,980户', { fileName: '乙.csv' })).toMatchObject({
      unchanged: 1,
      duplicates: report.duplicates,
    });
  });

  it('equal name and address in one file are one compound; the first row counts', async () => {
    const report = await city.send(
      '小区名称,地址,总户数\n凤鸣小区,太行路1号,1000\n凤鸣小区,太行路 1号,900\n凤鸣小区,泽州路,5',
    );
    expect(report).toMatchObject({ rows: 3, accepted: 3, unchanged: 1 });
    expect(report.duplicates.map((each) => [each.row, each.code])).toEqual([
      [3, 'compound.row-repeated'],
      [4, 'compound.name-repeated'],
    ]);
    expect(await city.inUse('2026-11-23')).toBe(2);
  });

  it('its own code tells a row from the others, and a code that another list used is not taken over', async () => {
    await city.send('小区编码,小区名称\nA-1,凤鸣小区', { fileName: '甲.csv' });
    expect(await city.send('小区编码,小区名称\nA-1,凤鸣花园', { fileName: '甲.csv' })).toMatchObject({
      accepted: 1,
      unchanged: 0,
    });
    expect(await city.inUse('2026-11-23')).toBe(1);
    const other = await city.send('小区编码,小区名称\nA-1,白云小区', { fileName: '乙.csv' });
    expect(other.duplicates.map((each) => each.code)).toEqual(['compound.code-exists']);
    expect(await city.inUse('2026-11-23')).toBe(2);
  });

  it('a dry run tells the same and leaves nothing', async () => {
    const dry = await city.send(LIST, { dryRun: true });
    expect(await city.inUse('2026-11-23')).toBe(0);
    const real = await city.send(LIST);
    const { rows, accepted, unchanged, claims, duplicates } = real;
    expect(dry).toMatchObject({ rows, accepted, unchanged, claims, duplicates });
  });

  it('impossible values leave their row out, the others go in', async () => {
    const text = [
      '小区名称,总户数,建成年份',
      '甲,-5,2005',
      '乙,100,3020',
      `${'长'.repeat(10_000)},1,2005`,
      ',5,2005',
      '丁,100,2005',
    ].join('\n');
    const report = await city.send(text);
    expect(report.accepted).toBe(1);
    expect(report.rejected.map((each) => [each.row, each.column])).toEqual([
      [2, '总户数'],
      [3, '建成年份'],
      [4, '小区名称'],
      [5, '小区名称'],
    ]);
  });

  it('places that are unknown or ambiguous are told, and the compound stays unplaced', async () => {
    const text = [
      '小区名称,区县,街道,社区',
      '甲,城区,东街街道,凤台社区',
      '乙,高平市,东街街道,',
      '丙,,不存在街道,',
      '丁,,,',
    ].join('\n');
    const report = await city.send(text);
    expect(report.warnings.map((each) => [each.row, each.code])).toEqual([
      [3, 'compound.area-partly-known'],
      [4, 'compound.area-unknown'],
    ]);
    const rows = await city.rows(
      `SELECT a.name AS area FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id ORDER BY v.import_row`,
    );
    expect(rows).toEqual([{ area: '凤台社区' }, { area: '高平市' }, { area: null }, { area: null }]);
  });

  it('a point far from all others is told and not taken over, again when the file is sent again', async () => {
    const near = Array.from({ length: 25 }, (_, index) => `小区${index},路${index},"112.8${index},35.5"`);
    const text = ['小区名称,地址,经纬度', ...near, '远处,远路,"119.65,29.10"', '国外,外路,"2.35,48.85"'].join('\n');
    for (let times = 0; times < 2; times += 1) {
      const report = await city.send(text);
      expect(report.warnings.map((each) => [each.row, each.code, each.value])).toEqual([
        [27, 'compound.point-far-away', '119.65,29.10'],
        [28, 'import.cell-not-a-point', '2.35,48.85'],
      ]);
      expect(report).toMatchObject({ accepted: 27 });
    }
    const [placed] = await city.rows<{ n: number }>('SELECT count(longitude)::int AS n FROM compound_version');
    expect(placed?.n).toBe(25);
    const [said] = await city.rows<{ point: string }>(
      `SELECT said->>'point' AS point FROM compound_source WHERE row_number = 27`,
    );
    expect(said?.point).toBe('119.65,29.10');
  });

  it('people of a sub-district import inside it only', async () => {
    const person = await city.person('sub-district-staff', `${city.code}02001`);
    const report = await city.send('小区名称,地址,街道\n甲,一路,东街街道\n乙,二路,西街街道\n丙,三路,', { as: person });
    expect(report.accepted).toBe(1);
    expect(report.rejected.map((each) => [each.row, each.code])).toEqual([
      [3, 'compound.row-outside-scope'],
      [4, 'compound.row-outside-scope'],
    ]);
  });

  it('keeps a unit that stood in the heading, so that the words alone say what was meant', async () => {
    await city.send('小区名称,总建筑面积(万㎡)\n甲,6.9');
    expect(
      await city.rows(
        `SELECT v.floor_area, s.said->>'floorArea' AS said FROM compound_version v JOIN compound_source s USING (compound_id)`,
      ),
    ).toEqual([{ floor_area: '6900000', said: '69000.00㎡' }]);
    expect(await city.send('小区名称,总建筑面积(万㎡)\n甲,6.9')).toMatchObject({ unchanged: 1 });
  });

  it('columns that mean nothing to the register are listed and kept', async () => {
    const report = await city.send('小区名称,绿化率,容积率\n甲,35%,2.1');
    expect(report.extraColumns).toEqual(['绿化率', '容积率']);
    expect(await city.rows('SELECT extra FROM compound_source')).toEqual([{ extra: { 绿化率: '35%', 容积率: '2.1' } }]);
  });

  it('a row whose address was mended is told, since its compound of before remains', async () => {
    await city.send('小区名称,地址\n凤鸣小区,太行路');
    const report = await city.send('小区名称,地址\n凤鸣小区,太行路1号');
    expect(report.warnings.map((each) => each.code)).toEqual(['compound.name-moved']);
    expect(await city.inUse('2026-11-23')).toBe(2);
  });

  it('a character that PostgreSQL does not keep spoils no import', async () => {
    const text = String.raw`[{"小区名称":"凤鸣小区","备注":"前\u0000后\ud800","物业公司":"金九\u0000物业"}]`;
    expect(await city.send(text, { fileName: '名单.json' })).toMatchObject({ accepted: 1, rejected: [] });
    expect(await city.rows('SELECT extra FROM compound_source')).toEqual([{ extra: { 备注: '前后' } }]);
    expect(await city.rows('SELECT words FROM claim')).toEqual([{ words: '金九物业' }]);
  });
});

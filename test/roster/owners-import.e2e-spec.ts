import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import { Database, ImportsService, ImportWorkbooks, type ImportReport } from '#libs/platform';
import { RosterService, type Parties } from '#libs/roster';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';

const HEADINGS = '小区编码,楼栋,单元,房号,建筑面积,业主姓名,身份证号,联系电话,产权份额,房屋状态,房屋用途';
const REAL = path.resolve(import.meta.dirname, '../../../shared/data/roll/unit_shares_raw.json');

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
  ids = await compoundsOf(test, city, ['A', 'B']);
});

const sent = (lines: readonly string[], options = {}): Promise<ImportReport> =>
  importList(test, city, 'owners', [HEADINGS, ...lines], { list: '业主名册', ...options });
const told = (issues: readonly { row: number; code: string }[]): string[] =>
  issues.map(({ row, code }) => `${row} ${code}`);

async function nameOf(code: string): Promise<string> {
  const text = 'SELECT name FROM compound_version WHERE compound_id = $1';
  const [row] = await rowsOf<{ name: string }>(test, city, text, [ids[code]]);
  return row?.name ?? '';
}

function parties(code = 'A', on = '2026-11-23'): Promise<Parties> {
  const roster = test.app.get(RosterService);
  return test.app
    .get(Database)
    .transaction(city.operator, (manager) => roster.partiesOf(manager, city.operator, ids[code] as string, on));
}

const units = (
  columns = `address_key AS key, floor_area::int AS area, area_source AS source, valid_from::text AS day`,
) =>
  rowsOf(
    test,
    city,
    `SELECT ${columns} FROM unit_version WHERE superseded_at IS NULL ORDER BY address_key, valid_from`,
  );

describe('a register of owners', () => {
  it('is read as real ones come: a total line, areas with units, several owners in a cell, one owner over lines', async () => {
    const report = await sent([
      'A,1号楼,1单元,101,89.56㎡,张三,11010519491231002X,13800131234,,已交付,住宅',
      'A,1,1,0102,100,张三,11010519491231002x,,,已交付,住宅',
      'A,1栋,2单元,201,120.5平方米,李四、王五,,"13900001111,13900002222",,已交付,住宅',
      'A,2号楼,1单元,101,88.00,赵六,,,50%,已交付,住宅',
      'A,2号楼,1单元,101,88.00,钱七,,,50%,,',
      'A,2号楼,1单元,102,88.00,孙八,,,33.33%,已交付,住宅',
      'A,2号楼,1单元,201,90,晋城示例置业有限公司,,,,未售,住宅',
      'A,2号楼,1单元,202,90,开发商,,,,,住宅',
      'A,2号楼,1单元,301,90,周九,,,,已售未交付,住宅',
      'A,地下,,车位12,12.5,张三,11010519491231002X,,,已售,车位',
      'A,2号楼,1单元,302,,,,,,,',
      '合计,,,,766.56,,,,,,',
    ]);
    expect(report).toMatchObject({ rows: 11, accepted: 11, unchanged: 0, rejected: [], duplicates: [] });
    expect(told(report.warnings)).toEqual([
      '7 roster.shares-incomplete',
      '12 roster.owner-unknown',
      '12 roster.area-missing',
      '13 import.total-line',
    ]);
    expect(report.warnings[0]?.message).toContain('33.33%');
    const found = await parties();
    expect(
      found.parties.map(({ kind, weight, units: held, doubts }) => [kind, weight, held.length, doubts]).sort(),
    ).toEqual(
      [
        ['owner', 8956 + 10_000, 2, []],
        ['co-owners', 12_050, 1, ['representative-missing']],
        ['co-owners', 8800, 1, ['representative-missing']],
        ['owner', 8800, 1, ['shares-incomplete']],
        ['developer', 27_000, 3, []],
        ['unknown', 0, 1, ['area-unknown', 'owner-unknown']],
      ].sort(),
    );
    expect([found.heads, found.weight, found.excluded.length]).toEqual([6, 75_606, 1]);
    expect((await units()).slice(0, 2)).toEqual([
      { key: '1|1|101', area: 8956, source: 'list', day: '2026-11-23' },
      { key: '1|1|102', area: 10_000, source: 'list', day: '2026-11-23' },
    ]);
  });

  it('warns of doubtful numbers without ever quoting them, and rejects what names no unit or no compound', async () => {
    const report = await sent([
      'A,1,1,101,89.56,张三,110105194912310021,12345,,,',
      'A,1,1,102,89.56,张三,,,150%,,',
      'A,1,1,,89.56,李四,,,,,',
      'Z,1,1,103,89.56,李四,,,,,',
      'A,1,1,104,89.56,王一、王二、王三,11010519491231002X,,,,',
      'A,1,1,101,99,张三,,,,,',
      'A,1,1,104,,王一,,,,,',
      'A,1,1,105,89.56,张三,,,,,',
    ]);
    expect(told([...report.rejected, ...report.warnings, ...report.duplicates])).toEqual([
      '4 roster.address-missing',
      '5 record.compound-unknown',
      '7 roster.unit-contradicts',
      '2 roster.id-doubtful',
      '2 roster.phone-doubtful',
      '3 roster.share-unreadable',
      '6 roster.numbers-unpaired',
      '9 roster.namesake',
      '8 roster.owner-repeated',
    ]);
    const stored = JSON.stringify(await rowsOf(test, city, 'SELECT * FROM import_issue'));
    for (const personal of ['110105194912310021', '12345', '张三', '王一', '11010519491231002X']) {
      expect([personal, stored.includes(personal)]).toEqual([personal, false]);
    }
  });

  it('stores nothing personal in the clear, in no table and in no file', async () => {
    await sent(['A,1,1,101,89.56,张三丰,11010519491231002X,13800131234,,,']);
    const kept = await rowsOf(test, city, 'SELECT * FROM owner_detail');
    expect(kept).toHaveLength(1);
    const audit = await rowsOf(test, city, 'SELECT * FROM audit_line');
    for (const personal of ['张三丰', '11010519491231002X', '13800131234']) {
      expect(JSON.stringify([kept, audit])).not.toContain(personal);
    }
    const [{ sha256 }] = (await rowsOf(test, city, 'SELECT sha256 FROM file')) as [{ sha256: string }];
    const file = path.join(test.config.dataFolder, 'files', String(city.city.id), sha256.slice(0, 2), sha256);
    expect(readFileSync(file).includes('张三丰')).toBe(false);
  });

  it('is unchanged when it comes again, changes what it says anew, and keeps what it does not tell', async () => {
    const lines = [
      'A,1,1,101,89.56,张三,,13800131234,,,',
      'A,1,1,102,89.56,李四、王五,,,"1/2,1/2",,',
      'A,1,1,103,89.56,张三,,,,,',
      'A,1,1,104,89.56,晋城示例置业有限公司,,,,未售,',
      'A,1,1,105,,,,,,,',
    ];
    await sent(lines);
    expect(await sent(lines)).toMatchObject({ accepted: 5, unchanged: 5 });
    const counts = `SELECT (SELECT count(*)::int FROM owner) AS owners, (SELECT count(*)::int FROM ownership) AS held,
      (SELECT count(*)::int FROM unit_version) AS versions`;
    expect(await rowsOf(test, city, counts)).toEqual([{ owners: 5, held: 5, versions: 5 }]);
    const later = await sent(['A,1,1,101,89.56,赵六,,,,,', 'A,1,1,102,,王五、李四,,,,,', 'A,1,1,103,90,,,,,,'], {
      asOf: '2026-11-24',
    });
    expect(later).toMatchObject({ accepted: 3, unchanged: 1, rejected: [] });
    const history = `SELECT u.address_key AS key, o.valid_from::text AS from, o.valid_to::text AS to
      FROM ownership o JOIN unit_version u ON u.unit_id = o.unit_id AND u.superseded_at IS NULL AND u.valid_to IS NULL
      WHERE o.superseded_at IS NULL AND u.room = '101' ORDER BY o.valid_from`;
    expect(await rowsOf(test, city, history)).toEqual([
      { key: '1|1|101', from: '2026-11-23', to: '2026-11-24' },
      { key: '1|1|101', from: '2026-11-24', to: null },
    ]);
    expect((await parties('A', '2026-11-23')).parties).not.toEqual((await parties('A', '2026-11-24')).parties);
    const stale = await sent(['A,1,1,101,89.56,孙八,,,,,'], { asOf: '2026-11-20' });
    expect(told(stale.warnings)).toContain('2 roster.list-older');
  });

  it('lets no list without a source change an area from the register of real estate', async () => {
    const headings = '小区编码,房号,建筑面积,面积来源,不动产权证号';
    await importList(test, city, 'owners', [headings, 'A,1-1-101,89.56,不动产登记,晋（2026）第1号']);
    const report = await importList(test, city, 'owners', ['小区编码,房号,建筑面积', 'A,1栋1单元101,95']);
    expect(told(report.warnings)).toContain('2 roster.area-weaker');
    expect(await units()).toMatchObject([{ area: 8956, source: 'registration' }]);
    await importList(test, city, 'owners', [headings, 'A,1-1-101,89.65,实测,'], { list: '实测' });
    expect(await units()).toMatchObject([{ area: 8956 }]);
  });
});

describe('taking a register back', () => {
  it('brings back what was known before, and refuses when something later rests on it', async () => {
    await sent(['A,1,1,101,89.56,张三,,,,,']);
    const before = await parties();
    const second = await sent(['A,1,1,101,95,李四,,,,,', 'A,1,1,102,90,李四,,,,,'], { list: '第二次' });
    expect((await parties()).heads).toBe(2);
    const imports = test.app.get(ImportsService);
    await imports.undo(city.operator, second.id);
    expect(await parties()).toEqual(before);
    const third = await sent(['A,1,1,101,95,李四,,,,,'], { list: '第三次' });
    await sent(['A,1,1,101,96,王五,,,,,'], { list: '第四次', asOf: '2026-11-24' });
    const refusal = await imports.undo(city.operator, third.id).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'roster.in-use', params: { address: '1-1-101' } });
  });

  it('is not needed after a dry run', async () => {
    expect(await sent(['A,1,1,101,89.56,张三,,,,,'], { dryRun: true })).toMatchObject({ accepted: 1 });
    expect((await parties()).heads).toBe(0);
  });
});

describe('files of other kinds', () => {
  it('name their compound by the name of the list, and rooms by the keys of JSON', async () => {
    const run = (list: string) =>
      test.app.get(ImportsService).run(city.operator, {
        kind: 'owners',
        list,
        fileName: 'shares.json',
        bytes: Buffer.from('{"A1-2":"40.005","A1-3":"59.985","總坪數":"100.000"}'),
      });
    const unnamed = await run('无名');
    expect(told(unnamed.rejected)).toEqual(['1 roster.compound-missing', '2 roster.compound-missing']);
    const report = await run(`${await nameOf('B')}业主名册`);
    expect(told(report.warnings)).toEqual([
      '1 roster.area-missing',
      '1 roster.common-shares-off',
      '2 roster.area-missing',
      '3 import.total-line',
    ]);
    expect(report.warnings[1]?.message).toContain('99.99%');
    expect(await units('building, room, common_numerator::int AS n, common_denominator::int AS d')).toEqual([
      { building: 'A1', room: '2', n: 8001, d: 20_000 },
      { building: 'A1', room: '3', n: 11_997, d: 20_000 },
    ]);
  });

  it('come back as a workbook of errors, opened for whoever mends it', async () => {
    const report = await sent(['A,1,1,,89.56,李四,,,,,']);
    const { bytes } = await test.app.get(ImportWorkbooks).errors(city.operator, report.id);
    expect(bytes.length).toBeGreaterThan(1000);
    const template = await test.app.get(ImportWorkbooks).template('owners');
    expect(template.fileName).toBe('房屋与业主名册模板-v1.xlsx');
  });
});

describe('a real list of shares, where the folder of real lists stands beside the project', () => {
  it('of 320 units sums up to 99.991%, with a total line of its own', async () => {
    if (!existsSync(REAL)) return;
    const list = await nameOf('A');
    const request = { kind: 'owners', list, fileName: 'shares.json', bytes: readFileSync(REAL) };
    const report = await test.app.get(ImportsService).run(city.operator, request);
    expect(report).toMatchObject({ rows: 320, accepted: 320, rejected: [] });
    const off = report.warnings.filter(({ code }) => code !== 'roster.area-missing');
    expect(off.map(({ code }) => code)).toEqual(['roster.common-shares-off', 'import.total-line']);
    expect(off[0]?.message).toContain('99.99%');
    expect((await parties()).heads).toBe(320);
  });
});

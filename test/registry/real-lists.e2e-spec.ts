import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { Register } from './register.js';

/** Lists as portals publish them, where they lie beside the project; they are read and never copied. */
const FOLDER = path.resolve(import.meta.dirname, '../../../shared/data/compounds');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];

type RawRow = Record<string, string>;

function rawRows(file: string): RawRow[] {
  return Object.values(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Record<string, RawRow>);
}

describe('lists in real use', () => {
  let app: TestApp;
  let city: Register;

  beforeAll(async () => {
    app = await testApp();
    app.at('2026-11-23T08:00:00+08:00');
    city = await Register.of(app);
  });

  afterAll(() => app.close());

  it('the form in which portals publish them is understood: odd headings, blanks, units, words for nothing', async () => {
    const portal = {
      某某城: {
        '小区年代：': '不详',
        '小区户数：': '2048',
        '总 幢 数：': '12幢',
        '总建筑面积：': '350000m2',
        地址: ' 太行路 ',
        地址链: '某网>某市小区',
        小区地址: '太行路',
        '物 业 费': ' 0.00元/㎡/月',
        物业公司: ' 暂无数据',
        经纬度: '',
      },
    };
    const report = await city.send(JSON.stringify(portal), { fileName: '门户.json' });
    expect(report).toMatchObject({
      rows: 1,
      accepted: 1,
      rejected: [],
      warnings: [],
      extraColumns: ['地址链', '小区地址'],
    });
    expect(report.claims).toEqual({ company: 0, self: 0, community: 0, none: 0, unknown: 1 });
    const facts = `SELECT name, address, households, buildings, floor_area FROM compound_version WHERE name = '某某城'`;
    const held = { name: '某某城', address: '太行路', households: 2048, buildings: 12, floor_area: '35000000' };
    expect(await city.rows(facts)).toEqual([held]);
  });

  for (const name of FILES) {
    it(`${name} goes in whole, every row with its claim, and changes nothing the second time`, async () => {
      const raw = rawRows(name);
      const text = readFileSync(path.join(FOLDER, name), 'utf8');
      const report = await city.send(text, { fileName: name });
      expect(report).toMatchObject({ rows: raw.length, accepted: raw.length, unchanged: 0, rejected: [] });
      const claims = report.claims ?? {};
      expect(Object.values(claims).reduce((sum, each) => sum + each, 0)).toBe(raw.length);
      const silent = raw.filter((row) => /^\s*(暂无资料|暂无数据|暂无信息)?\s*$/.test(row['物业公司'] ?? '')).length;
      expect(claims.unknown).toBe(silent);
      const sources = await city.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM compound_source WHERE list_name = $1 AND said->>'address' IS NOT NULL`,
        name.replace('.json', ''),
      );
      expect(sources[0]?.n).toBe(raw.filter((row) => (row['地址'] ?? '').trim() !== '').length);
      const again = await city.send(text, { fileName: name });
      expect(again).toMatchObject({ accepted: raw.length, unchanged: raw.length });
      const { claims: claimsAgain, warnings, duplicates } = again;
      expect({ claims: claimsAgain, warnings, duplicates }).toEqual({
        claims,
        warnings: report.warnings,
        duplicates: report.duplicates,
      });
    });
  }
});

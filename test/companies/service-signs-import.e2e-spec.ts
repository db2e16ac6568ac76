import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';

const HEADINGS = '小区编码,类型,日期,说明';

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

const sent = (lines: readonly string[], options = {}) =>
  importList(test, city, 'service-signs', [HEADINGS, ...lines], options);
const signs = (condition = 'superseded_at IS NULL') =>
  rowsOf(
    test,
    city,
    `SELECT compound_id AS id, kind, on_day::text AS day FROM service_sign WHERE ${condition} ORDER BY on_day, kind`,
  );

describe('a list of signs of service', () => {
  it('takes what has happened, and tells the rest', async () => {
    const report = await sent([
      'A,巡查,2026-11-01,',
      'B,收费,2026-11-23,',
      'A,报修,2026-11-24,',
      'A,巡查,1999-12-31,',
      'A,开会,2026-11-01,',
      'Z,巡查,2026-11-01,',
    ]);
    expect(report).toMatchObject({ rows: 6, accepted: 2, unchanged: 0 });
    expect(report.claims).toEqual({ company: 0, self: 0, community: 0, none: 0, unknown: 0 });
    expect(report.rejected.map(({ row, code }) => [row, code])).toEqual([
      [4, 'service-sign.day-impossible'],
      [5, 'service-sign.day-impossible'],
      [6, 'service-sign.kind-unknown'],
      [7, 'record.compound-unknown'],
    ]);
    expect(await signs()).toEqual([
      { id: ids.A, kind: 'inspection', day: '2026-11-01' },
      { id: ids.B, kind: 'fee-run', day: '2026-11-23' },
    ]);
  });

  it('is unchanged when it comes again, and gone when it is undone', async () => {
    const lines = ['A,巡查,2026-11-01,', 'A,收费,2026-11-01,', 'A,日常巡查,2026-11-01,同一天'];
    const first = await sent(lines);
    expect(first).toMatchObject({ accepted: 3, unchanged: 1, duplicates: [{ row: 4 }] });
    expect(await sent(lines)).toMatchObject({ accepted: 3, unchanged: 3 });
    expect(await signs('true')).toHaveLength(2);
    await test.app.get(ImportsService).undo(city.operator, first.id);
    expect(await signs()).toEqual([]);
    expect(await signs('true')).toHaveLength(2);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import type { Response } from 'supertest';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { importList } from '../support/lists.js';
import { anAdministrator, type Person } from '../support/people.js';

type Row = Readonly<Record<string, string | number>>;

describe('GET /coverage/export.xlsx', () => {
  let test: TestApp;
  let city: TestCity;
  let admin: Person;

  beforeAll(async () => {
    test = await testApp();
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    test.at('2026-11-20T09:00:00+08:00');
    city = await aCity(test);
    admin = await anAdministrator(test, city);
    await importList(test, city, 'compounds', [
      '小区编码,小区名称,区划代码,物业公司',
      `A,和顺苑,${city.code}02001001,同心物业服务有限公司`,
      `B,景明苑,${city.code}02001002,无`,
      'C,锦悦苑,,无',
    ]);
  });

  async function workbook(query: string, language = 'zh-CN'): Promise<Record<string, Row[]>> {
    const answer: Response = await test.http
      .get(`/api/v1/coverage/export.xlsx${query}`)
      .set('authorization', `Bearer ${admin.accessToken}`)
      .set('accept-language', language)
      .responseType('blob');
    expect(answer.status).toBe(200);
    const book = read(answer.body as Buffer);
    return Object.fromEntries(
      book.SheetNames.map((name) => [name.split(' ')[0], utils.sheet_to_json<Row>(book.Sheets[name] ?? {})]),
    ) as Record<string, Row[]>;
  }

  const columns = (rows: readonly Row[] | undefined, ...names: string[]): unknown[] =>
    (rows ?? []).map((row) => names.map((name) => row[name]));

  it('says states and targets in words, in Chinese, with the day and the basis', async () => {
    const { 覆盖率, 缺口, 说明 } = await workbook('?asOf=2026-11-21');
    expect(columns(覆盖率, '指标', '指标名称', '分母', '严口径', '声称 %', '缺口')[0]).toEqual([
      ...['C1', '物业服务覆盖', 3, 0, '33.33', 3],
    ]);
    expect(columns(缺口, '名称', '指标名称', '状态')).toContainEqual(['和顺苑', '物业服务覆盖', '未覆盖']);
    expect(columns(缺口, '区划', '名称')).toContainEqual(['未落位', '锦悦苑']);
    expect(JSON.stringify(缺口)).not.toMatch(/NOT_COVERED|null/);
    const told = Object.fromEntries(columns(说明, '项目', '内容') as [string, string][]);
    expect(told).toMatchObject({ 截至日: '2026-11-21', '统计口径（缺口按此计算）': '严口径', 来源: '家园系统' });
  });

  it('speaks English to whoever asks for it', async () => {
    const { Rates, Gaps, About } = await workbook('', 'en');
    expect(columns(Rates, 'Target', 'Target name', 'Gap')[0]).toEqual(['C1', 'Property service', 3]);
    expect(columns(Gaps, 'Area', 'State')).toContainEqual(['Unplaced', 'Not covered']);
    expect(columns(About, 'Item', 'Content')).toContainEqual(['As of', '2026-11-20']);
    const reasons = columns(Gaps, 'Reason', 'Next step').flat().join('');
    expect(reasons).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('holds the gaps that the page shows: same target, state, basis and place', async () => {
    const names = async (query: string): Promise<unknown[]> => {
      const page = (await admin.get(`/coverage/gaps${query}`)).body as { items: { subject: { name: string } }[] };
      const { 缺口 } = await workbook(query);
      const exported = columns(缺口, '名称').flat();
      expect(exported).toEqual(page.items.map(({ subject }) => subject.name));
      return exported;
    };
    expect((await names('?target=C1')).sort()).toEqual(['和顺苑', '景明苑', '锦悦苑']);
    expect((await names('?target=C1&basis=claimed')).sort()).toEqual(['景明苑', '锦悦苑']);
    expect(await names('?target=C1&state=STALE')).toEqual([]);
    expect(await names(`?target=C1&area=${city.code}&directly=true`)).toEqual(['锦悦苑']);
    expect(await names(`?target=C1&area=${city.code}02001&directly=true`)).toEqual([]);
  });
});

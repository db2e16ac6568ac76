import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportsService, type ImportReport } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';

let test: TestApp;
let city: TestCity;
beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
});

function sent(fileName: string, text: string): Promise<ImportReport> {
  const request = { kind: 'compounds', fileName, bytes: Buffer.from(text) };
  return test.app.get(ImportsService).run(city.operator, request);
}

const brief = (issues: ImportReport['warnings']): unknown[] =>
  issues.map(({ row, column, code }) => [row, column, code]);

describe('files as strangers send them', () => {
  it('calls the key of a JSON object by the name of its column', async () => {
    const object = { 和顺苑: { 地址: '一号' } };
    await sent('甲.json', JSON.stringify(object));
    const again = await sent('乙.json', JSON.stringify(object));
    expect(brief(again.duplicates)).toEqual([[1, '小区名称', 'compound.name-exists']]);
  });

  it.each(['[1,2,3]', '[ -1.5 ]', '[null]', '[true,false]'])(
    'says of %s that its items are no objects',
    async (text) => {
      await expect(sent('数.json', text)).rejects.toMatchObject({ code: 'import.json-not-a-list', params: { row: 1 } });
    },
  );

  it('does not say that a coordinate is missing where it merely cannot be', async () => {
    const lines = ['小区名称,经度,纬度', '反苑,35.5,112.8', '乱苑,东经,35.5', '半苑,112.8,'];
    expect(brief((await sent('坐标.csv', lines.join('\n'))).warnings)).toEqual([
      [2, '纬度', 'import.cell-out-of-range'],
      [3, '经度', 'import.cell-not-a-number'],
      [4, '经度', 'compound.point-half'],
    ]);
  });
});

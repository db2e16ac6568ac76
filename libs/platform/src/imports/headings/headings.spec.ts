import { describe, expect, it } from '@jest/globals';
import { count } from '../cells/number-cells.js';
import { floorArea } from '../cells/area-cells.js';
import { text } from '../cells/text-cells.js';
import type { RawCell } from '../cells/raw-cell.js';
import type { MergedRange, RawTable } from '../reading/raw-table.js';
import { defineColumns } from '../rows/import-columns.js';
import { findHeadings, looksLikeHeadings } from './find-headings.js';
import { layOut } from './heading-layout.js';
import { HeadingTable } from './heading-table.js';
import { normaliseHeading } from './normalise-heading.js';

const columns = defineColumns({
  name: {
    label: { zh: '小区名称', en: 'Name' },
    type: text(),
    synonyms: ['小区名', 'plot_name', '名称'],
    required: true,
  },
  address: {
    label: { zh: '地址', en: 'Address' },
    type: text(),
    synonyms: ['坐落'],
    fallbacks: ['小区地址', '物业地址'],
  },
  households: { label: { zh: '户数', en: 'Households' }, type: count(), synonyms: ['小区户数', '总户数', '房屋总数'] },
  floorArea: { label: { zh: '建筑面积', en: 'Floor area' }, type: floorArea(), synonyms: ['总建筑面积'] },
  fee: { label: { zh: '物业费', en: 'Fee' }, type: text(), synonyms: ['物业费用'] },
  company: { label: { zh: '物业公司', en: 'Company' }, type: text(), synonyms: ['物业服务公司名称'] },
});
const table = new HeadingTable(columns, 'name');

function sheet(lines: readonly (readonly RawCell[])[], merges: readonly MergedRange[] = [], headed = false): RawTable {
  const head = lines.map((cells, at) => ({ number: at + 1, cells }));
  return { name: '', head, merges, headed, rows: async function* () {} };
}

function found(lines: readonly (readonly RawCell[])[], merges: readonly MergedRange[] = []) {
  const line = findHeadings(table, sheet(lines, merges));
  if (!line) throw new Error('no headings');
  const layout = layOut(table, line, '名单.xlsx');
  const fields = Object.fromEntries([...layout.fields].map(([field, { column }]) => [field, column]));
  return { fields, extra: layout.extra, firstRow: layout.firstRow, lastRow: layout.lastRow, layout };
}

describe('one heading', () => {
  it.each([
    ['物 业 费', '物业费', ''],
    ['小区户数：', '小区户数', ''],
    ['总 幢 数：', '总幢数', ''],
    ['＊小区名称', '小区名称', ''],
    ['小区名称*:', '小区名称', ''],
    ['Plot_Name', 'plot_name', ''],
    ['建筑面积（㎡）', '建筑面积', 'm2'],
    ['建筑面积(单位：万平方米)', '建筑面积', '万平方米'],
    ['建筑面积/万㎡', '建筑面积', '万m2'],
    ['户数（户）', '户数', '户'],
    ['名称（必填，与公章一致）', '名称', ''],
    ['建成\n年份', '建成年份', ''],
  ])('%j is %j, unit %j', (written, bare, unit) => {
    const normalised = normaliseHeading(written);
    expect([normalised.bare, normalised.unit]).toEqual([bare, unit]);
  });

  it('is known by label, field, synonym and fallback', () => {
    expect(table.match('物 业 费：')).toEqual({ field: 'fee', rank: 0, unit: '' });
    expect(table.match('NAME')).toEqual({ field: 'name', rank: 0, unit: '' });
    expect(table.match('小区地址')).toEqual({ field: 'address', rank: 1, unit: '' });
    expect(table.match('总建筑面积（万㎡）')).toEqual({ field: 'floorArea', rank: 0, unit: '万m2' });
    expect(table.match('绿化率')).toBeNull();
  });

  it('may not mean two fields', () => {
    const label = { zh: '户数', en: 'A' };
    const twice = {
      a: { label, type: text() },
      b: { label: { zh: '名', en: 'B' }, type: text(), synonyms: ['户 数'] },
    };
    expect(() => new HeadingTable(twice)).toThrow('would mean both');
  });
});

describe('the heading row', () => {
  const MERGED_TITLE = [{ top: 1, bottom: 1, left: 0, right: 3 }];

  it('is found under a title merged over the table', () => {
    const title: RawCell[] = ['晋城市住宅小区台账（2026年）', null, null, null];
    const lines = [title, ['序号', '小区名称', '地址', '户数（户）'], [1, '凤鸣小区', '凤城路', 12]];
    expect(found(lines, MERGED_TITLE)).toMatchObject({
      fields: { name: 1, address: 2, households: 3 },
      extra: [{ column: 0, name: '序号' }],
      firstRow: 2,
      lastRow: 2,
    });
  });

  it('is joined from two lines with merged groups', () => {
    const lines: RawCell[][] = [
      ['小区名称', '规模', null, '物业服务', null],
      [null, '总户数', '建筑面积', '公司名称', '到期日'],
      ['凤鸣小区', 12, '69000㎡', '某公司', '2026-01-01'],
    ];
    const merges = [
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
      { top: 1, bottom: 1, left: 3, right: 4 },
    ];
    for (const each of [found(lines, merges), found(lines)]) {
      expect(each).toMatchObject({
        fields: { name: 0, households: 1, floorArea: 2, company: 3 },
        extra: [{ column: 4, name: '物业服务到期日' }],
        firstRow: 1,
        lastRow: 2,
      });
    }
  });

  it('is not joined with the first row of data', () => {
    expect(
      found([
        ['小区名称', '地址', '户数'],
        ['凤鸣小区', null, null],
      ]),
    ).toMatchObject({ firstRow: 1, lastRow: 1 });
    expect(
      found([
        ['小区名称', null, '户数'],
        ['凤鸣小区', '地址', null],
      ]),
    ).toMatchObject({ firstRow: 1, lastRow: 1 });
  });

  it('keeps unmatched columns under names of their own', () => {
    const { extra } = found([['小区名称', '备注', '备注', '', '错误', '怎么改', '#key']]);
    expect(extra.map((each) => each.name)).toEqual(['备注', '备注（2）', '第4列']);
  });

  it('takes a weaker heading only where no better one is there', () => {
    expect(found([['小区名称', '小区地址', '地址', '物业地址']])).toMatchObject({ fields: { address: 2 } });
    expect(found([['小区名称', '物业地址', '小区地址']])).toMatchObject({ fields: { address: 2 } });
    expect(found([['#key', '户数']])).toMatchObject({ fields: { name: 0 } });
    expect(found([['#key', 'plot_name']])).toMatchObject({ fields: { name: 1 } });
  });

  it('refuses two headings of one meaning, naming both', () => {
    expect(() => found([['小区名称', '户数', '小区户数：']])).toThrow(
      expect.objectContaining({
        code: 'import.heading-ambiguous',
        params: {
          file: '名单.xlsx',
          first: '户数',
          firstColumn: 2,
          second: '小区户数：',
          secondColumn: 3,
          column: '户数',
        },
      }),
    );
  });

  it('refuses a file without a required column', () => {
    expect(() => found([['地址', '户数']])).toThrow(
      expect.objectContaining({
        code: 'import.required-column-missing',
        params: { file: '名单.xlsx', columns: '小区名称', found: '地址、户数' },
      }),
    );
  });

  it('is missing where nothing is known', () => {
    expect(
      findHeadings(
        table,
        sheet([
          ['甲', '乙'],
          ['丙', '丁'],
        ]),
      ),
    ).toBeNull();
    expect(looksLikeHeadings({ number: 1, cells: ['甲', '乙'] })).toBe(true);
    expect(looksLikeHeadings({ number: 1, cells: ['铭基凤凰城', '泽州南路', '2048'] })).toBe(false);
    expect(looksLikeHeadings({ number: 1, cells: ['标题', null] })).toBe(false);
  });
});

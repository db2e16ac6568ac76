import { describe, expect, it } from '@jest/globals';
import XLSX from '@e965/xlsx';
import { floorArea } from '../cells/area-cells.js';
import { day } from '../cells/day-cells.js';
import { count } from '../cells/number-cells.js';
import { code, text } from '../cells/text-cells.js';
import { defineColumns } from '../rows/import-columns.js';
import { ImportList } from '../rows/import-list.js';
import { IssueReport } from '../rows/issue-report.js';
import { errorWorkbook } from './error-workbook.js';
import { safeText, tableWorkbook } from './table-workbook.js';
import { templateWorkbook } from './template-workbook.js';

const columns = defineColumns({
  code: { label: { zh: '编号', en: 'Code' }, type: code(), example: '00012' },
  name: {
    label: { zh: '小区名称', en: 'Name' },
    type: text(),
    required: true,
    example: '示例小区',
    synonyms: ['小区名'],
  },
  households: { label: { zh: '户数', en: 'Households' }, type: count(), note: { zh: '按房产证', en: 'by deed' } },
  area: { label: { zh: '建筑面积', en: 'Area' }, type: floorArea() },
  delivered: { label: { zh: '交付日期', en: 'Delivered' }, type: day() },
});
const shape = { kind: 'sample', version: 7, columns, label: { zh: '样例名单', en: 'Sample' } };

/** The archive inside a workbook, which the library's types leave out. */
interface Container {
  read(bytes: Buffer, options: object): object;
  find(container: object, path: string): { readonly content: Uint8Array } | null;
}

async function read(bytes: Buffer, fileName = 'a.xlsx') {
  const list = await ImportList.open(bytes, fileName, { shape });
  const report = new IssueReport(columns);
  try {
    list.warnOfFile(report);
    const rows = [];
    for await (const batch of list.batches(report)) rows.push(...batch.rows);
    return { list, rows, issues: report.take() };
  } finally {
    await list.close();
  }
}

function linesOf(bytes: Buffer, sheet: number): unknown[][] {
  const book = XLSX.read(bytes);
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[sheet] ?? ''] ?? {}, { header: 1, defval: null });
}

describe('tables', () => {
  it('break what is longer than the widest column, so that the next cell hides nothing', async () => {
    const long = '晋城市城区凤台东街街道办事处辖区内某某国际花园三期东区（含商业裙楼及地下车库）业主委员会';
    const bytes = await tableWorkbook([{ name: '表', headings: ['对象', '状态'], rows: [[long, '未覆盖']] }]);
    const book = XLSX.read(bytes, { cellStyles: true, bookFiles: true }) as unknown as {
      files: Record<string, { content: Uint8Array }>;
    };
    const partOf = (end: string): string => {
      const name = Object.keys(book.files).find((each) => each.endsWith(end)) ?? '';
      return Buffer.from(book.files[name]?.content ?? []).toString('utf8');
    };
    const styles = [...partOf('styles.xml').matchAll(/<cellXfs.*<\/cellXfs>/gs)]
      .join('')
      .match(/<xf\b.*?(\/>|<\/xf>)/gs);
    const styleOf = (cell: string): string =>
      styles?.[Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(partOf('sheet1.xml'))?.[1] ?? 0)] ?? '';
    expect(styleOf('A2')).toContain('wrapText="1"');
    expect(styleOf('B2')).not.toContain('wrapText');
  });

  it('hold no text that could act as a formula, and give their numbers as numbers', async () => {
    const cells = [
      '=HYPERLINK("http://x")',
      '+1+1',
      '-1+1',
      '@SUM(A1)',
      '\tx',
      '-',
      '-12.5',
      '+8613800000000',
      '凤鸣',
      12.5,
      null,
      true,
    ];
    const bytes = await tableWorkbook([
      { name: '表', headings: ['=A', ...cells.slice(1).map(() => 'h')], rows: [cells] },
    ]);
    const lines = linesOf(bytes, 0);
    expect(lines[0]?.[0]).toBe("'=A");
    expect(lines[1]).toEqual([
      '\'=HYPERLINK("http://x")',
      "'+1+1",
      "'-1+1",
      "'@SUM(A1)",
      "'\tx",
      '-',
      '-12.5',
      '+8613800000000',
      '凤鸣',
      12.5,
      null,
      true,
    ]);
    expect(JSON.stringify(XLSX.read(bytes).Sheets)).not.toContain('"f":');
  });

  it('survive letters that XML cannot hold, long texts and strange names of sheets', async () => {
    const long = '长'.repeat(40_000);
    const names = ['一/二:三?', '一/二:三?', '很'.repeat(50), ''];
    const bytes = await tableWorkbook(
      names.map((name) => ({ name, headings: ['甲'], rows: [['凤\u0001鸣\ud800', long]] })),
    );
    expect(XLSX.read(bytes).SheetNames).toHaveLength(4);
    expect(new Set(XLSX.read(bytes).SheetNames).size).toBe(4);
    expect(linesOf(bytes, 0)[1]?.[0]).toBe('凤鸣');
    expect(safeText(long)).toHaveLength(32_000);
  });

  it('keep their headings in sight and their columns wide enough', async () => {
    const bytes = await tableWorkbook([
      { name: '表', headings: ['名称', '数'], rows: [['晋城市凤鸣小区第一业主委员会', 1]] },
    ]);
    const container = XLSX.CFB as unknown as Container;
    const part = container.find(container.read(bytes, { type: 'buffer' }), '/xl/worksheets/sheet1.xml');
    const sheet = Buffer.from(part?.content ?? []).toString();
    expect(sheet).toContain('ySplit="1"');
    expect(Number(/<col[^>]*width="([\d.]+)"/.exec(sheet)?.[1])).toBeGreaterThan(28);
  });
});

describe('template', () => {
  it('has headings, an example that is never imported, and notes with its version', async () => {
    const bytes = await templateWorkbook(shape);
    expect(linesOf(bytes, 0)).toEqual([
      ['编号', '小区名称*', '户数', '建筑面积', '交付日期'],
      ['00012', '示例小区', null, null, null],
    ]);
    const notes = linesOf(bytes, 1);
    expect(notes.slice(0, 2).map((line) => line.slice(0, 2))).toEqual([
      ['模板编号', 'sample'],
      ['模板版本', '7'],
    ]);
    expect(notes.some((line) => line[0] === '小区名称*' && line[1] === '必填' && line[5] === '小区名')).toBe(true);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'import.no-rows' });
  });

  it('is read back without a warning once it is filled in, in either language', async () => {
    for (const language of ['zh', 'en'] as const) {
      const book = XLSX.read(await templateWorkbook(shape, language));
      const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
      XLSX.utils.sheet_add_aoa(sheet, [['00013', '凤鸣小区', '12户']], { origin: 'A3' });
      const { rows, issues, list } = await read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
      expect(rows.map((row) => row.values)).toMatchObject([{ code: '00013', name: '凤鸣小区', households: 12 }]);
      expect(issues.map((issue) => issue.code)).toEqual(['import.example-line']);
      expect(list.mark).toEqual({ kind: 'sample', version: 7, listName: null });
    }
  });
});

describe('error workbook', () => {
  const FILE = Buffer.from(
    [
      '台账,,,,,',
      '小区名称,编号,户数,建筑面积（万㎡）,备注,备注',
      '凤鸣小区,00012,很多,6.9,甲,乙',
      '好小区,00013,12,6.9,,',
      '=HYPERLINK(A1),00014,5户,6.9,丙,',
      ',00015,5户,6.9,,',
    ].join('\n'),
  );

  async function errorsOf(bytes: Buffer, fileName: string): Promise<Buffer> {
    const list = await ImportList.open(bytes, fileName, { shape });
    const report = new IssueReport(columns);
    for await (const batch of list.batches(report)) expect(batch.read).toBeGreaterThan(0);
    await list.close();
    const faults = report.take().filter((issue) => issue.severity === 'rejected');
    return errorWorkbook({ file: bytes, fileName, shape, list: '台账', faults });
  }

  it('holds the rejected rows only, as they were sent, with what is wrong and what to do', async () => {
    const lines = linesOf(await errorsOf(FILE, '台账.csv'), 0);
    expect(lines[0]).toEqual(['小区名称', '编号', '户数', '建筑面积（万㎡）', '备注', '备注（2）', '错误', '怎么改']);
    expect(lines.slice(1).map((line) => line.slice(0, 6))).toEqual([
      ['凤鸣小区', '00012', '很多', '6.9', '甲', '乙'],
      ["'=HYPERLINK(A1)", '00014', '5户', '6.9', '丙', null],
      [null, '00015', '5户', '6.9', null, null],
    ]);
    expect(lines[1]?.[6]).toBe('“户数”应为整数，现为“很多”。');
    expect(lines[1]?.[7]).toContain('填一个整数');
  });

  it('is ready to be mended and sent again, to the list it came from', async () => {
    const book = XLSX.read(await errorsOf(FILE, '台账.csv'));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    XLSX.utils.sheet_add_aoa(sheet, [['凤鸣小区', '00012', '300户']], { origin: 'A2' });
    XLSX.utils.sheet_add_aoa(sheet, [['文凤苑']], { origin: 'A4' });
    const { rows, issues, list } = await read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(rows.map((row) => [row.values.name, row.values.households, row.values.area, row.extra()])).toEqual([
      ['凤鸣小区', 300, 6_900_000, { 备注: '甲', '备注（2）': '乙' }],
      ['=HYPERLINK(A1)', 5, 6_900_000, { 备注: '丙' }],
      ['文凤苑', 5, 6_900_000, null],
    ]);
    expect(issues).toEqual([]);
    expect(list.mark?.listName).toBe('台账');
    expect(list.extraColumns).toEqual(['备注', '备注（2）']);
  });

  it('is made from workbooks too, with joined headings and days as days', async () => {
    const made = XLSX.utils.aoa_to_sheet([
      ['小区名称', '规模', null, '交付'],
      [null, '户数', '建筑面积(㎡)', '交付日期'],
      ['凤鸣小区', '很多', 69000, { t: 'n', v: 44830, z: 'yyyy-mm-dd' }],
    ]);
    made['!merges'] = ['B1:C1'].map((range) => XLSX.utils.decode_range(range));
    const file = XLSX.write(XLSX.utils.book_new(made, '表'), { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const lines = linesOf(await errorsOf(file, '台账.xlsx'), 0);
    expect(lines.map((line) => line.slice(0, 4))).toEqual([
      ['小区名称', '户数', '建筑面积（m2）', '交付日期'],
      ['凤鸣小区', '很多', 69000, '2022-09-26'],
    ]);
  });
});

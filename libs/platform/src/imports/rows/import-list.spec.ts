import { describe, expect, it } from '@jest/globals';
import XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { floorArea } from '../cells/area-cells.js';
import { day } from '../cells/day-cells.js';
import { count } from '../cells/number-cells.js';
import { point } from '../cells/point-cells.js';
import { code, text } from '../cells/text-cells.js';
import { DEFAULT_LIMITS, type ImportLimits } from '../reading/limits.js';
import { problemOf } from '../../http/problem.js';
import '../import.errors.js';
import { defineColumns } from './import-columns.js';
import { ImportList } from './import-list.js';
import { IssueReport } from './issue-report.js';

const columns = defineColumns({
  code: { label: { zh: '编号', en: 'Code' }, type: code(), example: 'X-001' },
  name: {
    label: { zh: '小区名称', en: 'Name' },
    type: text(),
    synonyms: ['小区名'],
    required: true,
    example: '示例小区',
  },
  households: { label: { zh: '户数', en: 'Households' }, type: count(), synonyms: ['总户数'], example: '100户' },
  area: { label: { zh: '建筑面积', en: 'Area' }, type: floorArea(), unreadable: 'warns' },
  delivered: { label: { zh: '交付日期', en: 'Delivered' }, type: day() },
  place: { label: { zh: '经纬度', en: 'Point' }, type: point() },
});
const shape = { kind: 'sample', version: 3, columns, keyField: 'name' };

async function read(file: Buffer | string, fileName = '名单.csv', limits: ImportLimits = DEFAULT_LIMITS) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const list = await ImportList.open(bytes, fileName, { shape, limits });
  const report = new IssueReport(columns);
  try {
    list.warnOfFile(report);
    const rows = [];
    for await (const batch of list.batches(report, limits)) rows.push(...batch.rows);
    return { list, rows, issues: report.take(), report };
  } finally {
    await list.close();
  }
}

function workbook(lines: unknown[][], change: (sheet: XLSX.WorkSheet) => void = () => undefined): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(lines);
  change(sheet);
  return XLSX.write(XLSX.utils.book_new(sheet, '台账'), { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const codes = (issues: readonly { row: number; code: string }[]) => issues.map((each) => `${each.row} ${each.code}`);

describe('a list', () => {
  it('is the same from csv, GB18030, tabs, semicolons, JSON and xlsx', async () => {
    const lines = [
      ['小区名称', '总户数', '建筑面积', '交付日期', '经纬度', '停车位'],
      ['凤鸣小区', '1,875户', '6.9万平方米', '2022年9月26日', '112.86,35.47', '527'],
    ];
    const csv = (sign: string) => lines.map((line) => line.map((cell) => `"${cell}"`).join(sign)).join('\r\n');
    const object = Object.fromEntries(lines[0]!.map((heading, at) => [heading, lines[1]![at]]));
    const files = [
      csv(','),
      iconv.encode(csv(','), 'gb18030'),
      csv('\t'),
      csv(';'),
      Buffer.from(`\ufeff${csv(',')}`, 'utf16le'),
    ];
    for (const file of [...files, JSON.stringify([object]), workbook(lines)]) {
      const { rows, issues, list } = await read(file);
      expect(issues).toEqual([]);
      expect(rows.map((row) => row.values)).toEqual([
        {
          code: null,
          name: '凤鸣小区',
          households: 1875,
          area: 6_900_000,
          delivered: '2022-09-26',
          place: { longitude: 112.86, latitude: 35.47 },
        },
      ]);
      expect(rows[0]?.said()).toMatchObject({ name: '凤鸣小区', households: '1,875户' });
      expect(rows[0]?.extra()).toEqual({ 停车位: '527' });
      expect(list.extraColumns).toEqual(['停车位']);
    }
  });

  it('is read from JSON keyed by name, where the key names what nothing else does', async () => {
    const { rows } = await read('{"凤鸣小区":{"户数":12},"水韵幸福里":{"户数":"不详","别名":["甲","乙"]}}');
    expect(rows.map((row) => [row.number, row.values.name, row.values.households])).toEqual([
      [1, '凤鸣小区', 12],
      [2, '水韵幸福里', null],
    ]);
    expect(rows[1]?.extra()).toEqual({ 别名: '甲、乙' });
  });

  it('has its headings under a merged title, and leaves totals, notes, captions and repeats out with a warning', async () => {
    const file = workbook(
      [
        ['晋城市住宅小区台账（2026年）'],
        ['社区', '小区名称', '户数'],
        ['一、城区'],
        ['凤鸣社区', '凤鸣小区', 10],
        [null, '水韵幸福里', 20],
        ['社区', '小区名称', '户数'],
        ['北石店', '合计', 30],
        ['合计', null, 30],
        [],
        ['注：数据截至六月'],
      ],
      (sheet) => {
        sheet['!merges'] = ['A1:C1', 'A3:C3', 'A4:A5'].map((range) => XLSX.utils.decode_range(range));
      },
    );
    const { rows, issues } = await read(file);
    expect(rows.map((row) => [row.number, row.values.name, row.extra()])).toEqual([
      [4, '凤鸣小区', { 社区: '凤鸣社区' }],
      [5, '水韵幸福里', { 社区: '凤鸣社区' }],
    ]);
    expect(codes(issues)).toEqual([
      '2 import.merged-cells-filled',
      '3 import.section-line',
      '6 import.headings-repeated',
      '7 import.total-line',
      '8 import.total-line',
      '10 import.note-line',
    ]);
  });

  it('converts serial numbers by the type of the column only', async () => {
    const file = workbook([
      ['小区名称', '户数', '交付日期'],
      ['凤鸣小区', 44830, 44830],
    ]);
    const { rows } = await read(file);
    expect(rows[0]?.values).toMatchObject({ households: 44830, delivered: '2022-09-26' });
  });

  it('takes bare areas in the unit of the heading', async () => {
    const { rows } = await read('小区名称,建筑面积（万㎡）\n凤鸣小区,6.9\n水韵幸福里,500㎡\n');
    expect(rows.map((row) => row.values.area)).toEqual([6_900_000, 50_000]);
  });
});

describe('rows that are wrong', () => {
  it('say which cell, what stands there and what to do', async () => {
    const file = [
      '小区名称,户数,建筑面积,交付日期,经纬度,备注',
      '凤鸣小区,500-600户,,,,',
      ',12,,,,',
      '水韵幸福里,12,很大,2026-02-30,"35.47,112.86",',
      `${'长'.repeat(10_000)},,,,,`,
      `汇仟A区,,,,,${'长'.repeat(10_000)}`,
      '公式小区,=SUM(A1:A2),,,,',
      '错值小区,,#REF!,,,',
      '锟斤拷小区,,,,,',
      '文凤苑,12,,,,x,多出来',
      '好小区,12,,,,',
      '',
    ].join('\n');
    const { rows, issues, report } = await read(file);
    expect(rows.map((row) => row.values.name)).toEqual(['好小区']);
    expect(codes(issues)).toEqual([
      '2 import.cell-not-a-count',
      '3 import.cell-required',
      '4 import.cell-not-an-area',
      '4 import.cell-not-a-day',
      '4 import.point-swapped',
      '5 import.cell-too-long',
      '6 import.cell-too-long',
      '7 import.cell-formula-without-value',
      '8 import.cell-error-value',
      '9 import.cell-garbled',
      '10 import.row-too-wide',
    ]);
    expect(issues[0]).toEqual({
      severity: 'rejected',
      row: 2,
      column: '户数',
      value: '500-600户',
      code: 'import.cell-not-a-count',
      message: '“户数”应为整数，现为“500-600户”。',
      fix: '填一个整数，可带单位，如 1875户；不详请留空。',
    });
    expect(issues[2]?.severity).toBe('warning');
    expect(issues.every((issue) => !/\{\w+\}/.test(issue.message + issue.fix))).toBe(true);
    expect([report.rejectedRows, report.warnings]).toEqual([9, 2]);
    expect(issues[5]?.value).toHaveLength(201);
  });

  it('keep the leading zeros that a csv protects as a formula', async () => {
    const { rows } = await read('编号,小区名称\n="00012",凤鸣小区\n');
    expect(rows[0]?.values.code).toBe('00012');
  });

  it('counts a formula with its stored value, and rejects one without', async () => {
    const file = workbook(
      [
        ['小区名称', '户数'],
        ['凤鸣小区', 3],
        ['水韵幸福里', 4],
      ],
      (sheet) => {
        sheet['B2'] = { t: 'n', v: 3, f: '1+2' };
        sheet['B3'] = { t: 'n', f: '1+3' };
      },
    );
    const { rows, issues } = await read(file);
    expect(rows.map((row) => row.values.households)).toEqual([3]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ row: 3, severity: 'rejected' });
  });

  it('leaves the example row of the template out', async () => {
    const { rows, issues } = await read('编号,小区名称,户数\nX-001,示例小区,100户\nX-002,凤鸣小区,12\n');
    expect(rows.map((row) => row.values.code)).toEqual(['X-002']);
    expect(codes(issues)).toEqual(['2 import.example-line']);
  });
});

describe('files that are refused', () => {
  it.each<[string, string | Buffer]>([
    ['import.file-empty', ''],
    ['import.file-empty', '\n\n  \n'],
    ['import.no-rows', '小区名称,户数\n'],
    ['import.no-rows', '小区名称,户数\n\n,,\n合计,3\n'],
    ['import.no-rows', '[]'],
    ['import.no-heading-row', '铭基凤凰城,泽州南路,2048\n凤鸣小区,凤城路,100\n'],
    ['import.no-known-column', '甲,乙\n丙,丁\n'],
    ['import.no-known-column', '[{"甲":1}]'],
    ['import.required-column-missing', '户数,建筑面积\n1,2\n'],
    ['import.heading-ambiguous', '小区名称,小区名\n甲,乙\n'],
    ['import.file-truncated', '小区名称,户数\n凤鸣小区,"12\n'],
    ['import.file-truncated', '小区名称,户数\n甲,1\n乙,2\n丙,3\n丁,4\n戊'],
    ['import.file-truncated', '[{"小区名称":"甲"},{"小区名'],
    ['import.json-not-a-list', '["甲","乙"]'],
    ['import.json-not-a-list', '{"data":[{"小区名称":"甲"}]}'],
    ['import.file-unreadable', '[{"小区名称":}]'],
    ['import.encoding-unclear', Buffer.from('小区名称,户数\nCité é à ü ö,1\n', 'latin1')],
  ])('%s: %j', async (expected, file) => {
    const refusal = await read(file).catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({ code: expected, params: { file: '名单.csv' } });
    for (const language of ['zh', 'en'] as const) {
      const problem = problemOf(refusal, language);
      expect(problem).toMatchObject({ code: expected, status: 400 });
      expect(problem.detail).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  it('does not mistake a short list with a short last row for a broken one', async () => {
    const { rows } = await read('小区名称,户数\n甲,1\n乙');
    expect(rows.map((row) => row.values.name)).toEqual(['甲', '乙']);
  });

  it('refuses too many rows and too many bytes', async () => {
    const long = `小区名称\n${'甲\n'.repeat(101)}`;
    await expect(read(long, 'a.csv', { ...DEFAULT_LIMITS, rows: 100 })).rejects.toMatchObject({
      code: 'import.too-many-rows',
    });
    await expect(read(long, 'a.csv', { ...DEFAULT_LIMITS, rows: 101 })).resolves.toBeDefined();
    await expect(read(long, 'a.csv', { ...DEFAULT_LIMITS, textBytes: 50 })).rejects.toMatchObject({
      code: 'import.file-too-large',
    });
  });

  it('refuses a missing file by its path', async () => {
    await expect(ImportList.open('/nowhere/名单.csv', '名单.csv', { shape })).rejects.toMatchObject({
      code: 'import.file-missing',
    });
  });
});

describe('workbooks of several sheets', () => {
  function book(sheets: Readonly<Record<string, unknown[][]>>): Buffer {
    const made = XLSX.utils.book_new();
    for (const [name, lines] of Object.entries(sheets))
      XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(lines), name);
    return XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  }
  const LIST = [
    ['小区名称', '户数'],
    ['凤鸣小区', 12],
  ];

  it('reads the sheet whose headings are best known, and names the others', async () => {
    const { rows, issues } = await read(book({ 封面: [['晋城市'], ['小区名称见下页']], 台账: LIST }));
    expect(rows.map((row) => row.values.name)).toEqual(['凤鸣小区']);
    expect(issues[0]).toMatchObject({ code: 'import.sheets-not-read', row: 1 });
    expect(issues[0]?.message).toContain('封面');
  });

  it('knows an outdated template and one of another kind by its notes', async () => {
    const old = await read(
      book({
        填写: LIST,
        说明: [
          ['模板编号', 'sample'],
          ['模板版本', '2'],
        ],
      }),
    );
    expect(codes(old.issues)).toEqual(['1 import.template-outdated']);
    const current = await read(
      book({
        填写: LIST,
        说明: [
          ['模板编号', 'sample'],
          ['模板版本', '3'],
          ['名单名称', '台账'],
        ],
      }),
    );
    expect([current.issues, current.list.mark?.listName]).toEqual([[], '台账']);
    await expect(
      read(
        book({
          填写: LIST,
          说明: [
            ['模板编号', 'other'],
            ['模板版本', '3'],
          ],
        }),
      ),
    ).rejects.toMatchObject({
      code: 'import.template-of-another-kind',
    });
  });
});

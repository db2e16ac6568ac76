import { describe, expect, it } from '@jest/globals';
import XLSX from '@e965/xlsx';
import writeXlsxFile from 'write-excel-file/node';
import { FileSource } from '../file-source.js';
import { DEFAULT_LIMITS, type ImportLimits } from '../limits.js';
import { openDocument } from '../open-document.js';
import type { RawRow, RawTable } from '../raw-table.js';

const SHEET = {
  '!ref': 'A1:C6',
  '!merges': [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }],
  A1: { t: 's', v: '住宅小区台账' },
  A2: { t: 's', v: '小区名称' },
  B2: { t: 's', v: '建成日期' },
  C2: { t: 's', v: '户数' },
  A3: { t: 's', v: '凤鸣小区' },
  B3: { t: 'n', v: 44830, z: 'yyyy-mm-dd' },
  C3: { t: 'n', v: 3, f: '1+2' },
  A5: { t: 's', v: '水韵幸福里' },
  B5: { t: 'n', v: 44830 },
  C5: { t: 'e', v: 0x17 },
} as unknown as XLSX.WorkSheet;

/** The container format of xls, which the library's types leave out. */
interface ContainerTools {
  readonly utils: { cfb_new(): object; cfb_add(container: object, name: string, content: readonly number[]): void };
  write(container: object, options: object): Uint8Array;
}

function book(bookType: XLSX.BookType, date1904 = false): Buffer {
  const workbook = { SheetNames: ['小区'], Sheets: { 小区: SHEET }, Workbook: { WBProps: { date1904 } } };
  return XLSX.write(workbook, { type: 'buffer', bookType }) as Buffer;
}

async function rowsOf(table: RawTable): Promise<RawRow[]> {
  const all: RawRow[] = [];
  for await (const rows of table.rows()) all.push(...rows);
  return all;
}

async function read(bytes: Buffer, limits: ImportLimits = DEFAULT_LIMITS) {
  const document = await openDocument(await FileSource.of(bytes, '名单'), limits);
  try {
    return { document, tables: await Promise.all(document.tables.map(rowsOf)) };
  } finally {
    await document.close();
  }
}

describe('workbooks', () => {
  it.each(['xlsx', 'biff8', 'xlml'] as const)('reads %s by its content', async (type) => {
    const { document, tables } = await read(book(type));
    expect(document.format).toBe({ xlsx: 'xlsx', biff8: 'xls', xlml: 'xml' }[type]);
    expect(document.tables[0]?.name).toBe('小区');
    expect(document.tables[0]?.merges).toEqual([{ top: 1, bottom: 1, left: 0, right: 2 }]);
    expect(tables[0]?.map((row) => row.number)).toEqual([1, 2, 3, 5]);
    expect(tables[0]?.[2]?.cells).toEqual(['凤鸣小区', { serial: 44830 }, 3]);
    expect(tables[0]?.[3]?.cells).toEqual(['水韵幸福里', 44830, { fault: 'error', text: '#REF!' }]);
    expect(document.tables[0]?.head).toEqual(tables[0]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    expect((await read(book('xlsx', true))).tables[0]?.[2]?.cells[1]).toEqual({ serial: 44830 + 1462 });
  });

  it('reads HTML tables that call themselves xls, in the encoding they are in', async () => {
    const html =
      '<html><meta charset="gb2312"><table><tr><td>小区名称</td><td>编号</td></tr><tr><td>凤鸣小区</td><td>00012</td></tr></table>';
    const { document, tables } = await read(Buffer.from(html));
    expect(document.format).toBe('html');
    expect(tables[0]?.map((row) => row.cells)).toEqual([
      ['小区名称', '编号'],
      ['凤鸣小区', '00012'],
    ]);
  });

  it('tells a formula that nobody calculated from an empty cell', async () => {
    const file = await writeXlsxFile([['户数'], [{ type: 'Formula', value: '=A1+1' }]], { sheet: '小区' }).toBuffer();
    expect((await read(file)).tables[0]?.[1]?.cells[0]).toEqual({ fault: 'formula', text: '=A1+1' });
  });

  it('hands long sheets over in batches', async () => {
    const data = Array.from({ length: 5001 }, (_, at) => [`小区${at}`, at]);
    const workbook = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(data), '长');
    const { tables } = await read(
      XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer,
    );
    expect(tables[0]).toHaveLength(5001);
    expect(tables[0]?.[5000]).toEqual({ number: 5001, cells: ['小区5000', 5000] });
  });

  it('does not show hidden sheets', async () => {
    const workbook = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['甲']]), '看得见');
    XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([['乙']]), '藏起来');
    workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const { document } = await read(XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(document.tables.map((table) => table.name)).toEqual(['看得见']);
  });
});

describe('workbooks that are refused', () => {
  it('knows an xls cut off half-way', async () => {
    const data = Array.from({ length: 800 }, (_, at) => [`小区${at}`, at]);
    const long = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(data), '长');
    const whole = XLSX.write(long, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    expect((await read(whole)).tables[0]).toHaveLength(800);
    for (const share of [0.01, 0.3, 0.5, 0.9, 0.97]) {
      await expect(read(whole.subarray(0, Math.floor(whole.length * share)))).rejects.toMatchObject({
        code: 'import.file-truncated',
      });
    }
  });

  it('knows a workbook behind a password', async () => {
    const cfb = XLSX.CFB as unknown as ContainerTools;
    const container = cfb.utils.cfb_new();
    cfb.utils.cfb_add(container, 'EncryptionInfo', [4, 0, 4, 0, 0x40, 0, 0, 0]);
    cfb.utils.cfb_add(container, 'EncryptedPackage', Array<number>(5000).fill(7));
    const bytes = Buffer.from(cfb.write(container, { type: 'buffer' }));
    await expect(read(bytes)).rejects.toMatchObject({ code: 'import.workbook-protected' });
  });

  it('refuses too many rows, too many columns and too many bytes', async () => {
    const tight = { ...DEFAULT_LIMITS, rows: 50, columns: 2 };
    const wide = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['甲', '乙', '丙']]), '宽');
    const long = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(Array.from({ length: 200 }, (_, at) => [at])), '长');
    const bytes = (workbook: XLSX.WorkBook) => XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    await expect(read(bytes(wide), tight)).rejects.toMatchObject({
      code: 'import.too-many-columns',
      params: { row: 1 },
    });
    await expect(read(bytes(long), tight)).rejects.toMatchObject({
      code: 'import.too-many-rows',
      params: { limit: 50 },
    });
    const small = { ...DEFAULT_LIMITS, workbookBytes: 1000 };
    await expect(read(book('xlsx'), small)).rejects.toMatchObject({ code: 'import.file-too-large' });
  });

  it('ends a worker that needs too long or too much memory, and lives on', async () => {
    const data = Array.from({ length: 30_000 }, (_, at) => [`小区${at}`, at, at, at, at]);
    const workbook = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(data), '长');
    const bytes = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
    await expect(read(bytes, { ...DEFAULT_LIMITS, workerSeconds: 0.05 })).rejects.toMatchObject({
      code: 'import.workbook-too-slow',
    });
    await expect(read(bytes, { ...DEFAULT_LIMITS, workerMemoryMb: 12 })).rejects.toMatchObject({
      code: 'import.workbook-too-big',
    });
  });

  it.each([
    ['PDF', Buffer.from('%PDF-1.7 …')],
    ['PNG', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['XML', Buffer.from('<?xml version="1.0"?><kml></kml>')],
  ])('refuses %s by name', async (found, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'import.file-kind-unsupported', params: { found } });
  });

  it.each([Buffer.alloc(0), Buffer.from('  \n \n'), Buffer.from('\ufeff')])(
    'refuses an empty file %#',
    async (bytes) => {
      await expect(read(bytes)).rejects.toMatchObject({ code: 'import.file-empty' });
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CsvScanner } from './csv-scanner.js';

function scan(pieces: readonly string[], delimiter = ','): (readonly unknown[])[] {
  const scanner = new CsvScanner({ delimiter, fileName: 'a.csv', recordLength: 2000, columns: 50 });
  return [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.end()].map((row) => row.cells);
}

function written(rows: readonly (readonly string[])[], lineBreak: string): string {
  const quoted = (cell: string) => (/[",\n\r]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join(',') + lineBreak).join('');
}

describe('csv scanner', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,x",b\n', [['a,x', 'b']]],
    ['"他说""好""",b\n', [['他说"好"', 'b']]],
    ['"两\n行",b\n', [['两\n行', 'b']]],
    ['a,,\n', [['a', '', '']]],
    ['\n\na\n', [[''], [''], ['a']]],
    ['5" 管,b\n', [['5" 管', 'b']]],
    ['"凤鸣"小区,b\n', [['凤鸣小区', 'b']]],
    ['"",""\n', [['', '']]],
    ['"a"\r\n"b"', [['a'], ['b']]],
  ])('%j', (text, rows) => {
    expect(scan([text])).toEqual(rows);
  });

  it('numbers records as a spreadsheet does, blank lines and line breaks in quotes included', () => {
    const scanner = new CsvScanner({ delimiter: ',', fileName: 'a.csv', recordLength: 2000, columns: 50 });
    expect(scanner.push('头\n\n"两\n行"\n尾\n').map((row) => row.number)).toEqual([1, 2, 3, 4]);
  });

  it('gives back what was written, wherever the pieces are cut', () => {
    const cell = fc.stringMatching(/^[ab,"\n 小区]{0,6}$/);
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.nat(), (table, lineBreak, cut) => {
        const text = written(table, lineBreak);
        const at = cut % text.length;
        expect(scan([text.slice(0, at), text.slice(at)])).toEqual(table);
        expect(scan([...text])).toEqual(table);
      }),
    );
  });

  it('refuses a quote that stays open, at the end and when the record grows without end', () => {
    const refusal = expect.objectContaining({ code: 'import.file-truncated', params: { file: 'a.csv', row: 2 } });
    expect(() => scan(['a,b\n"开了口,没收\n还没收'])).toThrow(refusal);
    expect(() => scan(['a,b\n"', ...Array<string>(300).fill('很长的一段\n')])).toThrow(refusal);
  });

  it('refuses rows of absurd width', () => {
    expect(() => scan([`${','.repeat(60)}\n`])).toThrow(expect.objectContaining({ code: 'import.too-many-columns' }));
  });

  it('stays linear on a long text without a line break between quotes', () => {
    const line = `"甲","${'x'.repeat(100)}"\n`;
    const started = performance.now();
    expect(scan([line.repeat(20_000)])).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

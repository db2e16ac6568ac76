import { DomainError } from '#libs/kernel';
import type { RawCell } from '../../cells/raw-cell.js';
import type { FileSource } from '../file-source.js';
import type { ImportLimits } from '../limits.js';
import { HEAD_ROWS, type RawDocument, type RawRow } from '../raw-table.js';
import { CsvScanner } from './csv-scanner.js';
import { decodedText } from './decoded-text.js';
import { findDelimiter, hasDelimiterHint } from './delimiter.js';
import type { FoundEncoding } from './encoding.js';

/** From this many complete rows on, a last row that is short and has no line break means that the file was cut off. */
const ROWS_THAT_PROVE_A_CUT = 3;
const FORMULA = /^=[^=]/;
/** `="00012"`, by which exports keep leading zeros. */
const QUOTED_TEXT = /^="([^"]*)"$/;
const ERROR_VALUE = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;

/** In a text file a formula is text; it has no value, and it must not be taken for one. */
function tellFormulas(row: RawRow): RawRow {
  let cells: RawCell[] | null = null;
  for (let at = 0; at < row.cells.length; at += 1) {
    const cell = row.cells[at] as string;
    const first = cell.charCodeAt(0);
    if (first === 61 && FORMULA.test(cell)) {
      cells ??= [...row.cells];
      cells[at] = QUOTED_TEXT.exec(cell)?.[1] ?? { fault: 'formula', text: cell };
    } else if (first === 35 && ERROR_VALUE.test(cell)) {
      cells ??= [...row.cells];
      cells[at] = { fault: 'error', text: cell };
    }
  }
  return cells ? { number: row.number, cells } : row;
}

/** Old Macintosh files end lines with CR alone; everything else passes unchanged. */
function withLineFeeds(text: string, oldMac: boolean): string {
  return oldMac ? text.replaceAll('\r', '\n') : text;
}

interface Layout {
  readonly found: FoundEncoding;
  readonly oldMac: boolean;
  readonly delimiter: string;
  readonly hinted: boolean;
}

/** Reads the rows of a text file in constant memory. */
async function* csvRows(source: FileSource, layout: Layout, limits: ImportLimits): AsyncGenerator<readonly RawRow[]> {
  const { recordLength, columns } = limits;
  const scanner = new CsvScanner({ delimiter: layout.delimiter, fileName: source.name, recordLength, columns });
  const widths = new WidthWatch();
  for await (const piece of decodedText(source, layout.found)) {
    const rows = scanner.push(withLineFeeds(piece, layout.oldMac));
    if (rows.length > 0) yield prepared(rows, layout, widths);
  }
  const rows = scanner.end();
  if (!scanner.endedByBreak && widths.provesCut(rows[0])) {
    throw new DomainError('import.file-truncated', { file: source.name, row: scanner.row });
  }
  if (rows.length > 0) yield prepared(rows, layout, widths);
}

function prepared(rows: readonly RawRow[], layout: Layout, widths: WidthWatch): readonly RawRow[] {
  widths.add(rows);
  const told = rows.map(tellFormulas);
  return layout.hinted && told[0]?.number === 1 ? told.slice(1) : told;
}

/** Knows whether all rows so far were as wide as the widest. */
class WidthWatch {
  private widest = 0;
  private rows = 0;
  private atWidest = 0;

  add(rows: readonly RawRow[]): void {
    for (const row of rows) {
      const width = row.cells.length;
      if (width === 1 && row.cells[0] === '') continue;
      this.rows += 1;
      if (width > this.widest) [this.widest, this.atWidest] = [width, 0];
      if (width === this.widest) this.atWidest += 1;
    }
  }

  /** The last row has no line break and lacks cells that every other row has. */
  provesCut(last: RawRow | undefined): boolean {
    if (!last || last.cells.length >= this.widest) return false;
    return this.atWidest === this.rows && this.rows > ROWS_THAT_PROVE_A_CUT;
  }
}

/** Opens csv, txt and tsv. The delimiter is told from `start`, the file's first piece of text. */
export async function openCsv(
  source: FileSource,
  found: FoundEncoding,
  start: string,
  limits: ImportLimits,
): Promise<RawDocument> {
  const oldMac = start.includes('\r') && !start.includes('\n');
  const sample = withLineFeeds(start, oldMac);
  const layout = { found, oldMac, delimiter: findDelimiter(sample), hinted: hasDelimiterHint(sample) };
  const head: RawRow[] = [];
  for await (const rows of csvRows(source, layout, limits)) {
    head.push(...rows.slice(0, HEAD_ROWS - head.length));
    if (head.length >= HEAD_ROWS) break;
  }
  const table = { name: '', head, merges: [], headed: false, rows: () => csvRows(source, layout, limits) };
  return { format: 'csv', encoding: found.encoding, tables: [table], close: async () => undefined };
}

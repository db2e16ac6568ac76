import type { RawCell } from '../../cells/raw-cell.js';
import type { MergedRange, RawRow } from '../raw-table.js';

/** What the worker is given. Bytes of a workbook, or text of an HTML table or an XML workbook. */
export interface WorkerTask {
  readonly library: string;
  readonly bytes: Uint8Array | null;
  readonly text: string | null;
  readonly headRows: number;
  readonly batchRows: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet as first told: its beginning, from which the table to read is chosen. */
export interface SheetStart {
  readonly name: string;
  readonly head: readonly RawRow[];
  readonly merges: readonly MergedRange[];
}

export type WorkerAnswer =
  | { readonly kind: 'opened'; readonly sheets: readonly SheetStart[] }
  | { readonly kind: 'rows'; readonly rows: readonly RawRow[]; readonly next: number | null }
  | { readonly kind: 'refused'; readonly code: string; readonly limit: number; readonly row: number };

interface SheetCell {
  readonly t: string;
  readonly v?: string | number | boolean;
  readonly f?: string;
  readonly w?: string;
  readonly z?: string | number;
}
interface Range {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}
interface Sheet {
  readonly '!data'?: readonly (readonly (SheetCell | undefined)[] | undefined)[];
  readonly '!merges'?: readonly Range[];
}
interface Workbook {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, Sheet>>;
  readonly Workbook?: {
    readonly WBProps?: { readonly date1904?: boolean };
    readonly Sheets?: readonly { readonly Hidden?: number }[];
  };
}
interface Library {
  read(data: Uint8Array | string, options: object): Workbook;
  readonly SSF: { is_date(format: string): boolean };
}
interface Port {
  postMessage(answer: WorkerAnswer): void;
  on(event: 'message', listener: (request: { sheet: number; from: number }) => void): void;
}

/** What every function of the worker needs; made once a workbook is open. */
interface Desk {
  readonly library: Library;
  readonly task: WorkerTask;
  /** Days to add to dates of a workbook that counts from 1904. */
  readonly shift: number;
  readonly dateFormats: Map<string | number, boolean>;
}

function errorText(cell: SheetCell): string {
  const texts: Readonly<Record<string, string>> = {
    0: '#NULL!',
    7: '#DIV/0!',
    15: '#VALUE!',
    23: '#REF!',
    29: '#NAME?',
    36: '#NUM!',
    42: '#N/A',
    43: '#GETTING_DATA',
  };
  return cell.w ?? texts[String(cell.v)] ?? '#N/A';
}

function showsDate(desk: Desk, format: string | number | undefined): boolean {
  if (format === undefined || format === 'General') return false;
  let known = desk.dateFormats.get(format);
  if (known === undefined) desk.dateFormats.set(format, (known = desk.library.SSF.is_date(String(format))));
  return known;
}

function rawCellOf(desk: Desk, cell: SheetCell | undefined): RawCell {
  if (cell === undefined || cell === null) return null;
  // A stub: either merely formatted, or a formula whose value nobody ever calculated.
  if (cell.t === 'z') return cell.f === undefined ? null : { fault: 'formula', text: `=${cell.f.replace(/^=/, '')}` };
  if (cell.t === 'e') return { fault: 'error', text: errorText(cell) };
  if (cell.v === undefined) return null;
  return typeof cell.v === 'number' && showsDate(desk, cell.z) ? { serial: cell.v + desk.shift } : cell.v;
}

/** Up to `size` rows that hold something, from row `from` on; `wide` is one with too many columns, or -1. */
function rowsFrom(desk: Desk, sheet: Sheet, from: number, size: number): { rows: RawRow[]; end: number; wide: number } {
  const data = sheet['!data'] ?? [];
  const rows: RawRow[] = [];
  let wide = -1;
  let at = from;
  for (; at < data.length && rows.length < size; at += 1) {
    const line = data[at];
    if (!line || line.length === 0) continue;
    if (line.slice(desk.task.columns).some((cell) => rawCellOf(desk, cell) !== null)) wide = at;
    const cells: RawCell[] = [];
    const width = Math.min(line.length, desk.task.columns);
    for (let column = 0; column < width; column += 1) cells.push(rawCellOf(desk, line[column]));
    if (cells.some((cell) => cell !== null && cell !== '')) rows.push({ number: at + 1, cells });
  }
  return { rows, end: at, wide };
}

function batchAnswer(desk: Desk, sheet: Sheet, from: number): WorkerAnswer {
  const { rows, end, wide } = rowsFrom(desk, sheet, from, desk.task.batchRows);
  const { columns } = desk.task;
  if (wide >= 0) return { kind: 'refused', code: 'import.too-many-columns', limit: columns, row: wide + 1 };
  return { kind: 'rows', rows, next: end >= (sheet['!data'] ?? []).length ? null : end };
}

function startOfSheet(desk: Desk, sheet: Sheet, name: string): SheetStart {
  const { rows } = rowsFrom(desk, sheet, 0, desk.task.headRows);
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }));
  return { name, head: rows, merges };
}

function isTooLong(desk: Desk, sheet: Sheet): boolean {
  let filled = 0;
  for (const line of sheet['!data'] ?? []) if (line?.some((cell) => cell && cell.t !== 'z')) filled += 1;
  return filled > desk.task.rows + desk.task.headRows;
}

function openBook(task: WorkerTask, library: Library): Workbook {
  const shape = { dense: true, sheetStubs: true, cellFormula: true, cellNF: true };
  const options = { ...shape, cellText: false, cellHTML: false, cellDates: false };
  if (task.bytes) return library.read(task.bytes, { ...options, type: 'array' });
  return library.read(task.text ?? '', { ...options, type: 'string', raw: true });
}

function serveBook(port: Port, desk: Desk, book: Workbook): void {
  const visible = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
  const sheets = visible.map((name) => book.Sheets[name] ?? {});
  const { rows } = desk.task;
  if (sheets.some((sheet) => isTooLong(desk, sheet))) {
    port.postMessage({ kind: 'refused', code: 'import.too-many-rows', limit: rows, row: rows });
    return;
  }
  port.on('message', ({ sheet, from }) => port.postMessage(batchAnswer(desk, sheets[sheet] ?? {}, from)));
  port.postMessage({
    kind: 'opened',
    sheets: sheets.map((sheet, index) => startOfSheet(desk, sheet, visible[index] ?? '')),
  });
}

/** The worker's entry: opens the workbook, tells its sheets, and then answers for rows until it is ended. */
function runWorker(port: Port, task: WorkerTask, library: Library): void {
  try {
    const book = openBook(task, library);
    const shift = book.Workbook?.WBProps?.date1904 ? 1462 : 0;
    serveBook(port, { library, task, shift, dateFormats: new Map() }, book);
  } catch (thrown) {
    const message = String((thrown as Error | null)?.message ?? thrown);
    const code = /password|encrypt/i.test(message) ? 'import.workbook-protected' : 'import.file-unreadable';
    port.postMessage({ kind: 'refused', code, limit: 0, row: 1 });
  }
}

/**
 * The program of the worker that opens a workbook, so that a hostile or monstrous file can exhaust only its own memory
 * and time. It is handed over as source text, which runs alike from compiled code and from the sources under test;
 * therefore these functions use nothing but each other and their arguments.
 */
export const WORKER_PROGRAM = `'use strict';
${[
  errorText,
  showsDate,
  rawCellOf,
  rowsFrom,
  batchAnswer,
  startOfSheet,
  isTooLong,
  openBook,
  serveBook,
  runWorker,
].join('\n')}
const { parentPort, workerData } = require('node:worker_threads');
runWorker(parentPort, workerData, require(workerData.library));`;

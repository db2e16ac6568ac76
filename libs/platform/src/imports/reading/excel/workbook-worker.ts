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

/**
 * The whole program of the worker that opens a workbook, so that a hostile or monstrous file can exhaust only its own
 * memory and time. It is handed over as its own source text, which runs alike from compiled code and from the sources
 * under test; therefore it may use nothing from outside its braces.
 */
export function workbookWorker(port: Port, task: WorkerTask, library: Library): void {
  const DAYS_FROM_1900_TO_1904 = 1462;
  const ERRORS: Readonly<Record<string, string>> = {
    0: '#NULL!',
    7: '#DIV/0!',
    15: '#VALUE!',
    23: '#REF!',
    29: '#NAME?',
    36: '#NUM!',
    42: '#N/A',
    43: '#GETTING_DATA',
  };
  const dateFormats = new Map<string | number, boolean>();

  function isDate(format: string | number | undefined): boolean {
    if (format === undefined || format === 'General') return false;
    let known = dateFormats.get(format);
    if (known === undefined) dateFormats.set(format, (known = library.SSF.is_date(String(format))));
    return known;
  }

  function cellOf(cell: SheetCell | undefined, shift: number): RawCell {
    if (cell === undefined || cell === null) return null;
    // A stub: either merely formatted, or a formula whose value nobody ever calculated.
    if (cell.t === 'z') return cell.f === undefined ? null : { fault: 'formula', text: `=${cell.f.replace(/^=/, '')}` };
    if (cell.t === 'e') return { fault: 'error', text: cell.w ?? ERRORS[String(cell.v)] ?? '#N/A' };
    if (cell.v === undefined) return null;
    return typeof cell.v === 'number' && isDate(cell.z) ? { serial: cell.v + shift } : cell.v;
  }

  function opened(): Workbook {
    const options = {
      dense: true,
      sheetStubs: true,
      cellFormula: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellDates: false,
    };
    if (task.bytes) return library.read(task.bytes, { ...options, type: 'array' });
    return library.read(task.text ?? '', { ...options, type: 'string', raw: true });
  }

  function refusal(thrown: unknown): WorkerAnswer {
    const message = String((thrown as Error | null)?.message ?? thrown);
    const code = /password|encrypt/i.test(message) ? 'import.workbook-protected' : 'import.file-unreadable';
    return { kind: 'refused', code, limit: 0, row: 1 };
  }

  function batchOf(
    sheet: Sheet,
    shift: number,
    from: number,
    size: number,
  ): { rows: RawRow[]; end: number; wide: number } {
    const data = sheet['!data'] ?? [];
    const rows: RawRow[] = [];
    let wide = -1;
    let at = from;
    for (; at < data.length && rows.length < size; at += 1) {
      const line = data[at];
      if (!line || line.length === 0) continue;
      if (line.slice(task.columns).some((cell) => cellOf(cell, 0) !== null)) wide = at;
      const cells: RawCell[] = [];
      const width = Math.min(line.length, task.columns);
      for (let column = 0; column < width; column += 1) cells.push(cellOf(line[column], shift));
      if (cells.some((cell) => cell !== null && cell !== '')) rows.push({ number: at + 1, cells });
    }
    return { rows, end: at, wide };
  }

  function start(book: Workbook, shift: number): void {
    const visible = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
    const sheets = visible.map((name) => book.Sheets[name] ?? {});
    const written = (line: readonly (SheetCell | undefined)[] | undefined) =>
      line?.some((cell) => cell && cell.t !== 'z');
    const filled = (sheet: Sheet) => (sheet['!data'] ?? []).reduce((count, line) => count + (written(line) ? 1 : 0), 0);
    const tooLong = sheets.some((sheet) => filled(sheet) > task.rows + task.headRows);
    if (tooLong)
      return port.postMessage({ kind: 'refused', code: 'import.too-many-rows', limit: task.rows, row: task.rows });
    port.on('message', ({ sheet, from }) => {
      const { rows, end, wide } = batchOf(sheets[sheet] ?? {}, shift, from, task.batchRows);
      const last = end >= (sheets[sheet]?.['!data'] ?? []).length;
      if (wide >= 0)
        port.postMessage({ kind: 'refused', code: 'import.too-many-columns', limit: task.columns, row: wide + 1 });
      else port.postMessage({ kind: 'rows', rows, next: last ? null : end });
    });
    port.postMessage({
      kind: 'opened',
      sheets: sheets.map((sheet, index) => ({
        name: visible[index] ?? '',
        head: batchOf(sheet, shift, 0, task.headRows).rows,
        merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c })),
      })),
    });
  }

  try {
    const book = opened();
    start(book, book.Workbook?.WBProps?.date1904 ? DAYS_FROM_1900_TO_1904 : 0);
  } catch (thrown) {
    port.postMessage(refusal(thrown));
  }
}

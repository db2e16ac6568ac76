import { DomainError } from '#libs/kernel';
import { storableText } from '../../cells/clean-text.js';
import type { FileSource } from '../file-source.js';
import { megabytes, type ImportLimits } from '../limits.js';
import { HEAD_ROWS, type ListFormat, type RawDocument, type RawRow } from '../raw-table.js';
import { checkOle } from './ole-check.js';
import { WorkbookHost } from './workbook-host.js';
import { checkZip } from './zip-check.js';

const BATCH_ROWS = 2000;

interface Opening {
  readonly format: ListFormat;
  readonly bytes: Uint8Array | null;
  readonly text: string | null;
}

/** Exports put an apostrophe before what could act as a formula; coming back, it is not part of the text. */
const ESCAPED = /^'(?=[=+\-@\t\r])/;

function textAsSent(text: string): string {
  return storableText(text).replace(ESCAPED, '');
}

function storableRow(row: RawRow): RawRow {
  return { number: row.number, cells: row.cells.map((cell) => (typeof cell === 'string' ? textAsSent(cell) : cell)) };
}

async function* sheetRows(host: WorkbookHost, sheet: number): AsyncGenerator<readonly RawRow[]> {
  for (let from: number | null = 0; from !== null;) {
    const answer = await host.ask(sheet, from);
    if (answer.kind !== 'rows') return;
    if (answer.rows.length > 0) yield answer.rows.map(storableRow);
    from = answer.next;
  }
}

async function openInWorker(source: FileSource, opening: Opening, limits: ImportLimits): Promise<RawDocument> {
  const { format, bytes, text } = opening;
  const question = {
    bytes,
    text,
    headRows: HEAD_ROWS,
    batchRows: BATCH_ROWS,
    rows: limits.rows,
    columns: limits.columns,
  };
  const host = new WorkbookHost(question, source.name, limits);
  try {
    const answer = await host.opened();
    const sheets = answer.kind === 'opened' ? answer.sheets : [];
    const tables = sheets.map((sheet, index) => ({ ...sheet, headed: false, rows: () => sheetRows(host, index) }));
    return { format, tables, close: () => host.close() };
  } catch (thrown) {
    await host.close();
    throw thrown;
  }
}

/** Opens xlsx, xls, et and ods, after a look at their packing. @throws DomainError, see `checkZip` and `checkOle` */
export async function openWorkbook(
  source: FileSource,
  substance: 'zip' | 'ole',
  limits: ImportLimits,
): Promise<RawDocument> {
  if (source.size > limits.workbookBytes) {
    const size = { size: megabytes(source.size), limit: megabytes(limits.workbookBytes) };
    throw new DomainError('import.file-too-large', { file: source.name, ...size });
  }
  const file = await source.bytes();
  let format: ListFormat = 'xls';
  if (substance === 'zip') format = await checkZip(file, source.name, limits);
  else checkOle(file, source.name);
  // A copy of its own, since the memory is handed over to the worker for good.
  return openInWorker(source, { format, bytes: Uint8Array.from(file), text: null }, limits);
}

/** Opens an HTML table or an XML workbook of 2003, both of which offices send under the name .xls. */
export function openMarkup(
  source: FileSource,
  form: 'html' | 'xml',
  text: string,
  limits: ImportLimits,
): Promise<RawDocument> {
  return openInWorker(source, { format: form, bytes: null, text }, limits);
}

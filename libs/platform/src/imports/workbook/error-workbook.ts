import { isFaulty, isSerial, shownText, type RawCell } from '../cells/raw-cell.js';
import type { Bilingual } from '../cells/cell-type.js';
import { ERROR_HEADING, FIX_HEADING, type HeadingLayout } from '../headings/heading-layout.js';
import { HeadingTable } from '../headings/heading-table.js';
import type { IssueLanguage } from '../issue-texts.js';
import type { ImportFile } from '../reading/file-source.js';
import { KEY_HEADING, VALUE_HEADING } from '../reading/raw-table.js';
import { ImportList, type ListShape } from '../rows/import-list.js';
import { IssueReport } from '../rows/issue-report.js';
import { tableWorkbook, type TableCell } from './table-workbook.js';
import { notesSheet } from './template-workbook.js';

/** Beyond this a file is mended at its source, not row by row. */
const MOST_ROWS = 20_000;
const WORDS = {
  zh: { sheet: '待修改', advice: '只含被退回的行。按“怎么改”改好后直接重新上传；“错误”“怎么改”两列不会导入。' },
  en: {
    sheet: 'To mend',
    advice: 'The rejected rows only. Mend them and send this file; the two last columns are not imported.',
  },
} as const;

/** What was wrong with one row, and what to do. */
export interface RowFault {
  readonly row: number;
  readonly message: string;
  readonly fix: string;
}

export interface ErrorWorkbookRequest {
  readonly file: ImportFile;
  readonly fileName: string;
  readonly shape: ListShape & { readonly label: Bilingual };
  /** The list that the mended rows belong to. */
  readonly list: string;
  readonly faults: readonly RowFault[];
  readonly language?: IssueLanguage;
}

function cellAsSent(cell: RawCell | undefined): TableCell {
  if (cell === undefined || cell === null) return null;
  return isFaulty(cell) || isSerial(cell) ? shownText(cell) : cell;
}

/** Headings that will be understood when they come back: as sent, or the column's label where they took two lines. */
function headingsToSend(shape: ListShape, layout: HeadingLayout): string[] {
  const known = new HeadingTable(shape.columns, shape.keyField);
  const headings = [...layout.headings];
  for (const { column, name } of layout.extra) headings[column] = name;
  for (const [field, { column, heading, unit }] of layout.fields) {
    if (heading !== KEY_HEADING && heading !== VALUE_HEADING && known.match(heading)?.field === field) continue;
    headings[column] = `${shape.columns[field]?.label.zh ?? field}${unit === '' ? '' : `（${unit}）`}`;
  }
  return headings;
}

/** The rejected rows with their cells as sent, and two columns that say what is wrong: to be mended and sent again. */
export async function errorWorkbook(request: ErrorWorkbookRequest): Promise<Buffer> {
  const { shape, language = 'zh' } = request;
  const faults = new Map<number, RowFault[]>();
  for (const fault of request.faults) faults.set(fault.row, [...(faults.get(fault.row) ?? []), fault]);
  const list = await ImportList.open(request.file, request.fileName, { shape });
  const rows: TableCell[][] = [];
  try {
    const headings = headingsToSend(shape, list.layout);
    for await (const lines of list.lines(new IssueReport(shape.columns))) {
      for (const line of lines) {
        const told = faults.get(line.number);
        if (!told || rows.length >= MOST_ROWS) continue;
        const cells = headings.map((_, column) => cellAsSent(line.cells[column]));
        rows.push([...cells, joined(told, 'message'), joined(told, 'fix')]);
      }
    }
    const mark = { kind: shape.kind, version: shape.version, listName: request.list };
    return await tableWorkbook([
      { name: WORDS[language].sheet, headings: [...headings, ERROR_HEADING, FIX_HEADING], rows },
      notesSheet(shape, mark, { language, advice: WORDS[language].advice }),
    ]);
  } finally {
    await list.close();
  }
}

function joined(faults: readonly RowFault[], part: 'message' | 'fix'): string {
  return [...new Set(faults.map((fault) => fault[part]))].join('\n');
}

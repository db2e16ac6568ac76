import { DomainError } from '#libs/kernel';
import { findHeadings, looksLikeHeadings, type HeadingLine } from '../headings/find-headings.js';
import { layOut, type HeadingLayout } from '../headings/heading-layout.js';
import { HeadingTable } from '../headings/heading-table.js';
import { LineReader, type LineKind } from '../headings/line-kind.js';
import { FileSource, type ImportFile } from '../reading/file-source.js';
import { DEFAULT_LIMITS, type ImportLimits } from '../reading/limits.js';
import { openDocument } from '../reading/open-document.js';
import { HEAD_ROWS, type RawDocument, type RawRow, type RawTable } from '../reading/raw-table.js';
import { shownText } from '../cells/raw-cell.js';
import type { ImportColumns, RowOf } from './import-columns.js';
import type { ImportRow } from './import-row.js';
import type { IssueReport } from './issue-report.js';
import { MergedCells } from './merged-cells.js';
import { RowReader } from './row-reader.js';
import { readMark, type TemplateMark } from './template-mark.js';

/** What must be known of a kind to read its lists. */
export interface ListShape<C extends ImportColumns = ImportColumns> {
  readonly kind: string;
  readonly version: number;
  readonly columns: C;
  /** The field that the keys of a JSON object of objects name. */
  readonly keyField?: string;
}

/** Rows of one batch that may go on; `read` counts the rejected ones too. */
export interface RowBatch<C extends ImportColumns> {
  readonly rows: readonly ImportRow<RowOf<C>>[];
  readonly read: number;
}

const BATCH_ROWS = 2000;
const LINE_ISSUES: Readonly<Partial<Record<LineKind, string>>> = {
  total: 'import.total-line',
  note: 'import.note-line',
  headings: 'import.headings-repeated',
  example: 'import.example-line',
};

/** A list whose headings are understood; its rows are read once, in batches. */
export class ImportList<C extends ImportColumns> {
  private constructor(
    private readonly shape: ListShape<C>,
    private readonly source: FileSource,
    private readonly document: RawDocument,
    private readonly table: RawTable,
    readonly layout: HeadingLayout,
    readonly mark: TemplateMark | null,
  ) {}

  /** Opens a file and settles which column is which. @throws DomainError, the codes of `importErrors` about files */
  static async open<C extends ImportColumns>(
    file: ImportFile,
    fileName: string,
    options: { shape: ListShape<C>; limits?: ImportLimits },
  ): Promise<ImportList<C>> {
    const { shape, limits = DEFAULT_LIMITS } = options;
    const source = await FileSource.of(file, fileName);
    const document = await openDocument(source, limits);
    try {
      const marked = readMark(document.tables);
      refuseOtherKind(shape, marked?.mark ?? null, fileName);
      const headings = new HeadingTable(shape.columns, shape.keyField);
      const { table, line } = chosenTable(
        headings,
        document.tables.filter((each) => each !== marked?.table),
        fileName,
      );
      return new ImportList(shape, source, document, table, layOut(headings, line, fileName), marked?.mark ?? null);
    } catch (thrown) {
      await document.close();
      throw thrown;
    }
  }

  get format(): string {
    return this.document.format;
  }

  get encoding(): string | null {
    return this.document.encoding ?? null;
  }

  /** Headings that no field is known for. */
  get extraColumns(): readonly string[] {
    return this.layout.extra.map((each) => each.name);
  }

  /** How much of a text file has been read, from 0 to 1; null for workbooks, which are opened whole. */
  get share(): number | null {
    return this.document.encoding === undefined ? null : this.source.share;
  }

  sha256(): Promise<string> {
    return this.source.sha256();
  }

  close(): Promise<void> {
    return this.document.close();
  }

  /** What people should know of the file as a whole; told once, by the row of the headings. */
  warnOfFile(report: IssueReport): void {
    const row = this.layout.lastRow;
    if (this.mark && this.mark.version !== this.shape.version) {
      report.warnLine(row, 'import.template-outdated', { found: this.mark.version, current: this.shape.version });
    }
    const others = this.document.tables.filter(
      (each) => each !== this.table && each.head.length > 1 && !readMark([each]),
    );
    if (others.length > 0) {
      const names = others.map((each) => each.name).join('、');
      report.warnLine(row, 'import.sheets-not-read', { sheet: this.table.name, others: names });
    }
  }

  /** The rows of data with merged cells filled in; totals, notes and repeated headings are told and left out. */
  async *lines(report: IssueReport): AsyncGenerator<RawRow[]> {
    const { layout } = this;
    const lines = new LineReader(layout.headings, this.exampleCells());
    const merged = new MergedCells(this.table.merges, layout.lastRow);
    let found = false;
    for await (const batch of this.table.rows()) {
      const data: RawRow[] = [];
      for (const raw of batch) {
        if (raw.number <= layout.lastRow) continue;
        const kind = lines.kindOf(raw.cells);
        const issue = merged.isCaption(raw) ? 'import.section-line' : LINE_ISSUES[kind];
        if (issue) report.warnLine(raw.number, issue);
        else if (kind !== 'blank') data.push(merged.fill(raw));
      }
      found ||= data.length > 0;
      if (data.length > 0) yield data;
    }
    if (!found) throw new DomainError('import.no-rows', { file: this.source.name });
    if (merged.filled > 0) report.warnLine(layout.lastRow, 'import.merged-cells-filled', { count: merged.filled });
  }

  /** The rows understood, in batches; issues of their cells go into the report. */
  async *batches(report: IssueReport, limits: ImportLimits = DEFAULT_LIMITS): AsyncGenerator<RowBatch<C>> {
    const isText = this.document.format === 'csv';
    const reader = new RowReader(this.shape.columns, this.layout, report, isText);
    let total = 0;
    for await (const lines of this.lines(report)) {
      total += lines.length;
      if (total > limits.rows)
        throw new DomainError('import.too-many-rows', { file: this.source.name, limit: limits.rows });
      for (let start = 0; start < lines.length; start += BATCH_ROWS) {
        const rows = lines.slice(start, start + BATCH_ROWS).map((raw) => reader.read(raw));
        yield { rows: rows.filter((row) => !row.rejected), read: rows.length };
      }
    }
  }

  private exampleCells(): string[] {
    const cells = this.layout.headings.map(() => '');
    for (const [field, { column }] of this.layout.fields) cells[column] = this.shape.columns[field]?.example ?? '';
    return cells;
  }
}

function refuseOtherKind(shape: ListShape, mark: TemplateMark | null, fileName: string): void {
  if (!mark || mark.kind === shape.kind) return;
  throw new DomainError('import.template-of-another-kind', { file: fileName, found: mark.kind, expected: shape.kind });
}

/**
 * The table whose headings are best known.
 * @throws DomainError `import.no-heading-row`, `import.no-known-column`, `import.no-rows`
 */
function chosenTable(
  headings: HeadingTable,
  tables: readonly RawTable[],
  fileName: string,
): { table: RawTable; line: HeadingLine } {
  let best: { table: RawTable; line: HeadingLine } | null = null;
  for (const table of tables) {
    const line = findHeadings(headings, table);
    if (line && line.known > (best?.line.known ?? 0)) best = { table, line };
  }
  if (best) return best;
  const rows = tables.flatMap((table) => table.head);
  if (rows.length === 0) throw new DomainError('import.no-rows', { file: fileName });
  const expected = headings.labels().slice(0, 12).join('、');
  const candidate = tables.some((table) => table.headed) ? rows[0] : rows.find(looksLikeHeadings);
  if (!candidate) throw new DomainError('import.no-heading-row', { file: fileName, searched: HEAD_ROWS, expected });
  const found = candidate.cells
    .map(shownText)
    .filter((text) => text !== '')
    .slice(0, 20)
    .join('、');
  throw new DomainError('import.no-known-column', { file: fileName, found, expected });
}

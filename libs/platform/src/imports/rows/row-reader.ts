import { cellFault, Misread, Noted, type CellType } from '../cells/cell-type.js';
import { isBlank, quotedCell, type RawCell } from '../cells/raw-cell.js';
import type { HeadingLayout } from '../headings/heading-layout.js';
import type { RawRow } from '../reading/raw-table.js';
import type { ImportColumn, ImportColumns, RowOf } from './import-columns.js';
import { ImportRow } from './import-row.js';
import type { IssueReport } from './issue-report.js';

interface Field {
  readonly name: string;
  readonly type: CellType<unknown>;
  readonly column: ImportColumn;
  /** The place in the file, or -1 where the file lacks the column. */
  readonly at: number;
  readonly unit: string;
}

/** Turns the cells of a row into values, and what cannot be understood into issues. */
export class RowReader<C extends ImportColumns> {
  private readonly fields: readonly Field[];
  /** In text files, one cell too many means that every cell behind it may stand in the wrong column. */
  private readonly widthLimit: number;

  constructor(
    columns: C,
    private readonly layout: HeadingLayout,
    private readonly report: IssueReport,
    isText: boolean,
  ) {
    this.fields = Object.entries(columns).map(([name, column]) => {
      const place = layout.fields.get(name);
      return { name, column, type: column.type, at: place?.column ?? -1, unit: place?.unit ?? '' };
    });
    this.widthLimit = isText ? layout.headings.length : Number.POSITIVE_INFINITY;
  }

  read(raw: RawRow): ImportRow<RowOf<C>> {
    const values: Record<string, unknown> = {};
    const row = new ImportRow<RowOf<C>>(raw.number, values as RowOf<C>, raw.cells, this.layout);
    for (const field of this.fields) {
      const cell = field.at < 0 ? null : (raw.cells[field.at] ?? null);
      values[field.name] = cell === null || cell === '' ? null : this.valueOf(row, field, cell);
      if (values[field.name] === null && field.column.required && !row.rejected) this.missing(row, field);
    }
    if (this.layout.extra.length > 0) this.checkExtra(row, raw);
    if (raw.cells.length > this.widthLimit) this.checkWidth(row, raw);
    return row;
  }

  private valueOf(row: ImportRow<RowOf<C>>, field: Field, cell: RawCell): unknown {
    const fault = cellFault(cell);
    const reading = fault ?? field.type.read(cell, field.unit);
    if (reading instanceof Misread) {
      const params = { hint: field.type.hint[this.report.language], ...reading.params };
      // A cell that is broken, and not merely odd, rejects its row in every column.
      if (fault === null && field.column.unreadable === 'warns')
        this.report.warn(row, field.name, reading.code, params);
      else this.report.reject(row, field.name, reading.code, params);
      return null;
    }
    if (!(reading instanceof Noted)) return reading;
    this.report.warn(row, field.name, reading.code, reading.params);
    return reading.value;
  }

  private missing(row: ImportRow<RowOf<C>>, field: Field): void {
    this.report.reject(row, field.name, 'import.cell-required', { hint: field.type.hint[this.report.language] });
  }

  /** Unmatched columns are kept as they are, so long as they can be: ten thousand characters are not. */
  private checkExtra(row: ImportRow<RowOf<C>>, raw: RawRow): void {
    for (const { column, name } of this.layout.extra) {
      const cell = raw.cells[column];
      const fault = typeof cell === 'string' ? cellFault(cell) : null;
      if (fault) this.report.rejectAt(row, name, quotedCell(cell), fault);
    }
  }

  private checkWidth(row: ImportRow<RowOf<C>>, raw: RawRow): void {
    if (raw.cells.slice(this.widthLimit).every(isBlank)) return;
    const width = raw.cells.length;
    this.report.reject(row, null, 'import.row-too-wide', { width, columns: this.widthLimit });
  }
}

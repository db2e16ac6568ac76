import '../import.issues.js';
import type { IssueParams } from '../cells/cell-type.js';
import { issueText, type IssueLanguage } from '../issue-texts.js';
import type { ImportRow } from './import-row.js';
import type { ImportColumns } from './import-columns.js';

/** Rejected: the row is left out. Warning: it goes in, people should look. Duplicate: it seems to be there already. */
export type IssueSeverity = 'rejected' | 'warning' | 'duplicate';

/** One thing to tell about one row, in the words of the person who reads it. */
export interface Issue {
  readonly severity: IssueSeverity;
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

interface Place {
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
}

/** Gathers the issues of an import; the runner empties it batch by batch. */
export class IssueReport {
  /** Issues of severity warning and duplicate so far, and rows rejected. */
  warnings = 0;
  duplicates = 0;
  rejectedRows = 0;
  private gathered: Issue[] = [];

  constructor(
    private readonly columns: ImportColumns,
    readonly language: IssueLanguage = 'zh',
  ) {}

  /** Leaves the row out. `field` names the cell at fault, or is null where the row as a whole is. */
  reject(row: ImportRow<unknown>, field: string | null, code: string, params: IssueParams = {}): void {
    this.markRejected(row);
    this.add('rejected', this.placeOf(row, field), code, params);
  }

  warn(row: ImportRow<unknown>, field: string | null, code: string, params: IssueParams = {}): void {
    this.add('warning', this.placeOf(row, field), code, params);
  }

  duplicate(row: ImportRow<unknown>, field: string | null, code: string, params: IssueParams = {}): void {
    this.add('duplicate', this.placeOf(row, field), code, params);
  }

  /** Rejects a row for a cell under an unmatched heading. */
  rejectAt(row: ImportRow<unknown>, column: string, value: string, issue: { code: string; params: IssueParams }): void {
    this.markRejected(row);
    this.add('rejected', { row: row.number, column, value }, issue.code, issue.params);
  }

  /** Tells about a line that is no row of data, or about the file (by the row of its headings). */
  warnLine(row: number, code: string, params: IssueParams = {}): void {
    this.add('warning', { row, column: null, value: null }, code, params);
  }

  /** Hands over what was gathered since the last time, in the order of rows. */
  take(): Issue[] {
    const taken = this.gathered;
    this.gathered = [];
    return taken.sort((one, other) => one.row - other.row);
  }

  private markRejected(row: ImportRow<unknown>): void {
    if (!row.rejected) this.rejectedRows += 1;
    row.rejected = true;
  }

  private placeOf(row: ImportRow<unknown>, field: string | null): Place {
    if (field === null) return { row: row.number, column: null, value: null };
    const column = row.headingOf(field) ?? this.columns[field]?.label[this.language] ?? field;
    const value = this.columns[field]?.personal === true ? null : row.quoted(field);
    return { row: row.number, column, value };
  }

  private add(severity: IssueSeverity, place: Place, code: string, params: IssueParams): void {
    if (severity === 'warning') this.warnings += 1;
    if (severity === 'duplicate') this.duplicates += 1;
    const filled = { column: place.column ?? '', value: place.value ?? '', row: place.row, ...params };
    this.gathered.push({ severity, ...place, code, ...issueText(code, this.language, filled) });
  }
}

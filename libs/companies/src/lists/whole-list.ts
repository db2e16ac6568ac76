import type {
  ImportColumns,
  ImportOutcome,
  ImportRow,
  ImportSession,
  IssueReport,
  RowOf,
  TouchedFacts,
} from '#libs/platform';
import type { RowIssue } from '../domain/rows/row-issue.js';

/** What became of a list once all of its rows were judged together and written. */
export interface ListOutcome {
  readonly issues: readonly RowIssue[];
  /** Rows that say nothing new. */
  readonly unchanged: readonly number[];
  /** How many accepted rows claim what. */
  readonly claims: Readonly<Record<string, number>>;
  readonly touched?: TouchedFacts;
}

/** Tells the issues of a plan in the words of the list, and marks the rows that are left out. */
export function tellIssues(
  report: IssueReport,
  rows: ReadonlyMap<number, ImportRow<unknown>>,
  issues: readonly RowIssue[],
): void {
  for (const issue of issues) {
    const row = rows.get(issue.row);
    if (!row) throw new Error(`the issue ${issue.code} names row ${issue.row}, which the list does not have`);
    if (issue.severity === 'rejected') report.reject(row, issue.column, issue.code, issue.params);
    else if (issue.severity === 'warning') report.warn(row, issue.column, issue.code, issue.params);
    else report.duplicate(row, issue.column, issue.code, issue.params);
  }
}

/**
 * A session that judges a list as a whole, since rows far apart may speak of one record, one bundle or two contracts
 * over the same days. `keep` decides and writes; rows without a rejection count as accepted.
 */
export function wholeList<C extends ImportColumns>(
  report: IssueReport,
  keep: (rows: readonly ImportRow<RowOf<C>>[]) => Promise<ListOutcome>,
): ImportSession<C, null> {
  const rows: ImportRow<RowOf<C>>[] = [];
  return {
    plan: async (batch) => {
      rows.push(...batch);
      return { accepted: 0, unchanged: 0, work: null };
    },
    write: async () => undefined,
    finish: async (): Promise<ImportOutcome> => {
      const { issues, unchanged, claims, touched } = await keep(rows);
      tellIssues(report, new Map(rows.map((row) => [row.number, row])), issues);
      const accepted = rows.filter((row) => !row.rejected).length;
      return { accepted, unchanged: unchanged.length, claims, ...(touched ? { touched } : {}) };
    },
  };
}

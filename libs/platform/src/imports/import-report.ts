import type { Day } from '#libs/kernel';
import type { ImportRun, ImportStatus } from './import.entity.js';
import type { IssueItem } from './imports.queries.js';

/** One issue as people and programs are told. */
export interface ReportedIssue {
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** What became of a list, in numbers. */
export interface ImportBrief {
  readonly id: string;
  readonly kind: string;
  readonly list: string;
  readonly fileName: string;
  readonly asOf: Day;
  readonly status: ImportStatus;
  readonly dryRun: boolean;
  readonly rows: number;
  readonly accepted: number;
  /** Accepted rows that said nothing new. */
  readonly unchanged: number;
  readonly extraColumns: readonly string[];
  readonly claims: Readonly<Record<string, number>> | null;
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly startedById: string;
  readonly undoneAt: string | null;
}

/** The same with counts of issues, for lists of imports. */
export interface ImportLine extends ImportBrief {
  readonly rejected: number;
  readonly warnings: number;
  readonly duplicates: number;
}

/** The same with every issue, in the order of rows. */
export interface ImportReport extends ImportBrief {
  readonly rejected: readonly ReportedIssue[];
  readonly warnings: readonly ReportedIssue[];
  readonly duplicates: readonly ReportedIssue[];
}

function briefOf(run: ImportRun): ImportBrief {
  return {
    id: run.id,
    kind: run.kind,
    list: run.listName,
    fileName: run.fileName,
    asOf: run.asOf,
    status: run.status,
    dryRun: run.dryRun,
    rows: run.rows,
    accepted: run.accepted,
    unchanged: run.unchanged,
    extraColumns: run.extraColumns,
    claims: run.claims,
    refusal: run.refusal as ImportBrief['refusal'],
    startedAt: run.startedAt.toISOString(),
    startedBy: run.startedBy,
    startedById: run.startedById,
    undoneAt: run.undoneAt?.toISOString() ?? null,
  };
}

export function lineOf(run: ImportRun): ImportLine {
  return { ...briefOf(run), rejected: run.rejected, warnings: run.warnings, duplicates: run.duplicates };
}

export function reportOf(run: ImportRun, issues: readonly IssueItem[]): ImportReport {
  const of = (wanted: IssueItem['severity']) =>
    issues
      .filter(({ severity }) => severity === wanted)
      .map(({ row, column, value, code, message, fix }) => ({ row, column, value, code, message, fix }));
  return { ...briefOf(run), rejected: of('rejected'), warnings: of('warning'), duplicates: of('duplicate') };
}

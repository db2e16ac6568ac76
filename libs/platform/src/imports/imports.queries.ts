import type { EntityManager } from 'typeorm';
import { ImportIssue } from './import-issue.entity.js';
import { ImportRun } from './import.entity.js';
import type { Issue, IssueSeverity } from './rows/issue-report.js';

/** Which part of an import's issues is wanted; `after` is the cursor that the last page answered. */
export interface IssuePage {
  readonly severity?: IssueSeverity;
  readonly after?: string;
  readonly limit?: number;
}

export interface IssueItem extends Issue {
  readonly seq: number;
}

const MOST = 1_000_000;

function issueOf(row: ImportIssue): IssueItem {
  return {
    seq: row.seq,
    severity: row.severity,
    row: row.rowNumber,
    column: row.columnName,
    value: row.value,
    code: row.code,
    message: row.message,
    fix: row.fix,
  };
}

/** The place behind which a page begins: row and sequence number, as `12-3`. */
function cursorOf(after: string | undefined): [number, number] {
  const [row = '', seq = ''] = (after ?? '').split('-');
  return [Number(row) || -1, Number(seq) || -1];
}

/** Issues in the order of the list's rows, one page at a time. */
export async function importIssuesOf(
  manager: EntityManager,
  cityId: number,
  importId: string,
  page: IssuePage = {},
): Promise<{ items: IssueItem[]; next: string | null }> {
  const limit = page.limit ?? MOST;
  const [row, seq] = cursorOf(page.after);
  const query = manager
    .createQueryBuilder(ImportIssue, 'issue')
    .where('issue.cityId = :cityId AND issue.importId = :importId', { cityId, importId })
    .andWhere('(issue.rowNumber, issue.seq) > (:row, :seq)', { row, seq })
    .orderBy('issue.rowNumber')
    .addOrderBy('issue.seq')
    .limit(limit + 1);
  if (page.severity) query.andWhere('issue.severity = :severity', { severity: page.severity });
  const rows = await query.getMany();
  const items = rows.slice(0, limit).map(issueOf);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? `${last.row}-${last.seq}` : null };
}

/** Imports of the city, newest first, one page at a time. */
export async function importRunsOf(
  manager: EntityManager,
  cityId: number,
  page: { kind?: string; startedById?: string; after?: string; limit: number },
): Promise<{ items: ImportRun[]; next: string | null }> {
  const query = manager
    .createQueryBuilder(ImportRun, 'run')
    .where('run.cityId = :cityId', { cityId })
    .orderBy('run.id', 'DESC')
    .limit(page.limit + 1);
  if (page.kind) query.andWhere('run.kind = :kind', { kind: page.kind });
  if (page.startedById) query.andWhere('run.startedById = :by', { by: page.startedById });
  if (page.after) query.andWhere('run.id < :after', { after: page.after });
  const rows = await query.getMany();
  const items = rows.slice(0, page.limit);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

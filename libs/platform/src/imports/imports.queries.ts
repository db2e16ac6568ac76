import type { EntityManager } from 'typeorm';
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

/** The place behind which a page begins: row and sequence number, as `12-3`. */
function cursorOf(after: string | undefined): [number, number] {
  const [row = '', seq = ''] = (after ?? '').split('-');
  return [Number(row) || -1, Number(seq) || -1];
}

/**
 * Issues in the order of the list's rows, one page at a time. Equal texts are kept once: a long list repeats a few
 * sentences a hundred thousand times.
 */
export async function importIssuesOf(
  manager: EntityManager,
  cityId: number,
  importId: string,
  page: IssuePage = {},
): Promise<{ items: IssueItem[]; next: string | null }> {
  const limit = page.limit ?? MOST;
  const [row, seq] = cursorOf(page.after);
  const rows = await manager.query<IssueItem[]>(
    `SELECT seq, severity, row_number AS row, column_name AS "column", value, code, message, fix FROM import_issue
     WHERE city_id = $1 AND import_id = $2 AND (row_number, seq) > ($3::int, $4::int)
       AND ($5::text IS NULL OR severity = $5)
     ORDER BY row_number, seq LIMIT $6`,
    [cityId, importId, row, seq, page.severity ?? null, limit + 1],
  );
  const kept = new Map<string, string>();
  const once = (text: string): string => kept.get(text) ?? (kept.set(text, text), text);
  const items = rows.slice(0, limit).map((item) => {
    const { severity, column, code, message, fix } = item;
    return {
      ...item,
      severity: once(severity) as IssueSeverity,
      column: column === null ? null : once(column),
      code: once(code),
      message: once(message),
      fix: once(fix),
    };
  });
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

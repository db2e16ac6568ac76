import type { EntityManager } from 'typeorm';
import type { RecordDraft, RecordPlan, RecordValues } from '../domain/rows/record-plan.js';
import { withdrawnRecordIds } from './known-records.js';
import { columnsOf, type RecordTable } from './record-table.js';

/** At most this many rows go in one statement. */
const ROWS_PER_STATEMENT = 5000;

/** Who writes where, when and from which list; every row of one use case carries the same instant. */
export interface Writing {
  readonly cityId: number;
  readonly at: Date;
  readonly recordedBy: string;
  /** The import, or null when a person registers a single record. */
  readonly importId: string | null;
  newId(): string;
}

interface NewRow<V> {
  readonly id: string;
  readonly recordId: string;
  readonly row: number;
  readonly values: V;
  readonly links: readonly string[];
}

/** The named parts of an array, so that no statement carries too many rows. */
export function* partsOf<T>(rows: readonly T[], size = ROWS_PER_STATEMENT): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

async function insertRows<V extends RecordValues>(
  manager: EntityManager,
  writing: Writing,
  table: RecordTable<V>,
  rows: readonly NewRow<V>[],
): Promise<void> {
  const columns = columnsOf(table);
  const names = ['id', 'record_id', 'import_row', ...columns.map(([, column]) => column)].join(', ');
  const types = ['uuid', 'uuid', 'int', ...columns.map(([, , type]) => type)];
  const arrays = types.map((type, index) => `$${index + 5}::${type}[]`).join(', ');
  const importRow = writing.importId === null ? (): null => null : (row: NewRow<V>): number => row.row;
  for (const part of partsOf(rows)) {
    await manager.query(
      `INSERT INTO ${table.name} (city_id, recorded_at, recorded_by, import_id, ${names})
       SELECT $1, $2, $3, $4, * FROM unnest(${arrays})`,
      [
        writing.cityId,
        writing.at,
        writing.recordedBy,
        writing.importId,
        part.map((row) => row.id),
        part.map((row) => row.recordId),
        part.map(importRow),
        ...columns.map(([key]) => part.map((row) => row.values[key])),
      ],
    );
  }
}

async function insertLinks<V extends RecordValues>(
  manager: EntityManager,
  writing: Writing,
  table: RecordTable<V>,
  rows: readonly NewRow<V>[],
): Promise<void> {
  if (table.links === null) return;
  const pairs = rows.flatMap((row) => row.links.map((compoundId) => [row.id, compoundId] as const));
  for (const part of partsOf(pairs)) {
    await manager.query(
      `INSERT INTO ${table.links.name} (city_id, ${table.links.owner}, compound_id)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[])`,
      [writing.cityId, part.map(([id]) => id), part.map(([, compoundId]) => compoundId)],
    );
  }
}

/** New records, or withdrawn ones that are told again; one withdrawn record comes back at most once. */
async function newRows<V extends RecordValues>(
  manager: EntityManager,
  writing: Writing,
  table: RecordTable<V>,
  drafts: readonly RecordDraft<V>[],
): Promise<NewRow<V>[]> {
  if (drafts.length === 0) return [];
  const { subject } = table;
  const subjectIds = drafts.flatMap((draft) => (subject === null ? draft.links : [draft.values[subject] as string]));
  const withdrawn = await withdrawnRecordIds(manager, table, { cityId: writing.cityId, subjectIds });
  const back = new Set<string>();
  return drafts.map((draft) => {
    const former = draft.keys.map((key) => withdrawn.get(key)).find((id) => id !== undefined && !back.has(id));
    if (former !== undefined) back.add(former);
    return { ...draft, id: writing.newId(), recordId: former ?? writing.newId() };
  });
}

/**
 * Writes what a plan found new or changed. A changed record gets a new row; the old one stays, superseded, so that
 * what was known on an earlier day can be read as it was. Returns the record ids of the new records, by row.
 */
export async function writeRecords<V extends RecordValues>(
  manager: EntityManager,
  writing: Writing,
  table: RecordTable<V>,
  plan: RecordPlan<V>,
): Promise<ReadonlyMap<number, string>> {
  for (const part of partsOf(plan.updates)) {
    await manager.query(
      `UPDATE ${table.name} SET superseded_at = $2
       WHERE city_id = $1 AND record_id = ANY($3::uuid[]) AND superseded_at IS NULL`,
      [writing.cityId, writing.at, part.map((update) => update.recordId)],
    );
  }
  const inserted = await newRows(manager, writing, table, plan.inserts);
  const corrected = plan.updates.map(({ recordId, draft }) => ({ ...draft, id: writing.newId(), recordId }));
  const rows = [...inserted, ...corrected];
  await insertRows(manager, writing, table, rows);
  await insertLinks(manager, writing, table, rows);
  return new Map(rows.map((row) => [row.row, row.recordId]));
}

/**
 * Supersedes the current row of a record, if it still rests on the given paper.
 * @returns the compounds that it was linked to
 */
export async function withdrawRecord<V extends RecordValues>(
  manager: EntityManager,
  writing: Writing,
  table: RecordTable<V>,
  { recordId, documentNumber }: { readonly recordId: string; readonly documentNumber: string },
): Promise<readonly string[]> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE ${table.name} SET superseded_at = $3
     WHERE city_id = $1 AND record_id = $2 AND superseded_at IS NULL AND document_number = $4 RETURNING id`,
    [writing.cityId, recordId, writing.at, documentNumber],
  );
  if (table.links === null || rows.length === 0) return [];
  const linked = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT compound_id AS id FROM ${table.links.name}
     WHERE city_id = $1 AND ${table.links.owner} = ANY($2::uuid[])`,
    [writing.cityId, rows.map((row) => row.id)],
  );
  return linked.map((row) => row.id);
}

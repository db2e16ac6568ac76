import type { EntityManager } from 'typeorm';
import type { RecordValues } from '../domain/rows/record-plan.js';
import { columnsOf, type RecordTable } from './record-table.js';
import { partsOf } from './write-records.js';

/** An import to be taken back, and the instant at which that is recorded. */
export interface Undoing {
  readonly cityId: number;
  readonly importId: string;
  readonly at: Date;
  newId(): string;
}

/** The row that each given row had replaced: the newest before it of the same record, if it lasted until then. */
async function replacedBy(
  manager: EntityManager,
  undoing: Undoing,
  table: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT ON (p.record_id) p.id FROM ${table} m
     JOIN ${table} p ON p.city_id = m.city_id AND p.record_id = m.record_id
       AND p.superseded_at = m.recorded_at AND p.id < m.id
     WHERE m.city_id = $1 AND m.id = ANY($2::uuid[]) ORDER BY p.record_id, p.id DESC`,
    [undoing.cityId, ids],
  );
  return rows.map((row) => row.id);
}

/** Writes the given superseded rows anew, with their links, as what is held true from now on. */
async function restore<V extends RecordValues>(
  manager: EntityManager,
  undoing: Undoing,
  table: RecordTable<V>,
  ids: readonly string[],
): Promise<void> {
  const columns = [
    'record_id',
    ...columnsOf(table).map(([, column]) => column),
    'import_id',
    'import_row',
    'recorded_by',
  ];
  const prefixed = columns.map((column) => `p.${column}`).join(', ');
  for (const part of partsOf(ids)) {
    const parameters = [undoing.cityId, part, part.map(() => undoing.newId())];
    await manager.query(
      `INSERT INTO ${table.name} (city_id, id, recorded_at, ${columns.join(', ')})
       SELECT p.city_id, r.new_id, $4, ${prefixed} FROM unnest($2::uuid[], $3::uuid[]) AS r (old_id, new_id)
       JOIN ${table.name} p ON p.city_id = $1 AND p.id = r.old_id`,
      [...parameters, undoing.at],
    );
    if (table.links === null) continue;
    const { name, owner } = table.links;
    await manager.query(
      `INSERT INTO ${name} (city_id, ${owner}, compound_id)
       SELECT l.city_id, r.new_id, l.compound_id FROM unnest($2::uuid[], $3::uuid[]) AS r (old_id, new_id)
       JOIN ${name} l ON l.city_id = $1 AND l.${owner} = r.old_id`,
      parameters,
    );
  }
}

/** What was taken back: record ids, and the compounds that the withdrawn rows were linked to. */
export interface Undone {
  readonly recordIds: readonly string[];
  readonly compoundIds: readonly string[];
}

/**
 * Takes back the rows of an import that nothing later has corrected: they are superseded, and what they had replaced
 * comes back as new rows of the same records. Nothing is deleted.
 */
export async function undoRecords<V extends RecordValues>(
  manager: EntityManager,
  undoing: Undoing,
  table: RecordTable<V>,
): Promise<Undone> {
  const { cityId, importId, at } = undoing;
  const [rows] = await manager.query<[{ id: string; recordId: string }[], number]>(
    `UPDATE ${table.name} SET superseded_at = $3 WHERE city_id = $1 AND import_id = $2 AND superseded_at IS NULL
     RETURNING id, record_id AS "recordId"`,
    [cityId, importId, at],
  );
  const ids = rows.map((row) => row.id);
  await restore(manager, undoing, table, await replacedBy(manager, undoing, table.name, ids));
  const recordIds = rows.map((row) => row.recordId);
  if (table.links === null) return { recordIds, compoundIds: [] };
  const linked = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT compound_id AS id FROM ${table.links.name}
     WHERE city_id = $1 AND ${table.links.owner} = ANY($2::uuid[])`,
    [cityId, ids],
  );
  return { recordIds, compoundIds: linked.map((row) => row.id) };
}

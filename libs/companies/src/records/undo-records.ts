import type { EntityManager } from 'typeorm';
import type { RecordValues } from '../domain/rows/record-plan.js';
import { columnsOf, type RecordTable } from './record-table.js';

/** An import to be taken back, and the instant at which that is recorded. */
export interface Undoing {
  readonly cityId: number;
  readonly importId: string;
  readonly at: Date;
}

/** The statement that copies what the withdrawn rows had replaced, with its links, under new row ids. */
function restoreStatement<V extends RecordValues>(table: RecordTable<V>): string {
  const columns = ['record_id', ...columnsOf(table).map(([, column]) => column), 'import_id', 'import_row', 'recorded_by'].join(', ');
  const links = table.links
    ? `, linked AS (
         INSERT INTO ${table.links.name} (city_id, ${table.links.owner}, compound_id)
         SELECT l.city_id, r.new_id, l.compound_id FROM replaced r
         JOIN ${table.links.name} l ON l.city_id = r.city_id AND l.${table.links.owner} = r.id)`
    : '';
  return `WITH replaced AS MATERIALIZED (
      SELECT gen_random_uuid() AS new_id, p.* FROM ${table.name} p
      JOIN ${table.name} m ON m.city_id = p.city_id AND m.record_id = p.record_id AND m.recorded_at = p.superseded_at
      WHERE m.city_id = $1 AND m.id = ANY($2::uuid[]) AND p.id <> m.id)${links}
    INSERT INTO ${table.name} (city_id, id, recorded_at, ${columns})
    SELECT city_id, new_id, $3, ${columns} FROM replaced`;
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
  const [rows] = (await manager.query(
    `UPDATE ${table.name} SET superseded_at = $3 WHERE city_id = $1 AND import_id = $2 AND superseded_at IS NULL
     RETURNING id, record_id AS "recordId"`,
    [cityId, importId, at],
  )) as [{ id: string; recordId: string }[], number];
  const ids = rows.map((row) => row.id);
  await manager.query(restoreStatement(table), [cityId, ids, at]);
  const recordIds = rows.map((row) => row.recordId);
  if (table.links === null) return { recordIds, compoundIds: [] };
  const linked = (await manager.query(
    `SELECT DISTINCT compound_id AS id FROM ${table.links.name} WHERE city_id = $1 AND ${table.links.owner} = ANY($2::uuid[])`,
    [cityId, ids],
  )) as { id: string }[];
  return { recordIds, compoundIds: linked.map((row) => row.id) };
}

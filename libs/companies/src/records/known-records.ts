import type { EntityManager } from 'typeorm';
import type { KnownRecord, RecordValues } from '../domain/rows/record-plan.js';
import { columnOf, columnsOf, type RecordTable } from './record-table.js';

type Row<V> = { readonly recordId: string; readonly links: readonly string[] } & V;

/** Records about these subjects: compounds where the table links to compounds, else what its subject column names. */
export interface WantedRecords {
  readonly cityId: number;
  readonly subjectIds: readonly string[];
}

const CURRENT = 'm.superseded_at IS NULL';

/** Reads current records with their values and links, as plans compare them. */
export async function knownRecords<V extends RecordValues>(
  manager: EntityManager,
  table: RecordTable<V>,
  wanted: WantedRecords,
): Promise<KnownRecord<V>[]> {
  return read(manager, table, wanted, CURRENT);
}

/**
 * Record ids that were withdrawn and stand for nothing now, by their keys: a list that was taken back, mended and sent
 * again gets its records back, with everything that others have said of them.
 */
export async function withdrawnRecordIds<V extends RecordValues>(
  manager: EntityManager,
  table: RecordTable<V>,
  wanted: WantedRecords,
): Promise<ReadonlyMap<string, string>> {
  const withdrawn = await read(
    manager,
    table,
    wanted,
    `m.superseded_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${table.name} c
       WHERE c.city_id = m.city_id AND c.record_id = m.record_id AND c.superseded_at IS NULL)`,
  );
  return new Map(withdrawn.flatMap((record) => record.keys.map((key) => [key, record.recordId] as const)));
}

async function read<V extends RecordValues>(
  manager: EntityManager,
  table: RecordTable<V>,
  wanted: WantedRecords,
  state: string,
): Promise<KnownRecord<V>[]> {
  const columns = columnsOf(table);
  const selected = columns.map(([key, column, type]) => `m.${column}${type === 'date' ? '::text' : ''} AS "${key}"`);
  const { links } = table;
  const linked = links
    ? `ARRAY(SELECT l.compound_id::text FROM ${links.name} l
         WHERE l.city_id = m.city_id AND l.${links.owner} = m.id ORDER BY 1)`
    : `'{}'::text[]`;
  const about = links
    ? `m.id IN (SELECT w.${links.owner} FROM ${links.name} w WHERE w.city_id = $1 AND w.compound_id = ANY($2::uuid[]))`
    : `m.${columnOf(table.subject ?? 'id')} = ANY($2::uuid[])`;
  const rows = await manager.query<Row<V>[]>(
    `SELECT m.record_id AS "recordId", ${linked} AS links, ${selected.join(', ')}
     FROM ${table.name} m WHERE m.city_id = $1 AND ${state} AND ${about} ORDER BY m.id`,
    [wanted.cityId, wanted.subjectIds],
  );
  return rows.map((row) => {
    const values = Object.fromEntries(columns.map(([key]) => [key, row[key]])) as unknown as V;
    return { recordId: row.recordId, values, links: row.links, keys: table.keysOf(values, row.links) };
  });
}

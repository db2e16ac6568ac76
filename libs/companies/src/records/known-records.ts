import type { EntityManager } from 'typeorm';
import type { KnownRecord, RecordValues } from '../domain/rows/record-plan.js';
import { columnsOf, type RecordTable } from './record-table.js';

type Row<V> = { readonly recordId: string; readonly links: readonly string[] } & V;

/** Which current records to read: those linked to these compounds, or with one of these ids in a column. */
export type WantedRecords =
  { readonly compoundIds: readonly string[] } | { readonly column: string; readonly ids: readonly string[] };

/** Reads current records with their values and links, as plans compare them. */
export async function knownRecords<V extends RecordValues>(
  manager: EntityManager,
  wanted: { readonly cityId: number; readonly table: RecordTable<V>; readonly of: WantedRecords },
  keysOf: (values: V, links: readonly string[]) => string[],
): Promise<KnownRecord<V>[]> {
  const { cityId, table, of } = wanted;
  const columns = columnsOf(table);
  const selected = columns.map(([key, column, type]) => `m.${column}${type === 'date' ? '::text' : ''} AS "${key}"`);
  const { links } = table;
  const linked = links
    ? `ARRAY(SELECT l.compound_id::text FROM ${links.name} l
         WHERE l.city_id = m.city_id AND l.${links.owner} = m.id ORDER BY 1)`
    : `'{}'::text[]`;
  const condition =
    'column' in of
      ? `m.${of.column} = ANY($2::uuid[])`
      : `m.id IN (SELECT w.${links?.owner} FROM ${links?.name} w
           WHERE w.city_id = $1 AND w.compound_id = ANY($2::uuid[]))`;
  const rows = await manager.query<Row<V>[]>(
    `SELECT m.record_id AS "recordId", ${linked} AS links, ${selected.join(', ')}
     FROM ${table.name} m WHERE m.city_id = $1 AND m.superseded_at IS NULL AND ${condition}`,
    [cityId, 'column' in of ? of.ids : of.compoundIds],
  );
  return rows.map((row) => {
    const values = Object.fromEntries(columns.map(([key]) => [key, row[key]])) as unknown as V;
    return { recordId: row.recordId, values, links: row.links, keys: keysOf(values, row.links) };
  });
}

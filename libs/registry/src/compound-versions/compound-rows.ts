import type { EntityManager } from 'typeorm';
import { insertRows, type ColumnOfRows } from '../insert-rows.js';
import type { Writing } from '../writing.js';
import type { CompoundFacts } from '../domain/compounds/compound-facts.js';
import { pinyinOf } from './name-pinyin.js';

/** A version to be written, before it is known when and by whom. */
export interface VersionRow {
  readonly facts: CompoundFacts;
  readonly id: string;
  readonly compoundId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedBy: string;
  readonly reason: string;
  readonly importId: string | null;
  readonly importRow: number | null;
}

/** What one row of a list said, before it is known when. */
export interface SourceRow {
  readonly id: string;
  readonly compoundId: string;
  readonly importId: string;
  readonly listName: string;
  readonly rowNumber: number;
  readonly rowKey: string;
  readonly asOf: string;
  readonly said: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, string>>;
}

export interface CompoundRow {
  readonly id: string;
  readonly ownCode: string | null;
  readonly importId: string | null;
}

const VERSION_COLUMNS: Readonly<Record<string, ColumnOfRows<VersionRow>>> = {
  id: { type: 'uuid', value: (row) => row.id },
  compound_id: { type: 'uuid', value: (row) => row.compoundId },
  name: { type: 'text', value: (row) => row.facts.name },
  aliases: { type: 'texts', value: (row) => row.facts.aliases },
  name_pinyin: { type: 'text', value: ({ facts }) => pinyinOf([facts.name, ...facts.aliases]) },
  address: { type: 'text', value: (row) => row.facts.address },
  area_id: { type: 'uuid', value: (row) => row.facts.areaId },
  longitude: { type: 'float8', value: (row) => row.facts.longitude },
  latitude: { type: 'float8', value: (row) => row.facts.latitude },
  buildings: { type: 'int', value: (row) => row.facts.buildings },
  households: { type: 'int', value: (row) => row.facts.households },
  floor_area: { type: 'bigint', value: (row) => row.facts.floorArea },
  built_year: { type: 'smallint', value: (row) => row.facts.builtYear },
  kind: { type: 'text', value: (row) => row.facts.kind },
  delivered_on: { type: 'date', value: (row) => row.facts.deliveredOn },
  status: { type: 'text', value: (row) => row.facts.status },
  merged_into: { type: 'uuid', value: (row) => row.facts.mergedInto },
  valid_from: { type: 'date', value: (row) => row.validFrom },
  valid_to: { type: 'date', value: (row) => row.validTo },
  recorded_by: { type: 'text', value: (row) => row.recordedBy },
  reason: { type: 'text', value: (row) => row.reason },
  import_id: { type: 'uuid', value: (row) => row.importId },
  import_row: { type: 'int', value: (row) => row.importRow },
};

const SOURCE_COLUMNS: Readonly<Record<string, ColumnOfRows<SourceRow>>> = {
  id: { type: 'uuid', value: (row) => row.id },
  compound_id: { type: 'uuid', value: (row) => row.compoundId },
  import_id: { type: 'uuid', value: (row) => row.importId },
  list_name: { type: 'text', value: (row) => row.listName },
  row_number: { type: 'int', value: (row) => row.rowNumber },
  row_key: { type: 'text', value: (row) => row.rowKey },
  as_of: { type: 'date', value: (row) => row.asOf },
  said: { type: 'json', value: (row) => row.said },
  extra: { type: 'json', value: (row) => row.extra },
};

export async function insertCompounds(
  manager: EntityManager,
  writing: Writing,
  rows: readonly CompoundRow[],
): Promise<void> {
  const each: Readonly<Record<string, ColumnOfRows<CompoundRow>>> = {
    id: { type: 'uuid', value: (row) => row.id },
    own_code: { type: 'text', value: (row) => row.ownCode },
    import_id: { type: 'uuid', value: (row) => row.importId },
  };
  const same = { city_id: writing.cityId, created_at: writing.at };
  await insertRows(manager, 'compound', { same, each, rows });
}

export async function insertVersions(
  manager: EntityManager,
  writing: Writing,
  rows: readonly VersionRow[],
): Promise<void> {
  const same = { city_id: writing.cityId, recorded_at: writing.at };
  await insertRows(manager, 'compound_version', { same, each: VERSION_COLUMNS, rows });
}

export async function insertSources(
  manager: EntityManager,
  writing: Writing,
  rows: readonly SourceRow[],
): Promise<void> {
  const same = { city_id: writing.cityId, recorded_at: writing.at };
  await insertRows(manager, 'compound_source', { same, each: SOURCE_COLUMNS, rows });
}

/** Marks rows as no longer held true from now on; what was known before stays readable as it was. */
export async function supersede(
  manager: EntityManager,
  writing: Writing,
  rows: { readonly table: 'compound_version' | 'compound_source'; readonly ids: readonly string[] },
): Promise<void> {
  const { table, ids } = rows;
  if (ids.length === 0) return;
  await manager.query(
    `UPDATE ${table} SET superseded_at = $2
     WHERE city_id = $1 AND id = ANY($3::uuid[]) AND superseded_at IS NULL`,
    [writing.cityId, writing.at, ids],
  );
}

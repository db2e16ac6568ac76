import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Point } from '../domain/matching/distance.js';

/** What the register holds of one row that this list had before. */
export interface StandingRow {
  readonly rowKey: string;
  readonly sourceId: string;
  readonly compoundId: string;
  readonly importId: string;
  readonly rowNumber: number;
  readonly said: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, string>>;
  /** First day of the compound. */
  readonly since: Day;
  readonly merged: boolean;
  readonly path: string | null;
}

/** In which list of which city an import looks. */
export interface LookupScope {
  readonly cityId: number;
  readonly listName: string;
  readonly importId: string;
  readonly asOf: Day;
}

/** What is there already: rows of this list, and compounds at all. Where nothing is, nothing needs to be looked up. */
export interface Standing {
  readonly list: boolean;
  readonly register: boolean;
}

export async function whatStands(manager: EntityManager, scope: LookupScope): Promise<Standing> {
  const [found] = (await manager.query(
    `SELECT EXISTS (SELECT 1 FROM compound_source
         WHERE city_id = $1 AND list_name = $2 AND superseded_at IS NULL) AS list,
       EXISTS (SELECT 1 FROM compound_version WHERE city_id = $1 AND superseded_at IS NULL) AS register`,
    [scope.cityId, scope.listName],
  )) as Standing[];
  return found ?? { list: true, register: true };
}

/** The rows of this list that stand, by key. */
export async function standingRows(
  manager: EntityManager,
  scope: LookupScope,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StandingRow>> {
  const rows = (await manager.query(
    `SELECT s.row_key AS "rowKey", s.id AS "sourceId", s.compound_id AS "compoundId", s.import_id AS "importId",
       s.row_number AS "rowNumber", s.said, s.extra, v.since::text AS since, v.merged, a.path
     FROM compound_source s
     CROSS JOIN LATERAL (
       SELECT min(v.valid_from) AS since, bool_or(v.status = 'merged') AS merged,
         (array_agg(v.area_id ORDER BY v.valid_from DESC))[1] AS area_id
       FROM compound_version v
       WHERE v.city_id = s.city_id AND v.compound_id = s.compound_id AND v.superseded_at IS NULL) v
     LEFT JOIN area a ON a.city_id = s.city_id AND a.id = v.area_id
     WHERE s.city_id = $1 AND s.list_name = $2 AND s.superseded_at IS NULL AND s.row_key = ANY($3::text[])`,
    [scope.cityId, scope.listName, keys],
  )) as StandingRow[];
  return new Map(rows.map((row) => [row.rowKey, row]));
}

/** Compounds that already have one of the codes, by code. */
export async function holdersOfCodes(
  manager: EntityManager,
  cityId: number,
  codes: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  if (codes.length === 0) return new Map();
  const rows = (await manager.query(
    `SELECT c.own_code AS code, c.id, coalesce((
       SELECT v.name FROM compound_version v WHERE v.city_id = c.city_id AND v.compound_id = c.id
         AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1), '') AS name
     FROM compound c WHERE c.city_id = $1 AND c.own_code = ANY($2::text[])`,
    [cityId, codes],
  )) as { code: string; id: string; name: string }[];
  return new Map(rows.map(({ code, id, name }) => [code, { id, name }]));
}

interface Namesake {
  readonly id: string;
  readonly name: string;
  readonly recordedBy: string;
}

/**
 * For each name, where a compound of that name comes from that this list did not bring; names without one are left out.
 * Two plain look-ups by index rather than one clever statement: inside an import the tables have grown a thousandfold
 * since PostgreSQL last counted them, and it would plan a clever one for empty tables.
 */
export async function namesElsewhere(
  manager: EntityManager,
  scope: LookupScope,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const namesakes = (await manager.query(
    `SELECT v.compound_id AS id, v.name, v.recorded_by AS "recordedBy" FROM compound_version v
     WHERE v.city_id = $1 AND v.name = ANY($2::text[]) AND v.superseded_at IS NULL AND v.status <> 'merged'
       AND (v.valid_to IS NULL OR v.valid_to > $3::date) AND v.import_id IS DISTINCT FROM $4::uuid`,
    [scope.cityId, names, scope.asOf, scope.importId],
  )) as Namesake[];
  if (namesakes.length === 0) return new Map();
  const sources = (await manager.query(
    `SELECT s.compound_id AS id, s.list_name AS list FROM compound_source s
     WHERE s.city_id = $1 AND s.compound_id = ANY($2::uuid[]) AND s.superseded_at IS NULL ORDER BY s.list_name DESC`,
    [scope.cityId, [...new Set(namesakes.map((namesake) => namesake.id))]],
  )) as { id: string; list: string }[];
  const listOf = new Map(sources.map(({ id, list }) => [id, list]));
  const own = new Set(sources.filter(({ list }) => list === scope.listName).map(({ id }) => id));
  const places = new Map<string, string>();
  for (const { id, name, recordedBy } of namesakes) {
    const place = listOf.get(id) ?? recordedBy;
    if (!own.has(id) && place <= (places.get(name) ?? place)) places.set(name, place);
  }
  return places;
}

/** Rows of this list, from earlier imports, that stand. */
export async function earlierRows(
  manager: EntityManager,
  scope: LookupScope,
): Promise<
  readonly { readonly rowKey: string; readonly rowNumber: number; readonly name: string; readonly address: string }[]
> {
  return (await manager.query(
    `SELECT row_key AS "rowKey", row_number AS "rowNumber", said->>'name' AS name,
       coalesce(said->>'address', '') AS address
     FROM compound_source
     WHERE city_id = $1 AND list_name = $2 AND superseded_at IS NULL AND import_id <> $3`,
    [scope.cityId, scope.listName, scope.importId],
  )) as { rowKey: string; rowNumber: number; name: string; address: string }[];
}

/** Points of compounds that others brought, from which the middle of a city without known bounds is learnt. */
export async function registeredPoints(
  manager: EntityManager,
  scope: LookupScope,
  most: number,
): Promise<readonly Point[]> {
  return (await manager.query(
    `SELECT v.longitude, v.latitude FROM compound_version v
     WHERE v.city_id = $1 AND v.superseded_at IS NULL AND v.valid_to IS NULL AND v.longitude IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM compound_source s WHERE s.city_id = $1 AND s.compound_id = v.compound_id
         AND s.list_name = $2 AND s.superseded_at IS NULL)
     ORDER BY v.id LIMIT $3`,
    [scope.cityId, scope.listName, most],
  )) as Point[];
}

import type { EntityManager } from 'typeorm';
import { rowScopeCondition, scopeCondition, type CompoundScope } from '../compounds/compounds.policy.js';
import type { ListedCompound } from '../domain/matching/match.js';

/** One list of compounds that was imported, as it stands now. */
export interface KnownList {
  readonly name: string;
  readonly rows: number;
  /** The newest day that any of its rows speaks for. */
  readonly asOf: string;
  readonly recordedAt: Date;
}

/** A row of a list with the compound that it is held for: after a merger, the one that stayed. */
export interface ListedSource extends ListedCompound {
  readonly compoundId: string;
  readonly rootId: string;
}

/** Every list with rows that still stand and lie in the scope; only those rows are counted. */
export async function knownLists(
  manager: EntityManager,
  cityId: number,
  scope: CompoundScope,
): Promise<readonly KnownList[]> {
  const scoped = rowScopeCondition('s', scope, 2);
  return (await manager.query(
    `SELECT s.list_name AS name, count(*)::int AS rows, max(s.as_of)::text AS "asOf", max(s.recorded_at) AS "recordedAt"
     FROM compound_source s WHERE s.city_id = $1 AND s.superseded_at IS NULL AND ${scoped.text}
     GROUP BY s.list_name ORDER BY max(s.recorded_at) DESC, s.list_name`,
    [cityId, ...scoped.parameters],
  )) as KnownList[];
}

interface SourceLine {
  readonly id: string;
  readonly compoundId: string;
  readonly rootId: string;
  readonly name: string;
  readonly address: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** The rows of one list that still stand and lie in the scope, with the facts that the register took from them. */
export async function sourcesOfList(
  manager: EntityManager,
  cityId: number,
  wanted: { readonly list: string; readonly scope: CompoundScope },
): Promise<readonly ListedSource[]> {
  const scoped = scopeCondition(wanted.scope, 3);
  const rows = (await manager.query(
    `SELECT DISTINCT ON (s.id) s.id, s.compound_id AS "compoundId", coalesce(v.merged_into, v.compound_id) AS "rootId",
       v.name, v.address, v.longitude, v.latitude
     FROM compound_source s
     JOIN compound_version v ON v.city_id = s.city_id AND v.compound_id = s.compound_id AND v.superseded_at IS NULL
     LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
     WHERE s.city_id = $1 AND s.list_name = $2 AND s.superseded_at IS NULL AND ${scoped.text}
     ORDER BY s.id, v.valid_from DESC`,
    [cityId, wanted.list, ...scoped.parameters],
  )) as SourceLine[];
  return rows.map(({ longitude, latitude, ...row }) => ({
    ...row,
    point: longitude === null || latitude === null ? null : { longitude, latitude },
  }));
}

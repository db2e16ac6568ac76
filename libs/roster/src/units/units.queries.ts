import type { Day } from '#libs/kernel';
import { foreignCursor, type PageQuery } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { AddressParts } from '../domain/address/unit-address.js';
import type { OwnerKind } from '../domain/people/owner-kind.js';
import type { AreaSource, Standing, UnitUse } from '../domain/parties/unit-words.js';
import type { PersonHashes } from '../owners/personal-data.js';

/** Which units of one compound are wanted, on which day. */
export interface UnitFilter extends PageQuery {
  readonly compoundId: string;
  readonly on: Day;
  readonly building?: string | undefined;
  readonly stairway?: string | undefined;
  /** An address, as it was understood; any of the readings may fit. */
  readonly readings: readonly AddressParts[];
  /** The same words as a name or a number. */
  readonly hashes: PersonHashes | null;
  /** Only these, where they were found by a rule that is no matter of SQL. */
  readonly unitIds: readonly string[] | null;
}

export interface ListedShare {
  readonly ownerId: string;
  readonly kind: OwnerKind;
  readonly sealedName: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isRepresentative: boolean;
}

export interface ListedUnit {
  readonly id: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string;
  readonly floor: number | null;
  readonly use: UnitUse;
  readonly floorArea: string | null;
  readonly areaSource: AreaSource | null;
  readonly standing: Standing;
  readonly shares: readonly ListedShare[] | null;
  readonly place: string;
}

/** Buildings, stairways and rooms in the order of their numbers: 2 before 10, and A1 after both. */
const PLACE = ['building', 'stairway', 'room']
  .map((part) => `lpad(coalesce(v.${part}, ''), 12, '0')`)
  .join(` || '|' || `);

const SHARES = `(SELECT json_agg(json_build_object('ownerId', s.owner_id, 'kind', d.kind, 'sealedName', d.sealed_name,
    'numerator', s.numerator, 'denominator', s.denominator, 'isRepresentative', s.is_representative)
    ORDER BY s.position)
  FROM ownership_share s JOIN owner_detail d ON d.city_id = s.city_id AND d.owner_id = s.owner_id
    AND d.superseded_at IS NULL
  WHERE s.city_id = o.city_id AND s.ownership_id = o.id)`;

function cursorOf(after: string | undefined): readonly [string | null, string | null] {
  if (after === undefined) return [null, null];
  const found = /^(.{1,80})~([0-9a-f-]{36})$/.exec(after);
  if (!found) throw foreignCursor();
  return [found[1] as string, found[2] as string];
}

/** One page of units in the order of their addresses, and one row more where there is another page. */
export async function listedUnits(
  manager: EntityManager,
  cityId: number,
  filter: UnitFilter & { readonly limit: number },
): Promise<readonly ListedUnit[]> {
  const { compoundId, on, building = null, stairway = null, hashes, readings, unitIds, limit } = filter;
  const [place, id] = cursorOf(filter.after);
  const isAsked = hashes !== null;
  return manager.query<ListedUnit[]>(
    `SELECT v.unit_id AS id, v.building, v.stairway, v.room, v.floor, v.use, v.floor_area AS "floorArea",
       v.area_source AS "areaSource", coalesce(o.standing, 'unknown') AS standing, ${SHARES} AS shares, ${PLACE} AS place
     FROM unit_version v
     LEFT JOIN ownership o ON o.city_id = v.city_id AND o.unit_id = v.unit_id AND o.superseded_at IS NULL
       AND o.valid_from <= $3::date AND (o.valid_to IS NULL OR o.valid_to > $3::date)
     WHERE v.city_id = $1 AND v.compound_id = $2 AND v.superseded_at IS NULL
       AND v.valid_from <= $3::date AND (v.valid_to IS NULL OR v.valid_to > $3::date)
       AND ($4::text IS NULL OR v.building = $4) AND ($5::text IS NULL OR v.stairway = $5)
       AND ($6::uuid[] IS NULL OR v.unit_id = ANY($6))
       AND (NOT $7::boolean
         OR EXISTS (SELECT 1 FROM json_to_recordset($8::json) AS r (building text, stairway text, room text)
           WHERE (r.building IS NULL OR r.building = v.building) AND (r.stairway IS NULL OR r.stairway = v.stairway)
             AND (r.room IS NULL OR starts_with(v.room, r.room)))
         OR EXISTS (SELECT 1 FROM ownership_share s JOIN owner_detail d ON d.city_id = s.city_id
             AND d.owner_id = s.owner_id AND d.superseded_at IS NULL
           WHERE s.city_id = o.city_id AND s.ownership_id = o.id
             AND (d.name_hash = $9 OR d.id_hash = $10 OR d.phone_hash = $11)))
       AND ($12::text IS NULL OR (${PLACE}, v.unit_id) > ($12, $13::uuid))
     ORDER BY place, v.unit_id LIMIT $14`,
    [
      cityId,
      compoundId,
      on,
      building,
      stairway,
      unitIds,
      isAsked,
      JSON.stringify(readings),
      hashes?.nameHash ?? null,
      hashes?.idHash ?? null,
      hashes?.phoneHash ?? null,
      place,
      id,
      limit + 1,
    ],
  );
}

/** The cursor of the page behind a row. */
export function cursorBehind({ place, id }: ListedUnit): string {
  return `${place}~${id}`;
}

/** The names under which lists came, for what they wrote. */
export async function listNames(
  manager: EntityManager,
  cityId: number,
  importIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(importIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await manager.query<{ id: string; name: string }[]>(
    'SELECT id, list_name AS name FROM import WHERE city_id = $1 AND id = ANY($2::uuid[])',
    [cityId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

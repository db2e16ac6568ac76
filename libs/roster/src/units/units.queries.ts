import type { Day } from '#libs/kernel';
import { foreignCursor, type PageQuery } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { AddressParts } from '../domain/address/unit-address.js';
import type { Fraction } from '../domain/ownership/fraction.js';
import type { OwnerKind } from '../domain/people/owner-kind.js';
import type { AreaSource, Standing, UnitUse } from '../domain/parties/unit-words.js';
import type { PersonHashes } from '../owners/personal-data.js';
import { heldOn } from '../parties/roll-units.js';
import { knownOwners } from '../writing/known-roster.js';
import { sharesOf } from '../writing/shares.js';

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
  readonly share: Fraction | null;
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
  readonly shares: readonly ListedShare[];
  readonly place: string;
}

/** Buildings, stairways and rooms in the order of their numbers: 2 before 10, and A1 after both. */
export const PLACE = ['building', 'stairway', 'room']
  .map((part) => `lpad(coalesce(v.${part}, ''), 12, '0')`)
  .join(` || '|' || `);

function cursorOf(after: string | undefined): readonly [string | null, string | null] {
  if (after === undefined) return [null, null];
  const found = /^(.{1,80})~([0-9a-f-]{36})$/.exec(after);
  if (!found) throw foreignCursor();
  return [found[1] as string, found[2] as string];
}

type PlacedUnit = Omit<ListedUnit, 'standing' | 'shares'>;

/** The units of which somebody with this name, number or phone was among the owners on the day. */
async function unitsOfPerson(
  manager: EntityManager,
  cityId: number,
  { compoundId, on, hashes }: UnitFilter,
): Promise<readonly string[]> {
  if (hashes === null) return [];
  const people = await manager.query<{ id: string }[]>(
    `SELECT owner_id AS id FROM owner_detail WHERE city_id = $1 AND compound_id = $2 AND superseded_at IS NULL
       AND (name_hash = $3 OR id_hash = $4 OR phone_hash = $5)`,
    [cityId, compoundId, hashes.nameHash, hashes.idHash, hashes.phoneHash],
  );
  const shares = await manager.query<{ id: string }[]>(
    'SELECT ownership_id AS id FROM ownership_share WHERE city_id = $1 AND owner_id = ANY($2::uuid[])',
    [cityId, people.map(({ id }) => id)],
  );
  const held = await manager.query<{ id: string }[]>(
    `SELECT unit_id AS id FROM ownership WHERE city_id = $1 AND id = ANY($2::uuid[]) AND superseded_at IS NULL
       AND valid_from <= $3::date AND (valid_to IS NULL OR valid_to > $3::date)`,
    [cityId, shares.map(({ id }) => id), on],
  );
  return held.map(({ id }) => id);
}

async function placedUnits(
  manager: EntityManager,
  cityId: number,
  filter: UnitFilter & { readonly limit: number },
): Promise<readonly PlacedUnit[]> {
  const { compoundId, on, building = null, stairway = null, readings, unitIds, limit } = filter;
  const [place, id] = cursorOf(filter.after);
  const isAsked = filter.hashes !== null;
  return manager.query<PlacedUnit[]>(
    `SELECT v.unit_id AS id, v.building, v.stairway, v.room, v.floor, v.use, v.floor_area AS "floorArea",
       v.area_source AS "areaSource", ${PLACE} AS place
     FROM unit_version v
     WHERE v.city_id = $1 AND v.compound_id = $2 AND v.superseded_at IS NULL
       AND v.valid_from <= $3::date AND (v.valid_to IS NULL OR v.valid_to > $3::date)
       AND ($4::text IS NULL OR v.building = $4) AND ($5::text IS NULL OR v.stairway = $5)
       AND ($6::uuid[] IS NULL OR v.unit_id = ANY($6))
       AND (NOT $7::boolean OR v.unit_id = ANY($8::uuid[])
         OR EXISTS (SELECT 1 FROM json_to_recordset($9::json) AS r (building text, stairway text, room text)
           WHERE (r.building IS NULL OR r.building = v.building) AND (r.stairway IS NULL OR r.stairway = v.stairway)
             AND (r.room IS NULL OR starts_with(v.room, r.room))))
       AND ($10::text IS NULL OR (${PLACE}, v.unit_id) > ($10, $11::uuid))
     ORDER BY place, v.unit_id LIMIT $12`,
    [
      ...[cityId, compoundId, on, building, stairway, unitIds, isAsked],
      ...[await unitsOfPerson(manager, cityId, filter), JSON.stringify(readings), place, id, limit + 1],
    ],
  );
}

/** One page of units in the order of their addresses, and one row more where there is another page. */
export async function listedUnits(
  manager: EntityManager,
  cityId: number,
  filter: UnitFilter & { readonly limit: number },
): Promise<readonly ListedUnit[]> {
  const { compoundId, on } = filter;
  const units = await placedUnits(manager, cityId, filter);
  const held = await heldOn(manager, cityId, { on, unitIds: units.map(({ id }) => id) });
  const ownershipIds = [...held.values()].map(({ id }) => id);
  const shares = await sharesOf(manager, cityId, ownershipIds);
  const ownerIds = [...shares.values()].flatMap((each) => each.map(({ ownerId }) => ownerId));
  const known = await knownOwners(manager, cityId, { compoundIds: [compoundId], ownerIds });
  const owners = new Map(known.map(({ ownerId, detail }) => [ownerId, detail]));
  return units.map((unit) => {
    const { id = '', standing = 'unknown' } = held.get(unit.id) ?? {};
    const told = (shares.get(id) ?? []).flatMap(({ ownerId, share, isRepresentative }) => {
      const detail = owners.get(ownerId);
      return detail ? [{ ownerId, share, isRepresentative, kind: detail.kind, sealedName: detail.sealedName }] : [];
    });
    return { ...unit, standing, shares: told };
  });
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

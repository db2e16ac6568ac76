import type { Day } from '#libs/kernel';
import { In, IsNull, type EntityManager } from 'typeorm';
import { spokenForBy } from '../domain/bindings/voice.js';
import type { UnitUse } from '../domain/parties/unit-words.js';
import { heldOn, type HeldUnit } from '../parties/roll-units.js';
import type { ShareFacts } from '../writing/change.js';
import { knownOwners, type KnownOwner } from '../writing/known-roster.js';
import { sharesOf } from '../writing/shares.js';
import { UnitBinding } from './unit-binding.entity.js';

/** A unit on a day, with those who hold it. */
export interface HeldShares extends Pick<HeldUnit, 'unitId' | 'standing'> {
  readonly shares: readonly ShareFacts[];
}

/** A binding as the register judges it on a day. */
export interface JudgedBinding {
  readonly row: UnitBinding;
  /** Nothing but what the register says today makes a binding hold: a sale ends it, and so does another phone. */
  readonly holds: boolean;
  readonly spokenFor: readonly string[];
}

/** Everything that the judgement was made from. */
export interface Judged {
  readonly bindings: readonly JudgedBinding[];
  readonly held: ReadonlyMap<string, HeldShares>;
  readonly owners: ReadonlyMap<string, KnownOwner>;
}

/** Who holds units on a day. */
export async function holdersOf(
  manager: EntityManager,
  cityId: number,
  { unitIds, on }: { readonly unitIds: readonly string[]; readonly on: Day },
): Promise<ReadonlyMap<string, HeldShares>> {
  const held = await heldOn(manager, cityId, { on, unitIds: [...new Set(unitIds)] });
  const shares = await sharesOf(
    manager,
    cityId,
    [...held.values()].map(({ id }) => id),
  );
  return new Map(
    [...held].map(([unitId, { id, standing }]) => [unitId, { unitId, standing, shares: shares.get(id) ?? [] }]),
  );
}

/** Judges bindings by what the register knows now of a day. */
export async function judge(
  manager: EntityManager,
  cityId: number,
  { rows, on }: { readonly rows: readonly UnitBinding[]; readonly on: Day },
): Promise<Judged> {
  const held = await holdersOf(manager, cityId, { unitIds: rows.map(({ unitId }) => unitId), on });
  const shares = [...held.values()].flatMap((each) => each.shares);
  const ownerIds = [...shares.flatMap((each) => [each.ownerId, each.guardianId]), ...rows.map((row) => row.ownerId)];
  const known = await knownOwners(manager, cityId, {
    compoundIds: [...new Set(rows.map(({ compoundId }) => compoundId))],
    ownerIds: [...new Set(ownerIds.filter((id) => id !== null))],
  });
  const owners = new Map(known.map((owner) => [owner.ownerId, owner]));
  const bindings = rows.map((row): JudgedBinding => {
    const spokenFor = spokenForBy(held.get(row.unitId)?.shares ?? [], row.ownerId);
    const isSamePhone = row.way !== 'register' || owners.get(row.ownerId)?.detail.phoneHash === row.phoneHash;
    return { row, spokenFor, holds: row.endedAt === null && isSamePhone && spokenFor.length > 0 };
  });
  return { bindings, held, owners };
}

/** The bindings of a person that nobody ended, in one compound or in all; judged, they may no longer hold. */
export async function openBindings(
  manager: EntityManager,
  { cityId, userId, compoundId }: { readonly cityId: number; readonly userId: string; readonly compoundId?: string },
): Promise<readonly UnitBinding[]> {
  const within = compoundId === undefined ? {} : { compoundId };
  return manager.find(UnitBinding, { where: { cityId, userId, endedAt: IsNull(), ...within }, order: { id: 'ASC' } });
}

/** The bindings of units that nobody ended. */
export async function openBindingsOfUnits(
  manager: EntityManager,
  cityId: number,
  unitIds: readonly string[],
): Promise<readonly UnitBinding[]> {
  return manager.find(UnitBinding, {
    where: { cityId, unitId: In([...unitIds]), endedAt: IsNull() },
    order: { id: 'ASC' },
  });
}

/** Where a unit lies and how large it is. */
export interface NamedUnit {
  readonly unitId: string;
  readonly compoundId: string;
  readonly compound: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string;
  readonly use: UnitUse;
  /** Integer of 0.01 m². */
  readonly floorArea: number | null;
}

/** Units of a day with the names of their compounds. */
export async function namedUnits(
  manager: EntityManager,
  cityId: number,
  { unitIds, on }: { readonly unitIds: readonly string[]; readonly on: Day },
): Promise<ReadonlyMap<string, NamedUnit>> {
  type UnitRow = Omit<NamedUnit, 'compound' | 'floorArea'> & { readonly floorArea: string | null };
  const units = await manager.query<UnitRow[]>(
    `SELECT unit_id AS "unitId", compound_id AS "compoundId", building, stairway, room, use, floor_area AS "floorArea"
     FROM unit_version WHERE city_id = $1 AND unit_id = ANY($2::uuid[]) AND superseded_at IS NULL
       AND valid_from <= $3::date AND (valid_to IS NULL OR valid_to > $3::date)`,
    [cityId, unitIds, on],
  );
  const compounds = await manager.query<{ id: string; name: string }[]>(
    `SELECT DISTINCT ON (compound_id) compound_id AS id, name FROM compound_version
     WHERE city_id = $1 AND compound_id = ANY($2::uuid[]) AND superseded_at IS NULL
     ORDER BY compound_id, valid_from DESC`,
    [cityId, units.map(({ compoundId }) => compoundId)],
  );
  const names = new Map(compounds.map(({ id, name }) => [id, name]));
  return new Map(
    units.map(({ floorArea, ...unit }) => {
      const area = floorArea === null ? null : Number(floorArea);
      return [unit.unitId, { ...unit, floorArea: area, compound: names.get(unit.compoundId) ?? '' }];
    }),
  );
}

/** Every owner of the city's registers whose phone has this hash. */
export async function ownersOfPhone(
  manager: EntityManager,
  cityId: number,
  phoneHash: string,
): Promise<readonly { readonly ownerId: string; readonly nameHash: string; readonly kind: string }[]> {
  return manager.query(
    `SELECT owner_id AS "ownerId", name_hash AS "nameHash", kind FROM owner_detail
     WHERE city_id = $1 AND phone_hash = $2 AND superseded_at IS NULL ORDER BY owner_id`,
    [cityId, phoneHash],
  );
}

/** The units of which these owners, or their wards, ever held a share. */
export async function unitsOfOwners(
  manager: EntityManager,
  cityId: number,
  ownerIds: readonly string[],
): Promise<readonly string[]> {
  const shares = await manager.query<{ id: string }[]>(
    `SELECT ownership_id AS id FROM ownership_share
     WHERE city_id = $1 AND (owner_id = ANY($2::uuid[]) OR guardian_id = ANY($2::uuid[]))`,
    [cityId, ownerIds],
  );
  const held = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT unit_id AS id FROM ownership
     WHERE city_id = $1 AND id = ANY($2::uuid[]) AND superseded_at IS NULL`,
    [cityId, shares.map(({ id }) => id)],
  );
  return held.map(({ id }) => id);
}

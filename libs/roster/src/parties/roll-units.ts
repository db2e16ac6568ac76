import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { RollUnit } from '../domain/parties/parties.js';
import type { Standing } from '../domain/parties/unit-words.js';
import type { OwnerKind } from '../domain/people/owner-kind.js';
import { sharesOf } from '../writing/shares.js';

type UnitRow = Omit<RollUnit, 'floorArea' | 'owners' | 'standing'> & { readonly floorArea: string | null };

/** Who holds units on a day: at most one ownership each. */
export interface HeldUnit {
  readonly id: string;
  readonly unitId: string;
  readonly standing: Standing;
}

const UNIT = 'unit_id AS id, building, stairway, use, floor_area AS "floorArea"';
const ON_DAY = `superseded_at IS NULL AND valid_from <= $3::date AND (valid_to IS NULL OR valid_to > $3::date)`;

/** The ownerships of a day, of a whole compound or of some units, by unit. */
export async function heldOn(
  manager: EntityManager,
  cityId: number,
  { on, ...wanted }: { readonly on: Day } & ({ readonly compoundId: string } | { readonly unitIds: readonly string[] }),
): Promise<ReadonlyMap<string, HeldUnit>> {
  const [condition, value] =
    'unitIds' in wanted ? ['unit_id = ANY($2::uuid[])', wanted.unitIds] : ['compound_id = $2', wanted.compoundId];
  const rows = await manager.query<HeldUnit[]>(
    `SELECT id, unit_id AS "unitId", standing FROM ownership WHERE city_id = $1 AND ${condition} AND ${ON_DAY}`,
    [cityId, value, on],
  );
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** Every unit of a compound as it was on a day, as known now, with whoever held it then. */
export async function rollUnits(
  manager: EntityManager,
  cityId: number,
  { compoundId, on }: { readonly compoundId: string; readonly on: Day },
): Promise<readonly RollUnit[]> {
  const units = await manager.query<UnitRow[]>(
    `SELECT ${UNIT} FROM unit_version WHERE city_id = $1 AND compound_id = $2 AND ${ON_DAY} ORDER BY unit_id`,
    [cityId, compoundId, on],
  );
  const held = await heldOn(manager, cityId, { compoundId, on });
  const owners = `city_id = $1 AND compound_id = $2 AND superseded_at IS NULL`;
  return withHolders(manager, { cityId, units, held, kinds: () => kindsOf(manager, owners, [cityId, compoundId]) });
}

/** The same of some units, wherever they lie; nothing else of their compounds is read. */
export async function unitsOn(
  manager: EntityManager,
  cityId: number,
  { unitIds, on }: { readonly unitIds: readonly string[]; readonly on: Day },
): Promise<readonly (RollUnit & { readonly compoundId: string })[]> {
  if (unitIds.length === 0) return [];
  const units = await manager.query<(UnitRow & { readonly compoundId: string })[]>(
    `SELECT ${UNIT}, compound_id AS "compoundId" FROM unit_version
     WHERE city_id = $1 AND unit_id = ANY($2::uuid[]) AND ${ON_DAY} ORDER BY unit_id`,
    [cityId, unitIds, on],
  );
  const held = await heldOn(manager, cityId, { unitIds, on });
  const owners = `city_id = $1 AND owner_id = ANY($2::uuid[]) AND superseded_at IS NULL`;
  return withHolders(manager, { cityId, units, held, kinds: (ids) => kindsOf(manager, owners, [cityId, ids]) });
}

async function kindsOf(
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
): Promise<ReadonlyMap<string, OwnerKind>> {
  const owners = await manager.query<{ id: string; kind: OwnerKind }[]>(
    `SELECT owner_id AS id, kind FROM owner_detail WHERE ${condition}`,
    [...values],
  );
  return new Map(owners.map(({ id, kind }) => [id, kind]));
}

interface Holding<Row extends UnitRow> {
  readonly cityId: number;
  readonly units: readonly Row[];
  readonly held: ReadonlyMap<string, HeldUnit>;
  readonly kinds: (ownerIds: readonly string[]) => Promise<ReadonlyMap<string, OwnerKind>>;
}

async function withHolders<Row extends UnitRow>(
  manager: EntityManager,
  { cityId, units, held, kinds: kindsOfOwners }: Holding<Row>,
): Promise<readonly (Omit<Row, 'floorArea'> & RollUnit)[]> {
  const shares = await sharesOf(
    manager,
    cityId,
    [...held.values()].map(({ id }) => id),
  );
  const kinds = await kindsOfOwners([...shares.values()].flatMap((each) => each.map(({ ownerId }) => ownerId)));
  return units.map(({ floorArea, ...unit }) => {
    const { id = '', standing = 'unknown' } = held.get(unit.id) ?? {};
    const told = (shares.get(id) ?? []).map(({ ownerId, share, isRepresentative }) => {
      return { id: ownerId, kind: kinds.get(ownerId) ?? 'person', share, isRepresentative };
    });
    return { ...unit, floorArea: floorArea === null ? null : Number(floorArea), standing, owners: told };
  });
}

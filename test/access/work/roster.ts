import { RevealsService } from '../../../libs/roster/src/owners/reveals.service.js';
import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import { rowsOf } from '../../support/evidence.js';
import { importList } from '../../support/lists.js';

/** The register of one compound: a unit of one owner, and units of two of which each waits for a representative. */
export interface Register {
  readonly compound: string;
  readonly unit: string;
  readonly owner: string;
  /** A unit of two that stays as it is, for bindings. */
  readonly bindable: { readonly unit: string; readonly owner: string };
  /** Taken one by one: a representative is named once. */
  readonly coOwned: { readonly unit: string; readonly owner: string }[];
}

const OWNERS = '小区编码,楼栋,单元,房号,建筑面积,业主姓名,联系电话,监护人';

/** @param numbers of co-owned units; every name begins with the mark */
export async function registerOf(
  test: TestApp,
  city: TestCity,
  { mark, code, compound, numbers }: { mark: string; code: string; compound: string; numbers: readonly number[] },
): Promise<Register> {
  const lines = numbers.map((n) => `${code},${mark}楼,1,${100 + n},80,${mark}甲${n}、${mark}乙${n},,`);
  const single = `${code},${mark}楼,2,101,90,${mark}丙,13800138000,${mark}丁`;
  await importList(test, city, 'owners', [OWNERS, single, ...lines], { list: `${mark}业主名册`, asOf: '2026-01-01' });
  const held = await rowsOf<{ unit: string; owner: string; of: number }>(
    test,
    city,
    `SELECT DISTINCT ON (o.unit_id) o.unit_id AS unit, s.owner_id AS owner,
       count(*) OVER (PARTITION BY o.unit_id)::int AS of
     FROM ownership o JOIN ownership_share s ON s.city_id = o.city_id AND s.ownership_id = o.id
     WHERE o.compound_id = $1 ORDER BY o.unit_id, s.position DESC`,
    [compound],
  );
  const alone = held.find((each) => each.of === 1);
  if (!alone) throw new Error(`the register of ${mark} has no owner alone`);
  const [bindable, ...coOwned] = held.filter((each) => each.of === 2);
  if (!bindable) throw new Error(`the register of ${mark} has no unit of two`);
  return { compound, ...alone, bindable, coOwned };
}

/** A look at one field of the owner, which leaves its row behind. */
export async function lookAt(test: TestApp, city: TestCity, { compound, owner }: Register): Promise<void> {
  await test.app
    .get(RevealsService)
    .reveal(city.operator, { compoundId: compound, ownerId: owner, field: 'name', reason: '核对身份' });
}

const BY_HAND = { on: '2026-06-01', reason: '核对名册' };

type RosterCall = (at: Register, fresh: () => number) => { ids: string[]; body?: object };

/** How each route of the register is called. */
export const ROSTER_CALLS = {
  'GET /compounds/:id/roster': ({ compound }) => ({ ids: [compound] }),
  'GET /compounds/:id/parties': ({ compound }) => ({ ids: [compound] }),
  'GET /compounds/:id/units': ({ compound }) => ({ ids: [compound] }),
  'GET /compounds/:id/units/:unitId': ({ compound, unit }) => ({ ids: [compound, unit] }),
  'POST /compounds/:id/units': ({ compound }, fresh) => ({
    ids: [compound],
    body: { ...BY_HAND, room: `9-9-${fresh()}`, use: 'dwelling' },
  }),
  'POST /compounds/:id/units/:unitId/versions': ({ compound, unit }, fresh) => ({
    ids: [compound, unit],
    body: { ...BY_HAND, building: '8', room: '808', use: 'shop', floorArea: fresh() },
  }),
  'POST /compounds/:id/units/:unitId/transfers': ({ compound, unit }, fresh) => ({
    ids: [compound, unit],
    body: { ...BY_HAND, cause: 'sale', owners: [{ name: `买受人${fresh()}` }] },
  }),
  'POST /compounds/:id/units/:unitId/representative': ({ compound, coOwned }) => {
    const next = coOwned.pop();
    if (!next) throw new Error('no unit is left that waits for a representative');
    return { ids: [compound, next.unit], body: { ...BY_HAND, ownerId: next.owner } };
  },
  'POST /compounds/:id/owners/:ownerId/reveals': ({ compound, owner }) => ({
    ids: [compound, owner],
    body: { field: 'name', reason: '核对身份' },
  }),
} as const satisfies Readonly<Record<string, RosterCall>>;

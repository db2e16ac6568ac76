import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { editionOn } from '../catalogue/powers.queries.js';

/** Steps after which nobody waits for a case any more. */
export const CLOSING = `('issue', 'refusal', 'withdrawal')`;

/** Cases (`t`) with their office (`b`), their compound as it stands (`v`), and the area of that (`a`), for scopes. */
export const CASES = `act t
  JOIN area b ON b.city_id = t.city_id AND b.id = t.body_area_id
  JOIN LATERAL (SELECT v.name, v.area_id, v.compound_id FROM compound_version v
    WHERE v.city_id = t.city_id AND v.compound_id = t.compound_id AND v.superseded_at IS NULL
    ORDER BY v.valid_from DESC LIMIT 1) v ON true
  LEFT JOIN area a ON a.city_id = t.city_id AND a.id = v.area_id`;

/** The time limits of a day's edition in working days, by the code of the power. */
export async function limitsOn(manager: EntityManager, cityId: number, day: Day): Promise<ReadonlyMap<string, number>> {
  const edition = await editionOn(manager, cityId, day);
  return new Map(edition.map(({ power }) => [power.code, power.limitWorkingDays]));
}

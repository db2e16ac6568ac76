import { cityPack, type CityValue, type RulePack } from '#libs/law';
import type { EntityManager } from 'typeorm';

/** The rule pack of a city as it knows it now. */
export async function rulesOfCity(manager: EntityManager, cityId: number): Promise<RulePack> {
  return cityPack(
    await manager.query<CityValue[]>(
      `SELECT key, value, source, article, effective_from::text AS "effectiveFrom" FROM rule_value
       WHERE city_id = $1 AND superseded_at IS NULL ORDER BY effective_from, id`,
      [cityId],
    ),
  );
}

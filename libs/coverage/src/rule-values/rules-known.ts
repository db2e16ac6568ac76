import { cityPack, type CityValue, type RulePack } from '#libs/law';
import type { Source } from '../facts/assemble.js';
import { knownParameter, knownRows } from '../facts/moment.js';

/** The rule pack of a city as it was known at the moment. */
export async function rulesKnown(source: Source): Promise<RulePack> {
  return cityPack(
    await source.manager.query<CityValue[]>(
      `SELECT r.key, r.value, r.source, r.article, r.effective_from::text AS "effectiveFrom" FROM rule_value r
       WHERE r.city_id = $1 AND ${knownRows('r', source.moment, '$2')} ORDER BY r.effective_from, r.id`,
      [source.cityId, ...knownParameter(source.moment)],
    ),
  );
}

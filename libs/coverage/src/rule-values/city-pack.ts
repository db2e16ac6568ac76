import { RULE_PACK, overlay, type RulePack, type RuleValue } from '#libs/law';
import type { Source } from '../facts/assemble.js';
import { knownParameter, knownRows } from '../facts/moment.js';

const UNITS = new Map(RULE_PACK.map(({ key, unit }) => [key, unit]));

/** The rule pack of a city as it was known at the moment: the published values with the city's own laid over them. */
export async function cityPack(source: Source): Promise<RulePack> {
  const rows = await source.manager.query<Pick<RuleValue, 'key' | 'value' | 'source' | 'article' | 'effectiveFrom'>[]>(
    `SELECT r.key, r.value, r.source, r.article, r.effective_from::text AS "effectiveFrom" FROM rule_value r
     WHERE r.city_id = $1 AND ${knownRows('r', source.moment, '$2')} ORDER BY r.effective_from, r.id`,
    [source.cityId, ...knownParameter(source.moment)],
  );
  if (rows.length === 0) return RULE_PACK;
  const own = rows.map((row) => ({
    ...row,
    unit: UNITS.get(row.key) ?? 'days',
    level: 'city' as const,
    effectiveTo: null,
    status: 'SOURCED' as const,
  }));
  return overlay(RULE_PACK, own);
}

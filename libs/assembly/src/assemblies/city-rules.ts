import { overlay, RULE_PACK, type RulePack, type RuleValue } from '#libs/law';
import type { EntityManager } from 'typeorm';

const UNITS = new Map(RULE_PACK.map(({ key, unit }) => [key, unit]));

/** The rule pack of a city: what is published, with the values laid over it that the city itself laid down. */
export async function rulesOfCity(manager: EntityManager, cityId: number): Promise<RulePack> {
  const rows = await manager.query<Pick<RuleValue, 'key' | 'value' | 'source' | 'article' | 'effectiveFrom'>[]>(
    `SELECT key, value, source, article, effective_from::text AS "effectiveFrom" FROM rule_value
     WHERE city_id = $1 AND superseded_at IS NULL ORDER BY effective_from, id`,
    [cityId],
  );
  const own = rows.map((row) => ({
    ...row,
    unit: UNITS.get(row.key) ?? ('days' as const),
    level: 'city' as const,
    effectiveTo: null,
    status: 'SOURCED' as const,
  }));
  return overlay(RULE_PACK, own);
}

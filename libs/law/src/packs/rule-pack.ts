import { overlay, type RulePack, type RuleValue } from '../rule-value.js';
import { ASSEMBLY_PACK } from './assembly.js';
import { COMMON_REVENUE_PACK } from './common-revenue.js';
import { OVERSIGHT_PACK } from './oversight.js';
import { RETENTION_PACK } from './retention.js';
import { COMMITTEE_PACK } from './committee.js';
import { COVERAGE_PACK } from './coverage.js';
import { FUND_PACK } from './fund.js';

/** Every number of every rule: what a city may lay down anew is looked up here. */
export const RULE_PACK: RulePack = [
  ...[...COVERAGE_PACK, ...ASSEMBLY_PACK, ...COMMITTEE_PACK, ...OVERSIGHT_PACK, ...RETENTION_PACK, ...FUND_PACK],
  ...COMMON_REVENUE_PACK,
];

const UNITS = new Map(RULE_PACK.map(({ key, unit }) => [key, unit]));

/** A number that a city laid down itself, from a day on, with the text in which it did so. */
export type CityValue = Pick<RuleValue, 'key' | 'value' | 'source' | 'article' | 'effectiveFrom'>;

/** The rule pack of a city: what is published, with the city's own values laid over it. */
export function cityPack(own: readonly CityValue[]): RulePack {
  if (own.length === 0) return RULE_PACK;
  return overlay(
    RULE_PACK,
    own.map((value) => ({
      ...value,
      unit: UNITS.get(value.key) ?? 'days',
      level: 'city',
      effectiveTo: null,
      status: 'SOURCED',
    })),
  );
}

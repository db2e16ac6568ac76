import { DomainError, type Day } from '#libs/kernel';

/** How sure we are of a value: read in a source, known by citation, our own proposal, or to be settled with the city. */
export type RuleStatus = 'SOURCED' | 'KNOWN' | 'PROPOSED' | 'TO_CONFIRM';

/** The layer of law that a value comes from; a lower layer may only fill gaps of a higher one. */
export type RuleLevel = 'law' | 'state-council' | 'province' | 'city' | 'normative-document' | 'compound-rules';

/** One number that a rule needs, with its article and the days for which it holds. */
export interface RuleValue {
  readonly key: string;
  readonly value: number;
  readonly unit: 'days' | 'months' | 'persons';
  readonly source: string;
  readonly article: string;
  readonly level: RuleLevel;
  readonly effectiveFrom: Day;
  /** Last day on which the value holds, or null. */
  readonly effectiveTo: Day | null;
  readonly status: RuleStatus;
}

/** Values that belong together; a later entry of the same key and day overrides an earlier one, so a city can append its own. */
export type RulePack = readonly RuleValue[];

/**
 * The value that holds on a day.
 * @throws DomainError `law.no-value` when no entry of the pack covers the day
 */
export function ruleValueOn(pack: RulePack, key: string, day: Day): RuleValue {
  const found = pack.findLast(
    (each) => each.key === key && each.effectiveFrom <= day && (each.effectiveTo === null || each.effectiveTo >= day),
  );
  if (!found) throw new DomainError('law.no-value', { key, day });
  return found;
}

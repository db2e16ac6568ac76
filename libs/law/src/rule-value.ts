import { addDays, DomainError, minDay, type Day, type ErrorCatalogue } from '#libs/kernel';

/** How sure we are of a value: read in a source, known by citation, our proposal, or to be settled with the city. */
export type RuleStatus = 'SOURCED' | 'KNOWN' | 'PROPOSED' | 'TO_CONFIRM';

export const RULE_UNITS = [
  'days',
  'months',
  'persons',
  'percent',
  'times',
  'minutes',
  'seconds',
  'yuan',
  'copies',
  'choice',
] as const;
export type RuleUnit = (typeof RULE_UNITS)[number];

/** The layers of law, the highest first; a lower layer may only fill gaps of a higher one. */
export const RULE_LEVELS = [
  'law',
  'state-council',
  'province',
  'city',
  'normative-document',
  'compound-rules',
] as const;

export type RuleLevel = (typeof RULE_LEVELS)[number];

/** One number that a rule needs, with its article and the days for which it holds. */
export interface RuleValue {
  readonly key: string;
  readonly value: number;
  readonly unit: RuleUnit;
  readonly source: string;
  readonly article: string;
  readonly level: RuleLevel;
  readonly effectiveFrom: Day;
  /** Last day on which the value holds, or null. */
  readonly effectiveTo: Day | null;
  readonly status: RuleStatus;
}

/** Values that belong together; a city lays its own over them with `overlay`. */
export type RulePack = readonly RuleValue[];

/** The sentences of this library's refusals. */
export const lawErrors = {
  'law.no-value': {
    kind: 'rule',
    zh: '规则包中没有 {day} 适用的数值“{key}”。请在规则包中补充该值及其依据条款。',
    en: 'No value of "{key}" holds on {day}. Add one to the rule pack, with its article.',
  },
} as const satisfies ErrorCatalogue;

/** What a text says binds; what we propose or still have to ask fills the gap until a text is found. */
function binds(value: RuleValue): boolean {
  return value.status === 'SOURCED' || value.status === 'KNOWN';
}

/** Whether `next` takes the place of `best`, which stands before it in the pack. */
function prevails(next: RuleValue, best: RuleValue): boolean {
  if (binds(next) !== binds(best)) return binds(next);
  if (binds(next) && next.level !== best.level)
    return RULE_LEVELS.indexOf(next.level) < RULE_LEVELS.indexOf(best.level);
  // Of two proposals, or two texts of one layer, the later one in force speaks; of one day, the one laid on top.
  return next.effectiveFrom >= best.effectiveFrom;
}

/**
 * The value that holds on a day: a text before a proposal, the higher layer before the lower, newer before older.
 * @throws DomainError `law.no-value` when no entry of the pack covers the day
 */
export function ruleValueOn(pack: RulePack, key: string, day: Day): RuleValue {
  let best: RuleValue | null = null;
  for (const each of pack) {
    if (each.key !== key || each.effectiveFrom > day || (each.effectiveTo !== null && each.effectiveTo < day)) continue;
    if (best === null || prevails(each, best)) best = each;
  }
  if (best === null) throw new DomainError('law.no-value', { key, day });
  return best;
}

/** The first later day on which some value of the pack begins or has ended, or null: until then every answer stays. */
export function packChangesOn(pack: RulePack, day: Day): Day | null {
  let next: Day | null = null;
  for (const { effectiveFrom, effectiveTo } of pack) {
    const over = effectiveTo === null ? null : addDays(effectiveTo, 1);
    next = minDay(next, effectiveFrom > day ? effectiveFrom : null, over !== null && over > day ? over : null);
  }
  return next;
}

/** The pack with a city's own values laid on top: they replace proposals and never a text of a higher layer. */
export function overlay(pack: RulePack, own: RulePack): RulePack {
  return [...pack, ...own];
}

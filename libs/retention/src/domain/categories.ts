import { addDays, addMonths, type Day } from '#libs/kernel';
import { ruleValueOn, type RulePack, type RuleValue } from '#libs/law';

/** What is erased when its days have ended, with the number that says when. */
export const CATEGORIES = {
  votes: 'assembly.retention.months',
  'access-records': 'retention.access-records.months',
  'audit-lines': 'retention.audit-lines.months',
  sessions: 'retention.sessions.months',
  messages: 'retention.messages.months',
  objectors: 'retention.objectors.months',
  'sign-in-codes': 'retention.sign-in-codes.days',
} as const;

export type Category = keyof typeof CATEGORIES;
export const CATEGORY_NAMES = Object.keys(CATEGORIES) as Category[];

/** A category on a day: what is from before `before` has had its days. */
export interface DueRule {
  readonly category: Category;
  readonly rule: RuleValue;
  readonly before: Day;
}

/** The last day of the keeping counts: what ended on the day itself goes on the day after its last one. */
export function cutoff({ value, unit }: Pick<RuleValue, 'value' | 'unit'>, today: Day): Day {
  return unit === 'months' ? addMonths(today, -value) : addDays(today, -value);
}

export function dueRules(pack: RulePack, today: Day): readonly DueRule[] {
  return CATEGORY_NAMES.map((category) => {
    const rule = ruleValueOn(pack, CATEGORIES[category], today);
    return { category, rule, before: cutoff(rule, today) };
  });
}

import { addDays, type Day } from '#libs/kernel';
import { ruleValueOn, type RulePack, type RuleValue } from '#libs/law';
import { DUTY_KINDS, periodsBetween, type DutyKind, type Period } from './periods.js';

/** Which value of the rule pack says by when a statement is published. */
export const DUTY_RULES: Readonly<Record<DutyKind, string>> = {
  quarter: 'fund.disclosure.quarter.days',
  'half-year': 'fund.disclosure.half-year.days',
  year: 'fund.disclosure.year.days',
};

export const DUTY_STATES = ['running', 'due', 'met', 'late', 'overdue'] as const;
/** 期间未满、待公开、按期公开、逾期公开、逾期未公开. */
export type DutyState = (typeof DUTY_STATES)[number];

/** What was proven of a period: its first day on the page or on a notice board. */
export interface Proof {
  readonly period: string;
  readonly onDay: Day;
}

/** One statement that has to be published, with the rule that says so; its state is told by days alone. */
export interface Duty {
  readonly period: Period;
  readonly dueOn: Day;
  readonly rule: RuleValue;
  readonly state: DutyState;
  /** The first day on which it was public. */
  readonly publicOn: Day | null;
}

function stateOf({ to }: Period, dueOn: Day, publicOn: Day | null, today: Day): DutyState {
  if (publicOn !== null) return publicOn <= dueOn ? 'met' : 'late';
  if (today <= to) return 'running';
  return today <= dueOn ? 'due' : 'overdue';
}

/**
 * 公开日历: every statement that is or will be due of a book, from the period of its first entry to the running one,
 * the latest first. The rule is that of the last day of the period.
 */
export function calendarOf(
  rules: RulePack,
  proofs: readonly Proof[],
  { first, today }: { readonly first: Day | null; readonly today: Day },
): readonly Duty[] {
  if (first === null || first > today) return [];
  const days = new Map<string, Day>();
  for (const { period, onDay } of proofs) {
    const known = days.get(period);
    if (known === undefined || onDay < known) days.set(period, onDay);
  }
  const duties = DUTY_KINDS.flatMap((kind) =>
    periodsBetween(kind, first, today).map((period): Duty => {
      const rule = ruleValueOn(rules, DUTY_RULES[kind], period.to);
      const dueOn = addDays(period.to, rule.value);
      const publicOn = days.get(period.key) ?? null;
      return { period, dueOn, rule, publicOn, state: stateOf(period, dueOn, publicOn, today) };
    }),
  );
  return duties.sort((one, other) => {
    if (one.dueOn !== other.dueOn) return one.dueOn < other.dueOn ? 1 : -1;
    return one.period.key < other.period.key ? -1 : 1;
  });
}

import { addDays, daysBetween, type Day } from '#libs/kernel';
import { ruleValueOn, type RulePack } from '#libs/law';

/** Whether people work on a day, by the holidays of the State Council as far as they are published. */
export type IsWorkingDay = (day: Day) => boolean;

/** No holiday is longer than this; a calendar without working days must not hang. */
const LONGEST_HOLIDAY = 60;

const KEYS = {
  noticeDays: 'assembly.notice.days',
  noticeSafeDays: 'assembly.notice-safe.days',
  rollObjectionDays: 'assembly.roll-objection.days',
  candidatesShownDays: 'assembly.candidates-shown.days',
  ballotLeastDays: 'assembly.ballot-least.days',
  ballotMostDays: 'assembly.ballot-most.days',
  extensionMostDays: 'assembly.extension-most.days',
  proxyPrincipalsMost: 'assembly.proxy-principals.most',
  petitionPercent: 'assembly.petition.percent',
  resultDays: 'assembly.result.days',
  publicationDays: 'assembly.publication.days',
  resultObjectionDays: 'assembly.result-objection.days',
  filingDays: 'assembly.filing.days',
  handoverDays: 'assembly.handover.days',
  membersLeast: 'committee.members.least',
  membersMost: 'committee.members.most',
} as const;

/** The numbers that an assembly is held under. */
export type Limits = Readonly<Record<keyof typeof KEYS, number>>;

/** The numbers as they hold on the day of the notice: a later change does not touch a vote under way. */
export function limitsOn(pack: RulePack, day: Day): Limits {
  const entries = Object.entries(KEYS).map(([name, key]) => [name, ruleValueOn(pack, key, day).value]);
  return Object.fromEntries(entries) as Limits;
}

/** When voting may begin after a notice: by the letter of the law, and so that nobody can argue. */
export function earliestOpening(notice: Day, limits: Pick<Limits, 'noticeDays' | 'noticeSafeDays'>): Opening {
  return { floor: addDays(notice, limits.noticeDays), safe: addDays(notice, limits.noticeSafeDays) };
}

export interface Opening {
  readonly floor: Day;
  readonly safe: Day;
}

/**
 * The last day of a period: the day it starts is not counted (民法典第二百零一条), and a last day that is a holiday
 * gives way to the next working day (第二百零三条).
 */
export function periodEnd(start: Day, days: number, isWorkingDay: IsWorkingDay): Day {
  let day = addDays(start, days);
  for (let step = 0; !isWorkingDay(day) && step < LONGEST_HOLIDAY; step += 1) day = addDays(day, 1);
  return day;
}

/** How many days a ballot lasts: from the day on which it opens to the day on which it closes. */
export function ballotDays(opensOn: Day, closesOn: Day): number {
  return daysBetween(opensOn, closesOn);
}

/** Whether an extension is one: later than the end it moves, and by no more days than the rule allows. */
export function extensionFault(
  from: Date,
  to: Date,
  { extensionMostDays }: Pick<Limits, 'extensionMostDays'>,
): 'assembly.extension-not-later' | 'assembly.extension-too-long' | null {
  if (to.getTime() <= from.getTime()) return 'assembly.extension-not-later';
  const most = from.getTime() + extensionMostDays * 86_400_000;
  return to.getTime() > most ? 'assembly.extension-too-long' : null;
}

/** The days that follow from a result. */
export interface AfterDays {
  readonly announceBy: Day;
  readonly shownUntil: Day;
  readonly objectUntil: Day;
  readonly fileBy: Day;
}

export function daysAfter(
  closedOn: Day,
  publishedOn: Day,
  { limits, isWorkingDay }: { readonly limits: Limits; readonly isWorkingDay: IsWorkingDay },
): AfterDays {
  return {
    announceBy: periodEnd(closedOn, limits.resultDays, isWorkingDay),
    shownUntil: periodEnd(publishedOn, limits.publicationDays, isWorkingDay),
    objectUntil: periodEnd(publishedOn, limits.resultObjectionDays, isWorkingDay),
    fileBy: periodEnd(closedOn, limits.filingDays, isWorkingDay),
  };
}

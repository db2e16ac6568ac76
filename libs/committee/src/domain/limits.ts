import type { Day } from '#libs/kernel';
import { ruleValueOn, type RulePack } from '#libs/law';

const KEYS = {
  noticeDays: 'committee.meeting-notice.days',
  quorumPercent: 'committee.meeting-quorum.percent',
  decisionPercent: 'committee.decision.percent',
  decisionNoticeDays: 'committee.decision-notice.days',
  intervalMonths: 'committee.meeting-interval.months',
  termReminderDays: 'committee.term-reminder.days',
  sealConsentPercent: 'committee.seal-consent.percent',
  letterAnswerDays: 'committee.letter-answer.days',
  firstSessionDays: 'assembly.first-session.days',
  reelectionLeadMonths: 'assembly.reelection-lead.months',
} as const;

/** The numbers that a committee's office works by. */
export type OfficeLimits = Readonly<Record<keyof typeof KEYS, number>>;

export function officeLimitsOn(pack: RulePack, day: Day): OfficeLimits {
  const entries = Object.entries(KEYS).map(([name, key]) => [name, ruleValueOn(pack, key, day).value]);
  return Object.fromEntries(entries) as OfficeLimits;
}

/** 过半数不含本数 (民法典第一千二百五十九条): the smallest number that is more than so many percent of all. */
export function moreThan(percent: number, all: number): number {
  return Math.floor((percent * all) / 100) + 1;
}

import { addDays, daysBetween, type Day } from '#libs/kernel';
import { matterOn, type VotingClass } from '#libs/law';
import { organiserFault, petitionOf, type OrganiserFacts, type Petition } from '../assembly/organisers.js';
import type { LaidDown } from '../assembly/meeting-rules.js';
import { deemedFaults, type PublishedRules } from '../assembly/published-rules.js';
import { ballotDays, earliestOpening, periodEnd, type IsWorkingDay, type Limits } from '../assembly/timetable.js';
import { found, type Finding } from './findings.js';
import { RULE_WORDS } from './rule-words.js';
import { motionFindings, type LintMotion } from './motion-lint.js';

/** What is known of the roll. */
export interface LintRoll {
  readonly frozenOn: Day;
  readonly parties: number;
  readonly doubts: number;
  readonly objectionsOpen: number;
}

/** Everything that is looked at before a vote opens. */
export interface LintFacts {
  readonly organiser: Omit<OrganiserFacts, 'electsCommittee'>;
  readonly rules: PublishedRules;
  /** The version of the compound's own rules that holds on the day of the notice; null where there is none. */
  readonly rulesInForce: Pick<LaidDown, 'id' | 'title' | 'effectiveFrom'> | null;
  /** Of an assembly that owners asked for: how many they are. */
  readonly petition: Petition | null;
  readonly limits: Limits;
  readonly motions: readonly LintMotion[];
  readonly roll: LintRoll | null;
  readonly noticeOn: Day;
  readonly opensOn: Day;
  readonly closesOn: Day;
  /** The motions that the notice names; null while there is no notice yet. */
  readonly noticedMotionIds: readonly string[] | null;
  readonly isRehearsal: boolean;
  readonly isWorkingDay: IsWorkingDay;
}

function noticeFindings({ noticeOn, opensOn, limits }: LintFacts): readonly Finding[] {
  const days = daysBetween(noticeOn, opensOn);
  const { floor, safe } = earliestOpening(noticeOn, limits);
  const params = { notice: noticeOn, opens: opensOn, days, needed: limits.noticeDays, floor, safe };
  if (opensOn < floor) return [found('notice-too-short', params)];
  return opensOn < safe ? [found('notice-unsafe', params)] : [];
}

function workingDaysIn(from: Day, to: Day, isWorkingDay: IsWorkingDay): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

function ballotFindings({ opensOn, closesOn, limits, isWorkingDay }: LintFacts): readonly Finding[] {
  const days = ballotDays(opensOn, closesOn);
  const findings: Finding[] = [];
  if (days < limits.ballotLeastDays) findings.push(found('ballot-too-short', { days, needed: limits.ballotLeastDays }));
  if (days > limits.ballotMostDays) findings.push(found('ballot-too-long', { days, needed: limits.ballotMostDays }));
  if (!isWorkingDay(closesOn)) {
    findings.push(found('closes-on-holiday', { day: closesOn, next: periodEnd(closesOn, 0, isWorkingDay) }));
  }
  const working = workingDaysIn(opensOn, closesOn, isWorkingDay);
  if (days > 0 && 2 * working < days + 1) findings.push(found('mostly-holidays', { days: days + 1, working }));
  return findings;
}

function rollFindings({ roll, opensOn, limits, isWorkingDay, isRehearsal }: LintFacts): readonly Finding[] {
  if (roll === null) return [found('no-roll')];
  const findings: Finding[] = [];
  if (roll.parties === 0) findings.push(found('roll-empty'));
  if (roll.objectionsOpen > 0) findings.push(found('roll-objections-open', { count: roll.objectionsOpen }));
  const until = periodEnd(roll.frozenOn, limits.rollObjectionDays, isWorkingDay);
  if (!isRehearsal && opensOn <= until) findings.push(found('roll-still-shown', { until }));
  if (roll.doubts > 0) findings.push(found('roll-doubts', { count: roll.doubts }));
  return findings;
}

/** What the owners adopted binds whoever organises their vote. */
function departures({ laidDown }: PublishedRules): readonly Finding[] {
  if (!laidDown || laidDown.departs.length === 0) return [];
  const words = laidDown.departs.map((key) => RULE_WORDS[key]);
  const what = { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
  return [found('departs-from-bylaws', { what, title: laidDown.title, from: laidDown.effectiveFrom })];
}

/** A version that was laid down after the vote was prepared holds of it as well, as long as no notice is given. */
function newerRules({ rules, rulesInForce }: LintFacts): readonly Finding[] {
  if (rulesInForce === null || rulesInForce.id === rules.laidDown?.id) return [];
  return [found('newer-bylaws', { title: rulesInForce.title, from: rulesInForce.effectiveFrom })];
}

function ruleFindings(facts: LintFacts): readonly Finding[] {
  const { rules, noticeOn, organiser } = facts;
  const hasClause = (rules.rulesClause ?? '').trim() !== '';
  return [
    ...deemedFaults(rules, { noticeOn, isFirst: organiser.isFirst }).map((code) => found(code)),
    ...(rules.countsParking && !hasClause ? [found('counting-without-bylaws')] : []),
    ...(rules.mayChange && !hasClause ? [found('changing-without-bylaws')] : []),
    ...departures(rules),
    ...newerRules(facts),
  ];
}

function organiserFindings({ organiser, motions }: LintFacts): readonly Finding[] {
  const electsCommittee = motions.some(({ kind, matters }) => kind === 'election' && matters.includes('M3'));
  const fault = organiserFault({ ...organiser, electsCommittee });
  const isReelected = organiser.organiser === 'reelection-group' || (electsCommittee && !organiser.isFirst);
  const frozen = motions.filter(
    ({ matters }) => isReelected && matters.some((each) => each === 'M4' || each === 'M9a'),
  );
  return [
    ...(fault === null ? [] : [found(fault)]),
    ...frozen.map(({ id, title }) => found('frozen-in-reelection', { motion: title }, id)),
  ];
}

function petitionFindings({ petition, limits }: LintFacts): readonly Finding[] {
  if (petition === null) return [];
  const { isEnough, isEnoughByArea, needed } = petitionOf(petition, limits.petitionPercent);
  const params = { heads: petition.heads, needed, percent: limits.petitionPercent };
  if (!isEnough) return [found('petition-too-few', params)];
  return isEnoughByArea ? [] : [found('petition-area-short', params)];
}

/**
 * 表决前检查: everything that would make the vote void or disputed, before anybody votes. A rehearsal is held to all
 * of it but the days, which nobody waits for.
 */
export function lint(facts: LintFacts): readonly Finding[] {
  const timetable = facts.isRehearsal ? [] : [...noticeFindings(facts), ...ballotFindings(facts)];
  return [
    ...organiserFindings(facts),
    ...petitionFindings(facts),
    ...(facts.motions.length === 0 ? [found('no-motions')] : []),
    ...facts.motions.flatMap((motion) => motionFindings(motion, facts)),
    ...ruleFindings(facts),
    ...timetable,
    ...rollFindings(facts),
  ];
}

/** The class that a motion is lawfully put under: the strictest of its matters; null where one is unknown. */
export function lawfulClass(matters: readonly string[], day: Day): VotingClass | null {
  const classes = matters.map((code) => matterOn(code, day)?.votingClass);
  if (classes.length === 0 || classes.includes(undefined)) return null;
  return classes.includes('special') ? 'special' : 'ordinary';
}

/** Whether a vote may open: warnings are the organiser's to judge. */
export function mayOpen(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity === 'warns');
}

import { daysBetween, type Day } from '#libs/kernel';
import { matterOn, type VotingClass } from '#libs/law';
import type { Limits } from '../assembly/timetable.js';
import type { Words } from './finding-text.js';
import { candidateFindings, type LintCandidate } from './candidate-lint.js';
import { found, type Finding } from './findings.js';

/** One motion as far as it is looked at before the vote. */
export interface LintMotion {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly kind: 'plain' | 'options' | 'election';
  readonly matters: readonly string[];
  readonly votingClass: VotingClass;
  readonly offered: readonly string[];
  readonly seats: number | null;
  /** Of an election, who stands. */
  readonly candidates: readonly LintCandidate[];
}

interface Around {
  readonly limits: Limits;
  readonly noticeOn: Day;
  readonly opensOn: Day;
  readonly noticedMotionIds: readonly string[] | null;
  readonly isRehearsal: boolean;
}

/** How the classes are called. */
const CLASS_WORDS: Readonly<Record<VotingClass, Words>> = {
  ordinary: { zh: '一般事项', en: 'an ordinary matter' },
  special: { zh: '特别事项', en: 'a special matter' },
};

/** Words that speak of items 6 to 8, whatever matter was chosen. */
const SPECIAL_WORDS = /筹集|续筹|改建|重建|加装电梯|改变.{0,6}用途|出租|经营|广告/;

function classFindings({ id, title, matters, votingClass }: LintMotion, { noticeOn }: Around): readonly Finding[] {
  const unknown = matters.find((code) => matterOn(code, noticeOn) === undefined);
  if (unknown !== undefined) return [found('matter-unknown', { motion: title, matter: unknown }, id)];
  const known = matters.map((code) => matterOn(code, noticeOn)).filter((each) => each !== undefined);
  const isMixed = new Set(known.map((matter) => matter.votingClass)).size > 1;
  if (isMixed && votingClass === 'ordinary') return [found('mixed-classes', { motion: title }, id)];
  const [first] = known;
  // A mixed motion under the stricter class is lawful; one of a single class must be put under just that.
  if (first && !isMixed && first.votingClass !== votingClass) {
    const params = {
      motion: title,
      declared: CLASS_WORDS[votingClass],
      lawful: CLASS_WORDS[first.votingClass],
      article: first.article,
    };
    return [found('wrong-class', params, id)];
  }
  const word = votingClass === 'ordinary' ? SPECIAL_WORDS.exec(title)?.[0] : undefined;
  return word === undefined ? [] : [found('class-doubtful', { motion: title, word }, id)];
}

function choiceFindings({ id, title, kind, offered }: LintMotion): readonly Finding[] {
  const findings: Finding[] = [];
  // In an election nobody has to be ticked: that is how one opposes a candidate.
  if (kind !== 'election' && !offered.includes('against')) {
    findings.push(found('no-way-to-oppose', { motion: title }, id));
  }
  if (!offered.includes('abstain')) findings.push(found('no-way-to-abstain', { motion: title }, id));
  const options = offered.filter((each) => !['for', 'against', 'abstain'].includes(each));
  if (kind === 'options' && options.length < 2) {
    findings.push(found('too-few-options', { motion: title, count: options.length }, id));
  }
  return findings;
}

function electionFindings(motion: LintMotion, { limits, noticeOn, opensOn, isRehearsal }: Around): readonly Finding[] {
  const { id, title, kind, offered, matters } = motion;
  if (kind !== 'election') return [];
  const findings: Finding[] = [];
  const seats = motion.seats ?? 0;
  const count = offered.filter((each) => each !== 'abstain' && each !== 'against').length;
  const { membersLeast: least, membersMost: most } = limits;
  if (matters.includes('M3') && (seats % 2 === 0 || seats < least || seats > most)) {
    findings.push(found('seats-unfit', { motion: title, seats, least, most }, id));
  }
  if (count < seats) findings.push(found('too-few-candidates', { motion: title, count, seats }, id));
  const days = daysBetween(noticeOn, opensOn);
  if (!isRehearsal && days < limits.candidatesShownDays) {
    findings.push(found('candidates-too-late', { motion: title, days, needed: limits.candidatesShownDays }, id));
  }
  return [...findings, ...candidateFindings(motion)];
}

/** What is wrong with one motion. */
export function motionFindings(motion: LintMotion, around: Around): readonly Finding[] {
  const { noticedMotionIds } = around;
  const isUnannounced = noticedMotionIds !== null && !noticedMotionIds.includes(motion.id);
  return [
    ...classFindings(motion, around),
    ...choiceFindings(motion),
    ...electionFindings(motion, around),
    ...(isUnannounced ? [found('motion-not-in-notice', { motion: motion.title }, motion.id)] : []),
  ];
}

import type { PublishedRules } from './published-rules.js';

/** 渠道: phone, the organisers' desk, or a paper slip. */
export const CHANNELS = ['phone', 'desk', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** In what capacity somebody casts for a party. 买受人 takes the place of a seller who has not voted. */
export const CAPACITIES = ['owner', 'representative', 'guardian', 'proxy', 'successor'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** The ballot of a party that stands. */
export interface StandingBallot {
  readonly id: string;
  readonly channel: Channel;
}

/** What is to be done with a ballot that comes in: it is the first, it takes the place of one, or it is refused. */
export type Admission =
  | { readonly kind: 'first' }
  | { readonly kind: 'replaces'; readonly ballotId: string }
  | { readonly kind: 'refused'; readonly code: 'ballot.already-cast' | 'ballot.paper-after-electronic' };

/**
 * 一户一票与渠道冲突: one ballot for each party, and a second one only where the published rules let it in. A paper
 * slip is keyed after the fact, so it is never a change of mind.
 */
export function admit(
  standing: StandingBallot | null,
  channel: Channel,
  { channelPolicy, mayChange }: Pick<PublishedRules, 'channelPolicy' | 'mayChange'>,
): Admission {
  if (standing === null) return { kind: 'first' };
  const isElectronic = channel !== 'paper';
  const replaces = { kind: 'replaces', ballotId: standing.id } as const;
  if (isElectronic && standing.channel === 'paper' && channelPolicy === 'ELECTRONIC_PREVAILS') return replaces;
  if (isElectronic && standing.channel !== 'paper' && mayChange) return replaces;
  const isSecond = !isElectronic && standing.channel !== 'paper';
  return { kind: 'refused', code: isSecond ? 'ballot.paper-after-electronic' : 'ballot.already-cast' };
}

/** What is written on paper as the ballot's answer to one motion. */
export const PLAIN_ANSWERS = ['for', 'against', 'abstain'] as const;

/** One question as it stands on the ballot. */
export interface AskedMotion {
  readonly id: string;
  readonly kind: 'plain' | 'options' | 'election';
  /** What can be ticked: of a plain motion some of for, against and abstain; else options, or candidates, as well. */
  readonly offered: readonly string[];
  /** Of an election: no more boxes than seats. */
  readonly seats: number | null;
}

export type AnswerFault = 'answers-missing' | 'answer-unknown' | 'answer-too-many';

/** Between the candidates of one answer. */
const AND = ',';

function answerFault(
  { kind, offered, seats }: AskedMotion,
  ticked: readonly string[],
  channel: Channel,
): AnswerFault | null {
  if (ticked.length === 0) return 'answers-missing';
  // Only a slip of paper can be invalid: a page does not let anybody tick two boxes.
  if (ticked.length === 1 && ticked[0] === 'invalid') return channel === 'paper' ? null : 'answer-unknown';
  if (new Set(ticked).size !== ticked.length) return 'answer-too-many';
  if (ticked.some((each) => !offered.includes(each))) return 'answer-unknown';
  const plain = ticked.filter((each) => (PLAIN_ANSWERS as readonly string[]).includes(each));
  if (ticked.length > 1 && (kind !== 'election' || plain.length > 0)) return 'answer-too-many';
  return seats !== null && ticked.length > seats ? 'answer-too-many' : null;
}

/** The first motion whose answer cannot stand; every motion is answered, abstaining included. */
export function faultOfAnswers(
  motions: readonly AskedMotion[],
  answers: ReadonlyMap<string, readonly string[]>,
  channel: Channel,
): { readonly motionId: string; readonly fault: AnswerFault } | null {
  for (const id of answers.keys()) {
    if (!motions.some((motion) => motion.id === id)) return { motionId: id, fault: 'answer-unknown' };
  }
  for (const motion of motions) {
    const fault = answerFault(motion, answers.get(motion.id) ?? [], channel);
    if (fault !== null) return { motionId: motion.id, fault };
  }
  return null;
}

/** The answers in the order of the motions, each as one text: so they are one array, and one row. */
export function writtenAnswers(
  motions: readonly AskedMotion[],
  answers: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return motions.map(({ id, offered }) => {
    const ticked = answers.get(id) ?? [];
    return [...ticked].sort((one, other) => offered.indexOf(one) - offered.indexOf(other)).join(AND);
  });
}

/** What was ticked, from its written form. */
export function tickedIn(answer: string): readonly string[] {
  return answer.split(AND);
}

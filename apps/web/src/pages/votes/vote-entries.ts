import type { Bound, Scales } from '#libs/law';
import type { Motion, MotionResult } from '#libs/tally';
import { entriesOf, type Entry } from '../recount/told.js';
import type { VoteMotion } from './public-votes.js';

export const boundsOf = (bounds: VoteMotion['rule']['quorum']): Scales<Bound | null> => bounds as Scales<Bound | null>;

/** A file of a vote at its public address, as the page that counts again takes it. */
export function fileOf({ city, id }: { readonly city: string; readonly id: string }, path: string): string {
  return `/api/v1/public/${city}/assemblies/${id}/${path}`;
}

/** The bundle of a motion; of an election, whose results are called `MOTION/c1`, that of one candidate. */
export function bundleOf(at: { readonly city: string; readonly id: string }, resultId: string): string {
  const [motion, candidate] = resultId.split('/');
  return fileOf(at, `bundles/${motion}${candidate ? `?candidate=${candidate}` : ''}`);
}

function motionOf({ title, rule, candidates }: VoteMotion, id: string): Motion {
  const key = id.split('/')[1];
  const name = candidates?.find((each) => each.key === key)?.name;
  return {
    ...{ id, title: name === undefined ? title : `${title}：${name}`, options: null, votes: [] },
    rule: {
      ...{ name: `${rule.source}${rule.article}`, invalid: 'exclude' },
      quorum: boundsOf(rule.quorum),
      approval: boundsOf(rule.approval),
    },
  };
}

/** What came of a motion, as the page that counts again draws it; nothing before the result is published. */
export function entriesIn(motion: VoteMotion): readonly Entry[] {
  const results = (motion.result?.results ?? []) as readonly MotionResult[];
  return entriesOf(results.map((result) => ({ motion: motionOf(motion, result.id), result })));
}

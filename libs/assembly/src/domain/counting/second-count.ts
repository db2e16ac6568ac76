import type { DeemedRule } from '../assembly/published-rules.js';
import { deemedChoice } from '../assembly/deemed.js';
import { choicesOf, recount, type Elector, type Poll, type Recount } from '#libs/tally';

/** The same vote with the silence of those parties counted as the clause says; always shown beside the one cast. */
export function recountWithDeemed(poll: Poll, deemed: readonly Elector[], rule: DeemedRule): Recount {
  const cast = recount(poll);
  return recount({
    roll: poll.roll,
    motions: poll.motions.map((motion, at) => {
      const counts = cast.motions[at]?.counts ?? {};
      const heads = new Map(choicesOf(motion).map((choice) => [choice, counts[choice]?.heads ?? 0]));
      const choice = deemedChoice(rule, heads);
      const silent = choice === null ? [] : deemed.map((elector) => ({ elector, choice }));
      return { ...motion, votes: [...motion.votes, ...silent] };
    }),
  });
}

import type { Day } from '#libs/kernel';
import { covers, type Body } from '../body.js';
import type { Power } from '../catalogue/power.js';
import { lapseOf, type Delegation, type Lapse, type Moment } from './delegation.js';

/** May this body use this power at this place, at this moment, for this amount? */
export interface AuthorityQuestion extends Moment {
  readonly power: Power;
  readonly body: Body;
  /** The path of the place, an area or the area of a compound. */
  readonly placePath: string;
  /** The amount of the act in fen, or null when it has none. */
  readonly amountFen: bigint | null;
}

export type RefusalCode =
  | 'devolution.power-not-held'
  | 'devolution.outside-area'
  | 'devolution.not-begun'
  | 'devolution.over'
  | 'devolution.not-accepted'
  | 'devolution.ended'
  | 'devolution.parent-lapsed'
  | 'devolution.amount-exceeded';

/** The answer, with the delegations from the origin to the body; empty when the body is itself the power's origin. */
export type Authority =
  | { readonly allowed: true; readonly byOrigin: boolean; readonly chain: readonly Delegation[] }
  | {
      readonly allowed: false;
      readonly code: RefusalCode;
      readonly day: Day | null;
      readonly chain: readonly Delegation[];
    };

const OF_LAPSE: Readonly<Record<Lapse, RefusalCode>> = {
  'not-begun': 'devolution.not-begun',
  over: 'devolution.over',
  'not-accepted': 'devolution.not-accepted',
  ended: 'devolution.ended',
};

/** The less a refusal is about, the closer the body came; the closest one is told. */
const CLOSENESS: readonly RefusalCode[] = [
  'devolution.amount-exceeded',
  'devolution.parent-lapsed',
  'devolution.ended',
  'devolution.over',
  'devolution.not-begun',
  'devolution.not-accepted',
  'devolution.outside-area',
  'devolution.power-not-held',
];

type Refused = Extract<Authority, { allowed: false }>;

function dayOfLapse(lapse: Lapse, delegation: Delegation): Day | null {
  if (lapse === 'not-begun') return delegation.effectiveFrom;
  return lapse === 'over' ? delegation.effectiveTo : null;
}

/** What one delegation, with all it rests on, answers. */
function answerOf(chain: readonly Delegation[], question: AuthorityQuestion): Authority {
  const own = chain.at(-1) as Delegation;
  const refuse = (code: RefusalCode, day: Day | null = null): Refused => ({ allowed: false, code, day, chain });
  if (!question.placePath.startsWith(own.areaPath)) return refuse('devolution.outside-area');
  const lapse = lapseOf(own, question);
  if (lapse) return refuse(OF_LAPSE[lapse], dayOfLapse(lapse, own));
  if (chain.slice(0, -1).some((link) => lapseOf(link, question) !== null)) return refuse('devolution.parent-lapsed');
  const { amountFen } = question;
  const isOver = ({ amountLimitFen }: Delegation): boolean =>
    amountFen !== null && amountLimitFen !== null && amountFen > amountLimitFen;
  return chain.some(isOver) ? refuse('devolution.amount-exceeded') : { allowed: true, byOrigin: false, chain };
}

function closer(best: Refused, next: Refused): Refused {
  return CLOSENESS.indexOf(next.code) < CLOSENESS.indexOf(best.code) ? next : best;
}

/**
 * Whether a body holds a power at a place and moment: as the power's origin, or by a delegation whose whole chain is
 * in force. Nothing outside days, area or amount is granted; one lapsed link refuses.
 * @param chains the delegations of this power to this body, each with what it rests on, the origin's first
 */
export function authorityOf(question: AuthorityQuestion, chains: readonly (readonly Delegation[])[]): Authority {
  const { power, body, placePath } = question;
  if (power.origin.includes(body.level) && covers(body, { path: placePath })) {
    return { allowed: true, byOrigin: true, chain: [] };
  }
  let refused: Refused = { allowed: false, code: 'devolution.power-not-held', day: null, chain: [] };
  for (const chain of chains) {
    const answer = answerOf(chain, question);
    if (answer.allowed) return answer;
    refused = closer(refused, answer);
  }
  return refused;
}

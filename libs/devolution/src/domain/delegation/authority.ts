import type { Day } from '#libs/kernel';
import { covers, type Body } from '../body.js';
import type { Power } from '../catalogue/power.js';
import { inForce, type Chain, type Use } from './chain.js';
import { lapseOf, type Delegation, type Lapse } from './delegation.js';

/** May this body use this power at this place, at this moment, for this amount? */
export interface AuthorityQuestion extends Use {
  readonly power: Power;
  readonly body: Body;
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

/** Why a chain that is not in force is not; whatever else is in order, it is the amount. */
function refusalOf({ links, own }: Chain, question: AuthorityQuestion): Refused {
  const refuse = (code: RefusalCode, day: Day | null = null): Refused => ({ allowed: false, code, day, chain: links });
  if (!question.placePath.startsWith(own.areaPath)) return refuse('devolution.outside-area');
  const lapse = lapseOf(own, question);
  if (lapse) return refuse(OF_LAPSE[lapse], dayOfLapse(lapse, own));
  if (links.some((link) => lapseOf(link, question) !== null)) return refuse('devolution.parent-lapsed');
  return refuse('devolution.amount-exceeded');
}

function closer(best: Refused, next: Refused): Refused {
  return CLOSENESS.indexOf(next.code) < CLOSENESS.indexOf(best.code) ? next : best;
}

/** Whether the power is the body's own at the place, before anybody hands it down. */
export function isOrigin({ power, body, placePath }: AuthorityQuestion): boolean {
  return power.origin.includes(body.level) && covers(body, { path: placePath });
}

/**
 * Whether a body holds a power at a place and moment: as the power's origin, or by a delegation whose whole chain is
 * in force. Nothing outside days, area or amount is granted; one lapsed link refuses.
 * @param chains of this power to this body
 */
export function authorityOf(question: AuthorityQuestion, chains: readonly Chain[]): Authority {
  if (isOrigin(question)) return { allowed: true, byOrigin: true, chain: [] };
  const held = inForce(chains, question);
  if (held) return { allowed: true, byOrigin: false, chain: held.links };
  const none: Refused = { allowed: false, code: 'devolution.power-not-held', day: null, chain: [] };
  return chains.map((chain) => refusalOf(chain, question)).reduce(closer, none);
}

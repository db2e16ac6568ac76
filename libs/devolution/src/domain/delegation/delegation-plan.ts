import type { Day } from '#libs/kernel';
import { covers, type Body } from '../body.js';
import { levelsOf, type LegalMode, type Power } from '../catalogue/power.js';
import { daysMeet, daysTaken, type Delegation } from './delegation.js';

/** What somebody wants to hand down. */
export interface DelegationRequest {
  readonly from: Body;
  readonly to: Body;
  readonly area: { readonly path: string };
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly amountLimitFen: bigint | null;
  readonly instrument: Instrument;
}

/** 授权文书: the paper that hands a power down. */
export interface Instrument {
  readonly documentNumber: string;
  /** Which government decided: a penalty power needs the province's decision. */
  readonly issuedBy: 'province' | 'city' | 'county';
  /** The day on which it was published, or null. */
  readonly publishedOn: Day | null;
}

export type PlanRefusal =
  | 'delegation.not-downward'
  | 'delegation.level-refused'
  | 'delegation.area-outside'
  | 'delegation.days-reversed'
  | 'delegation.not-held-by-giver'
  | 'delegation.exceeds-parent'
  | 'delegation.licence-unpublished'
  | 'delegation.penalty-without-province'
  | 'delegation.already-granted';

export type DelegationPlan =
  | { readonly refusal: PlanRefusal }
  | { readonly refusal: null; readonly legalMode: LegalMode; readonly parent: Delegation | null };

const FOREVER = '9999-12-31';

/** How the receiver would hold the power: a community only assists, or carries out a task of policy. */
function modeFor(power: Power, to: Body): LegalMode {
  return to.level === 'village' && power.communityMode !== null ? power.communityMode : power.legalMode;
}

/** What the law asks of the paper (行政许可法第二十四条, 行政处罚法第二十四条). */
function instrumentFault(power: Power, mode: LegalMode, instrument: Instrument): PlanRefusal | null {
  if (mode === 'ENTRUSTED_LICENCE' && instrument.publishedOn === null) return 'delegation.licence-unpublished';
  const needsProvince = power.kind === 'enforcement' || mode === 'PROVINCIAL_PENALTY_DECISION';
  const isProvincial = instrument.issuedBy === 'province' && instrument.publishedOn !== null;
  return needsProvince && !isProvincial ? 'delegation.penalty-without-province' : null;
}

function isWithin(request: DelegationRequest, parent: Delegation): boolean {
  const { effectiveFrom, effectiveTo, amountLimitFen } = request;
  return (
    request.area.path.startsWith(parent.areaPath) &&
    effectiveFrom >= parent.effectiveFrom &&
    (effectiveTo ?? FOREVER) <= (parent.effectiveTo ?? FOREVER) &&
    (parent.amountLimitFen === null || (amountLimitFen !== null && amountLimitFen <= parent.amountLimitFen))
  );
}

/** The delegation of the giver on which the new one rests; `null` fault when the giver is the power's origin. */
function parentFor(
  power: Power,
  request: DelegationRequest,
  held: readonly (readonly Delegation[])[],
): { readonly fault: PlanRefusal } | { readonly fault: null; readonly parent: Delegation | null } {
  if (power.origin.includes(request.from.level)) return { fault: null, parent: null };
  const isAlive = (link: Delegation): boolean => link.acceptedAt !== null && link.endedAt === null;
  const alive = held.filter((chain) => chain.every(isAlive)).flatMap((chain) => chain.at(-1) ?? []);
  if (alive.length === 0) return { fault: 'delegation.not-held-by-giver' };
  const parent = alive.find((each) => isWithin(request, each));
  return parent ? { fault: null, parent } : { fault: 'delegation.exceeds-parent' };
}

/**
 * Decides whether a power may be handed down so: downward in the tree (so no cycle can come about), to a level that can
 * hold it, inside the receiver's own area, never more than the giver holds, and once only for each area and day.
 * @param known of this power: what the giver holds, each with what it rests on; and what the receiver was given
 */
export function planDelegation(
  power: Power,
  request: DelegationRequest,
  known: { readonly ofGiver: readonly (readonly Delegation[])[]; readonly ofReceiver: readonly Delegation[] },
): DelegationPlan {
  const { from, to, area, instrument } = request;
  if (from.areaId === to.areaId || !covers(from, to)) return { refusal: 'delegation.not-downward' };
  if (!levelsOf(power).includes(to.level)) return { refusal: 'delegation.level-refused' };
  if (!covers(to, area)) return { refusal: 'delegation.area-outside' };
  if (request.effectiveTo !== null && request.effectiveTo < request.effectiveFrom) {
    return { refusal: 'delegation.days-reversed' };
  }
  const legalMode = modeFor(power, to);
  const fault = instrumentFault(power, legalMode, instrument);
  if (fault) return { refusal: fault };
  const found = parentFor(power, request, known.ofGiver);
  if (found.fault !== null) return { refusal: found.fault };
  const meets = (each: Delegation): boolean => {
    const taken = daysTaken(each);
    const isNested = area.path.startsWith(each.areaPath) || each.areaPath.startsWith(area.path);
    return taken !== null && isNested && daysMeet(taken, request);
  };
  if (known.ofReceiver.some(meets)) return { refusal: 'delegation.already-granted' };
  return { refusal: null, legalMode, parent: found.parent };
}

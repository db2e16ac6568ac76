import type { Day } from '#libs/kernel';
import { allot, type Part } from './allotment.js';
import type { RepairFacts, RepairPaper } from './repair-papers.js';

/** 预付款、进度款、结算款、质保金, in the order in which a contract pays them. */
export const INSTALMENT_KINDS = ['advance', 'progress', 'settlement', 'retention'] as const;
export type InstalmentKind = (typeof INSTALMENT_KINDS)[number];

/** One payment of a contract; in fen. */
export interface Instalment {
  readonly kind: InstalmentKind;
  readonly amount: bigint;
  /** 质保期满日: of what is retained alone. */
  readonly dueOn: Day | null;
}

export interface ScheduleFacts {
  readonly contract: bigint;
  readonly signedOn: Day;
  /** The most that may be paid before anything was done, and held back until the end, in percent of the contract. */
  readonly advanceMost: number;
  readonly retentionMost: number;
}

export type ScheduleRefusal =
  | 'maintenance.schedule-order'
  | 'maintenance.schedule-sum'
  | 'maintenance.retention-day'
  | 'maintenance.advance-beyond'
  | 'maintenance.retention-beyond';

/** A contract that says nothing of instalments pays once, after acceptance. */
export const atOnce = (contract: bigint): readonly Instalment[] => [
  { kind: 'settlement', amount: contract, dueOn: null },
];

/** What a percentage of a contract comes to, rounded down: a bound is never passed by a fen. */
export const mostOf = (contract: bigint, percent: number): bigint => (contract * BigInt(percent)) / 100n;

/** Why a contract cannot pay like this; null: it can. */
export function scheduleFault(schedule: readonly Instalment[], facts: ScheduleFacts): ScheduleRefusal | null {
  const sumOf = (some: readonly Instalment[]): bigint => some.reduce((sum, { amount }) => sum + amount, 0n);
  const of = (kind: InstalmentKind): readonly Instalment[] => schedule.filter((each) => each.kind === kind);
  const places = schedule.map(({ kind }) => INSTALMENT_KINDS.indexOf(kind));
  const isInOrder = places.every((place, at) => place >= (places[at - 1] ?? 0));
  if (!isInOrder || of('settlement').length !== 1 || of('advance').length > 1 || of('retention').length > 1)
    return 'maintenance.schedule-order';
  if (schedule.some(({ amount }) => amount <= 0n) || sumOf(schedule) !== facts.contract)
    return 'maintenance.schedule-sum';
  const isDated = ({ kind, dueOn }: Instalment): boolean =>
    kind === 'retention' ? dueOn !== null && dueOn > facts.signedOn : dueOn === null;
  if (!schedule.every(isDated)) return 'maintenance.retention-day';
  if (sumOf(of('advance')) > mostOf(facts.contract, facts.advanceMost)) return 'maintenance.advance-beyond';
  return sumOf(of('retention')) > mostOf(facts.contract, facts.retentionMost) ? 'maintenance.retention-beyond' : null;
}

/**
 * What each home bears of each instalment: every one is split by what homes have left of their shares, so that none is
 * ever asked for more than its share, and the last takes the rest of each. Both come out to the fen.
 */
export function instalmentShares(
  amounts: readonly bigint[],
  shares: readonly Part[],
): readonly ReadonlyMap<string, bigint>[] {
  let left = shares;
  return amounts.map((amount) => {
    const borne = allot(amount, left);
    left = left.map(({ key, weight }) => ({ key, weight: weight - (borne.get(key) ?? 0n) }));
    return borne;
  });
}

/** What an instalment waits for: a paper, a certificate of its progress, or the end of the days for defects. */
export const AWAITED = ['contract', 'certificate', 'acceptance', 'invoice', 'defects'] as const;
export type Awaited = (typeof AWAITED)[number];

export interface InstalmentFacts extends Pick<Instalment, 'kind' | 'dueOn'> {
  /** 工程进度确认单: whether it hangs on the instalment. */
  readonly isCertified: boolean;
}

/**
 * 先验收、后付款 for what settles a contract; in an emergency (民法典 281 第二款) that waits for the contract alone. Whatever
 * is retained is paid once the work was accepted and the days for defects are over.
 */
export function instalmentWaitsFor(
  { kind, dueOn, isCertified }: InstalmentFacts,
  { isEmergency, papers }: Pick<RepairFacts, 'isEmergency' | 'papers'>,
  today: Day,
): Awaited | null {
  const lacks = (...wanted: readonly RepairPaper[]): RepairPaper | null =>
    wanted.find((paper) => !papers.includes(paper)) ?? null;
  const onContract = lacks('contract');
  if (onContract !== null || kind === 'advance') return onContract;
  if (kind === 'progress') return isCertified ? null : 'certificate';
  if (kind === 'retention') return lacks('acceptance') ?? (dueOn !== null && today >= dueOn ? null : 'defects');
  return isEmergency ? null : lacks('acceptance', 'invoice');
}

export const INSTALMENT_STATES = ['planned', 'asked', 'owing', 'paid'] as const;
export type InstalmentState = (typeof INSTALMENT_STATES)[number];

export interface PaidFacts {
  readonly amount: bigint;
  readonly taken: bigint;
  /** How many approved it; null: nobody asks for it. */
  readonly approved: number | null;
}

/** Where an instalment stands: nothing stores it, so nothing can claim it. */
export function stateOfInstalment({ amount, taken, approved }: PaidFacts): InstalmentState {
  if (approved === null) return 'planned';
  if (approved < 2) return 'asked';
  return taken < amount ? 'owing' : 'paid';
}

export const REPAIR_STATES = ['asked', 'rejected', 'paying', 'owing', 'paid'] as const;
export type RepairState = (typeof REPAIR_STATES)[number];

/** Where a repair stands, from its instalments. */
export function stateOfRepair(isRejected: boolean, instalments: readonly PaidFacts[]): RepairState {
  if (isRejected) return 'rejected';
  const states = instalments.map(stateOfInstalment);
  if (states.includes('owing')) return 'owing';
  if (!states.includes('paid')) return 'asked';
  return states.every((state) => state === 'paid') ? 'paid' : 'paying';
}

import type { RevenueParty, Withdrawal } from '../../../../api/fund/revenue.js';

export type Party = RevenueParty['party'];

export const WITHDRAWAL_STATES = ['waiting', 'paid', 'reversed', 'sent-back'] as const;
export type WithdrawalState = (typeof WITHDRAWAL_STATES)[number];

export function stateOf({ entry, rejected }: Pick<Withdrawal, 'entry' | 'rejected'>): WithdrawalState {
  if (entry) return entry.isReversed ? 'reversed' : 'paid';
  return rejected === null ? 'waiting' : 'sent-back';
}

/** What somebody may do about a withdrawal: agree for these parties, record the committee's paper, send it back. */
export interface Consenting {
  readonly agree: readonly Party[];
  readonly hasPaper: boolean;
  readonly mayReturn: boolean;
}

type Told = Pick<Withdrawal, 'entry' | 'rejected' | 'consents' | 'hasAgreed'>;

/** Nobody agrees for two parties; only the street records on paper, and only for a committee. */
export function consentingOf(withdrawal: Told, parties: readonly RevenueParty[]): Consenting {
  const own = parties.filter(({ isOwn }) => isOwn).map(({ party }) => party);
  if (stateOf(withdrawal) !== 'waiting') return { agree: [], hasPaper: false, mayReturn: false };
  const awaits = (party: Party): boolean => withdrawal.consents.every((each) => each.party !== party);
  const seat = parties.find(({ party }) => party === 'committee');
  const isOpen = !withdrawal.hasAgreed;
  return {
    agree: isOpen ? own.filter(awaits) : [],
    hasPaper: isOpen && own.includes('sub-district') && seat?.isStandIn === false && awaits('committee'),
    mayReturn: own.length > 0,
  };
}

/** Whether the money leaves once this party agrees: enough of them, and the owners' seat among them. */
export function isLast({ consents, needed }: Pick<Withdrawal, 'consents' | 'needed'>, party: Party): boolean {
  const agreed = new Set([...consents.map((each) => each.party), party]);
  return agreed.size >= needed && agreed.has('committee');
}

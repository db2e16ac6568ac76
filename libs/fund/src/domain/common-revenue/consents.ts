/** 三方: the body of the owners or whoever stands in for it, the firm that serves the compound, the sub-district. */
export const PARTIES = ['committee', 'company', 'sub-district'] as const;
export type Party = (typeof PARTIES)[number];

/**
 * Who sits in the seat of the owners: their committee in term, and without one the residents' committee, which acts in
 * its stead under the sub-district (业主大会和业主委员会指导规则 58).
 */
export type OwnersSeat = 'committee' | 'community';

export function ownersSeat(hasCommittee: boolean): OwnersSeat {
  return hasCommittee ? 'committee' : 'community';
}

/** The parties of an account: a compound that looks after itself has no firm. */
export function partiesOf({ hasCompany }: { readonly hasCompany: boolean }): readonly Party[] {
  return hasCompany ? PARTIES : PARTIES.filter((party) => party !== 'company');
}

/** How many have to agree: as many as the rule asks for, no more than there are, and never fewer than two. */
export function consentsNeeded(least: number, parties: readonly Party[]): number {
  return Math.max(2, Math.min(least, parties.length));
}

export interface Consent {
  readonly party: Party;
  readonly byId: string;
}

export interface ConsentFacts {
  readonly parties: readonly Party[];
  readonly seat: OwnersSeat;
  readonly consents: readonly Consent[];
  readonly isOver: boolean;
}

export interface Consenting {
  readonly id: string;
  readonly party: Party;
  /** For which parties they may speak themselves. */
  readonly speaksFor: readonly Party[];
  /** Whether they bring the signed paper of the committee instead. */
  readonly hasPaper: boolean;
}

export type ConsentRefusal =
  | 'common-revenue.withdrawal-over'
  | 'common-revenue.no-such-party'
  | 'common-revenue.consented-before'
  | 'common-revenue.one-person-one-party'
  | 'common-revenue.paper-of-committee'
  | 'common-revenue.not-of-party';

/**
 * Each party agrees once, by a person of its own, and nobody for two of them. Members of a committee who do not sign in
 * agree on paper, which the sub-district keeps; whoever recorded it does not agree for the sub-district.
 */
export function consentFault(
  facts: ConsentFacts,
  { id, party, speaksFor, hasPaper }: Consenting,
): ConsentRefusal | null {
  if (facts.isOver) return 'common-revenue.withdrawal-over';
  if (!facts.parties.includes(party)) return 'common-revenue.no-such-party';
  if (facts.consents.some((each) => each.party === party)) return 'common-revenue.consented-before';
  if (facts.consents.some((each) => each.byId === id)) return 'common-revenue.one-person-one-party';
  if (!hasPaper) return speaksFor.includes(party) ? null : 'common-revenue.not-of-party';
  const isOfCommittee = party === 'committee' && facts.seat === 'committee';
  return isOfCommittee && speaksFor.includes('sub-district') ? null : 'common-revenue.paper-of-committee';
}

/** Enough of them, and the owners' seat always among them: it is their money (民法典 282). */
export function isAgreed(consents: readonly Consent[], needed: number): boolean {
  return consents.length >= needed && consents.some(({ party }) => party === 'committee');
}

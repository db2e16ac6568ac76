import type { OwnerParty } from '../parties/parties.js';

/** Who stands behind one share of a unit: the owner, or whoever acts for an owner without capacity. */
export interface ShareHolder {
  readonly ownerId: string;
  readonly guardianId: string | null;
}

/** Who of the register may act for a share: its guardian where there is one (指导规则第二十五条), else the owner. */
export function speakerOf({ ownerId, guardianId }: ShareHolder): string {
  return guardianId ?? ownerId;
}

/** The owners of a unit for whom somebody of the register acts. Nobody else ever does: a tenant is not on it. */
export function spokenForBy(shares: readonly ShareHolder[], person: string): readonly string[] {
  return shares.filter((share) => speakerOf(share) === person).map(({ ownerId }) => ownerId);
}

/**
 * What somebody may do in a vote: cast the one ballot of the party, see that another co-owner casts it, or wait until
 * the co-owners have named who does.
 */
export type Voice = 'casts' | 'another-casts' | 'representative-missing';

/** The voice of whoever acts for these owners in a party, or null when none of them belongs to it. */
export function voiceIn(
  { owners, representative }: Pick<OwnerParty, 'owners' | 'representative'>,
  spokenFor: Pick<ReadonlySet<string>, 'has'>,
): Voice | null {
  if (!owners.some((owner) => spokenFor.has(owner))) return null;
  // Who acts for every one of them, as a parent for the children, has nobody to agree with.
  if (owners.every((owner) => spokenFor.has(owner))) return 'casts';
  if (representative === null) return 'representative-missing';
  return spokenFor.has(representative) ? 'casts' : 'another-casts';
}

/** How many people may share one phone in the registers before it tells nothing of who they are. */
const PEOPLE_OF_ONE_PHONE = 2;

/** Whether a phone in the register still points at somebody: that of an agent or a firm stands behind many names. */
export function isPhoneTelling(nameHashes: readonly string[]): boolean {
  return new Set(nameHashes).size <= PEOPLE_OF_ONE_PHONE;
}

import { admit, type Capacity, type StandingBallot } from './casting.js';
import type { PublishedRules } from './published-rules.js';

/** How an owner who signed in stands to a party of the roll: by the register, or as whoever bought all of its units. */
export type OwnVoice = 'casts' | 'another-casts' | 'representative-missing' | 'co-owner' | 'bought';

/** What an owner may do for a party, apart from the time: cast, cast anew, or nothing, and why. */
export const OWN_STANDINGS = [
  'may-cast',
  'may-change',
  'has-voted',
  'paper-out',
  'another-casts',
  'representative-missing',
  'co-owner-cast',
  'disputed',
  'sold',
] as const;
export type OwnStanding = (typeof OWN_STANDINGS)[number];

/** What is known of a party on the roll. */
export interface PartyFacts {
  readonly voice: OwnVoice;
  /** Whether it was noted that the party sold after the roll was frozen. */
  readonly isSold: boolean;
  readonly isSlipOut: boolean;
  /** Whether a co-owner said something else than the ballot that stands. */
  readonly isDisputed: boolean;
  readonly standing: (StandingBallot & { readonly isOwn: boolean }) | null;
}

/** Why somebody casts for none but their own party, whatever stands in the box and whatever may be changed. */
export type VoiceRefusal = 'sold' | 'another-casts' | 'representative-missing' | 'co-owner-cast' | 'already-cast';

export function voiceRefusal({ voice, isSold, isDisputed, standing }: PartyFacts): VoiceRefusal | null {
  if (voice === 'another-casts' || voice === 'representative-missing') return voice;
  // Whoever came second says whether they agree; nobody's ballot silently takes the place of a co-owner's.
  if (voice === 'co-owner' && standing) return standing.isOwn && !isDisputed ? null : 'co-owner-cast';
  // 卖方投过的票有效，没有投的由买方投（示例二十四）: neither casts after the other.
  if (voice === 'bought') return standing && !standing.isOwn ? 'already-cast' : null;
  return isSold ? 'sold' : null;
}

/** Among co-owners of whom none was named, the published rules say whether any of them casts. */
export function voiceUnder(
  voice: OwnVoice,
  { coOwners = 'REPRESENTATIVE' }: Pick<PublishedRules, 'coOwners'>,
): OwnVoice {
  return voice === 'representative-missing' && coOwners === 'ANY_UNLESS_DISPUTED' ? 'co-owner' : voice;
}

export function ownStanding(
  facts: PartyFacts,
  rules: Pick<PublishedRules, 'channelPolicy' | 'mayChange'>,
): OwnStanding {
  const { standing, isDisputed, voice } = facts;
  if (isDisputed) return voice === 'casts' ? 'may-change' : 'disputed';
  const refusal = voiceRefusal(facts);
  if (refusal === 'co-owner-cast') return refusal;
  if (refusal === 'already-cast' || (refusal !== null && standing !== null)) return 'has-voted';
  if (refusal !== null) return refusal;
  if (facts.isSlipOut) return 'paper-out';
  const { kind } = admit(standing, 'phone', rules);
  if (kind === 'first') return 'may-cast';
  return kind === 'replaces' ? 'may-change' : 'has-voted';
}

/** In what capacity somebody casts for a party from their phone. */
export function capacityOf({
  voice,
  asGuardian,
  isShared,
}: {
  readonly voice: OwnVoice;
  readonly asGuardian: boolean;
  readonly isShared: boolean;
}): Capacity {
  if (voice === 'bought') return 'successor';
  if (asGuardian) return 'guardian';
  return isShared && voice === 'casts' ? 'representative' : 'owner';
}

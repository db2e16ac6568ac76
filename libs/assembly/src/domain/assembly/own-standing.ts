import { admit, type Capacity, type StandingBallot } from './casting.js';
import type { PublishedRules } from './published-rules.js';

/** How an owner who signed in stands to a party of the roll: by the register, or as whoever bought all of its units. */
export type OwnVoice = 'casts' | 'another-casts' | 'representative-missing' | 'bought';

/** What an owner may do for a party, apart from the time: cast, cast anew, or nothing, and why. */
export const OWN_STANDINGS = [
  'may-cast',
  'may-change',
  'has-voted',
  'paper-out',
  'another-casts',
  'representative-missing',
  'sold',
] as const;
export type OwnStanding = (typeof OWN_STANDINGS)[number];

/** What is known of a party on the roll. */
export interface PartyFacts {
  readonly voice: OwnVoice;
  /** Whether it was noted that the party sold after the roll was frozen. */
  readonly isSold: boolean;
  readonly isSlipOut: boolean;
  readonly standing: (StandingBallot & { readonly isOwn: boolean }) | null;
}

/** Why somebody casts for none but their own party, whatever stands in the box and whatever may be changed. */
export type VoiceRefusal = 'sold' | 'another-casts' | 'representative-missing' | 'already-cast';

export function voiceRefusal({ voice, isSold, standing }: PartyFacts): VoiceRefusal | null {
  if (voice === 'another-casts' || voice === 'representative-missing') return voice;
  // 卖方投过的票有效，没有投的由买方投（示例二十四）: neither casts after the other.
  if (voice === 'bought') return standing && !standing.isOwn ? 'already-cast' : null;
  return isSold ? 'sold' : null;
}

export function ownStanding(
  facts: PartyFacts,
  rules: Pick<PublishedRules, 'channelPolicy' | 'mayChange'>,
): OwnStanding {
  const { standing } = facts;
  const refusal = voiceRefusal(facts);
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
  return isShared ? 'representative' : 'owner';
}

import {
  BY_DEFAULT,
  partiesOf,
  type CountingRules,
  type OwnerParty,
  type PartyScope,
  type RollUnit,
} from '../parties/parties.js';
import { voiceIn, type Voice } from './voice.js';

/** A unit with the compound in which it lies. */
export interface OwnUnit extends RollUnit {
  readonly compoundId: string;
}

/** Everything that somebody's voice rests on: the owners for whom they act, and how, with all units of those. */
export interface OwnUnits {
  readonly spokenFor: ReadonlyMap<string, 'self' | 'guardian'>;
  readonly units: readonly OwnUnit[];
}

/** A party of the register in which somebody has a voice. */
export interface SpokenParty {
  readonly party: OwnerParty;
  readonly voice: Voice;
  /** Whether they act for others alone, as the guardian. */
  readonly asGuardian: boolean;
}

/**
 * The parties in which somebody has a voice, counted by one scope. All units of a party are held by the same owners,
 * and so all of them are among the units of any of these: nobody else's need to be read.
 */
export function spokenPartiesIn(
  { spokenFor, units }: OwnUnits,
  { countsParking = BY_DEFAULT.countsParking, ...scope }: PartyScope & Partial<CountingRules> = {},
): readonly SpokenParty[] {
  return partiesOf(units, scope, { countsParking }).parties.flatMap((party) => {
    const voice = voiceIn(party, spokenFor);
    if (voice === null) return [];
    return [{ party, voice, asGuardian: party.owners.every((owner) => spokenFor.get(owner) !== 'self') }];
  });
}

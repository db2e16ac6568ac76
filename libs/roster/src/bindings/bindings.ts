import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { voiceIn, type Voice } from '../domain/bindings/voice.js';
import { partiesOf, type OwnerParty } from '../domain/parties/parties.js';
import type { CountedScope } from '../parties/roster.service.js';
import { rollUnits } from '../parties/roll-units.js';
import { judge, openBindings } from './bindings.queries.js';

/** A party of the register in which somebody has a voice. */
export interface SpokenParty {
  readonly party: OwnerParty;
  readonly voice: Voice;
}

type Where = { readonly compoundId: string; readonly on: Day };

/** For whom a signed-in person may speak. A roll that was frozen asks `ownersOf` and `voiceIn` with its own parties. */
@Injectable()
export class Bindings {
  /** The owners of a compound for whom the caller acts on a day: themselves, or those whose guardian they are. */
  async ownersOf(
    manager: EntityManager,
    { cityId, actor }: Principal,
    { compoundId, on }: Where,
  ): Promise<ReadonlySet<string>> {
    const rows = await openBindings(manager, { cityId, userId: actor.id, compoundId });
    if (rows.length === 0) return new Set();
    const { bindings } = await judge(manager, cityId, { rows, on });
    return new Set(bindings.flatMap(({ holds, spokenFor }) => (holds ? spokenFor : [])));
  }

  /** The compounds in which the caller acts for somebody on a day. */
  async compoundsOf(manager: EntityManager, { cityId, actor }: Principal, on: Day): Promise<ReadonlySet<string>> {
    const rows = await openBindings(manager, { cityId, userId: actor.id });
    if (rows.length === 0) return new Set();
    const { bindings } = await judge(manager, cityId, { rows, on });
    return new Set(bindings.flatMap(({ holds, row }) => (holds ? [row.compoundId] : [])));
  }

  /** The parties in which the caller has a voice, as the law counts them on a day. */
  async partiesOf(
    manager: EntityManager,
    principal: Principal,
    { compoundId, on }: Where,
    { countsParking = false, ...scope }: CountedScope = {},
  ): Promise<readonly SpokenParty[]> {
    const spokenFor = await this.ownersOf(manager, principal, { compoundId, on });
    if (spokenFor.size === 0) return [];
    const units = await rollUnits(manager, principal.cityId, { compoundId, on });
    return partiesOf(units, scope, { countsParking }).parties.flatMap((party) => {
      const voice = voiceIn(party, spokenFor);
      return voice === null ? [] : [{ party, voice }];
    });
  }
}

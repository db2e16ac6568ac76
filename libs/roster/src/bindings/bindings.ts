import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { spokenPartiesIn, type OwnUnits, type SpokenParty } from '../domain/bindings/spoken-parties.js';
import type { CountedScope } from '../parties/roster.service.js';
import { unitsOn } from '../parties/roll-units.js';
import { judge, openBindings, unitsOfOwners } from './bindings.queries.js';

interface Where {
  /** Left out: all compounds in which the caller is bound. */
  readonly compoundId?: string;
  readonly on: Day;
}

/** For whom a signed-in person may speak, from their own units alone: everybody votes on the same evening. */
@Injectable()
export class Bindings {
  /** The units of the owners for whom the caller acts on a day: themselves, or those whose guardian they are. */
  async unitsOf(manager: EntityManager, { cityId, actor }: Principal, { compoundId, on }: Where): Promise<OwnUnits> {
    const within = compoundId === undefined ? {} : { compoundId };
    const rows = await openBindings(manager, { cityId, userId: actor.id, ...within });
    if (rows.length === 0) return { spokenFor: new Map(), units: [] };
    const { bindings } = await judge(manager, cityId, { rows, on });
    const holding = bindings.filter(({ holds }) => holds);
    const wards = holding.flatMap(({ row, spokenFor }) => spokenFor.filter((owner) => owner !== row.ownerId));
    const selves = holding.flatMap(({ row, spokenFor }) => spokenFor.filter((owner) => owner === row.ownerId));
    const spokenFor = new Map([
      ...wards.map((owner) => [owner, 'guardian'] as const),
      ...selves.map((owner) => [owner, 'self'] as const),
    ]);
    const unitIds = await unitsOfOwners(manager, cityId, [...spokenFor.keys()]);
    return { spokenFor, units: await unitsOn(manager, cityId, { unitIds, on }) };
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
    where: Where,
    scope: CountedScope = {},
  ): Promise<readonly SpokenParty[]> {
    return spokenPartiesIn(await this.unitsOf(manager, principal, where), scope);
  }
}

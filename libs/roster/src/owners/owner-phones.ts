import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { holdersOf } from '../bindings/bindings.queries.js';
import { speakerOf } from '../domain/bindings/voice.js';
import { knownOwners } from '../writing/known-roster.js';
import { PersonalData } from './personal-data.js';

/** Only mobile phones get messages. */
const MOBILE = /^1[3-9]\d{9}$/;

/** The phones that the register has of those who speak for units; opened to send a message, and shown nowhere. */
@Injectable()
export class OwnerPhones {
  constructor(private readonly data: PersonalData) {}

  /** By unit; a unit of which no phone is known is missing. */
  async of(
    manager: EntityManager,
    cityId: number,
    { compoundId, unitIds, on }: { readonly compoundId: string; readonly unitIds: readonly string[]; readonly on: Day },
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const held = await holdersOf(manager, cityId, { unitIds, on });
    const ownerIds = [...held.values()].flatMap(({ shares }) => shares.map(speakerOf));
    const known = await knownOwners(manager, cityId, { compoundIds: [compoundId], ownerIds: [...new Set(ownerIds)] });
    const details = new Map(known.map(({ ownerId, detail }) => [ownerId, detail]));
    const phones = [...held].map(([unitId, { shares }]) => {
      const found = shares.flatMap((share) => {
        const ownerId = speakerOf(share);
        const detail = details.get(ownerId);
        return (detail && this.data.open({ cityId, ownerId }, 'phone', detail)) ?? [];
      });
      return [unitId, [...new Set(found.filter((phone) => MOBILE.test(phone)))]] as const;
    });
    return new Map(phones.filter(([, found]) => found.length > 0));
  }
}

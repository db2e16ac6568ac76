import { Injectable } from '@nestjs/common';
import { OwnerAccounts } from '#libs/identity';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { isPhoneTelling, spokenForBy } from '../../domain/bindings/voice.js';
import { PersonalData } from '../../owners/personal-data.js';
import { BindingCodes } from '../codes/binding-codes.js';
import { BindingWriter } from '../binding-writer.js';
import {
  holdersOf,
  judge,
  namedUnits,
  openBindings,
  openBindingsOfUnits,
  ownersOfPhone,
  unitsOfOwners,
  type HeldShares,
  type Judged,
  type JudgedBinding,
  type NamedUnit,
} from '../bindings.queries.js';
import { accountNames } from '../account-names.js';
import { UnitBinding } from '../unit-binding.entity.js';

/** One unit to which the caller is bound. */
export interface Home {
  readonly binding: JudgedBinding;
  readonly unit: NamedUnit;
  readonly held: HeldShares;
  /** Everybody bound to the unit, the caller among them. */
  readonly bound: readonly JudgedBinding[];
}

/** What a page of one's homes shows. */
export interface Homes {
  readonly homes: readonly Home[];
  /** Units of the register with the caller's phone, to which they are not bound. */
  readonly offers: readonly NamedUnit[];
  readonly owners: Judged['owners'];
  readonly accounts: ReadonlyMap<string, string>;
}

interface Offer {
  readonly unitId: string;
  readonly ownerId: string;
  readonly phoneHash: string;
}

/** 我的房屋: what somebody who signed in by phone is bound to, and what the register offers them. */
@Injectable()
export class HomesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: OwnerAccounts,
    private readonly data: PersonalData,
    private readonly codes: BindingCodes,
    private readonly writer: BindingWriter,
  ) {}

  async read(principal: Principal): Promise<Homes> {
    const { cityId, actor } = principal;
    const on = this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const own = await judge(manager, cityId, { rows: await openBindings(manager, { cityId, userId: actor.id }), on });
      const mine = own.bindings.filter(({ holds }) => holds);
      const isMine = ({ unitId, ownerId }: Offer): boolean =>
        mine.some(({ row }) => row.unitId === unitId && row.ownerId === ownerId);
      const offers = (await this.offered(manager, principal, on)).filter((offer) => !isMine(offer));
      const unitIds = [...mine.map(({ row }) => row.unitId), ...offers.map(({ unitId }) => unitId)];
      const units = await namedUnits(manager, cityId, { unitIds, on });
      const rows = await openBindingsOfUnits(
        manager,
        cityId,
        mine.map(({ row }) => row.unitId),
      );
      const { bindings, held, owners } = await judge(manager, cityId, { rows, on });
      const homes = mine.flatMap((binding): Home[] => {
        const { unitId } = binding.row;
        const [unit, holders] = [units.get(unitId), held.get(unitId)];
        const bound = bindings.filter((each) => each.row.unitId === unitId && each.holds);
        return unit && holders ? [{ binding, unit, held: holders, bound }] : [];
      });
      const offered = new Set(offers.map(({ unitId }) => unitId));
      return {
        ...{ homes, owners },
        offers: [...offered].flatMap((unitId) => units.get(unitId) ?? []),
        accounts: await accountNames(manager, cityId, bindings),
      };
    });
  }

  /** By the code on a paper. @throws DomainError `binding.code-refused`, `binding.not-owner`, `binding.exists` */
  async bindByCode(principal: Principal, code: string): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const of = await this.codes.use(manager, principal.cityId, code);
      const { id } = await this.writer.bind(manager, principal, { ...of, account: principal.actor, way: 'code' });
      return id;
    });
  }

  /** By the phone in the register. @throws DomainError `binding.not-offered`, `binding.exists` */
  async bindOffered(principal: Principal, unitId: string): Promise<string> {
    const { cityId, actor } = principal;
    const on = this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const offers = (await this.offered(manager, principal, on)).filter((offer) => offer.unitId === unitId);
      const unit = (await namedUnits(manager, cityId, { unitIds: [unitId], on })).get(unitId);
      if (!unit || offers.length === 0) throw new DomainError('binding.not-offered');
      const made: string[] = [];
      for (const { ownerId, phoneHash } of offers) {
        const given = { compoundId: unit.compoundId, unitId, ownerId, account: actor, phoneHash };
        made.push((await this.writer.bind(manager, principal, { ...given, way: 'register' })).id);
      }
      return made[0] as string;
    });
  }

  /** @throws DomainError `binding.not-found`, `binding.already-ended` */
  async end(principal: Principal, id: string): Promise<void> {
    const { cityId, actor } = principal;
    await this.database.transaction(principal, async (manager) => {
      const where = { cityId, id, userId: actor.id };
      const row = await manager.findOne(UnitBinding, { where, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new DomainError('binding.not-found');
      if (row.endedAt !== null) throw new DomainError('binding.already-ended');
      await this.writer.end(manager, principal, { row, reason: '本人解除' });
    });
  }

  /** What the register tells by the phone alone; organisations bind by paper or at the desk, whoever answers there. */
  private async offered(manager: EntityManager, principal: Principal, on: Day): Promise<readonly Offer[]> {
    const { cityId } = principal;
    const phone = await this.accounts.phoneOf(manager, principal);
    if (phone === null) return [];
    const phoneHash = this.data.hash(cityId, 'phone', phone);
    const found = await ownersOfPhone(manager, cityId, phoneHash);
    if (!isPhoneTelling(found.map(({ nameHash }) => nameHash))) return [];
    const people = found.filter(({ kind }) => kind === 'person').map(({ ownerId }) => ownerId);
    const unitIds = await unitsOfOwners(manager, cityId, people);
    const held = await holdersOf(manager, cityId, { unitIds, on });
    return [...held.values()].flatMap(({ unitId, shares }) =>
      people
        .filter((ownerId) => spokenForBy(shares, ownerId).length > 0)
        .map((ownerId) => ({ unitId, ownerId, phoneHash })),
    );
  }
}

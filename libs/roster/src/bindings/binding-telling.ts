import { Injectable } from '@nestjs/common';
import { DataAccesses } from '#libs/identity';
import type { Principal } from '#libs/kernel';
import { Clock, Outbox } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../owners/personal-data.js';
import { namedUnits, type Judged } from './bindings.queries.js';
import { shownAddress } from './shown-address.js';

/** A week: whoever has no signal for longer reads it on the page of who looked. */
const SECONDS = 7 * 24 * 3600;

/** The unit of which owners are told, as the register judges it. */
interface Told {
  readonly judged: Judged;
  readonly unitId: string;
}

/** Whoever the register names as owner hears of every binding, on the phone that the register has. */
@Injectable()
export class BindingTelling {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly data: PersonalData,
    private readonly accesses: DataAccesses,
  ) {}

  async tell(
    manager: EntityManager,
    principal: Principal,
    { account, ...of }: Told & { readonly account: string },
  ): Promise<void> {
    const said = `刚刚绑定到手机账号“${account}”。如果您不同意，请登录解除，或联系社区、街道。`;
    await this.tellOwners(manager, principal, { ...of, kind: 'binding', said, what: 'bound' });
  }

  /** That whoever acts for them signs in with another phone from now on. */
  async tellOfPhone(
    manager: EntityManager,
    principal: Principal,
    { account, ...of }: Told & { readonly account: string },
  ): Promise<void> {
    const said = `绑定的手机账号刚刚在柜台换成“${account}”。如果您不同意，请马上联系社区、街道。`;
    await this.tellOwners(manager, principal, { ...of, kind: 'phone-changed', said, what: 'changed' });
  }

  private async tellOwners(
    manager: EntityManager,
    principal: Principal,
    { judged, unitId, kind, said, what }: Told & { kind: string; said: string; what: 'bound' | 'changed' },
  ): Promise<void> {
    const { cityId } = principal;
    const shares = judged.held.get(unitId)?.shares ?? [];
    const ids = shares.flatMap(({ ownerId, guardianId }) => [ownerId, guardianId]).filter((id) => id !== null);
    const phones = ids.flatMap((ownerId) => {
      const owner = judged.owners.get(ownerId);
      return (owner && this.data.open({ cityId, ownerId }, 'phone', owner.detail)) ?? [];
    });
    const unit = (await namedUnits(manager, cityId, { unitIds: [unitId], on: this.clock.today() })).get(unitId);
    const where = unit ? `${unit.compound}${shownAddress(unit)}` : '';
    const text = `【家园】您的房屋“${where}”${said}`;
    const distinct = [...new Set(phones)];
    const messages = distinct.map((phone) => ({ kind, phone, text, seconds: SECONDS }));
    await this.outbox.post(manager, cityId, messages);
    for (const phone of distinct) await this.accesses.recordOfPhone(manager, principal, phone, what);
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, maskedPhone, type Principal } from '#libs/kernel';
import { Clock, Ids, Seals } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { isMobile, normalPhone } from '../domain/phone.js';
import { UserAccount } from '../people/user-account.entity.js';

const PURPOSE = 'owner-phone';

/** The digits of a mobile phone. @throws DomainError `owner-code.phone-invalid` */
export function requireMobile(text: string): string {
  const phone = normalPhone(text);
  if (phone === null || !isMobile(phone)) throw new DomainError('owner-code.phone-invalid');
  return phone;
}

/** Accounts of owners: the phone is their login. It lies sealed, and is found by its keyed hash. */
@Injectable()
export class OwnerAccounts {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly seals: Seals,
  ) {}

  hashOf(cityId: number, phone: string): string {
    return this.seals.fingerprint(PURPOSE, `${cityId}.${phone}`);
  }

  /** The account of a phone, made where there is none yet. @throws DomainError `owner-code.phone-invalid` */
  async forPhone(manager: EntityManager, cityId: number, text: string): Promise<UserAccount> {
    const phone = requireMobile(text);
    const phoneHash = this.hashOf(cityId, phone);
    const id = this.ids.next();
    await manager.query(
      `INSERT INTO user_account (city_id, id, login, name, kind, phone_hash, sealed_phone, password_hash,
         must_change_password, created_at)
       VALUES ($1, $2, $3, $4, 'owner', $5, $6, '', false, $7)
       ON CONFLICT (city_id, phone_hash) WHERE phone_hash IS NOT NULL DO NOTHING`,
      // No login that people can type has a colon, and no password has an empty hash.
      [
        ...[cityId, id, `owner:${id}`, `业主 ${maskedPhone(phone)}`, phoneHash],
        ...[this.seals.seal(PURPOSE, `${cityId}.${id}`, phone), this.clock.now()],
      ],
    );
    return manager.findOneByOrFail(UserAccount, { cityId, phoneHash });
  }

  /**
   * An account goes on under another phone.
   * @throws DomainError `owner-code.phone-invalid`, `owner-phone.taken`, `owner-phone.unchanged`
   */
  async move(
    manager: EntityManager,
    cityId: number,
    { userId: id, phone: text }: { readonly userId: string; readonly phone: string },
  ): Promise<{ readonly former: { readonly name: string; readonly phone: string }; readonly account: UserAccount }> {
    const phone = requireMobile(text);
    const phoneHash = this.hashOf(cityId, phone);
    const where = { cityId, id, kind: 'owner' } as const;
    const { name, sealedPhone } = await manager.findOneOrFail(UserAccount, {
      where,
      lock: { mode: 'pessimistic_write' },
    });
    const former = this.seals.open(PURPOSE, `${cityId}.${id}`, sealedPhone ?? '');
    if (former === phone) throw new DomainError('owner-phone.unchanged');
    if (await manager.existsBy(UserAccount, { cityId, phoneHash })) throw new DomainError('owner-phone.taken');
    const named = { name: `业主 ${maskedPhone(phone)}`, phoneHash };
    await manager.update(UserAccount, where, {
      ...named,
      sealedPhone: this.seals.seal(PURPOSE, `${cityId}.${id}`, phone),
    });
    return { former: { name, phone: former ?? '' }, account: await manager.findOneByOrFail(UserAccount, where) };
  }

  /** The phone of an account, or null for one that is no owner's. */
  async phoneOfAccount(manager: EntityManager, cityId: number, id: string): Promise<string | null> {
    const account = await manager.findOneBy(UserAccount, { cityId, id, kind: 'owner' });
    return account?.sealedPhone ? this.seals.open(PURPOSE, `${cityId}.${id}`, account.sealedPhone) : null;
  }

  /** The phone that the caller signed in with, or null for somebody who is no owner. */
  async phoneOf(manager: EntityManager, { cityId, actor }: Principal): Promise<string | null> {
    return this.phoneOfAccount(manager, cityId, actor.id);
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, City, Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { bumpIdentityVersion } from '../access/identity-version.js';
import { asksSecondFactor } from '../domain/second-factor-rule.js';
import { UserAccount } from '../people/user-account.entity.js';
import { FactorKeys } from './factor-keys.js';
import { SecondFactorRule } from './second-factor-rule.entity.js';
import { SecondFactor } from './second-factor.entity.js';
import { confirmedFactor, giveUpFactor } from './second-factor.queries.js';
import { newKey, uriOf } from './totp.js';

/** What the app on the phone is given, once: as a picture (from the address) and as letters. */
export interface Enrolment {
  readonly uri: string;
  readonly key: string;
}

/** One's own second factor, from the first picture to giving it up. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly factors: FactorKeys,
  ) {}

  /** Makes a new key, in the place of one that was never confirmed. @throws DomainError `second-factor.already` */
  async enrol(principal: Principal): Promise<Enrolment> {
    const person = { cityId: principal.cityId, id: principal.actor.id };
    return this.database.transaction(principal, async (manager) => {
      const account = await this.locked(manager, person);
      if (await confirmedFactor(manager, person)) throw new DomainError('second-factor.already');
      const city = await manager.findOneByOrFail(City, { id: person.cityId });
      const key = newKey();
      const fresh = { sealedKey: this.factors.seal(person, key), createdAt: this.clock.now(), lastStep: null };
      const row = { cityId: person.cityId, userId: person.id, confirmedAt: null, ...fresh };
      await manager.upsert(SecondFactor, row, ['cityId', 'userId']);
      await this.record(manager, principal, 'second-factor.enrol');
      return { key, uri: uriOf(key, { issuer: `家园 ${city.name}`, login: account.login }) };
    });
  }

  /**
   * From the first right code on, every sign-in asks for one. Answers the recovery codes, this once.
   * @throws DomainError `second-factor.not-begun`, `second-factor.already`, `second-factor.code-wrong`
   */
  async confirm(principal: Principal, code: string): Promise<readonly string[]> {
    const person = { cityId: principal.cityId, id: principal.actor.id };
    return this.database.transaction(principal, async (manager) => {
      await this.locked(manager, person);
      const key = { cityId: person.cityId, userId: person.id };
      const factor = await manager.findOneBy(SecondFactor, key);
      if (!factor?.sealedKey) throw new DomainError('second-factor.not-begun');
      if (factor.confirmedAt) throw new DomainError('second-factor.already');
      if (!(await this.factors.takeCode(manager, factor, code))) throw new DomainError('second-factor.code-wrong');
      await manager.update(SecondFactor, key, { confirmedAt: this.clock.now() });
      const codes = await this.factors.renewCodes(manager, person);
      await this.record(manager, principal, 'second-factor.confirm');
      await bumpIdentityVersion(manager, person.cityId);
      return codes;
    });
  }

  /** New recovery codes in the place of the old. @throws DomainError `second-factor.none` */
  async renewCodes(principal: Principal): Promise<readonly string[]> {
    const person = { cityId: principal.cityId, id: principal.actor.id };
    return this.database.transaction(principal, async (manager) => {
      await this.locked(manager, person);
      if (!(await confirmedFactor(manager, person))) throw new DomainError('second-factor.none');
      const codes = await this.factors.renewCodes(manager, person);
      await this.record(manager, principal, 'second-factor.renew-codes');
      return codes;
    });
  }

  /** Gives it up, unless the city asks for it. @throws DomainError `second-factor.none`, `second-factor.demanded` */
  async remove(principal: Principal): Promise<void> {
    const person = { cityId: principal.cityId, id: principal.actor.id };
    await this.database.transaction(principal, async (manager) => {
      await this.locked(manager, person);
      if (!(await confirmedFactor(manager, person))) throw new DomainError('second-factor.none');
      const demand = await manager.findOneBy(SecondFactorRule, { cityId: person.cityId });
      const roles = principal.grants.map(({ role }) => role);
      if (asksSecondFactor(demand, roles, this.clock.today())) {
        throw new DomainError('second-factor.demanded', { from: demand?.fromDay ?? '' });
      }
      await giveUpFactor(manager, person, this.clock.now());
      await this.record(manager, principal, 'second-factor.remove');
      await bumpIdentityVersion(manager, person.cityId);
    });
  }

  /** The account's row, locked: enrolments and codes of one person come one after the other. */
  private async locked(manager: EntityManager, { cityId, id }: { cityId: number; id: string }): Promise<UserAccount> {
    return manager.findOneOrFail(UserAccount, { where: { cityId, id }, lock: { mode: 'pessimistic_write' } });
  }

  private async record(manager: EntityManager, principal: Principal, action: string): Promise<void> {
    await this.auditLog.record(manager, principal, { action, subjectKind: 'user', subjectId: principal.actor.id });
  }
}

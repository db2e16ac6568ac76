import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, maskedPhone, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Seals, type City } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { publicPrincipal } from '../access/principals.js';
import { CODE_SECONDS, DESK_CODE_SECONDS, isCodeOpen, waitForNextCode } from '../domain/owner-code-rule.js';
import { OwnerAccounts, requireMobile } from './owner-accounts.js';
import { OwnerCode } from './owner-code.entity.js';
import { OwnerMessages } from './owner-messages.js';

/** A code that is on its way. */
export interface CodeOnItsWay {
  readonly expiresIn: number;
  /** Told in a demo city alone: nobody has the phones of its people. */
  readonly demoCode: string | null;
}

/** A phone and the code that was sent to it, or handed out for it. */
export interface PhoneCode {
  readonly phone: string;
  readonly code: string;
}

/** A code that was used up just now. */
export interface RedeemedCode {
  readonly phone: string;
  readonly issuedBy: string | null;
}

/** What came of trying one code. */
interface Try extends RedeemedCode {
  readonly key: { readonly cityId: number; readonly phoneHash: string };
  readonly isOpen: boolean;
  readonly passes: boolean;
  readonly attempts: number;
}

/** A code of the desk: shown once, to be written down for the owner. */
export interface IssuedCode {
  readonly code: string;
  readonly phone: string;
  readonly expiresIn: number;
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

const SUBJECT = { subjectKind: 'owner-code', subjectId: 'phone' } as const;

/** Six digits to a phone, and what they open. Nothing here tells whether a register knows the phone. */
@Injectable()
export class OwnerCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly seals: Seals,
    private readonly accounts: OwnerAccounts,
    private readonly messages: OwnerMessages,
  ) {}

  /**
   * @throws DomainError `owner-code.phone-invalid`, `owner-code.no-channel`, `owner-code.too-soon`,
   *   `owner-code.too-many`
   */
  async send(city: City, text: string): Promise<CodeOnItsWay> {
    const phone = requireMobile(text);
    this.messages.requireChannel(city);
    const cityId = city.id;
    const phoneHash = this.accounts.hashOf(cityId, phone);
    const code = sixDigits();
    await this.database.transaction({ cityId }, async (manager) => {
      const last = await this.locked(manager, { cityId, phoneHash });
      const [now, day] = [this.clock.now(), this.clock.today()];
      const wait = waitForNextCode(last, now, day);
      if (wait === null) throw new DomainError('owner-code.too-many');
      if (wait > 0) throw new DomainError('owner-code.too-soon', { seconds: wait });
      const sentOnDay = last?.day === day ? last.sentOnDay + 1 : 1;
      const codeHash = this.hashOf(cityId, phoneHash, code);
      const fresh = { codeHash, seconds: CODE_SECONDS, issuedBy: null, attempts: 0, usedAt: null };
      const sent = { ...fresh, sentAt: now, day, sentOnDay };
      await manager.upsert(OwnerCode, { cityId, phoneHash, ...sent }, ['cityId', 'phoneHash']);
      await this.messages.code(manager, cityId, { phone, code });
      await this.auditLog.record(manager, publicPrincipal(city), { action: 'owner-code.send', ...SUBJECT });
    });
    return { expiresIn: CODE_SECONDS, demoCode: city.isDemo ? code : null };
  }

  /** A code that the desk hands out, in the place of the last one; whoever calls it is known to be there. */
  async issue(manager: EntityManager, { cityId, actor }: Principal, text: string): Promise<IssuedCode> {
    const phone = requireMobile(text);
    const phoneHash = this.accounts.hashOf(cityId, phone);
    const code = sixDigits();
    const last = await this.locked(manager, { cityId, phoneHash });
    const [now, day] = [this.clock.now(), this.clock.today()];
    const codeHash = this.hashOf(cityId, phoneHash, code);
    const fresh = { codeHash, seconds: DESK_CODE_SECONDS, issuedBy: actor.name, attempts: 0, usedAt: null };
    // What the desk hands out does not count among the messages of the day.
    const sent = { ...fresh, sentAt: now, day, sentOnDay: last?.day === day ? last.sentOnDay : 0 };
    await manager.upsert(OwnerCode, { cityId, phoneHash, ...sent }, ['cityId', 'phoneHash']);
    await this.messages.deskCode(manager, cityId, { phone, by: actor.name });
    return { code, phone: maskedPhone(phone), expiresIn: DESK_CODE_SECONDS };
  }

  /**
   * Runs `then` in the same transaction when the code is the phone's; a wrong try is counted and committed.
   * @throws DomainError `owner-code.phone-invalid`, `owner-code.refused`
   */
  async redeem<T>(
    city: City,
    given: PhoneCode,
    then: (manager: EntityManager, redeemed: RedeemedCode) => Promise<T>,
  ): Promise<T> {
    return this.redeemAll(city, [given], (manager, [redeemed]) => then(manager, redeemed as RedeemedCode));
  }

  /** The same of several phones: all their codes are right and used up, or none is. */
  async redeemAll<T>(
    city: City,
    given: readonly PhoneCode[],
    then: (manager: EntityManager, redeemed: readonly RedeemedCode[]) => Promise<T>,
  ): Promise<T> {
    const asked = given.map(({ phone, code }) => ({ phone: requireMobile(phone), code }));
    const outcome = await this.database.transaction({ cityId: city.id }, async (manager) => {
      const tries: Try[] = [];
      for (const each of asked) tries.push(await this.tried(manager, city.id, each));
      if (tries.every(({ passes }) => passes)) {
        for (const { key } of tries) await manager.update(OwnerCode, key, { usedAt: this.clock.now() });
        return { passed: await then(manager, tries) };
      }
      for (const { key, isOpen, passes, attempts } of tries) {
        if (isOpen && !passes) await manager.update(OwnerCode, key, { attempts: attempts + 1 });
      }
      await this.auditLog.record(manager, publicPrincipal(city), { action: 'owner-code.refuse', ...SUBJECT });
      return null;
    });
    if (!outcome) throw new DomainError('owner-code.refused');
    return outcome.passed;
  }

  private async tried(manager: EntityManager, cityId: number, { phone, code }: PhoneCode): Promise<Try> {
    const key = { cityId, phoneHash: this.accounts.hashOf(cityId, phone) };
    const sent = await this.locked(manager, key);
    const isRight = this.isRight(sent, this.hashOf(cityId, key.phoneHash, code));
    const isOpen = sent !== null && isCodeOpen(sent, this.clock.now());
    const { attempts = 0, issuedBy = null } = sent ?? {};
    return { phone, key, isOpen, passes: isRight && isOpen, attempts, issuedBy };
  }

  private locked(
    manager: EntityManager,
    where: { readonly cityId: number; readonly phoneHash: string },
  ): Promise<OwnerCode | null> {
    return manager.findOne(OwnerCode, { where, lock: { mode: 'pessimistic_write' } });
  }

  private hashOf(cityId: number, phoneHash: string, code: string): string {
    return this.seals.fingerprint('owner-code', `${cityId}.${phoneHash}.${code}`);
  }

  /** In the same time whether a code was sent or not, and whichever digits are wrong. */
  private isRight(sent: OwnerCode | null, hash: string): boolean {
    const known = Buffer.from(sent?.codeHash ?? '0'.repeat(hash.length));
    return timingSafeEqual(known, Buffer.from(hash)) && sent !== null;
  }
}

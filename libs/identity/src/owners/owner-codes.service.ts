import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { AuditLog, Clock, Database, Seals, type City } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { publicPrincipal } from '../access/principals.js';
import { CODE_SECONDS, isCodeOpen, waitForNextCode } from '../domain/owner-code-rule.js';
import { OwnerAccounts, requireMobile } from './owner-accounts.js';
import { OwnerCode } from './owner-code.entity.js';
import { OwnerMessages } from './owner-messages.js';

/** A code that is on its way. */
export interface CodeOnItsWay {
  readonly expiresIn: number;
  /** Told in a demo city alone: nobody has the phones of its people. */
  readonly demoCode: string | null;
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
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.database.transaction({ cityId }, async (manager) => {
      const last = await this.locked(manager, { cityId, phoneHash });
      const [now, day] = [this.clock.now(), this.clock.today()];
      const wait = waitForNextCode(last, now, day);
      if (wait === null) throw new DomainError('owner-code.too-many');
      if (wait > 0) throw new DomainError('owner-code.too-soon', { seconds: wait });
      const sentOnDay = last?.day === day ? last.sentOnDay + 1 : 1;
      const codeHash = this.hashOf(cityId, phoneHash, code);
      const sent = { codeHash, sentAt: now, day, sentOnDay, attempts: 0, usedAt: null };
      await manager.upsert(OwnerCode, { cityId, phoneHash, ...sent }, ['cityId', 'phoneHash']);
      await this.messages.code(manager, cityId, { phone, code });
      await this.auditLog.record(manager, publicPrincipal(city), { action: 'owner-code.send', ...SUBJECT });
    });
    return { expiresIn: CODE_SECONDS, demoCode: city.isDemo ? code : null };
  }

  /**
   * Runs `then` in the same transaction when the code is the phone's; a wrong try is counted and committed.
   * @throws DomainError `owner-code.phone-invalid`, `owner-code.refused`
   */
  async redeem<T>(
    city: City,
    given: { readonly phone: string; readonly code: string },
    then: (manager: EntityManager, phone: string) => Promise<T>,
  ): Promise<T> {
    const phone = requireMobile(given.phone);
    const key = { cityId: city.id, phoneHash: this.accounts.hashOf(city.id, phone) };
    const outcome = await this.database.transaction({ cityId: city.id }, async (manager) => {
      const sent = await this.locked(manager, key);
      const isRight = this.isRight(sent, this.hashOf(key.cityId, key.phoneHash, given.code));
      const isOpen = sent !== null && isCodeOpen(sent, this.clock.now());
      if (isRight && isOpen) {
        await manager.update(OwnerCode, key, { usedAt: this.clock.now() });
        return { passed: await then(manager, phone) };
      }
      if (isOpen) await manager.update(OwnerCode, key, { attempts: sent.attempts + 1 });
      await this.auditLog.record(manager, publicPrincipal(city), { action: 'owner-code.refuse', ...SUBJECT });
      return null;
    });
    if (!outcome) throw new DomainError('owner-code.refused');
    return outcome.passed;
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

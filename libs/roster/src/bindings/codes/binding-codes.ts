import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Ids, Seals } from '#libs/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { BindingCode } from './binding-code.entity.js';

/** How long a slip may lie in a letter box, in days. */
export const CODE_DAYS = 30;
/** Signs that cannot be mistaken for one another on paper; twelve of them are some 59 bits. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Whom a code is printed for. */
export type CodeOf = Pick<BindingCode, 'compoundId' | 'unitId' | 'ownerId'>;

function newCode(): string {
  const group = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

/** One-time codes: given out once, in the clear on paper alone, and used up once. */
@Injectable()
export class BindingCodes {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly seals: Seals,
  ) {}

  /** A new code in the place of the one before. */
  async give(manager: EntityManager, principal: Principal, of: CodeOf): Promise<string> {
    const { cityId, actor } = principal;
    const { unitId, ownerId } = of;
    const now = this.clock.now();
    const [id, code] = [this.ids.next(), newCode()];
    const open = { cityId, unitId, ownerId, usedAt: IsNull(), replacedAt: IsNull() };
    await manager.update(BindingCode, open, { replacedAt: now });
    await manager.insert(BindingCode, {
      ...{ cityId, id, ...of, codeHash: this.hashOf(cityId, code), printedAt: now, printedBy: actor.name },
      expiresAt: new Date(now.getTime() + CODE_DAYS * 24 * 3_600_000),
      ...{ usedAt: null, replacedAt: null },
    });
    await this.auditLog.record(manager, principal, {
      action: 'binding-code.print',
      subjectKind: 'unit',
      subjectId: unitId,
      after: { code: id, ownerId },
    });
    return code;
  }

  /** Whom the code was printed for; it is used up. @throws DomainError `binding.code-refused` */
  async use(manager: EntityManager, cityId: number, written: string): Promise<CodeOf> {
    const where = { cityId, codeHash: this.hashOf(cityId, written) };
    const found = await manager.findOne(BindingCode, { where, lock: { mode: 'pessimistic_write' } });
    const now = this.clock.now();
    const isOpen = found && found.usedAt === null && found.replacedAt === null && now < found.expiresAt;
    if (!isOpen) throw new DomainError('binding.code-refused');
    await manager.update(BindingCode, { cityId, id: found.id }, { usedAt: now });
    const { compoundId, unitId, ownerId } = found;
    return { compoundId, unitId, ownerId };
  }

  private hashOf(cityId: number, written: string): string {
    const plain = written
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '');
    return this.seals.fingerprint('binding-code', `${cityId}.${plain}`);
  }
}

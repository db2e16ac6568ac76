import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { Clock, Ids, Seals } from '#libs/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { Passwords } from '../sessions/passwords.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { SecondFactor } from './second-factor.entity.js';
import { confirmedFactor } from './second-factor.queries.js';
import { acceptedStep } from './totp.js';

/** How many recovery codes are given at once. */
export const RECOVERY_CODES = 10;

/** With what somebody passed the second step. */
export type SecondStep = 'code' | 'recovery-code';

type PersonKey = { readonly cityId: number; readonly id: string };

const aboutOf = ({ cityId, id }: PersonKey): string => `${cityId}.${id}`;

/** Keeps the keys sealed, and is the one place where a code is compared and used up. */
@Injectable()
export class FactorKeys {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly seals: Seals,
    private readonly passwords: Passwords,
  ) {}

  seal(person: PersonKey, key: string): string {
    return this.seals.seal('second-factor', aboutOf(person), key);
  }

  /**
   * Whether this is a code of the person's app, and if so uses it up. The account's row is locked by the caller, so
   * that one code sent twice at once is taken once.
   * @throws DomainError `second-factor.unreadable` when the installation's secret is no longer the one it was
   */
  async takeCode(manager: EntityManager, factor: SecondFactor, code: string): Promise<boolean> {
    const { cityId, userId } = factor;
    const key = this.seals.open('second-factor', aboutOf({ cityId, id: userId }), factor.sealedKey ?? '');
    if (key === null) throw new DomainError('second-factor.unreadable');
    const step = acceptedStep(key, code.replace(/\s/g, ''), this.clock.now(), factor.lastStep);
    if (step === null) return false;
    await manager.update(SecondFactor, { cityId, userId }, { lastStep: step });
    return true;
  }

  /** With what the person passes, or null: a code of the confirmed app, or one of the recovery codes that are left. */
  async pass(manager: EntityManager, person: PersonKey, code: string): Promise<SecondStep | null> {
    const factor = await confirmedFactor(manager, person);
    if (!factor) return null;
    if (/^[\d\s]+$/.test(code)) return (await this.takeCode(manager, factor, code)) ? 'code' : null;
    const { cityId, id: userId } = person;
    const unused = { cityId, userId, codeHash: this.hashOf(person, code), usedAt: IsNull() };
    const { affected } = await manager.update(RecoveryCode, unused, { usedAt: this.clock.now() });
    return affected === 1 ? 'recovery-code' : null;
  }

  /** Fresh recovery codes in the place of all before; answered once, kept as hashes. */
  async renewCodes(manager: EntityManager, person: PersonKey): Promise<readonly string[]> {
    const { cityId, id: userId } = person;
    await manager.update(RecoveryCode, { cityId, userId, usedAt: IsNull() }, { usedAt: this.clock.now() });
    const codes = Array.from({ length: RECOVERY_CODES }, () => this.passwords.initialPassword());
    const rows = codes.map((code) => ({ cityId, id: this.ids.next(), userId, codeHash: this.hashOf(person, code) }));
    await manager.insert(RecoveryCode, rows);
    return codes;
  }

  private hashOf(person: PersonKey, code: string): string {
    const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
    return this.seals.fingerprint('recovery-code', `${aboutOf(person)}.${plain}`);
  }
}

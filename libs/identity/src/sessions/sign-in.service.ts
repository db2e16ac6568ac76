import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, type City } from '#libs/platform';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { publicPrincipal } from '../access/principals.js';
import { isLocked, afterFailure, type Attempts } from '../domain/lockout.js';
import { normalLogin } from '../domain/login-name.js';
import { UserAccount } from '../people/user-account.entity.js';
import { FactorKeys, type SecondStep } from '../second-factor/factor-keys.js';
import { confirmedFactor } from '../second-factor/second-factor.queries.js';
import { AttemptsOfNobody } from './attempts-of-nobody.js';
import { Passwords } from './passwords.js';

/** What a check of a password or code found; a failure is a result and no exception, so that its count is committed. */
type Outcome<T> = { readonly passed: T } | { readonly refused: 'wrong' } | { readonly lockedUntil: Date };

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

function passedOrThrow<T>(outcome: Outcome<T>, wrong: string): T {
  if ('passed' in outcome) return outcome.passed;
  if ('refused' in outcome) throw new DomainError(wrong);
  const until = outcome.lockedUntil;
  throw new DomainError('session.locked', { until: until.toISOString(), time: TIME.format(until) });
}

function attemptsOf(account: UserAccount): Attempts {
  return { failed: account.failedAttempts, lockedUntil: account.lockedUntil };
}

/** Work that is done in the same transaction as the proof it needed. */
type Then<T> = (manager: EntityManager, account: UserAccount) => Promise<T>;

interface Attempt<T> {
  readonly manager: EntityManager;
  readonly visitor: Principal;
  readonly account: UserAccount;
  /** Answers the work to be done when the proof is right, or null when it is wrong. */
  readonly proven: () => Promise<Then<T> | null>;
  /** Whether a right answer wipes out the failures before it. */
  readonly settles: () => Promise<boolean>;
}

/**
 * The one place where a password or code is judged. The account's row is locked while it is, so that guesses sent side
 * by side are counted one after the other, in every process.
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly passwords: Passwords,
    private readonly nobody: AttemptsOfNobody,
    private readonly factors: FactorKeys,
  ) {}

  /**
   * Runs `then` in the same transaction when login and password belong together.
   * @throws DomainError `session.refused`, `session.locked`
   */
  async withPassword<T>(
    city: City,
    given: { readonly login: string; readonly password: string },
    then: Then<T>,
  ): Promise<T> {
    const login = normalLogin(given.login);
    const visitor = publicPrincipal(city);
    const outcome = await this.passwords.inTurn(() =>
      this.database.transaction(visitor, async (manager): Promise<Outcome<T>> => {
        const account = await this.lock(manager, { cityId: city.id, login });
        if (!account || account.kind !== 'staff' || account.disabledAt !== null)
          return this.refuseNobody(manager, visitor, login, given.password);
        return this.check(this.byPassword({ manager, visitor, account }, given.password, then));
      }),
    );
    return passedOrThrow(outcome, 'session.refused');
  }

  /**
   * The same for somebody who is signed in already: a stolen session must not guess the password either.
   * @throws DomainError `password.wrong`, `session.locked`
   */
  async withOwnPassword<T>(principal: Principal, password: string, then: Then<T>): Promise<T> {
    const outcome = await this.passwords.inTurn(() =>
      this.database.transaction(principal, async (manager): Promise<Outcome<T>> => {
        const account = await this.lockOpen(manager, { cityId: principal.cityId, id: principal.actor.id });
        return this.check(this.byPassword({ manager, visitor: principal, account }, password, then));
      }),
    );
    return passedOrThrow(outcome, 'password.wrong');
  }

  /**
   * The same with a code of the second factor, or a recovery code; a wrong one counts as a wrong password does.
   * @throws DomainError `session.code-wrong` (`second-factor.code-wrong` for somebody who is in), `session.locked`,
   *   `session.ended`, `second-factor.unreadable`
   */
  async withCode<T>(
    visitor: Principal,
    given: { readonly userId: string; readonly code: string },
    then: (manager: EntityManager, account: UserAccount, step: SecondStep) => Promise<T>,
  ): Promise<T> {
    const outcome = await this.database.transaction(visitor, async (manager): Promise<Outcome<T>> => {
      const account = await this.lockOpen(manager, { cityId: visitor.cityId, id: given.userId });
      const proven = async (): Promise<Then<T> | null> => {
        const step = await this.factors.pass(manager, account, given.code);
        return step && ((inside, found) => then(inside, found, step));
      };
      return this.check({ manager, visitor, account, proven, settles: () => Promise.resolve(true) });
    });
    const isIn = visitor.actor.kind === 'user';
    return passedOrThrow(outcome, isIn ? 'second-factor.code-wrong' : 'session.code-wrong');
  }

  private byPassword<T>(
    at: Pick<Attempt<T>, 'manager' | 'visitor' | 'account'>,
    password: string,
    then: Then<T>,
  ): Attempt<T> {
    return {
      ...at,
      proven: async () => ((await this.passwords.verify(at.account.passwordHash, password)) ? then : null),
      // With a second factor only its code does: whoever holds the password must not guess codes without end.
      settles: async () => (await confirmedFactor(at.manager, at.account)) === null,
    };
  }

  private async lockOpen(manager: EntityManager, where: FindOptionsWhere<UserAccount>): Promise<UserAccount> {
    const account = await this.lock(manager, where);
    if (!account || account.disabledAt !== null) throw new DomainError('session.ended');
    return account;
  }

  private async lock(manager: EntityManager, where: FindOptionsWhere<UserAccount>): Promise<UserAccount | null> {
    return manager.findOne(UserAccount, { where, lock: { mode: 'pessimistic_write' } });
  }

  private async check<T>(attempt: Attempt<T>): Promise<Outcome<T>> {
    const { manager, account } = attempt;
    const now = this.clock.now();
    const before = attemptsOf(account);
    if (isLocked(before, now)) return { lockedUntil: before.lockedUntil as Date };
    const key = { cityId: account.cityId, id: account.id };
    const then = await attempt.proven();
    if (then) {
      if (before.failed > 0 && (await attempt.settles()))
        await manager.update(UserAccount, key, { failedAttempts: 0, lockedUntil: null });
      return { passed: await then(manager, account) };
    }
    const after = afterFailure(before, now);
    await manager.update(UserAccount, key, { failedAttempts: after.failed, lockedUntil: after.lockedUntil });
    await this.auditLog.record(manager, attempt.visitor, {
      action: after.lockedUntil ? 'user.lock' : 'session.refuse',
      subjectKind: 'user',
      subjectId: account.id,
      after: { failed: after.failed, lockedUntil: after.lockedUntil },
    });
    return { refused: 'wrong' };
  }

  /** Answers as for a wrong password, in the same time and with a line as well; the line never holds what was typed. */
  private async refuseNobody(
    manager: EntityManager,
    visitor: Principal,
    login: string,
    password: string,
  ): Promise<{ readonly refused: 'wrong' } | { readonly lockedUntil: Date }> {
    const now = this.clock.now();
    const before = this.nobody.of(visitor.cityId, login);
    if (isLocked(before, now)) return { lockedUntil: before.lockedUntil as Date };
    await this.passwords.verify(null, password);
    this.nobody.fail(visitor.cityId, login, now);
    await this.auditLog.record(manager, visitor, {
      action: 'session.refuse',
      subjectKind: 'user',
      subjectId: 'unknown',
    });
    return { refused: 'wrong' };
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, City, Clock } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { bumpIdentityVersion } from '../access/identity-version.js';
import { PeopleWriter, requireLogin } from '../people/people-writer.js';
import { UserAccount } from '../people/user-account.entity.js';
import { endSessionsOf } from '../sessions/end-sessions.js';
import { Passwords } from '../sessions/passwords.js';
import { GrantSubjects } from './grant-subjects.js';
import { RoleGrant } from './role-grant.entity.js';

const ROLE = 'committee-member';

/** The sign-in of a seat as it is prepared before any transaction, for hashing takes its time. */
export interface PreparedSeat {
  readonly login: string;
  readonly initialPassword: string;
  readonly passwordHash: string;
  /** Of a demo city, where everybody knows the password. */
  readonly isDemo: boolean;
}

/** Whose seat it is, for which compounds, from the first to the last day in office. */
export interface Seat {
  readonly name: string;
  readonly compoundIds: readonly string[];
  readonly from: Day;
  readonly to: Day;
}

export interface OpenedSeat {
  readonly userId: string;
  readonly grantIds: readonly string[];
  /** Null for somebody who signs in already, from an earlier seat of these compounds. */
  readonly initialPassword: string | null;
}

/** Grants that a seat on a committee brings: they hold for the days in office and end with them. */
@Injectable()
export class SeatGrants {
  constructor(
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly subjects: GrantSubjects,
    private readonly writer: PeopleWriter,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `user.login-invalid` */
  async prepare(login: string): Promise<PreparedSeat> {
    const initialPassword = this.passwords.initialPassword();
    const passwordHash = await this.passwords.hash(initialPassword);
    return { login: requireLogin(login), initialPassword, passwordHash, isDemo: false };
  }

  /** Sign-ins of a demo city; their equal passwords share one hash, which no real account ever does. */
  async prepareDemo(logins: readonly string[], password: string): Promise<readonly PreparedSeat[]> {
    const passwordHash = await this.passwords.hash(password);
    return logins.map((login) => ({ login, initialPassword: password, passwordHash, isDemo: true }));
  }

  /** @throws DomainError `user.login-taken`, `user.disabled`, `user.demo-only` */
  async open(manager: EntityManager, principal: Principal, prepared: PreparedSeat, seat: Seat): Promise<OpenedSeat> {
    const { login, initialPassword, passwordHash, isDemo } = prepared;
    if (isDemo && !(await manager.findOneByOrFail(City, { id: principal.cityId })).isDemo) {
      throw new DomainError('user.demo-only');
    }
    const known = await this.satBefore(manager, principal, login, seat);
    const input = { login, name: seat.name, passwordHash, mustChangePassword: !isDemo };
    const account = known ?? (await this.writer.addAccount(manager, principal, input));
    const none = { areaId: null, companyId: null };
    const subjects = await this.subjects.of(
      manager,
      principal.cityId,
      seat.compoundIds.map((compoundId) => ({ ...none, compoundId })),
    );
    const grantIds: string[] = [];
    for (const subject of subjects.values()) {
      const given = { userId: account.id, role: ROLE, subject, from: seat.from, to: seat.to } as const;
      grantIds.push((await this.writer.addGrant(manager, principal, given)).grant.id);
    }
    await bumpIdentityVersion(manager, principal.cityId);
    return { userId: account.id, grantIds, initialPassword: known ? null : initialPassword };
  }

  /** Moves the last day of a seat's grants; where it lies behind, whoever held them is signed out. */
  async setLastDay(
    manager: EntityManager,
    principal: Principal,
    {
      grantIds,
      lastDay,
      reason,
    }: { readonly grantIds: readonly string[]; readonly lastDay: Day; readonly reason: string },
  ): Promise<void> {
    const { cityId, actor } = principal;
    const grants = await manager.findBy(RoleGrant, { cityId, id: In([...grantIds]), role: ROLE });
    const at = this.clock.now();
    for (const { id, userId, validFrom, validTo, endedAt } of grants) {
      if (endedAt !== null) continue;
      const never = { endedAt: at, endedBy: actor.id, endReason: reason };
      await manager.update(RoleGrant, { cityId, id }, lastDay < validFrom ? never : { validTo: lastDay });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'grant.end', subjectKind: 'user', subjectId: userId },
        ...{ before: { grantId: id, role: ROLE, to: validTo }, after: { to: lastDay, reason } },
      });
      if (lastDay < this.clock.today())
        await endSessionsOf(manager, { cityId, id: userId }, { at, reason: 'role-changed' });
    }
    if (grants.length > 0) await bumpIdentityVersion(manager, cityId);
  }

  /** Somebody elected again keeps their sign-in; nobody else's login is taken over by naming it. */
  private async satBefore(
    manager: EntityManager,
    { cityId }: Principal,
    login: string,
    { compoundIds }: Seat,
  ): Promise<UserAccount | null> {
    const account = await manager.findOneBy(UserAccount, { cityId, login });
    if (!account) return null;
    const sat = { cityId, userId: account.id, role: ROLE, compoundId: In([...compoundIds]) } as const;
    if (!(await manager.existsBy(RoleGrant, sat))) throw new DomainError('user.login-taken', { login });
    if (account.disabledAt !== null) throw new DomainError('user.disabled');
    return account;
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal, type Role } from '#libs/kernel';
import { AuditLog, Clock, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { isLogin, normalLogin } from '../domain/login-name.js';
import type { GrantView } from '../grants/grant-view.js';
import type { GrantSubject } from '../grants/granting.policy.js';
import { RoleGrant } from '../grants/role-grant.entity.js';
import { UserAccount } from './user-account.entity.js';

/** The login in its normal form. @throws DomainError `user.login-invalid` */
export function requireLogin(text: string): string {
  const login = normalLogin(text);
  if (!isLogin(login)) throw new DomainError('user.login-invalid', { login: text });
  return login;
}

/** An account about to be written; the password is hashed before any transaction is opened. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

/** A grant about to be written, judged already. */
export interface NewGrant {
  readonly userId: string;
  readonly role: Role;
  readonly subject: GrantSubject;
  readonly from: Day;
  readonly to: Day | null;
}

/** An account with its one grant, for writing many at once. */
export type NewPerson = Omit<NewAccount, 'mustChangePassword'> & Pick<NewGrant, 'role' | 'subject'>;

/** Writes accounts and grants, each with its audit line. */
@Injectable()
export class PeopleWriter {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
  ) {}

  async addAccount(manager: EntityManager, principal: Principal, account: NewAccount): Promise<UserAccount> {
    const row = manager.create(UserAccount, {
      ...account,
      cityId: principal.cityId,
      id: this.ids.next(),
      phone: null,
      failedAttempts: 0,
      lockedUntil: null,
      createdAt: this.clock.now(),
      disabledAt: null,
    });
    await manager.insert(UserAccount, row);
    const after = { login: row.login, name: row.name };
    await this.auditLog.record(manager, principal, {
      action: 'user.create',
      subjectKind: 'user',
      subjectId: row.id,
      after,
    });
    return row;
  }

  async addGrant(manager: EntityManager, principal: Principal, given: NewGrant): Promise<GrantView> {
    const { userId, role, subject, from, to } = given;
    const grant = manager.create(RoleGrant, {
      cityId: principal.cityId,
      id: this.ids.next(),
      userId,
      role,
      areaId: subject.kind === 'area' ? subject.id : null,
      compoundId: subject.kind === 'compound' ? subject.id : null,
      companyId: subject.kind === 'company' ? subject.id : null,
      standsInFor: null,
      validFrom: from,
      validTo: to,
      grantedBy: principal.actor.id,
      recordedAt: this.clock.now(),
      endedAt: null,
      endedBy: null,
      endReason: null,
    });
    await manager.insert(RoleGrant, grant);
    await this.auditLog.record(manager, principal, {
      action: 'grant.give',
      subjectKind: 'user',
      subjectId: userId,
      after: { grantId: grant.id, role, scope: { kind: subject.kind, id: subject.id, name: subject.name }, from, to },
    });
    return { grant, subject, absent: null };
  }

  /** Writes many people in two statements, with one audit line that names their logins. */
  async addAll(manager: EntityManager, principal: Principal, people: readonly NewPerson[], from: Day): Promise<void> {
    const rows = people.map((person) => ({ ...person, id: this.ids.next(), grantId: this.ids.next() }));
    const now = this.clock.now();
    await manager.query(
      `INSERT INTO user_account (city_id, id, login, name, password_hash, must_change_password, created_at)
       SELECT $1, id, login, name, hash, false, $2 FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[])
         AS new (id, login, name, hash)`,
      [
        principal.cityId,
        now,
        rows.map(({ id }) => id),
        rows.map(({ login }) => login),
        rows.map(({ name }) => name),
        rows.map(({ passwordHash }) => passwordHash),
      ],
    );
    const idsOf = (kind: GrantSubject['kind']): (string | null)[] =>
      rows.map(({ subject }) => (subject.kind === kind ? subject.id : null));
    await manager.query(
      `INSERT INTO role_grant
         (city_id, id, user_id, role, area_id, compound_id, company_id, valid_from, granted_by, recorded_at)
       SELECT $1, new.*, $2, $3, $4
       FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::uuid[], $10::uuid[]) AS new`,
      [
        principal.cityId,
        from,
        principal.actor.id,
        now,
        rows.map(({ grantId }) => grantId),
        rows.map(({ id }) => id),
        rows.map(({ role }) => role),
        idsOf('area'),
        idsOf('compound'),
        idsOf('company'),
      ],
    );
    const after = { count: rows.length, logins: rows.map(({ login }) => login) };
    const subject = { subjectKind: 'city', subjectId: principal.cityCode };
    await this.auditLog.record(manager, principal, { action: 'user.create-demo', ...subject, after });
  }
}

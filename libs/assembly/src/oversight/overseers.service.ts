import { Injectable } from '@nestjs/common';
import { OwnerAccounts, UserAccount } from '#libs/identity';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { OverseerEnding } from './overseer-ending.entity.js';
import { Overseer, type OverseerRole } from './overseer.entity.js';

export interface NewOverseer {
  readonly role: OverseerRole;
  readonly name: string;
  /** A login of staff, or the phone of an owner; null for somebody who is named on paper alone. */
  readonly login: string | null;
  readonly holdsKey: boolean;
  readonly basis: string | null;
}

const ACCOUNT = /^1[3-9]\d{9}$/;

/** 委任监票人、观察员: by the organiser, by name, and ended by nobody else. */
@Injectable()
export class OverseersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly accounts: OwnerAccounts,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * @returns the id of the appointment
   * @throws DomainError `overseer.not-now`, `overseer.key-without-account`, `overseer.key-too-late`,
   *   `overseer.account-unknown`, `overseer.oneself`, `overseer.appointed`
   */
  async appoint(principal: Principal, assemblyId: string, request: NewOverseer): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, assemblyId);
      this.requireTime(file, request);
      const { cityId, actor } = principal;
      const userId = await this.accountOf(manager, cityId, request.login);
      if (userId === actor.id) throw new DomainError('overseer.oneself');
      if (userId !== null && (await this.watches(manager, { cityId, assemblyId, userId }))) {
        throw new DomainError('overseer.appointed');
      }
      const { role, name, holdsKey, basis } = request;
      const row = { cityId, id: this.ids.next(), assemblyId, role, name, userId, holdsKey, basis };
      await manager.insert(Overseer, { ...row, at: this.clock.now(), byId: actor.id, byName: actor.name });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'overseer.appoint', subjectKind: 'assembly', subjectId: assemblyId },
        after: { id: row.id, role, name, holdsKey, basis },
      });
      return row.id;
    });
  }

  /** @throws DomainError `overseer.not-found`, `overseer.ended` */
  async end(principal: Principal, assemblyId: string, { id, reason }: { id: string; reason: string }): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.files.lock(manager, principal, assemblyId);
      const { cityId, actor } = principal;
      const overseer = await manager.findOneBy(Overseer, { cityId, id, assemblyId });
      if (!overseer) throw new DomainError('overseer.not-found', { id });
      if (await manager.existsBy(OverseerEnding, { cityId, overseerId: id })) throw new DomainError('overseer.ended');
      const common = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(OverseerEnding, { cityId, overseerId: id, reason, ...common });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'overseer.end', subjectKind: 'assembly', subjectId: assemblyId },
        after: { id, reason },
      });
    });
  }

  private requireTime({ state, assembly }: AssemblyFile, { holdsKey, login }: NewOverseer): void {
    if (state === 'cancelled' || state === 'filed' || state === 'published') throw new DomainError('overseer.not-now');
    if (!holdsKey) return;
    if (login === null) throw new DomainError('overseer.key-without-account');
    if (assembly.rules.mayLookEarly !== true) throw new DomainError('early-look.not-allowed');
    if (state !== 'draft' && state !== 'noticed') throw new DomainError('overseer.key-too-late');
  }

  private async accountOf(manager: EntityManager, cityId: number, login: string | null): Promise<string | null> {
    if (login === null) return null;
    if (ACCOUNT.test(login)) return (await this.accounts.forPhone(manager, cityId, login)).id;
    const account = await manager.findOneBy(UserAccount, { cityId, login: login.trim().toLowerCase() });
    if (!account || account.disabledAt !== null) throw new DomainError('overseer.account-unknown', { login });
    return account.id;
  }

  private async watches(
    manager: EntityManager,
    { cityId, assemblyId, userId }: { readonly cityId: number; readonly assemblyId: string; readonly userId: string },
  ): Promise<boolean> {
    const rows = await manager.query<object[]>(
      `SELECT 1 FROM assembly_overseer o WHERE o.city_id = $1 AND o.assembly_id = $2 AND o.user_id = $3
         AND NOT EXISTS (SELECT 1 FROM assembly_overseer_ending e
           WHERE e.city_id = o.city_id AND e.overseer_id = o.id)`,
      [cityId, assemblyId, userId],
    );
    return rows.length > 0;
  }
}

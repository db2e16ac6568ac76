import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { CompoundScopes, FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { Resolution } from '../counting/tables/resolution.entity.js';
import { ResolutionTaskCompletion } from './resolution-task-completion.entity.js';
import { ResolutionTask } from './resolution-task.entity.js';

export interface NewTask {
  readonly what: string;
  readonly who: string;
  readonly dueOn: Day;
}

export interface TaskProof {
  readonly note: string;
  readonly fileId: string | null;
}

/** 决议落实: who does what by when, and that it was done. */
@Injectable()
export class ResolutionTasksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly scopes: CompoundScopes,
    private readonly papers: FileAccess,
    private readonly auditLog: AuditLog,
  ) {}

  /** @returns the id @throws DomainError `resolution.not-found` */
  async add(principal: Principal, resolutionId: string, task: NewTask): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.requireWrite(manager, principal, resolutionId);
      const { cityId, actor } = principal;
      const id = this.ids.next();
      const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(ResolutionTask, { ...task, ...by, cityId, id, resolutionId });
      await this.record(manager, principal, resolutionId, { action: 'resolution.task', after: { id, ...task } });
      return id;
    });
  }

  /** @throws DomainError `resolution.not-found`, `resolution.task-…`, `file.not-found` */
  async complete(
    principal: Principal,
    { resolutionId, taskId }: { readonly resolutionId: string; readonly taskId: string },
    proof: TaskProof,
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.requireWrite(manager, principal, resolutionId);
      const { cityId, actor } = principal;
      const isThere = await manager.existsBy(ResolutionTask, { cityId, id: taskId, resolutionId });
      if (!isThere) throw new DomainError('resolution.task-not-found', { id: taskId });
      if (await manager.existsBy(ResolutionTaskCompletion, { cityId, taskId })) {
        throw new DomainError('resolution.task-done');
      }
      if (proof.fileId !== null) await this.papers.requireAttach(manager, principal, proof.fileId);
      const by = { at: this.clock.now(), doneOn: this.clock.today(), byId: actor.id, byName: actor.name };
      await manager.insert(ResolutionTaskCompletion, { ...proof, ...by, cityId, taskId });
      const after = { taskId, ...proof };
      await this.record(manager, principal, resolutionId, { action: 'resolution.task-done', after });
    });
  }

  private async requireWrite(manager: EntityManager, principal: Principal, id: string): Promise<void> {
    const resolution = await manager.findOneBy(Resolution, { cityId: principal.cityId, id });
    const asked = { permission: 'assembly.write', compoundIds: resolution ? [resolution.compoundId] : [] };
    const seen = await this.scopes.inside(manager, principal, asked);
    if (!resolution || !seen.has(resolution.compoundId)) throw new DomainError('resolution.not-found', { id });
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, { ...entry, subjectKind: 'resolution', subjectId });
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { AssemblyObjection } from './assembly-objection.entity.js';
import { ObjectionAnswer } from './objection-answer.entity.js';
import { objectionsOf, ownersBehind, type ShownObjection } from './objections.queries.js';

export interface NewObjection {
  readonly kind: 'roll' | 'result';
  readonly objector: string;
  readonly content: string;
}

export interface AnswerOfObjection {
  readonly outcome: 'upheld' | 'dismissed';
  readonly content: string;
}

/** As a desk reads it: an account is masked, and its owner is revealed for a reason, which is kept. */
export interface DeskObjection extends ShownObjection {
  readonly ownerIds: string[];
}

/** 异议与答复: everybody may object, and everybody reads what was answered. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `assembly.not-found`, `objection.too-late`, `objection.too-early` */
  async raise(principal: Principal, assemblyId: string, request: NewObjection): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, assemblyId);
      return this.raiseIn(manager, principal, file, request);
    });
  }

  /** The same of an assembly in which the caller is known to have a voice. */
  async raiseIn(
    manager: EntityManager,
    principal: Principal,
    file: AssemblyFile,
    request: NewObjection,
  ): Promise<string> {
    await this.requireTime(manager, file, request.kind);
    const { cityId, actor } = principal;
    const { id: assemblyId } = file.assembly;
    const id = this.ids.next();
    await manager.insert(AssemblyObjection, {
      ...{ ...request, cityId, id, assemblyId, at: this.clock.now(), onDay: this.clock.today() },
      ...{ byId: actor.id, byName: actor.name },
    });
    await this.auditLog.record(manager, principal, {
      ...{ action: 'objection.raise', subjectKind: 'assembly', subjectId: assemblyId },
      after: { id, kind: request.kind, content: request.content },
    });
    return id;
  }

  /** @throws DomainError `objection.not-found`, `objection.answered` */
  async answer(
    principal: Principal,
    assemblyId: string,
    { id, ...answer }: AnswerOfObjection & { readonly id: string },
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.files.lock(manager, principal, assemblyId);
      const { cityId, actor } = principal;
      const objection = await manager.findOneBy(AssemblyObjection, { cityId, id, assemblyId });
      if (!objection) throw new DomainError('objection.not-found', { id });
      const isAnswered = await manager.existsBy(ObjectionAnswer, { cityId, objectionId: id });
      if (isAnswered) throw new DomainError('objection.answered');
      await manager.insert(ObjectionAnswer, {
        ...{ ...answer, cityId, objectionId: id, at: this.clock.now(), byId: actor.id, byName: actor.name },
      });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'objection.answer', subjectKind: 'assembly', subjectId: assemblyId },
        after: { id, ...answer },
      });
    });
  }

  /** @throws DomainError `assembly.not-found` */
  async list(principal: Principal, assemblyId: string, kind: 'roll' | 'result'): Promise<readonly DeskObjection[]> {
    return this.database.transaction(principal, async (manager) => {
      const { assembly } = await this.files.read(manager, principal, assemblyId);
      const behind = await ownersBehind(manager, assembly);
      const raised = await objectionsOf(manager, assembly, kind);
      return raised.map((each) => ({ ...each, ownerIds: [...(behind.get(each.id) ?? [])] }));
    });
  }

  private async requireTime(manager: EntityManager, file: AssemblyFile, kind: 'roll' | 'result'): Promise<void> {
    if (kind === 'roll') {
      if (file.state !== 'draft' && file.state !== 'noticed') throw new DomainError('objection.too-late');
      const { cityId, id } = file.assembly;
      const [roll] = await manager.query<object[]>(
        'SELECT 1 FROM roll_version WHERE city_id = $1 AND assembly_id = $2 LIMIT 1',
        [cityId, id],
      );
      if (!roll) throw new DomainError('roll.not-frozen');
      return;
    }
    if (file.state === 'filed') throw new DomainError('objection.too-late');
    if (file.state !== 'published') throw new DomainError('objection.too-early');
  }
}

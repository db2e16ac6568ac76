import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { isPossible, type AssemblyStep } from '../domain/assembly/assembly-state.js';
import type { AssemblyFile } from './assembly-files.js';
import { AssemblyStepRow } from './assembly-step.entity.js';
import { STATE_WORDS, STEP_WORDS } from './words.js';

/** A step as it is taken. */
export interface NewStep {
  readonly step: AssemblyStep;
  readonly basis?: string | null;
  readonly opensAt?: Date;
  readonly closesAt?: Date;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly legalBasis?: string;
}

/** Writes what happens to an assembly, each step once and in its place, with its line in the audit log. */
@Injectable()
export class StepLog {
  constructor(
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `assembly.step-refused` */
  requirePossible({ assembly, steps, state }: AssemblyFile, step: AssemblyStep): void {
    const taken = steps.map((each) => each.step);
    if (isPossible(taken, step, assembly.isRehearsal)) return;
    throw new DomainError('assembly.step-refused', { step: STEP_WORDS[step], state: STATE_WORDS[state] });
  }

  /** @throws DomainError `assembly.step-refused` */
  async add(manager: EntityManager, principal: Principal, file: AssemblyFile, next: NewStep): Promise<void> {
    this.requirePossible(file, next.step);
    const { cityId, actor } = principal;
    const row: AssemblyStepRow = {
      ...{ cityId, assemblyId: file.assembly.id, step: next.step, sequence: file.steps.length + 1 },
      ...{ at: this.clock.now(), onDay: this.clock.today(), byId: actor.id, byName: actor.name },
      basis: next.basis ?? null,
      opensAt: next.opensAt ?? null,
      closesAt: next.closesAt ?? null,
      detail: next.detail ?? {},
    };
    await manager.insert(AssemblyStepRow, row as never);
    await this.auditLog.record(manager, principal, {
      action: `assembly.${next.step}`,
      subjectKind: 'assembly',
      subjectId: file.assembly.id,
      after: { basis: row.basis, opensAt: row.opensAt, closesAt: row.closesAt, ...row.detail },
      ...(next.legalBasis ? { legalBasis: next.legalBasis } : {}),
    });
  }
}

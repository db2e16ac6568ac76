import { Injectable } from '@nestjs/common';
import { dayInShanghai, DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { officeName, type Body } from '../../domain/body.js';
import { stateAfter, type ActState, type ActStep } from '../../domain/acts/act-state.js';
import { ActStepRow } from '../tables/act-step.entity.js';
import type { CaseFile } from './case-file.js';

/** One thing that happens to a case. */
export interface NewStep {
  readonly step: ActStep;
  readonly note: string | null;
  /** The office for which it is done. */
  readonly body: Body;
}

/** Writes what happens to a case: the step, if it is possible now, and its audit line. */
@Injectable()
export class CaseSteps {
  constructor(
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `act.step-refused` */
  requirePossible(state: ActState, step: ActStep): void {
    if (stateAfter(state, step) === null) throw new DomainError('act.step-refused', { state, step });
  }

  /** @throws DomainError `act.step-refused` */
  async add(
    manager: EntityManager,
    principal: Principal,
    file: Pick<CaseFile, 'act' | 'power' | 'state'> & { readonly steps: readonly unknown[] },
    { step, note, body }: NewStep,
  ): Promise<void> {
    this.requirePossible(file.state, step);
    const at = this.clock.now();
    await manager.insert(ActStepRow, {
      cityId: principal.cityId,
      actId: file.act.id,
      sequence: file.steps.length + 1,
      ...{ step, at, note },
      onDay: dayInShanghai(at),
      byId: principal.actor.id,
      byName: principal.actor.name,
      byBody: officeName(body),
    });
    await this.auditLog.record(manager, principal, {
      action: `act.${step}`,
      subjectKind: 'act',
      subjectId: file.act.id,
      after: { note },
      legalBasis: file.power.legalBasis,
    });
  }
}

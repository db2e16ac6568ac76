import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { ByColumns } from '../by.columns.js';
import { FundProjectStep } from './tables/fund-project-step.entity.js';

/** What is written of a step besides who and when. */
export type NewStep = Pick<FundProjectStep, 'step'> & Partial<Omit<FundProjectStep, 'cityId' | 'projectId' | 'by'>>;

const PLAIN = {
  ...{ note: null, agrees: null, decisionId: null, number: null, counterparty: null, creditCode: null, amount: null },
} as const;

/** Writes what happened to a project, with its line in the audit log. */
@Injectable()
export class ProjectSteps {
  constructor(
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  by({ actor }: Principal): ByColumns {
    return { at: this.clock.now(), byId: actor.id, byName: actor.name };
  }

  async add(manager: EntityManager, principal: Principal, projectId: string, step: NewStep): Promise<void> {
    const onDay = this.clock.today();
    const row = { ...PLAIN, onDay, ...step, cityId: principal.cityId, projectId, by: this.by(principal) };
    await manager.insert(FundProjectStep, row);
    await this.tell(manager, principal, projectId, { action: step.step, after: step });
  }

  /** The line of the log about something done to a project. */
  async tell(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    { action, after }: { readonly action: string; readonly after: object },
  ): Promise<void> {
    const line = { action: `fund-project.${action}`, subjectKind: 'fund-project', subjectId, after };
    await this.auditLog.record(manager, principal, line);
  }
}

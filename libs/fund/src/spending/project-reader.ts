import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { addDays, type Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { Clock, Database, type Page } from '#libs/platform';
import { possibleDeeds } from '../domain/spending-state.js';
import { vouchersOfProjects } from '../vouchers/vouchers.queries.js';
import { ProjectResponse } from './project-answers.dto.js';
import { factsOf, ProjectFiles } from './project-file.js';
import type { ProjectsQuery } from './projects.dto.js';
import { ProjectQueries, type ProjectRow } from './projects.queries.js';

/** Projects as offices read them. */
@Injectable()
export class ProjectReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: ProjectFiles,
    private readonly queries: ProjectQueries,
  ) {}

  async list(principal: Principal, query: ProjectsQuery): Promise<Page<ProjectRow>> {
    const { compound = null, waiting = false, after = null, limit = null } = query;
    return this.queries.list(principal, { compound, isWaiting: waiting, after, limit });
  }

  /** @throws DomainError `project.not-found` */
  async one(principal: Principal, id: string): Promise<ProjectResponse> {
    return this.database.transaction(principal, async (manager) => {
      const row = await this.files.read(manager, principal, { id });
      const { cityId } = principal;
      const today = this.clock.today();
      const days = ruleValueOn(await rulesOfCity(manager, cityId), 'fund.emergency-acceptance.days', today).value;
      const isDue = row.emergency !== null && row.setAsideOn !== null;
      const dueOn = isDue ? addDays(row.setAsideOn, days) : null;
      const isOver = row.steps.some(({ step }) => step === 'acceptance' || step === 'closing');
      return ProjectResponse.from(row, {
        vouchers: await vouchersOfProjects(manager, cityId, [id]),
        deeds: possibleDeeds(factsOf(row)),
        ...{ dueOn, isOverdue: dueOn !== null && !isOver && dueOn < today },
      });
    });
  }
}

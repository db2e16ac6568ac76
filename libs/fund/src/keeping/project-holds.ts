import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { FundProjectHold } from '../spending/tables/fund-project-hold.entity.js';

/** What is set aside for projects: the desk of the book leaves it alone. */
@Injectable()
export class ProjectHolds {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `project.holds` */
  async requireNone({ cityId }: Principal, holdId: string): Promise<void> {
    const isOfProject = await this.database.snapshot({ cityId }, (manager) =>
      manager.existsBy(FundProjectHold, { cityId, holdId }),
    );
    if (isOfProject) throw new DomainError('project.holds');
  }
}

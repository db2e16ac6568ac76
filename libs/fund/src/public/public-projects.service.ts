import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { cityOfCode, Database, DEFAULT_LIMIT, pageOf } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { listProjects, projectRow, sumsOfCompounds } from '../spending/projects.queries.js';
import { vouchersOfProjects } from '../vouchers/vouchers.queries.js';
import {
  PublicCompoundSum,
  PublicProject,
  PublicProjectResponse,
  type PublicCompoundSumsResponse,
  type PublicProjectsQuery,
  type PublicProjectsResponse,
} from './public-projects.dto.js';

/** 按小区、按项目公开, without sign-in: what was asked for, what came of it, and what it cost. */
@Injectable()
export class PublicProjects {
  constructor(private readonly database: Database) {}

  async compounds(cityCode: string): Promise<PublicCompoundSumsResponse> {
    return this.inCity(cityCode, async (manager, cityId) => {
      return { items: (await sumsOfCompounds(manager, cityId)).map((sum) => PublicCompoundSum.from(sum)) };
    });
  }

  async list(cityCode: string, query: PublicProjectsQuery): Promise<PublicProjectsResponse> {
    const { compound = null, after = null, limit = DEFAULT_LIMIT } = query;
    return this.inCity(cityCode, async (manager, cityId) => {
      const rows = await listProjects(manager, cityId, { compound, after, limit: limit + 1 });
      const { items, next } = pageOf(rows, limit, ({ id }) => id);
      return { items: items.map((row) => PublicProject.from(row)), next };
    });
  }

  /** @throws DomainError `project.not-found` */
  async one(cityCode: string, id: string): Promise<PublicProjectResponse> {
    return this.inCity(cityCode, async (manager, cityId) => {
      const row = await projectRow(manager, cityId, id);
      if (!row) throw new DomainError('project.not-found', { id });
      return PublicProjectResponse.of(row, await vouchersOfProjects(manager, cityId, [id]));
    });
  }

  private async inCity<T>(cityCode: string, tell: (manager: EntityManager, cityId: number) => Promise<T>): Promise<T> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    return this.database.snapshot({ cityId }, (manager) => tell(manager, cityId));
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, FactChanges, Ids } from '#libs/platform';
import { AreaTree, coversPath, scopeOf } from '#libs/registry';
import type { Target } from '../domain/state.js';
import type { RequiredRate, TargetValueRequest } from '../answers/coverage.dto.js';
import type { EntityManager } from 'typeorm';
import { TargetValue } from './target-value.entity.js';

/** The rate asked of an area for a target, where one was set. */
export type RequiredRates = (areaId: string, target: Target) => RequiredRate | undefined;

/** The rates asked of areas, per target and year. */
@Injectable()
export class TargetValues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly factChanges: FactChanges,
    private readonly tree: AreaTree,
  ) {}

  /** The rates that a day's year asks of the areas of a city. */
  async requiredOn(manager: EntityManager, cityId: number, day: Day): Promise<RequiredRates> {
    const rows = await manager.findBy(TargetValue, { cityId, year: Number(day.slice(0, 4)) });
    const byKey = new Map(
      rows.map((row) => [`${row.areaId}|${row.target}`, { rate: row.required, deadline: row.deadline }]),
    );
    return (areaId, target) => byKey.get(`${areaId}|${target}`);
  }

  async list(
    principal: Principal,
    year: number,
  ): Promise<readonly (TargetValue & { areaCode: string; areaName: string })[]> {
    const scope = scopeOf(principal, 'coverage.read');
    return this.database.transaction(principal, async (manager) => {
      const rows = await manager.findBy(TargetValue, { cityId: principal.cityId, year });
      const areas = new Map((await this.tree.all(manager, principal.cityId)).map((area) => [area.id, area]));
      return rows.flatMap((row) => {
        const area = areas.get(row.areaId);
        return area && coversPath(scope, area.path) ? [{ ...row, areaCode: area.code, areaName: area.name }] : [];
      });
    });
  }

  /** Sets what an area must reach in a year, replacing what was set before. @throws DomainError `area.not-found` */
  async set(principal: Principal, request: TargetValueRequest): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const area = await this.tree.byCode(manager, principal.cityId, request.area, this.clock.today());
      if (!coversPath(scopeOf(principal, 'target.write'), area.path))
        throw new DomainError('area.not-found', { code: request.area });
      const { target, year, required, deadline } = request;
      const key = { cityId: principal.cityId, areaId: area.id, target, year };
      const before = await manager.findOneBy(TargetValue, key);
      const now = { required, deadline, recordedAt: this.clock.now(), recordedBy: principal.actor.name };
      if (before) await manager.update(TargetValue, { cityId: principal.cityId, id: before.id }, now);
      else await manager.insert(TargetValue, { ...key, id: this.ids.next(), ...now });
      await this.auditLog.record(manager, principal, {
        action: 'target.set',
        subjectKind: 'area',
        subjectId: area.code,
        before: before ? { required: before.required, deadline: before.deadline } : null,
        after: { target, year, required, deadline },
      });
      // Answers carry the required rate, so they are made again; no compound is touched.
      await this.factChanges.record(manager, principal.cityId, { compoundIds: [] });
    });
  }
}

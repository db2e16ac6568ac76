import { Injectable } from '@nestjs/common';
import { canonicalAreaCode, DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, FactChanges, Ids } from '#libs/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { planAreaChange, successorsOf, type AreaChangePlan } from '../domain/area-change-plan.js';
import { coversPath, scopeOf } from '../domain/scope.js';
import { AreaChange } from './area-change.entity.js';
import { AreaTree } from './area-tree.js';
import { Area } from './area.entity.js';
import type { AreaChangeRequest } from './areas.dto.js';

/** The area tree: reading it, and changing it without losing its past. */
@Injectable()
export class AreasService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly factChanges: FactChanges,
    private readonly tree: AreaTree,
  ) {}

  /** Every area inside the caller's scope and the nodes above it, parents first. */
  async list(principal: Principal): Promise<readonly Area[]> {
    const scope = scopeOf(principal, 'area.read');
    const all = await this.database.transaction(principal, (manager) => this.tree.all(manager, principal.cityId));
    return all.filter((area) => coversPath(scope, area.path) || scope.paths.some((path) => path.startsWith(area.path)));
  }

  /**
   * Splits, merges or renames areas on a day; compounds move with them as new versions from that day.
   * @throws DomainError `area.not-found`, `area.change-refused`, `area.code-taken`
   */
  async change(principal: Principal, request: AreaChangeRequest): Promise<readonly Area[]> {
    return this.database.transaction(principal, async (manager) => {
      const scope = scopeOf(principal, 'area.write');
      const from: Area[] = [];
      for (const code of request.from) {
        const area = await this.tree.byCode(manager, principal.cityId, code, request.on);
        if (!coversPath(scope, area.path)) throw new DomainError('area.not-found', { code });
        from.push(area);
      }
      const open = await manager.find(Area, { where: { cityId: principal.cityId, closedOn: IsNull() } });
      const below = open.filter((area) => from.some((old) => old.id !== area.id && area.path.startsWith(old.path)));
      const to = request.to.map((area) => ({
        code: canonicalAreaCode(area.code) ?? this.refuseCode(area.code),
        name: area.name.trim(),
      }));
      const plan = planAreaChange(
        { kind: request.kind, to, on: request.on, assign: request.assign ?? [] },
        from,
        below,
      );
      const idOfPath = await this.openAndClose(manager, principal, plan, request);
      await this.moveCompounds(manager, principal, { plan, idOfPath, on: request.on, reason: request.reason });
      await this.recordChange(manager, principal, { request, from, plan, idOfPath });
      const successions = plan.closes.map((closed) => ({
        areaId: closed.id,
        successorIds: successorsOf(plan, closed).map((path) => idOfPath.get(path) as string),
      }));
      await this.tree.announce(manager, principal, { on: request.on, successions });
      await this.factChanges.record(manager, principal.cityId, { everything: true });
      return manager.find(Area, {
        where: plan.opens.map((area) => ({ cityId: principal.cityId, path: area.path, closedOn: IsNull() })),
      });
    });
  }

  private refuseCode(code: string): never {
    throw new DomainError('area.change-refused', {
      reason: { zh: `“${code}”不是区划代码`, en: `"${code}" is no area code` },
    });
  }

  private async openAndClose(
    manager: EntityManager,
    principal: Principal,
    plan: AreaChangePlan,
    request: AreaChangeRequest,
  ): Promise<Map<string, string>> {
    const cityId = principal.cityId;
    const closing = plan.closes.map((area) => area.id);
    await manager.query('UPDATE area SET closed_on = $3 WHERE city_id = $1 AND id = ANY($2)', [
      cityId,
      closing,
      request.on,
    ]);
    const existing = await manager.find(Area, { where: { cityId, closedOn: IsNull() } });
    const idOfPath = new Map(existing.map((area) => [area.path, area.id]));
    for (const area of plan.opens) {
      const id = this.ids.next();
      const parentId = idOfPath.get(area.parentPath) ?? null;
      const { code, name, path } = area;
      const level = area.level as Area['level'];
      await manager.insert(Area, {
        cityId,
        id,
        code,
        name,
        level,
        parentId,
        path,
        openedOn: request.on,
        closedOn: null,
      });
      idOfPath.set(path, id);
    }
    return idOfPath;
  }

  private async moveCompounds(
    manager: EntityManager,
    principal: Principal,
    move: { plan: AreaChangePlan; idOfPath: ReadonlyMap<string, string>; on: string; reason: string },
  ): Promise<void> {
    const from = [...move.plan.moves.keys()];
    const to = from.map((id) => move.idOfPath.get(move.plan.moves.get(id) as string) as string);
    const parameters = [principal.cityId, from, to, move.on, this.clock.now(), principal.actor.name, move.reason];
    // The versions in force on the day are cut there; what was known before stays readable as it was.
    await manager.query(
      `WITH target AS (SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS t (from_id, to_id)),
       cut AS (
         UPDATE compound_version v SET superseded_at = $5 FROM target t
         WHERE v.city_id = $1 AND v.area_id = t.from_id AND v.superseded_at IS NULL
           AND (v.valid_to IS NULL OR v.valid_to > $4::date)
         RETURNING v.*, t.to_id)
       INSERT INTO compound_version (city_id, id, compound_id, name, aliases, name_pinyin, address, area_id, longitude,
         latitude, buildings, households, floor_area, built_year, kind, delivered_on, status, merged_into, valid_from,
         valid_to, recorded_at, recorded_by, reason, import_id, import_row)
       SELECT city_id, gen_random_uuid(), compound_id, name, aliases, name_pinyin, address,
         CASE part WHEN 'before' THEN area_id ELSE to_id END, longitude, latitude, buildings, households, floor_area,
         built_year, kind, delivered_on, status, merged_into,
         CASE part WHEN 'before' THEN valid_from ELSE greatest(valid_from, $4::date) END,
         CASE part WHEN 'before' THEN $4::date ELSE valid_to END,
         $5, $6, CASE part WHEN 'before' THEN reason ELSE $7 END, import_id, import_row
       FROM cut CROSS JOIN (VALUES ('before'), ('after')) AS p (part)
       WHERE part = 'after' OR valid_from < $4::date`,
      parameters,
    );
  }

  private async recordChange(
    manager: EntityManager,
    principal: Principal,
    made: {
      request: AreaChangeRequest;
      from: readonly Area[];
      plan: AreaChangePlan;
      idOfPath: ReadonlyMap<string, string>;
    },
  ): Promise<void> {
    const { request, from, plan, idOfPath } = made;
    for (const old of from) {
      for (const opened of plan.opens.filter((area) => area.level === old.level)) {
        await manager.insert(AreaChange, {
          cityId: principal.cityId,
          id: this.ids.next(),
          kind: request.kind,
          fromAreaId: old.id,
          toAreaId: idOfPath.get(opened.path) as string,
          onDay: request.on,
          reason: request.reason,
          recordedAt: this.clock.now(),
          recordedBy: principal.actor.name,
        });
      }
    }
    await this.auditLog.record(manager, principal, {
      action: `area.${request.kind}`,
      subjectKind: 'area',
      subjectId: from.map((area) => area.code).join('、'),
      before: from.map((area) => ({ code: area.code, name: area.name })),
      after: { to: request.to, on: request.on, reason: request.reason },
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Ids } from '#libs/platform';
import { AreaTree, type AreaSuccessions } from '#libs/registry';
import { In, type EntityManager } from 'typeorm';
import { bumpIdentityVersion } from '../access/identity-version.js';
import { isOver } from './grant-view.js';
import { RoleGrant } from './role-grant.entity.js';

/**
 * Carries grants over when their area is renamed, split or merged, or nobody could work in the new one on its first
 * day: the old grant ends on the day before, and the same role begins over each area that goes on.
 */
@Injectable()
export class GrantFollower implements OnModuleInit {
  constructor(
    private readonly areas: AreaTree,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
  ) {}

  onModuleInit(): void {
    this.areas.follow((manager, principal, change) => this.follow(manager, principal, change));
  }

  private async follow(manager: EntityManager, principal: Principal, change: AreaSuccessions): Promise<void> {
    const { cityId } = principal;
    const areaId = In(change.successions.map((each) => each.areaId));
    const found = await manager.find(RoleGrant, { where: { cityId, areaId }, order: { id: 'ASC' } });
    const held = found.filter((grant) => !isOver(grant, change.on));
    if (held.length === 0) return;
    const given = this.successors(principal, held, change);
    await this.close(manager, principal, held, change);
    await manager.insert(RoleGrant, given);
    const users = [...new Set(held.map(({ userId }) => userId))];
    const after = { on: change.on, users, ended: held.map(({ id }) => id), given: given.map(({ id }) => id) };
    const subject = { subjectKind: 'area', subjectId: held[0]?.areaId ?? '' };
    await this.auditLog.record(manager, principal, { action: 'grant.follow', ...subject, after });
    await bumpIdentityVersion(manager, cityId);
  }

  /** One grant per person, role and new area, though two old areas may have become one. */
  private successors(
    principal: Principal,
    held: readonly RoleGrant[],
    { on, successions }: AreaSuccessions,
  ): RoleGrant[] {
    const successorIds = new Map(successions.map((each) => [each.areaId, each.successorIds]));
    const given = new Map<string, RoleGrant>();
    const successorOf = new Map<string, string>();
    for (const grant of held) {
      for (const areaId of successorIds.get(grant.areaId ?? '') ?? []) {
        const validFrom = grant.validFrom > on ? grant.validFrom : on;
        const fresh = {
          id: this.ids.next(),
          areaId,
          validFrom,
          grantedBy: principal.actor.id,
          recordedAt: this.clock.now(),
        };
        const key = [grant.userId, grant.role, areaId, validFrom, grant.validTo, grant.standsInFor].join(' ');
        if (!given.has(key)) given.set(key, { ...grant, ...fresh });
        successorOf.set(`${grant.id} ${areaId}`, given.get(key)?.id ?? '');
      }
    }
    // Who stands in for somebody goes on doing so, for the grant which that person holds from now on.
    return [...given.values()].map((grant) => {
      const standsInFor = successorOf.get(`${grant.standsInFor} ${grant.areaId}`) ?? grant.standsInFor;
      return { ...grant, standsInFor };
    });
  }

  private async close(
    manager: EntityManager,
    principal: Principal,
    held: readonly RoleGrant[],
    { on }: AreaSuccessions,
  ): Promise<void> {
    const begun = held.filter((grant) => grant.validFrom < on).map(({ id }) => id);
    const ahead = held.filter((grant) => grant.validFrom >= on).map(({ id }) => id);
    const { cityId } = principal;
    if (begun.length > 0) await manager.update(RoleGrant, { cityId, id: In(begun) }, { validTo: addDays(on, -1) });
    // A grant that would only have begun in the new area never holds in the old one.
    const ended = { endedAt: this.clock.now(), endedBy: principal.actor.id, endReason: '区划调整' };
    if (ahead.length > 0) await manager.update(RoleGrant, { cityId, id: In(ahead) }, ended);
  }
}

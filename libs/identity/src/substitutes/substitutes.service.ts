import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { normalLogin } from '../domain/login-name.js';
import { requireStandIn, type Colleague, type HeldGrant, type Leave } from '../domain/stand-in.js';
import { GrantSubjects } from '../grants/grant-subjects.js';
import { viewsOf, type GrantView } from '../grants/grant-view.js';
import { RoleGrant } from '../grants/role-grant.entity.js';
import { UserAccount } from '../people/user-account.entity.js';
import { endSessionsOf } from '../sessions/end-sessions.js';

/** A grant to be handed over: which, to whom, for which days, and why. */
export interface Handover {
  readonly grantId: string;
  readonly login: string;
  /** The first day; today when left out. */
  readonly from?: Day;
  readonly to: Day;
  readonly reason: string;
}

/** A stand-in as either of the two sees it, with the other person. */
export interface StandInView extends GrantView {
  /** The caller is the one on leave. */
  readonly isGiven: boolean;
  readonly other: { readonly id: string; readonly name: string };
}

interface Side {
  readonly id: string;
  readonly isGiven: boolean;
  readonly otherId: string;
  readonly otherName: string;
}

/** The stand-ins that concern a person, from either side; the newest hundred. */
const SIDES = `
  SELECT g.id, o.user_id = $2 AS "isGiven", p.id AS "otherId", p.name AS "otherName"
  FROM role_grant g
  JOIN role_grant o ON o.city_id = g.city_id AND o.id = g.stands_in_for
  JOIN user_account p ON p.city_id = g.city_id AND p.id = CASE WHEN o.user_id = $2 THEN g.user_id ELSE o.user_id END
  WHERE g.city_id = $1 AND (g.user_id = $2 OR o.user_id = $2)
  ORDER BY g.id DESC LIMIT 100`;

const held = (grant: RoleGrant): HeldGrant => ({
  holderId: grant.userId,
  role: grant.role,
  firmScope: grant.compoundId ?? grant.companyId,
  from: grant.validFrom,
  to: grant.validTo,
  isEnded: grant.endedAt !== null,
  isStandIn: grant.standsInFor !== null,
});

/** Handing a grant to a colleague for the days of a leave: a grant like any other, marked with whom it is held for. */
@Injectable()
export class Substitutes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly subjects: GrantSubjects,
  ) {}

  /** What the caller handed over, and what was handed to the caller; newest first. */
  async list(principal: Principal): Promise<readonly StandInView[]> {
    const { cityId, actor } = principal;
    return this.database.transaction(principal, async (manager) => {
      const sides = await manager.query<Side[]>(SIDES, [cityId, actor.id]);
      const grants = await manager.findBy(RoleGrant, { cityId, id: In(sides.map(({ id }) => id)) });
      const views = new Map((await viewsOf(manager, this.subjects, grants)).map((view) => [view.grant.id, view]));
      return sides.flatMap(({ id, isGiven, ...other }) => {
        const view = views.get(id);
        return view ? [{ ...view, isGiven, other: { id: other.otherId, name: other.otherName } }] : [];
      });
    });
  }

  /**
   * Hands a grant of the caller to a colleague until a day. The grant's row is locked, so that no two stand in at once.
   * @throws DomainError `grant.not-found`, `substitute.already` and those of `requireStandIn`
   */
  async give(principal: Principal, handover: Handover): Promise<GrantView> {
    const { cityId, actor } = principal;
    const today = this.clock.today();
    const leave = { from: handover.from ?? today, to: handover.to };
    return this.database.transaction(principal, async (manager) => {
      const key = { cityId, id: handover.grantId, userId: actor.id };
      const grant = await manager.findOne(RoleGrant, { where: key, lock: { mode: 'pessimistic_write' } });
      if (!grant) throw new DomainError('grant.not-found');
      const colleague = await this.colleague(manager, cityId, handover.login);
      requireStandIn(held(grant), colleague, leave, today);
      await this.requireAlone(manager, grant, leave);
      const row = manager.create(RoleGrant, {
        ...grant,
        id: this.ids.next(),
        userId: colleague?.id ?? '',
        standsInFor: grant.id,
        validFrom: leave.from,
        validTo: leave.to,
        grantedBy: actor.id,
        recordedAt: this.clock.now(),
      });
      await manager.insert(RoleGrant, row);
      const [view] = await viewsOf(manager, this.subjects, [row]);
      const after = { grantId: row.id, role: row.role, scope: view?.subject.name, ...leave, reason: handover.reason };
      const subject = { subjectKind: 'user', subjectId: row.userId };
      await this.auditLog.record(manager, principal, { action: 'substitute.give', ...subject, after });
      await endSessionsOf(manager, { cityId, id: row.userId }, { at: this.clock.now(), reason: 'role-changed' });
      return view as GrantView;
    });
  }

  /**
   * Either of the two ends it early.
   * @throws DomainError `substitute.not-found`, `grant.already-ended`
   */
  async end(principal: Principal, id: string): Promise<void> {
    const { cityId, actor } = principal;
    await this.database.transaction(principal, async (manager) => {
      const grant = await manager.findOne(RoleGrant, { where: { cityId, id }, lock: { mode: 'pessimistic_write' } });
      const standsInFor = grant?.standsInFor ?? null;
      const origin = standsInFor === null ? null : await manager.findOneBy(RoleGrant, { cityId, id: standsInFor });
      if (!grant || !origin || ![grant.userId, origin.userId].includes(actor.id)) {
        throw new DomainError('substitute.not-found');
      }
      if (grant.endedAt !== null) throw new DomainError('grant.already-ended');
      const at = this.clock.now();
      const ended = { endedAt: at, endedBy: actor.id, endReason: '提前结束代理' };
      await manager.update(RoleGrant, { cityId, id }, ended);
      const line = { action: 'substitute.end', subjectKind: 'user', subjectId: grant.userId };
      await this.auditLog.record(manager, principal, { ...line, before: { grantId: id, role: grant.role } });
      await endSessionsOf(manager, { cityId, id: grant.userId }, { at, reason: 'role-changed' });
    });
  }

  private async colleague(manager: EntityManager, cityId: number, login: string): Promise<Colleague | null> {
    const account = await manager.findOneBy(UserAccount, { cityId, login: normalLogin(login) });
    if (!account) return null;
    const grants = await manager.findBy(RoleGrant, { cityId, userId: account.id });
    return { id: account.id, isDisabled: account.disabledAt !== null, grants: grants.map(held) };
  }

  private async requireAlone(manager: EntityManager, grant: RoleGrant, leave: Leave): Promise<void> {
    const others = { cityId: grant.cityId, standsInFor: grant.id, endedAt: IsNull() };
    const days = { validFrom: LessThanOrEqual(leave.to), validTo: MoreThanOrEqual(leave.from) };
    if (await manager.existsBy(RoleGrant, { ...others, ...days })) throw new DomainError('substitute.already');
  }
}

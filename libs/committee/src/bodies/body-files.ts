import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, FactChanges } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import { IsNull, type EntityManager } from 'typeorm';
import { sittingOn, type BodyTerm, type SeatFacts } from '../domain/posts.js';
import { CommitteeMember } from '../members/committee-member.entity.js';
import { CommitteeSignIn } from '../members/committee-sign-in.entity.js';

/** One filed body for one term; the id is that of the record of its filing. */
export interface Body extends BodyTerm {
  readonly id: string;
  readonly name: string;
  readonly compounds: readonly { readonly id: string; readonly name: string }[];
}

/** The same with everybody who has a seat in it. */
export interface BodyFile extends Body {
  readonly cityId: number;
  readonly seatsHeld: readonly SeatFacts[];
}

/** A body with the seat of the caller, who acts for it. */
export interface OwnBody extends BodyFile {
  readonly me: SeatFacts;
}

/** Filed bodies as they are known now; an exemption is no body, and has no office. A body stands for few compounds. */
export const BODIES = `
  SELECT c.city_id, c.record_id AS id, c.kind, c.name, c.seats, c.effective_from::text AS "from",
    c.effective_to::text AS "to", l.compounds
  FROM committee c
  CROSS JOIN LATERAL (SELECT json_agg(json_build_object('id', x.compound_id, 'name', v.name) ORDER BY x.compound_id)
      AS compounds
    FROM committee_compound x
    CROSS JOIN LATERAL (SELECT v.name FROM compound_version v WHERE v.city_id = x.city_id
      AND v.compound_id = x.compound_id AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1) v
    WHERE x.city_id = c.city_id AND x.committee_id = c.id) l
  WHERE c.city_id = $1 AND c.superseded_at IS NULL AND c.kind <> 'exemption' AND c.effective_to IS NOT NULL`;

/** Everything that is written for one body is written one after the other. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('committee:' || $1, 0))`;

export function seatOf(row: CommitteeMember): SeatFacts {
  const { recordId, personId, name, post, rank, isOwner, fromDay: from, toDay: to, endKind } = row;
  return { recordId, personId, name, post, rank, isOwner, from, to, isEnded: endKind !== null };
}

/** Reads bodies of the caller's scope, alone under a lock where something is to be written for them. */
@Injectable()
export class BodyFiles {
  constructor(
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
    private readonly factChanges: FactChanges,
  ) {}

  /** Who sits and who meets is what the audit goes by: the compounds are judged again. Called last (`FactChanges`). */
  async judgedAnew(manager: EntityManager, { cityId, compounds }: BodyFile): Promise<void> {
    await this.factChanges.record(manager, cityId, { compoundIds: compounds.map(({ id }) => id) });
  }

  /** @throws DomainError `committee.not-found`, also for one that the caller may not see */
  async read(
    manager: EntityManager,
    principal: Principal,
    id: string,
    permission = 'committee.read',
  ): Promise<BodyFile> {
    const [row] = await manager.query<Body[]>(`${BODIES} AND c.record_id = $2`, [principal.cityId, id]);
    const compoundIds = row?.compounds.map((each) => each.id) ?? [];
    const seen = await this.scopes.inside(manager, principal, { permission, compoundIds });
    if (!row || seen.size === 0) throw new DomainError('committee.not-found', { id });
    return this.of(manager, principal.cityId, row);
  }

  async isSeen(manager: EntityManager, principal: Principal, id: string): Promise<boolean> {
    const [row] = await manager.query<Body[]>(`${BODIES} AND c.record_id = $2`, [principal.cityId, id]);
    const compoundIds = row?.compounds.map((each) => each.id) ?? [];
    return (await this.scopes.inside(manager, principal, { permission: 'committee.read', compoundIds })).size > 0;
  }

  /** The same for whoever records something about it. @throws DomainError `committee.not-found` */
  async lock(manager: EntityManager, principal: Principal, id: string, permission: string): Promise<BodyFile> {
    await manager.query(LOCK, [id]);
    return this.read(manager, principal, id, permission);
  }

  /**
   * The same for a member in office.
   * @throws DomainError `committee.not-found`, `committee.not-member`, `committee.term-over`
   */
  async lockAsMember(manager: EntityManager, principal: Principal, id: string): Promise<OwnBody> {
    const body = await this.lock(manager, principal, id, 'committee.work');
    const today = this.clock.today();
    if (today > body.to) throw new DomainError('committee.term-over', { to: body.to });
    const me = await this.seatOfCaller(manager, principal, body);
    if (!me) throw new DomainError('committee.not-member', { name: body.name });
    return { ...body, me };
  }

  /** The seat that the caller holds today; null for everybody else. */
  async seatOfCaller(manager: EntityManager, { cityId, actor }: Principal, body: BodyFile): Promise<SeatFacts | null> {
    const own = await manager.findBy(CommitteeSignIn, { cityId, committeeId: body.id, userId: actor.id });
    const mine = new Set(own.map(({ personId }) => personId));
    return sittingOn(body.seatsHeld, this.clock.today()).find(({ personId }) => mine.has(personId)) ?? null;
  }

  /** For owners, who see bodies by their homes and not by a grant. @throws DomainError `committee.not-found` */
  async readFor(
    manager: EntityManager,
    cityId: number,
    id: string,
    compoundIds: ReadonlySet<string>,
  ): Promise<BodyFile> {
    const [row] = await manager.query<Body[]>(`${BODIES} AND c.record_id = $2`, [cityId, id]);
    if (!row?.compounds.some((each) => compoundIds.has(each.id))) throw new DomainError('committee.not-found', { id });
    return this.of(manager, cityId, row);
  }

  private async of(manager: EntityManager, cityId: number, row: Body): Promise<BodyFile> {
    const held = await manager.find(CommitteeMember, {
      where: { cityId, committeeId: row.id, supersededAt: IsNull() },
      order: { fromDay: 'ASC', id: 'ASC' },
    });
    return { ...row, cityId, seatsHeld: held.map(seatOf) };
  }
}

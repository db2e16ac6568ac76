import { Injectable } from '@nestjs/common';
import { Resolution } from '#libs/assembly';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, DEFAULT_LIMIT, Ids, pageOf, type Page } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { BodyFiles, type BodyFile } from '../bodies/body-files.js';
import { CommitteeStipend } from './committee-stipend.entity.js';

/** 业委会工作经费、津贴和审计: one of the matters that owners decide together. */
export const ALLOWANCE = 'M9c';

export interface NewStipend {
  readonly personId: string;
  readonly amountFen: bigint;
  readonly period: string;
  readonly paidOn: Day;
  readonly resolutionId: string;
}

export interface ShownStipend {
  readonly id: string;
  readonly name: string;
  readonly amountFen: string;
  readonly period: string;
  readonly paidOn: Day;
  readonly resolution: string;
  readonly reversesId: string | null;
  readonly isReversed: boolean;
  readonly reason: string | null;
}

export const SELECT_STIPENDS = `
  SELECT p.id, p.committee_id AS "committeeId", (SELECT m.name FROM committee_member m WHERE m.city_id = p.city_id
      AND m.committee_id = p.committee_id AND m.person_id = p.person_id AND m.superseded_at IS NULL
      ORDER BY m.from_day DESC, m.id LIMIT 1) AS name,
    p.amount_fen::text AS "amountFen", p.period, p.paid_on::text AS "paidOn", o.title AS resolution,
    p.reverses_id AS "reversesId", r.id IS NOT NULL AS "isReversed", p.reason
  FROM committee_stipend p
  JOIN resolution o ON o.city_id = p.city_id AND o.id = p.resolution_id
  LEFT JOIN committee_stipend r ON r.city_id = p.city_id AND r.reverses_id = p.id
  WHERE p.city_id = $1`;

/** 津贴: paid under a resolution of the owners, in whole fen, and open to them. */
@Injectable()
export class StipendsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly bodies: BodyFiles,
    private readonly auditLog: AuditLog,
  ) {}

  async list(
    principal: Principal,
    id: string,
    { after, limit }: { readonly after: string | null; readonly limit: number | null },
  ): Promise<Page<ShownStipend>> {
    const size = limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = await this.bodies.read(manager, principal, id);
      const rows = await manager.query<ShownStipend[]>(
        `${SELECT_STIPENDS} AND p.committee_id = $2 AND ($3::uuid IS NULL OR p.id < $3) ORDER BY p.id DESC LIMIT $4`,
        [cityId, id, after, size + 1],
      );
      return pageOf(rows, size, (each) => each.id);
    });
  }

  /**
   * @throws DomainError `committee-stipend.resolution-needed`, `committee-stipend.not-of-body`,
   *   `committee-stipend.day-unfit`, `committee-stipend.nothing`, and those of `lockAsMember`
   */
  async pay(principal: Principal, id: string, stipend: NewStipend): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const { personId, amountFen, period, paidOn, resolutionId } = stipend;
      const resolution = await this.resolution(manager, body, resolutionId);
      if (amountFen <= 0n) throw new DomainError('committee-stipend.nothing');
      const seat = body.seatsHeld.find((each) => each.personId === personId);
      if (!seat) throw new DomainError('committee-stipend.not-of-body');
      if (paidOn > this.clock.today() || paidOn < resolution.adoptedOn) {
        throw new DomainError('committee-stipend.day-unfit', { from: resolution.adoptedOn, to: this.clock.today() });
      }
      const row = { personId, amountFen: String(amountFen), period, paidOn, resolutionId };
      const stipendId = await this.add(manager, principal, body, { ...row, reversesId: null, reason: null });
      const after = { name: seat.name, amountFen: String(amountFen), period, paidOn, resolution: resolution.title };
      await this.told(manager, principal, id, { action: 'committee-stipend.pay', after });
      return stipendId;
    });
  }

  /**
   * An error is taken back by a row of the same amount below nothing.
   * @throws DomainError `committee-stipend.not-found`, `committee-stipend.reversed`
   */
  async reverse(
    principal: Principal,
    id: string,
    { stipendId, reason }: { readonly stipendId: string; readonly reason: string },
  ): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const of = { cityId: body.cityId, committeeId: id };
      const paid = await manager.findOneBy(CommitteeStipend, { ...of, id: stipendId });
      if (!paid || paid.reversesId !== null) throw new DomainError('committee-stipend.not-found', { id: stipendId });
      if (await manager.existsBy(CommitteeStipend, { ...of, reversesId: stipendId })) {
        throw new DomainError('committee-stipend.reversed');
      }
      const { personId, period, resolutionId, amountFen } = paid;
      const row = { personId, period, resolutionId, amountFen: `-${amountFen}`, paidOn: this.clock.today() };
      const reversalId = await this.add(manager, principal, body, { ...row, reversesId: stipendId, reason });
      await this.told(manager, principal, id, { action: 'committee-stipend.reverse', after: { stipendId, reason } });
      return reversalId;
    });
  }

  private async resolution(manager: EntityManager, body: BodyFile, id: string): Promise<Resolution> {
    const compoundId = In(body.compounds.map((each) => each.id));
    const found = await manager.findOneBy(Resolution, { cityId: body.cityId, compoundId, id });
    if (!found?.matters.includes(ALLOWANCE)) throw new DomainError('committee-stipend.resolution-needed');
    return found;
  }

  private async add(
    manager: EntityManager,
    { actor }: Principal,
    body: BodyFile,
    row: Omit<CommitteeStipend, 'cityId' | 'id' | 'committeeId' | 'signed'>,
  ): Promise<string> {
    const id = this.ids.next();
    const signed = { at: this.clock.now(), byId: actor.id, byName: actor.name };
    await manager.insert(CommitteeStipend, { ...row, cityId: body.cityId, id, committeeId: body.id, signed });
    return id;
  }

  private async told(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    const of = { ...entry, subjectKind: 'committee', subjectId };
    await this.auditLog.record(manager, principal, { ...of, legalBasis: '民法典第二百七十八条' });
  }
}

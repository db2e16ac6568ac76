import { Injectable } from '@nestjs/common';
import { Resolution } from '#libs/assembly';
import { addDays, DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Database, Ids } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { BodyFiles, seatOf, type BodyFile } from '../bodies/body-files.js';
import type { EndGround, EndKind, Post } from '../domain/posts.js';
import { requireSeat, requireSuccession } from '../domain/seats.js';
import type { CommitteeMember } from './committee-member.entity.js';
import { SeatWriter } from './seat-writer.js';

export interface NewMember {
  readonly name: string;
  readonly post: Post;
  readonly rank: number | null;
  readonly isOwner: boolean;
  readonly from: Day;
  /** Null: to the end of the term. */
  readonly to: Day | null;
  readonly basis: string;
}

export interface SeatEnding {
  readonly kind: Exclude<EndKind, 'stepped-up' | 'new-post'>;
  readonly ground: EndGround | null;
  readonly document: string;
  readonly resolutionId: string | null;
  readonly lastDay: Day;
}

/** 选举业委会或者更换成员 (民法典第二百七十八条第一款第三项). */
const ELECTION = 'M3';

/** Who sits on a body: seats are given, corrected and ended as dated rows, none of which is ever changed. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly files: BodyFiles,
    private readonly seats: SeatWriter,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Seats somebody, or gives another post to a member, who leaves the old seat on the day before.
   * @returns the record id
   * @throws DomainError `committee.not-found`, `committee-member.not-found`, and those of `requireSeat`
   */
  async seat(
    principal: Principal,
    id: string,
    asked: NewMember & { readonly replaces: string | null },
  ): Promise<string> {
    return this.write(principal, id, 'committee-member.seat', async (manager, body) => {
      const { replaces, ...member } = asked;
      const former = replaces === null ? null : await this.seats.current(manager, body, replaces);
      const left = former && { ...former, toDay: addDays(member.from, -1), endKind: 'new-post' as const };
      if (left && left.toDay < left.fromDay) throw new DomainError('committee-member.ends-before-start');
      const beside = body.seatsHeld.map((each) => (each.recordId === replaces && left ? seatOf(left) : each));
      const recordId = this.ids.next();
      const seat = { ...of(member, body), recordId, personId: former?.personId ?? this.ids.next() };
      requireSeat(seat, beside, body);
      if (left) await this.seats.replace(manager, principal, left);
      await this.seats.add(manager, principal, { body, seat, basis: member.basis });
      await this.seats.followDays(manager, principal, { body, personId: seat.personId, reason: member.basis });
      return recordId;
    });
  }

  /**
   * States a seat anew; one that was ended by mistake goes on.
   * @throws DomainError `committee-member.not-found`, and those of `requireSeat`
   */
  async correct(
    principal: Principal,
    id: string,
    { recordId, reason, ...member }: NewMember & { readonly recordId: string; readonly reason: string },
  ): Promise<void> {
    await this.write(principal, id, 'committee-member.correct', async (manager, body) => {
      const former = await this.seats.current(manager, body, recordId);
      const seat = { ...of(member, body), recordId, personId: former.personId };
      requireSeat(seat, body.seatsHeld, body);
      const { name, post, rank, isOwner, from: fromDay, to: toDay } = seat;
      const stated = { name, post, rank, isOwner, fromDay, toDay, basis: member.basis, changeReason: reason };
      const going = { endKind: null, endGround: null, endDocument: null, resolutionId: null };
      await this.seats.replace(manager, principal, { ...former, ...stated, ...going });
      await this.seats.followDays(manager, principal, { body, personId: former.personId, reason });
      return recordId;
    });
  }

  /**
   * 辞职、资格终止或罢免: a removal rests on what the owners resolved, a disqualification on its ground.
   * @throws DomainError `committee-member.not-found`, `committee-member.ended`, `committee-member.outside-term`,
   *   `committee.resolution-unfit`
   */
  async end(
    principal: Principal,
    id: string,
    { recordId, ...ending }: SeatEnding & { readonly recordId: string },
  ): Promise<void> {
    await this.write(principal, id, 'committee-member.end', async (manager, body) => {
      const former = await this.seats.current(manager, body, recordId);
      if (former.endKind !== null) throw new DomainError('committee-member.ended', { name: former.name });
      const { name, fromDay: from, toDay: to } = former;
      const { lastDay } = ending;
      if (lastDay < from || lastDay > to) throw new DomainError('committee-member.outside-term', { name, from, to });
      if (ending.kind === 'removed') await this.requireRemoval(manager, body, ending.resolutionId);
      await this.seats.replace(manager, principal, { ...former, ...endOf(ending) });
      const reason = ending.document;
      await this.seats.followDays(manager, principal, { body, personId: former.personId, reason });
      return recordId;
    });
  }

  /**
   * 候补委员递补: the next in turn takes a vacant seat for the rest of the term.
   * @returns the record id of the new seat
   * @throws DomainError those of `requireSuccession` and `requireSeat`
   */
  async stepUp(
    principal: Principal,
    id: string,
    { recordId, from, basis }: { readonly recordId: string; readonly from: Day; readonly basis: string },
  ): Promise<string> {
    return this.write(principal, id, 'committee-member.step-up', async (manager, body) => {
      const alternate = requireSuccession(body.seatsHeld, body, { recordId, from });
      const former = await this.seats.current(manager, body, recordId);
      // Whoever steps up on their first day as an alternate was one for that day alone.
      const toDay = from > former.fromDay ? addDays(from, -1) : former.fromDay;
      const left = { ...former, toDay, endKind: 'stepped-up' as const };
      const beside = body.seatsHeld.filter((each) => each.recordId !== recordId);
      const seat = { ...alternate, recordId: this.ids.next(), post: 'member' as const, rank: null, from, to: body.to };
      requireSeat(seat, beside, body);
      await this.seats.replace(manager, principal, left);
      await this.seats.add(manager, principal, { body, seat, basis });
      await this.seats.followDays(manager, principal, { body, personId: seat.personId, reason: basis });
      return seat.recordId;
    });
  }

  private async write(
    principal: Principal,
    id: string,
    action: string,
    work: (manager: EntityManager, body: BodyFile) => Promise<string>,
  ): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.files.lock(manager, principal, id, 'committee.keep');
      const recordId = await work(manager, body);
      const after = await this.seats.told(manager, body, recordId);
      await this.auditLog.record(manager, principal, {
        ...{ action, subjectKind: 'committee', subjectId: id, after },
        legalBasis: '业主大会和业主委员会指导规则第四十四条至第四十六条',
      });
      await this.files.judgedAnew(manager, body);
      return recordId;
    });
  }

  private async requireRemoval(manager: EntityManager, body: BodyFile, resolutionId: string | null): Promise<void> {
    const where = { cityId: body.cityId, compoundId: In(body.compounds.map((each) => each.id)) };
    const resolution = await manager.findOneBy(Resolution, { ...where, id: resolutionId ?? '' });
    if (!resolution?.matters.includes(ELECTION))
      throw new DomainError('committee.resolution-unfit', { item: '罢免委员' });
  }
}

function of(
  { name, post, rank, isOwner, from, to }: NewMember,
  body: BodyFile,
): Omit<NewMember, 'basis'> & { to: Day } {
  return { name: name.trim(), post, rank: post === 'alternate' ? rank : null, isOwner, from, to: to ?? body.to };
}

function endOf({ kind, ground, document, resolutionId, lastDay }: SeatEnding): Partial<CommitteeMember> {
  return { toDay: lastDay, endKind: kind, endGround: ground, endDocument: document, resolutionId };
}

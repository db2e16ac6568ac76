import { Injectable } from '@nestjs/common';
import { SeatGrants } from '#libs/identity';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Ids } from '#libs/platform';
import { IsNull, type EntityManager } from 'typeorm';
import type { BodyFile } from '../bodies/body-files.js';
import type { NewSeat } from '../domain/seats.js';
import { CommitteeMember } from './committee-member.entity.js';
import { CommitteeSignIn } from './committee-sign-in.entity.js';

/** Writes the rows of seats, and lets the sign-in of a person follow their days in office. */
@Injectable()
export class SeatWriter {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly grants: SeatGrants,
  ) {}

  /** @throws DomainError `committee-member.not-found` */
  async current(manager: EntityManager, { cityId, id }: BodyFile, recordId: string): Promise<CommitteeMember> {
    const where = { cityId, committeeId: id, recordId, supersededAt: IsNull() };
    const row = await manager.findOneBy(CommitteeMember, where);
    if (!row) throw new DomainError('committee-member.not-found', { id: recordId });
    return row;
  }

  async add(
    manager: EntityManager,
    { actor }: Principal,
    { body, seat, basis }: { readonly body: BodyFile; readonly seat: NewSeat; readonly basis: string },
  ): Promise<void> {
    const { recordId, personId, name, post, rank, isOwner, from: fromDay, to: toDay } = seat;
    await manager.insert(CommitteeMember, {
      ...{ cityId: body.cityId, id: this.ids.next(), recordId, committeeId: body.id, personId },
      ...{ name, post, rank, isOwner, fromDay, toDay, basis },
      ...{ endKind: null, endGround: null, endDocument: null, resolutionId: null, changeReason: null },
      ...{ recordedAt: this.clock.now(), recordedBy: actor.name, supersededAt: null },
    });
  }

  /** The row as it stood is superseded, and the new one takes its place under the same record. */
  async replace(manager: EntityManager, { actor }: Principal, row: CommitteeMember): Promise<void> {
    const { cityId, recordId } = row;
    const now = this.clock.now();
    await manager.update(CommitteeMember, { cityId, recordId, supersededAt: IsNull() }, { supersededAt: now });
    const fresh = { id: this.ids.next(), recordedAt: now, recordedBy: actor.name, supersededAt: null };
    await manager.insert(CommitteeMember, { ...row, ...fresh });
  }

  /** What a seat says now, for the audit log. */
  async told(manager: EntityManager, body: BodyFile, recordId: string): Promise<object> {
    const { name, post, rank, fromDay, toDay, basis, endKind, endGround, endDocument, changeReason } =
      await this.current(manager, body, recordId);
    return { recordId, name, post, rank, fromDay, toDay, basis, endKind, endGround, endDocument, changeReason };
  }

  /** A sign-in holds to the last day that its person is in office, whatever was recorded about their seats. */
  async followDays(
    manager: EntityManager,
    principal: Principal,
    { body, personId, reason }: { readonly body: BodyFile; readonly personId: string; readonly reason: string },
  ): Promise<void> {
    const of = { cityId: body.cityId, committeeId: body.id, personId };
    const signIns = await manager.findBy(CommitteeSignIn, of);
    if (signIns.length === 0) return;
    const seats = await manager.findBy(CommitteeMember, { ...of, supersededAt: IsNull() });
    const lastDay = seats
      .filter(({ post }) => post !== 'alternate')
      .map(({ toDay }) => toDay)
      .sort()
      .at(-1);
    if (lastDay === undefined) return;
    const grantIds = signIns.map(({ grantId }) => grantId);
    await this.grants.setLastDay(manager, principal, { grantIds, lastDay, reason });
  }
}

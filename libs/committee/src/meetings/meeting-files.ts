import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { BodyFiles, type BodyFile, type OwnBody } from '../bodies/body-files.js';
import { Conflicts } from '../conflicts/conflicts.js';
import { meetingStateOf, type MeetingState } from '../domain/meetings.js';
import { recusedFrom } from '../domain/conflicts.js';
import { sittingOn, type SeatFacts } from '../domain/posts.js';
import type { SignedColumns } from '../signed.columns.js';
import { CommitteeAgendaItem } from './tables/committee-agenda-item.entity.js';
import { CommitteeAttendance } from './tables/committee-attendance.entity.js';
import { CommitteeCancellation } from './tables/committee-cancellation.entity.js';
import { CommitteeDecision } from './tables/committee-decision.entity.js';
import { CommitteeMeeting } from './tables/committee-meeting.entity.js';
import { CommitteeMinutes } from './tables/committee-minutes.entity.js';
import { CommitteePublication } from './tables/committee-publication.entity.js';
import { CommitteeSignature } from './tables/committee-signature.entity.js';

/** A meeting with everything that happened to it. */
export interface MeetingFile {
  readonly meeting: CommitteeMeeting;
  readonly items: readonly CommitteeAgendaItem[];
  /** Members in office on its day. */
  readonly sitting: readonly SeatFacts[];
  readonly present: ReadonlySet<string>;
  readonly decisions: readonly CommitteeDecision[];
  readonly cancellation: CommitteeCancellation | null;
  readonly minutes: CommitteeMinutes | null;
  readonly signatures: readonly CommitteeSignature[];
  readonly publication: CommitteePublication | null;
  readonly state: MeetingState;
}

/** Reads meetings, and for members the whole of one under the lock of their body. */
@Injectable()
export class MeetingFiles {
  constructor(
    private readonly clock: Clock,
    private readonly bodies: BodyFiles,
    private readonly conflicts: Conflicts,
  ) {}

  /** @throws DomainError `committee-meeting.not-found` */
  async of(manager: EntityManager, body: BodyFile, meetingId: string): Promise<MeetingFile> {
    const { cityId, id: committeeId } = body;
    const meeting = await manager.findOneBy(CommitteeMeeting, { cityId, id: meetingId, committeeId });
    if (!meeting) throw new DomainError('committee-meeting.not-found', { id: meetingId });
    const where = { cityId, meetingId };
    const items = await manager.find(CommitteeAgendaItem, { where, order: { position: 'ASC' } });
    const attendance = await manager.findBy(CommitteeAttendance, where);
    const decisions = await manager.find(CommitteeDecision, { where, order: { id: 'ASC' } });
    const cancellation = await manager.findOneBy(CommitteeCancellation, where);
    const minutes = await manager.findOneBy(CommitteeMinutes, where);
    const signatures = await manager.find(CommitteeSignature, { where, order: { signed: { at: 'ASC' } } });
    const publication = await manager.findOneBy(CommitteePublication, where);
    const traces = { isCancelled: cancellation !== null, arrivals: attendance.length };
    return {
      ...{ meeting, items, decisions, cancellation, minutes, signatures, publication },
      sitting: sittingOn(body.seatsHeld, meeting.startsOn),
      present: new Set(attendance.map(({ personId }) => personId)),
      state: meetingStateOf({ ...traces, hasMinutes: minutes !== null, isPublished: publication !== null }),
    };
  }

  /** For a member who writes something. @throws DomainError those of `lockAsMember`, `committee-meeting.not-found` */
  async lockAsMember(
    manager: EntityManager,
    principal: Principal,
    { id, meetingId }: { readonly id: string; readonly meetingId: string },
  ): Promise<{ readonly body: OwnBody; readonly file: MeetingFile }> {
    const body = await this.bodies.lockAsMember(manager, principal, id);
    return { body, file: await this.of(manager, body, meetingId) };
  }

  /** Who stands aside from which item, by what was declared until its meeting. */
  async recusals(
    manager: EntityManager,
    body: BodyFile,
    { items, meeting }: MeetingFile,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const declared = await this.conflicts.facts(manager, body);
    return new Map(
      items.map(({ id, title, body: text }) => {
        return [id, recusedFrom({ itemId: id, text: `${title}。${text}` }, declared, meeting.startsOn)];
      }),
    );
  }

  signed({ actor }: Principal): SignedColumns {
    return { at: this.clock.now(), byId: actor.id, byName: actor.name };
  }
}

/** @throws DomainError `committee-meeting.state` */
export function requireState(file: MeetingFile, ...allowed: readonly MeetingState[]): void {
  if (!allowed.includes(file.state))
    throw new DomainError('committee-meeting.state', { state: STATE_WORDS[file.state] });
}

const STATE_WORDS: Readonly<Record<MeetingState, string>> = {
  called: '已通知',
  cancelled: '已取消',
  held: '已签到',
  recorded: '已有记录',
  published: '已公告',
};

import { Injectable } from '@nestjs/common';
import { Resolution, rulesOfCity } from '#libs/assembly';
import { dayInShanghai, DomainError, type Principal } from '#libs/kernel';
import { mattersOn } from '#libs/law';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { BodyFiles, type BodyFile, type OwnBody } from '../bodies/body-files.js';
import { requireOwnAffair, type ItemKind } from '../domain/agenda.js';
import { officeLimitsOn } from '../domain/limits.js';
import { requireCall } from '../domain/meetings.js';
import { POST_WORDS, sittingOn } from '../domain/posts.js';
import { MeetingFiles, requireState } from './meeting-files.js';
import { CommitteeAgendaItem } from './tables/committee-agenda-item.entity.js';
import { CommitteeAttendance } from './tables/committee-attendance.entity.js';
import { CommitteeCancellation } from './tables/committee-cancellation.entity.js';
import { CommitteeMeeting } from './tables/committee-meeting.entity.js';

export interface NewItem {
  readonly title: string;
  readonly body: string;
  readonly kind: ItemKind;
  readonly matter: string | null;
  readonly resolutionId: string | null;
}

export interface NewMeeting {
  readonly startsAt: Date;
  readonly place: string;
  readonly proposers: readonly string[];
  readonly items: readonly NewItem[];
}

/** The ids by which a meeting is named. */
export interface NamedMeeting {
  readonly id: string;
  readonly meetingId: string;
}

/** 会议: calling it with its agenda, calling it off, and who came. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly bodies: BodyFiles,
    private readonly files: MeetingFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError those of `lockAsMember`, `requireCall` and `requireOwnAffair` */
  async call(principal: Principal, id: string, { startsAt, place, proposers, items }: NewMeeting): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const called = { startsAt, startsOn: dayInShanghai(startsAt), place, proposers };
      const calledFor = await this.requireLawful(manager, body, called);
      const resolutions = await this.resolutions(manager, body, items);
      for (const item of items) {
        const resolution = resolutions.get(item.resolutionId ?? '') ?? null;
        requireOwnAffair(item, mattersOn(this.clock.today()), resolution);
      }
      const [{ cityId }, meetingId] = [body, this.ids.next()];
      await manager.insert(CommitteeMeeting, {
        ...{ cityId, id: meetingId, committeeId: id, calledOn: this.clock.today(), startsAt, calledFor, place },
        ...{ startsOn: called.startsOn, signed: this.files.signed(principal) },
      });
      await manager.insert(
        CommitteeAgendaItem,
        items.map(({ resolutionId, ...item }, at) => ({
          ...{ ...item, cityId, id: this.ids.next(), meetingId, position: at + 1 },
          resolutionId: item.kind === 'execute' ? resolutionId : null,
        })),
      );
      await this.told(
        manager,
        principal,
        'committee-meeting.call',
        { id, meetingId },
        {
          ...{ startsAt, place, calledFor, items: items.map(({ title }) => title) },
        },
      );
      return meetingId;
    });
  }

  /** @throws DomainError `committee-meeting.state` */
  async cancel(principal: Principal, { reason, ...named }: NamedMeeting & { readonly reason: string }): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { body, file } = await this.files.lockAsMember(manager, principal, named);
      requireState(file, 'called');
      const of = { cityId: body.cityId, meetingId: named.meetingId };
      await manager.insert(CommitteeCancellation, { ...of, reason, signed: this.files.signed(principal) });
      await this.told(manager, principal, 'committee-meeting.cancel', named, { reason });
    });
  }

  /**
   * Members as they come; nobody comes for another (指导规则第三十八条).
   * @throws DomainError `committee-meeting.state`, `committee-meeting.not-yet`, `committee-meeting.not-sitting`
   */
  async attend(
    principal: Principal,
    { people, ...named }: NamedMeeting & { people: readonly string[] },
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { body, file } = await this.files.lockAsMember(manager, principal, named);
      requireState(file, 'called', 'held');
      const { startsOn } = file.meeting;
      if (this.clock.today() < startsOn) throw new DomainError('committee-meeting.not-yet', { day: startsOn });
      const stranger = people.find((personId) => !file.sitting.some((each) => each.personId === personId));
      if (stranger !== undefined) throw new DomainError('committee-meeting.not-sitting', { id: stranger });
      const arrived = [...new Set(people)].filter((personId) => !file.present.has(personId));
      const of = { cityId: body.cityId, meetingId: named.meetingId, signed: this.files.signed(principal) };
      await manager.insert(
        CommitteeAttendance,
        arrived.map((personId) => ({ ...of, personId })),
      );
      const names = file.sitting.filter(({ personId }) => arrived.includes(personId)).map(({ name }) => name);
      await this.told(manager, principal, 'committee-meeting.attend', named, { names });
      await this.bodies.judgedAnew(manager, body);
    });
  }

  private async requireLawful(
    manager: EntityManager,
    body: OwnBody,
    { startsOn, proposers }: { readonly startsOn: string; readonly proposers: readonly string[] },
  ): Promise<string> {
    const calledOn = this.clock.today();
    const sitting = sittingOn(body.seatsHeld, calledOn);
    const limits = officeLimitsOn(await rulesOfCity(manager, body.cityId), calledOn);
    if (startsOn > body.to) throw new DomainError('committee.term-over', { to: body.to });
    // One that was called off is no meeting: the next one is the first again.
    const [before] = await manager.query<object[]>(
      `SELECT 1 FROM committee_meeting m WHERE m.city_id = $1 AND m.committee_id = $2 AND NOT EXISTS (
         SELECT 1 FROM committee_cancellation c WHERE c.city_id = m.city_id AND c.meeting_id = m.id) LIMIT 1`,
      [body.cityId, body.id],
    );
    requireCall({ calledOn, startsOn, isFirst: before === undefined, caller: body.me, proposers }, sitting, limits);
    const asking = sitting.filter(({ personId }) => proposers.includes(personId) && personId !== body.me.personId);
    const others = asking.map(({ name }) => name);
    return [`${POST_WORDS[body.me.post]} ${body.me.name}`, ...others].join('、');
  }

  private async resolutions(
    manager: EntityManager,
    { cityId, compounds }: BodyFile,
    items: readonly NewItem[],
  ): Promise<ReadonlyMap<string, Resolution>> {
    const ids = items.flatMap(({ resolutionId }) => resolutionId ?? []);
    const compoundId = In(compounds.map((each) => each.id));
    const found = await manager.findBy(Resolution, { cityId, compoundId, id: In(ids) });
    return new Map(found.map((each) => [each.id, each]));
  }

  private async told(
    manager: EntityManager,
    principal: Principal,
    action: string,
    { id, meetingId }: NamedMeeting,
    after: object,
  ): Promise<void> {
    await this.auditLog.record(manager, principal, {
      ...{ action, subjectKind: 'committee', subjectId: id, after: { meetingId, ...after } },
      legalBasis: '业主大会和业主委员会指导规则第三十七条至第三十九条',
    });
  }
}

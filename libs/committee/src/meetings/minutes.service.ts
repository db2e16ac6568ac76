import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { officeLimitsOn } from '../domain/limits.js';
import { signaturesNeeded } from '../domain/meetings.js';
import { MeetingFiles, requireState, type MeetingFile } from './meeting-files.js';
import type { NamedMeeting } from './meetings.service.js';
import { CommitteeMinutes } from './tables/committee-minutes.entity.js';
import { CommitteePublication } from './tables/committee-publication.entity.js';
import { CommitteeSignature } from './tables/committee-signature.entity.js';

/** 会议记录: written once, signed by those who were there, and posted for the owners (指导规则第三十九条). */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: MeetingFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `committee-meeting.state` */
  async write(principal: Principal, { content, ...named }: NamedMeeting & { readonly content: string }): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { body, file } = await this.files.lockAsMember(manager, principal, named);
      requireState(file, 'held');
      const of = { cityId: body.cityId, meetingId: named.meetingId };
      const row = { ...of, content, onDay: this.clock.today(), signed: this.files.signed(principal) };
      await manager.insert(CommitteeMinutes, row);
      await this.told(manager, principal, named, { action: 'committee-meeting.minutes', after: { content } });
    });
  }

  /** @throws DomainError `committee-meeting.state`, `committee-meeting.was-absent`, `committee-meeting.signed` */
  async sign(principal: Principal, named: NamedMeeting): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { body, file } = await this.files.lockAsMember(manager, principal, named);
      requireState(file, 'recorded', 'published');
      const { personId, name } = body.me;
      if (!file.present.has(personId)) throw new DomainError('committee-meeting.was-absent', { name });
      if (file.signatures.some((each) => each.personId === personId)) throw new DomainError('committee-meeting.signed');
      const of = { cityId: body.cityId, meetingId: named.meetingId };
      await manager.insert(CommitteeSignature, { ...of, personId, signed: this.files.signed(principal) });
      await this.told(manager, principal, named, { action: 'committee-meeting.sign', after: { name } });
    });
  }

  /** @throws DomainError `committee-meeting.state`, `committee-meeting.unsigned` */
  async publish(principal: Principal, { place, ...named }: NamedMeeting & { readonly place: string }): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { body, file } = await this.files.lockAsMember(manager, principal, named);
      requireState(file, 'recorded');
      await this.requireSignatures(manager, body.cityId, file);
      const of = { cityId: body.cityId, meetingId: named.meetingId };
      const row = { ...of, place, onDay: this.clock.today(), signed: this.files.signed(principal) };
      await manager.insert(CommitteePublication, row);
      await this.told(manager, principal, named, { action: 'committee-meeting.publish', after: { place } });
    });
  }

  private async requireSignatures(manager: EntityManager, cityId: number, file: MeetingFile): Promise<void> {
    const limits = officeLimitsOn(await rulesOfCity(manager, cityId), file.meeting.startsOn);
    // Where too few came to decide anything, all who came sign.
    const needed = Math.min(signaturesNeeded(file.sitting.length, limits), file.present.size);
    const have = file.signatures.length;
    if (have < needed) throw new DomainError('committee-meeting.unsigned', { have, needed });
  }

  private async told(
    manager: EntityManager,
    principal: Principal,
    { id, meetingId }: NamedMeeting,
    { action, after }: { readonly action: string; readonly after: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, {
      ...{ action, subjectKind: 'committee', subjectId: id, after: { meetingId, ...after } },
      legalBasis: '业主大会和业主委员会指导规则第三十九条',
    });
  }
}

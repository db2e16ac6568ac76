import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { officeLimitsOn } from '../domain/limits.js';
import { decide, quorumOf, type MemberVote } from '../domain/meetings.js';
import { MeetingFiles, requireState } from './meeting-files.js';
import type { NamedMeeting } from './meetings.service.js';
import { CommitteeDecisionVote } from './tables/committee-decision-vote.entity.js';
import { CommitteeDecision } from './tables/committee-decision.entity.js';

export interface NewDecision {
  readonly itemId: string;
  /** The decision in its own words. */
  readonly wording: string;
  readonly votes: readonly MemberVote[];
}

/** 决定: each item is put to the vote once, and how each member voted stays on record. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: MeetingFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * @throws DomainError `committee-meeting.state`, `committee-meeting.item-not-found`, `committee-decision.made`,
   *   `committee-meeting.no-quorum`, and those of `decide`
   */
  async record(
    principal: Principal,
    named: NamedMeeting,
    { itemId, wording, votes }: NewDecision,
  ): Promise<{ readonly id: string; readonly isAdopted: boolean }> {
    return this.database.transaction(principal, async (manager) => {
      const { body, file } = await this.files.lockAsMember(manager, principal, named);
      requireState(file, 'held', 'called');
      const item = file.items.find((each) => each.id === itemId);
      if (!item) throw new DomainError('committee-meeting.item-not-found', { id: itemId });
      if (file.decisions.some((each) => each.agendaItemId === itemId)) {
        throw new DomainError('committee-decision.made', { item: item.title });
      }
      const [{ cityId, kind }, { sitting, present }, { startsOn }] = [body, file, file.meeting];
      const limits = officeLimitsOn(await rulesOfCity(manager, cityId), startsOn);
      const quorum = quorumOf(kind, { sitting, present }, limits);
      if (!quorum.isMet) {
        const { present: came, members, needed } = quorum;
        throw new DomainError('committee-meeting.no-quorum', { present: came, members, needed });
      }
      const recused = (await this.files.recusals(manager, body, file)).get(itemId) ?? new Set<string>();
      const decided = decide({ sitting, present, recused, votes }, limits);
      const { inFavour, against, abstained, isAdopted } = decided;
      const id = this.ids.next();
      await manager.insert(CommitteeDecision, {
        ...{ cityId, id, meetingId: named.meetingId, agendaItemId: itemId, wording, isAdopted },
        ...{ members: quorum.members, present: quorum.present, inFavour, against, abstained },
        ...{ decidedOn: this.clock.today(), signed: this.files.signed(principal) },
      });
      const aside = [...recused].filter((personId) => present.has(personId));
      await manager.insert(CommitteeDecisionVote, [
        ...votes.map(({ personId, choice }) => ({ cityId, decisionId: id, personId, choice })),
        ...aside.map((personId) => ({ cityId, decisionId: id, personId, choice: 'recused' as const })),
      ]);
      await this.auditLog.record(manager, principal, {
        ...{ action: 'committee-meeting.decide', subjectKind: 'committee', subjectId: named.id },
        after: { decision: id, item: item.title, wording, inFavour, against, abstained, isAdopted },
        legalBasis: '业主大会和业主委员会指导规则第三十八条',
      });
      return { id, isAdopted };
    });
  }
}

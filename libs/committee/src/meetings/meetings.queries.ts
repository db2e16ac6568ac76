import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import type { Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { BodyFiles, type BodyFile } from '../bodies/body-files.js';
import { officeLimitsOn } from '../domain/limits.js';
import { meetingStateOf, publishBy, quorumOf, signaturesNeeded, type MeetingTraces } from '../domain/meetings.js';
import { MeetingFiles, type MeetingFile } from './meeting-files.js';
import type { CommitteeMeetingResponse, DecisionResponse, MeetingBrief } from './meetings.dto.js';
import { CommitteeDecisionVote } from './tables/committee-decision-vote.entity.js';

type BriefRow = Omit<MeetingBrief, 'state'> & MeetingTraces;

export const SELECT_MEETINGS = `
  SELECT m.id, m.starts_at AS "startsAt", m.place, c.meeting_id IS NOT NULL AS "isCancelled",
    r.meeting_id IS NOT NULL AS "hasMinutes", p.meeting_id IS NOT NULL AS "isPublished",
    p.on_day::text AS "publishedOn",
    (SELECT count(*)::int FROM committee_attendance a WHERE a.city_id = m.city_id AND a.meeting_id = m.id) AS arrivals,
    (SELECT array_agg(i.title ORDER BY i.position) FROM committee_agenda_item i
      WHERE i.city_id = m.city_id AND i.meeting_id = m.id) AS items
  FROM committee_meeting m
  LEFT JOIN committee_cancellation c ON c.city_id = m.city_id AND c.meeting_id = m.id
  LEFT JOIN committee_minutes r ON r.city_id = m.city_id AND r.meeting_id = m.id
  LEFT JOIN committee_publication p ON p.city_id = m.city_id AND p.meeting_id = m.id
  WHERE m.city_id = $1 AND m.committee_id = $2`;

export function meetingBriefOf(row: BriefRow): MeetingBrief {
  const { id, startsAt, place, items, publishedOn } = row;
  return { id, startsAt, place, items, publishedOn, state: meetingStateOf(row) };
}

/** Meetings as a list, newest first, and one by one. */
@Injectable()
export class MeetingQueries {
  constructor(
    private readonly database: Database,
    private readonly bodies: BodyFiles,
    private readonly files: MeetingFiles,
  ) {}

  async list(
    principal: Principal,
    id: string,
    { after, limit }: { readonly after: string | null; readonly limit: number | null },
  ): Promise<Page<MeetingBrief>> {
    const size = limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      await this.bodies.read(manager, principal, id);
      const rows = await manager.query<BriefRow[]>(
        `${SELECT_MEETINGS} AND ($3::uuid IS NULL OR m.id < $3) ORDER BY m.id DESC LIMIT $4`,
        [principal.cityId, id, after, size + 1],
      );
      return pageOf(rows.map(meetingBriefOf), size, (each) => each.id);
    });
  }

  /** @throws DomainError `committee.not-found`, `committee-meeting.not-found` */
  async one(principal: Principal, id: string, meetingId: string): Promise<CommitteeMeetingResponse> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.read(manager, principal, id);
      return this.told(manager, body, await this.files.of(manager, body, meetingId));
    });
  }

  private async told(manager: EntityManager, body: BodyFile, file: MeetingFile): Promise<CommitteeMeetingResponse> {
    const { meeting, items, sitting, present, minutes, publication, cancellation, state } = file;
    const { startsOn } = meeting;
    const limits = officeLimitsOn(await rulesOfCity(manager, body.cityId), startsOn);
    const recusals = await this.files.recusals(manager, body, file);
    const needed = Math.min(signaturesNeeded(sitting.length, limits), present.size);
    const signed = new Map(file.signatures.map((each) => [each.personId, each.signed.at]));
    return {
      ...{ id: meeting.id, startsAt: meeting.startsAt, place: meeting.place, state },
      ...{ items: items.map(({ title }) => title), publishedOn: publication?.onDay ?? null },
      ...{ calledOn: meeting.calledOn, calledFor: meeting.calledFor, cancelled: cancellation?.reason ?? null },
      quorum: quorumOf(body.kind, { sitting, present }, limits),
      members: sitting.map(({ personId, name, post }) => ({
        ...{ personId, name, post, isPresent: present.has(personId) },
        signedAt: signed.get(personId) ?? null,
      })),
      agenda: items.map(({ id, title, body: text, kind, matter, resolutionId }) => ({
        ...{ id, title, body: text, kind, matter, resolutionId },
        recused: [...(recusals.get(id) ?? [])],
      })),
      decisions: await this.decisions(manager, file),
      minutes: minutes && { content: minutes.content, onDay: minutes.onDay, byName: minutes.signed.byName },
      ...{ signaturesNeeded: needed, publishBy: publishBy(startsOn, limits), publishedAt: publication?.place ?? null },
    };
  }

  private async decisions(manager: EntityManager, { meeting, decisions }: MeetingFile): Promise<DecisionResponse[]> {
    const { cityId } = meeting;
    const ids = decisions.map(({ id }) => id);
    const votes = await manager.findBy(CommitteeDecisionVote, { cityId, decisionId: In(ids) });
    return decisions.map(
      ({ id, agendaItemId, wording, members, inFavour, against, abstained, isAdopted, decidedOn }) => ({
        ...{ id, itemId: agendaItemId, wording, members, inFavour, against, abstained, isAdopted, decidedOn },
        votes: votes
          .filter(({ decisionId }) => decisionId === id)
          .map(({ personId, choice }) => ({ personId, choice })),
      }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { Bindings } from '#libs/roster';
import { In, type EntityManager } from 'typeorm';
import { BODIES, BodyFiles, type Body, type BodyFile } from '../bodies/body-files.js';
import { DueReader } from '../bodies/due-reader.js';
import { MeetingFiles, type MeetingFile } from '../meetings/meeting-files.js';
import { CommitteeDecisionVote } from '../meetings/tables/committee-decision-vote.entity.js';
import type { OwnersBodyResponse, PostedDecisionResponse, PostedMinutesResponse } from './owners-bodies.dto.js';
import { postedPapers } from './posted-papers.js';

/** Of each body the newest so many meetings are listed; older ones are on paper. */
const MEETINGS_SHOWN = 30;

/** Announced meetings that are still to come, and those whose minutes were posted. */
const POSTED = `
  SELECT m.committee_id AS "committeeId", m.id, m.starts_at AS "startsAt", m.place, p.on_day::text AS "publishedOn",
    (SELECT array_agg(i.title ORDER BY i.position) FROM committee_agenda_item i
      WHERE i.city_id = m.city_id AND i.meeting_id = m.id) AS items
  FROM (SELECT m.*, row_number() OVER (PARTITION BY m.committee_id ORDER BY m.starts_at DESC) AS turn
    FROM committee_meeting m WHERE m.city_id = $1 AND m.committee_id = ANY($2::uuid[])) m
  LEFT JOIN committee_publication p ON p.city_id = m.city_id AND p.meeting_id = m.id
  WHERE m.turn <= ${MEETINGS_SHOWN} AND (p.meeting_id IS NOT NULL OR m.starts_on >= $3)
    AND NOT EXISTS (SELECT 1 FROM committee_cancellation c WHERE c.city_id = m.city_id AND c.meeting_id = m.id)
  ORDER BY m.starts_at DESC, m.id`;

type PostedRow = OwnersBodyResponse['meetings'][number] & { readonly committeeId: string };

/** 业主看业委会: who sits on it, until when, and what it posted; for whoever has a home in its compounds. */
@Injectable()
export class OwnersBodies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bindings: Bindings,
    private readonly bodies: BodyFiles,
    private readonly meetings: MeetingFiles,
    private readonly dues: DueReader,
  ) {}

  async list(principal: Principal): Promise<OwnersBodyResponse[]> {
    const { cityId } = principal;
    const today = this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const homes = [...(await this.bindings.compoundsOf(manager, principal, today))];
      const found = await manager.query<Body[]>(
        `${BODIES} AND c.effective_from <= $3 AND EXISTS (SELECT 1 FROM committee_compound w WHERE w.city_id = c.city_id
           AND w.committee_id = c.id AND w.compound_id = ANY($2::uuid[])) ORDER BY c.effective_to DESC, c.record_id`,
        [cityId, homes, today],
      );
      const ids = found.map(({ id }) => id);
      const held = await this.dues.of(manager, cityId, found);
      const posted = await manager.query<PostedRow[]>(POSTED, [cityId, ids, today]);
      const papersOf = await postedPapers(manager, cityId, ids);
      return found.map(({ id, name, kind, from, to, compounds }) => ({
        ...papersOf(id),
        ...{ id, name, kind, from, to, compounds: [...compounds] },
        members: (held.get(id)?.seats ?? [])
          .filter((seat) => !seat.isEnded || seat.to >= today)
          .map((seat) => ({ name: seat.name, post: seat.post, from: seat.from, to: seat.to })),
        meetings: posted
          .filter(({ committeeId }) => committeeId === id)
          .map(({ committeeId: _, ...meeting }) => meeting),
      }));
    });
  }

  /** @throws DomainError `committee.not-found`, `committee-meeting.not-found` also before its minutes are posted */
  async minutes(principal: Principal, id: string, meetingId: string): Promise<PostedMinutesResponse> {
    return this.database.transaction(principal, async (manager) => {
      const homes = await this.bindings.compoundsOf(manager, principal, this.clock.today());
      const body = await this.bodies.readFor(manager, principal.cityId, id, homes);
      const file = await this.meetings.of(manager, body, meetingId);
      if (!file.minutes || !file.publication) throw new DomainError('committee-meeting.not-found', { id: meetingId });
      return this.told(manager, body, file);
    });
  }

  private async told(manager: EntityManager, { cityId }: BodyFile, file: MeetingFile): Promise<PostedMinutesResponse> {
    const { meeting, items, sitting, present, signatures, minutes, publication } = file;
    const namesOf = (ids: ReadonlySet<string>): string[] =>
      sitting.filter(({ personId }) => ids.has(personId)).map(({ name }) => name);
    return {
      ...{ id: meeting.id, startsAt: meeting.startsAt, place: meeting.place, items: items.map(({ title }) => title) },
      ...{ publishedOn: publication?.onDay ?? null, content: minutes?.content ?? '' },
      ...{ present: namesOf(present), signed: namesOf(new Set(signatures.map(({ personId }) => personId))) },
      decisions: await this.decisions(manager, cityId, file),
    };
  }

  private async decisions(
    manager: EntityManager,
    cityId: number,
    { items, decisions }: MeetingFile,
  ): Promise<PostedDecisionResponse[]> {
    const of = { cityId, decisionId: In(decisions.map(({ id }) => id)), choice: 'recused' } as const;
    const aside = await manager.findBy(CommitteeDecisionVote, of);
    return decisions.map(({ id, agendaItemId, wording, members, inFavour, against, abstained, isAdopted }) => ({
      ...{ item: items.find((each) => each.id === agendaItemId)?.title ?? '', wording, members },
      ...{ inFavour, against, abstained, isAdopted },
      recused: aside.filter(({ decisionId }) => decisionId === id).length,
    }));
  }
}

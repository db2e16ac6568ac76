import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { Clock } from '#libs/platform';
import { In, IsNull, type EntityManager } from 'typeorm';
import { dueOf, type Due, type DueMeeting, type OpenTask } from '../domain/due.js';
import { officeLimitsOn } from '../domain/limits.js';
import { meetingStateOf, type MeetingTraces } from '../domain/meetings.js';
import type { BodyTerm, SeatFacts } from '../domain/posts.js';
import { CommitteeMember } from '../members/committee-member.entity.js';
import { seatOf } from './body-files.js';

interface MeetingRow extends MeetingTraces {
  readonly id: string;
  readonly committeeId: string;
  readonly title: string;
  readonly startsOn: string;
}

const MEETINGS = `
  SELECT m.id, m.committee_id AS "committeeId", i.title, m.starts_on::text AS "startsOn",
    c.meeting_id IS NOT NULL AS "isCancelled", r.meeting_id IS NOT NULL AS "hasMinutes",
    p.meeting_id IS NOT NULL AS "isPublished",
    (SELECT count(*)::int FROM committee_attendance a WHERE a.city_id = m.city_id AND a.meeting_id = m.id) AS arrivals
  FROM committee_meeting m
  JOIN committee_agenda_item i ON i.city_id = m.city_id AND i.meeting_id = m.id AND i.position = 1
  LEFT JOIN committee_cancellation c ON c.city_id = m.city_id AND c.meeting_id = m.id
  LEFT JOIN committee_minutes r ON r.city_id = m.city_id AND r.meeting_id = m.id
  LEFT JOIN committee_publication p ON p.city_id = m.city_id AND p.meeting_id = m.id
  WHERE m.city_id = $1 AND m.committee_id = ANY($2::uuid[]) ORDER BY m.starts_at, m.id`;

/** Papers that wait for members, or for whoever keeps the seal. */
const REQUESTS = `
  SELECT r.id, r.committee_id AS "committeeId", r.paper AS title, r.on_day::text AS by FROM committee_seal_request r
  WHERE r.city_id = $1 AND r.committee_id = ANY($2::uuid[])
    AND NOT EXISTS (SELECT 1 FROM committee_seal_use u WHERE u.city_id = r.city_id AND u.request_id = r.id)
    AND r.members - (SELECT count(*) FROM committee_seal_consent c WHERE c.city_id = r.city_id AND c.request_id = r.id
      AND NOT c.agrees) >= r.needed
  ORDER BY r.id`;

const LETTERS = `
  SELECT l.id, l.committee_id AS "committeeId", l.subject AS title, l.answer_by::text AS by FROM committee_letter l
  WHERE l.city_id = $1 AND l.committee_id = ANY($2::uuid[]) AND l.answer_by IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM committee_letter a WHERE a.city_id = l.city_id AND a.answers_id = l.id)
  ORDER BY l.id`;

type TaskRow = OpenTask & { readonly committeeId: string };

/** A body of which is asked what it has to see to. */
export interface AskedBody extends BodyTerm {
  readonly id: string;
}

/** Everybody who has a seat, and what is due, for many bodies at once. */
@Injectable()
export class DueReader {
  constructor(private readonly clock: Clock) {}

  async of(
    manager: EntityManager,
    cityId: number,
    bodies: readonly AskedBody[],
  ): Promise<ReadonlyMap<string, { readonly seats: readonly SeatFacts[]; readonly due: readonly Due[] }>> {
    const ids = bodies.map(({ id }) => id);
    const today = this.clock.today();
    const limits = officeLimitsOn(await rulesOfCity(manager, cityId), today);
    const rows = await manager.findBy(CommitteeMember, { cityId, committeeId: In(ids), supersededAt: IsNull() });
    const meetings = await manager.query<MeetingRow[]>(MEETINGS, [cityId, ids]);
    const requests = await manager.query<TaskRow[]>(REQUESTS, [cityId, ids]);
    const letters = await manager.query<TaskRow[]>(LETTERS, [cityId, ids]);
    return new Map(
      bodies.map((body) => {
        const of = <T extends { committeeId: string }>(rows: readonly T[]): T[] =>
          rows.filter(({ committeeId }) => committeeId === body.id);
        const seats = of(rows).map(seatOf);
        const held = of(meetings).map(meetingOf);
        const facts = { body, seats, meetings: held, sealRequests: of(requests), letters: of(letters) };
        return [body.id, { seats, due: dueOf(facts, today, limits) }];
      }),
    );
  }
}

function meetingOf({ id, title, startsOn, ...traces }: MeetingRow): DueMeeting {
  return { id, title, startsOn, state: meetingStateOf(traces) };
}

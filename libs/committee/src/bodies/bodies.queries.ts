import { Injectable } from '@nestjs/common';
import { Resolution, rulesOfCity } from '#libs/assembly';
import { addDays, addMonths, type Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, foreignCursor, pageOf, type Page } from '#libs/platform';
import { CompoundScopes, scopeCondition } from '#libs/registry';
import { In, IsNull, type EntityManager } from 'typeorm';
import { officeLimitsOn } from '../domain/limits.js';
import { sittingOn } from '../domain/posts.js';
import { CommitteeMember } from '../members/committee-member.entity.js';
import { CommitteeSignIn } from '../members/committee-sign-in.entity.js';
import type { CommitteeBrief, CommitteeResponse, MemberResponse, OwnersResolutionResponse } from './bodies.dto.js';
import { BODIES, BodyFiles, type Body } from './body-files.js';
import { DueReader } from './due-reader.js';

export interface BodyFilter {
  readonly compound: string | null;
  /** Only those that are behind with something, or whose term ends soon. */
  readonly isBehind: boolean;
  readonly after: string | null;
  readonly limit: number | null;
}

/** A body whose term a later one of the same compound has followed is past, and listed no more. */
const NEWEST = `NOT EXISTS (SELECT 1 FROM committee n
    JOIN committee_compound k ON k.city_id = n.city_id AND k.committee_id = n.id
    JOIN committee_compound o ON o.city_id = k.city_id AND o.compound_id = k.compound_id AND o.committee_id = c.id
  WHERE n.city_id = c.city_id AND n.superseded_at IS NULL AND n.kind <> 'exemption'
    AND n.effective_from > c.effective_from AND n.effective_from <= $6)`;

/** Terms that end within the days of the reminder, letters and minutes that are late, and nobody who met for long. */
const BEHIND = `(c.effective_to <= $7::date
  OR EXISTS (SELECT 1 FROM committee_letter l WHERE l.city_id = c.city_id AND l.committee_id = c.record_id
    AND l.answer_by < $6 AND NOT EXISTS (SELECT 1 FROM committee_letter a
      WHERE a.city_id = l.city_id AND a.answers_id = l.id))
  OR EXISTS (SELECT 1 FROM committee_meeting m WHERE m.city_id = c.city_id AND m.committee_id = c.record_id
    AND m.starts_on < $8::date
    AND EXISTS (SELECT 1 FROM committee_attendance a WHERE a.city_id = m.city_id AND a.meeting_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM committee_publication p WHERE p.city_id = m.city_id AND p.meeting_id = m.id))
  OR EXISTS (SELECT 1 FROM committee_member s WHERE s.city_id = c.city_id AND s.committee_id = c.record_id
      AND s.superseded_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM committee_meeting m WHERE m.city_id = c.city_id AND m.committee_id = c.record_id
      AND m.starts_on >= $9::date AND NOT EXISTS (SELECT 1 FROM committee_cancellation x
        WHERE x.city_id = m.city_id AND x.meeting_id = m.id)))`;

/** All of them; the days are given all the same. */
const EVERY = '($7::date, $8::date, $9::date) IS NOT NULL';

/** Bodies as a list, those first whose term ends first, and one by one. */
@Injectable()
export class BodyQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
    private readonly files: BodyFiles,
    private readonly dues: DueReader,
  ) {}

  async list(principal: Principal, { compound, isBehind, after, limit }: BodyFilter): Promise<Page<CommitteeBrief>> {
    const size = limit ?? DEFAULT_LIMIT;
    const [afterDay, afterId] = after === null ? [null, null] : cursorOf(after);
    return this.database.transaction(principal, async (manager) => {
      const scoped = scopeCondition(await this.scopes.of(manager, principal, 'committee.read'), 10);
      const today = this.clock.today();
      const limits = officeLimitsOn(await rulesOfCity(manager, principal.cityId), today);
      const rows = await manager.query<Body[]>(
        `${BODIES} AND ${NEWEST} AND ${isBehind ? BEHIND : EVERY}
           AND ($3::date IS NULL OR (c.effective_to, c.record_id) > ($3, $4::uuid))
           AND EXISTS (SELECT 1 FROM committee_compound w
             JOIN compound_version v ON v.city_id = w.city_id AND v.compound_id = w.compound_id
               AND v.superseded_at IS NULL
             LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
             WHERE w.city_id = c.city_id AND w.committee_id = c.id AND ($2::uuid IS NULL OR w.compound_id = $2)
               AND ${scoped.text})
         ORDER BY c.effective_to, c.record_id LIMIT $5`,
        [
          ...[principal.cityId, compound, afterDay, afterId, size + 1, today],
          ...[addDays(today, limits.termReminderDays), addDays(today, -limits.decisionNoticeDays)],
          ...[addMonths(today, -limits.intervalMonths), ...scoped.parameters],
        ],
      );
      const page = pageOf(rows, size, ({ id, to }) => `${to}~${id}`);
      return { items: await this.briefs(manager, principal.cityId, page.items), next: page.next };
    });
  }

  /** @throws DomainError `committee.not-found` */
  async one(principal: Principal, id: string): Promise<CommitteeResponse> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.files.read(manager, principal, id);
      const [brief] = await this.briefs(manager, principal.cityId, [body]);
      const me = await this.files.seatOfCaller(manager, principal, body);
      const members = await membersOf(manager, principal.cityId, id);
      return { ...(brief as CommitteeBrief), me: me?.personId ?? null, members };
    });
  }

  /** What the owners of its compounds have resolved. @throws DomainError `committee.not-found` */
  async resolutions(principal: Principal, id: string): Promise<OwnersResolutionResponse[]> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId, compounds } = await this.files.read(manager, principal, id);
      const found = await manager.find(Resolution, {
        where: { cityId, compoundId: In(compounds.map((each) => each.id)) },
        order: { adoptedOn: 'DESC', id: 'DESC' },
        take: 200,
      });
      return found.map(({ id: each, title, matters, choice, adoptedOn }) => {
        return { id: each, title, matters, choice, adoptedOn };
      });
    });
  }

  private async briefs(manager: EntityManager, cityId: number, bodies: readonly Body[]): Promise<CommitteeBrief[]> {
    const dues = await this.dues.of(manager, cityId, bodies);
    const today = this.clock.today();
    return bodies.map(({ id, name, kind, from, to, seats, compounds }) => {
      const known = dues.get(id);
      return {
        ...{ id, name, kind, from, to, seats, sitting: sittingOn(known?.seats ?? [], today).length },
        compounds: [...compounds],
        due: [...(known?.due ?? [])],
      };
    });
  }
}

/** Every seat of a body as it is known now, those in office first. */
async function membersOf(manager: EntityManager, cityId: number, committeeId: string): Promise<MemberResponse[]> {
  const rows = await manager.find(CommitteeMember, {
    where: { cityId, committeeId, supersededAt: IsNull() },
    order: { fromDay: 'ASC', rank: 'ASC', id: 'ASC' },
  });
  const signIns = new Set(
    (await manager.findBy(CommitteeSignIn, { cityId, committeeId })).map((each) => each.personId),
  );
  return rows.map(({ recordId: id, personId, name, post, rank, isOwner, fromDay, toDay, basis, ...end }) => ({
    ...{ id, personId, name, post, rank, isOwner, from: fromDay, to: toDay, basis },
    ...{ endKind: end.endKind, endGround: end.endGround, endDocument: end.endDocument },
    signsIn: signIns.has(personId),
  }));
}

function cursorOf(after: string): [string, string] {
  const found = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after);
  if (!found) throw foreignCursor();
  return [found[1] as string, found[2] as string];
}

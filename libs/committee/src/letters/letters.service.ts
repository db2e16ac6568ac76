import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, DEFAULT_LIMIT, Ids, pageOf, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { BodyFiles, type BodyFile } from '../bodies/body-files.js';
import { answerBy, letterNumber, letterStateOf, type LetterDirection, type LetterState } from '../domain/letters.js';
import { officeLimitsOn } from '../domain/limits.js';
import { OfficeFiles } from '../office-files.js';
import { CommitteeLetter } from './committee-letter.entity.js';

export interface NewLetter {
  readonly direction: LetterDirection;
  readonly counterpart: string;
  readonly theirNumber: string | null;
  readonly subject: string;
  readonly onDay: Day;
  /** Of a letter in: whether an answer is due, and the day it asks for. */
  readonly needsAnswer: boolean;
  readonly answerBy: Day | null;
  /** Of a letter out: the letter that it answers. */
  readonly answersId: string | null;
  readonly fileId: string | null;
}

export interface ShownLetter {
  readonly id: string;
  readonly direction: LetterDirection;
  readonly number: string;
  readonly theirNumber: string | null;
  readonly counterpart: string;
  readonly subject: string;
  readonly onDay: Day;
  readonly answerBy: Day | null;
  readonly answeredOn: Day | null;
  readonly answers: string | null;
  readonly fileId: string | null;
  readonly state: LetterState;
}

const SELECT = `
  SELECT l.id, l.direction, l.number, l.their_number AS "theirNumber", l.counterpart, l.subject,
    l.on_day::text AS "onDay", l.answer_by::text AS "answerBy", l.file_id AS "fileId", q.number AS answers,
    (SELECT min(a.on_day)::text FROM committee_letter a WHERE a.city_id = l.city_id AND a.answers_id = l.id)
      AS "answeredOn"
  FROM committee_letter l
  LEFT JOIN committee_letter q ON q.city_id = l.city_id AND q.id = l.answers_id
  WHERE l.city_id = $1 AND l.committee_id = $2`;

/** 往来函件: letters in and out, numbered, and what is still to be answered. */
@Injectable()
export class LettersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly bodies: BodyFiles,
    private readonly papers: OfficeFiles,
    private readonly auditLog: AuditLog,
  ) {}

  async list(
    principal: Principal,
    id: string,
    { after, limit }: { readonly after: string | null; readonly limit: number | null },
  ): Promise<Page<ShownLetter>> {
    const size = limit ?? DEFAULT_LIMIT;
    const today = this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = await this.bodies.read(manager, principal, id);
      const rows = await manager.query<Omit<ShownLetter, 'state'>[]>(
        `${SELECT} AND ($3::uuid IS NULL OR l.id < $3) ORDER BY l.id DESC LIMIT $4`,
        [cityId, id, after, size + 1],
      );
      const shown = rows.map((row) => ({ ...row, state: letterStateOf(row, today) }));
      return pageOf(shown, size, (each) => each.id);
    });
  }

  /**
   * @returns its number
   * @throws DomainError `committee-letter.day-ahead`, `committee-letter.answers-nothing`, `file.not-found`, and those
   *   of `lockAsMember`
   */
  async record(principal: Principal, id: string, letter: NewLetter): Promise<{ id: string; number: string }> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const today = this.clock.today();
      const { direction, counterpart, theirNumber, subject, onDay, fileId } = letter;
      if (onDay > today) throw new DomainError('committee-letter.day-ahead', { day: onDay });
      await this.papers.requireAttach(manager, principal, fileId);
      const answersId = direction === 'out' ? letter.answersId : null;
      await this.requireQuestion(manager, body, answersId);
      const limits = officeLimitsOn(await rulesOfCity(manager, body.cityId), today);
      const waits = direction === 'in' && letter.needsAnswer;
      const number = await this.nextNumber(manager, body, letter);
      const letterId = this.ids.next();
      await manager.insert(CommitteeLetter, {
        ...{ cityId: body.cityId, id: letterId, committeeId: id, direction, number, theirNumber, counterpart },
        ...{ subject, onDay, answerBy: waits ? answerBy(onDay, letter.answerBy, limits) : null, answersId, fileId },
        signed: { at: this.clock.now(), byId: principal.actor.id, byName: principal.actor.name },
      });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'committee-letter.record', subjectKind: 'committee', subjectId: id },
        after: { number, counterpart, subject, onDay },
      });
      return { id: letterId, number };
    });
  }

  private async requireQuestion(
    manager: EntityManager,
    { cityId, id: committeeId }: BodyFile,
    answersId: string | null,
  ): Promise<void> {
    if (answersId === null) return;
    const of = { cityId, committeeId, id: answersId, direction: 'in' } as const;
    if (!(await manager.existsBy(CommitteeLetter, of))) throw new DomainError('committee-letter.answers-nothing');
  }

  /** Under the lock of the body, so that no two letters bear one number. */
  private async nextNumber(
    manager: EntityManager,
    { cityId, id }: BodyFile,
    { direction, onDay }: NewLetter,
  ): Promise<string> {
    const [row] = await manager.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM committee_letter WHERE city_id = $1 AND committee_id = $2 AND direction = $3
         AND date_part('year', on_day) = date_part('year', $4::date)`,
      [cityId, id, direction, onDay],
    );
    return letterNumber(direction, onDay, (row?.n ?? 0) + 1);
  }
}

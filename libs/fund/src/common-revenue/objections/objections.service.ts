import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { DomainError, type Principal } from '#libs/kernel';
import { ruleValueOn, type RulePack } from '#libs/law';
import { Database, type Page } from '#libs/platform';
import { Bindings } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { clockOf, mayEscalate } from '../../domain/common-revenue/objections.js';
import { maskedText } from '../../domain/masked-words.js';
import { RevenueFiles } from '../desk/revenue-files.js';
import { RevenueWriter } from '../desk/revenue-writer.js';
import { isWorkingDay, quarterOf } from '../statements/statements.service.js';
import { CommonRevenueAnswer } from '../tables/common-revenue-answer.entity.js';
import { CommonRevenueEscalation } from '../tables/common-revenue-escalation.entity.js';
import { CommonRevenueObjection } from '../tables/common-revenue-objection.entity.js';
import type {
  RevenueAnswerRequest,
  RevenueEscalationRequest,
  RevenueObjectionRequest,
  RevenueObjectionResponse,
  RevenuePaperObjectionRequest,
} from './objections.dto.js';
import {
  objectionRow,
  objectionsOf,
  type ObjectionRow,
  type ObjectionsAsked,
  type PageAsked,
} from './objections.queries.js';

const ENTRY = `
  SELECT e.book_id AS "bookId" FROM ledger_entry e JOIN ledger_book b ON b.city_id = e.city_id AND b.id = e.book_id
  WHERE e.city_id = $1 AND e.id = $2 AND b.kind = 'common-revenue' AND b.compound_id = $3 AND e.day BETWEEN $4 AND $5`;
const CASE = `SELECT 1 FROM act WHERE city_id = $1 AND id = $2 AND compound_id = $3 AND power_code = 'WY-18'`;

/** An objection as it is shown to anybody, with its clock. */
export function shownObjection(row: ObjectionRow, rules: RulePack, today: string): RevenueObjectionResponse {
  const { id, period, entryId, entryNumber, isOnPaper, onDay, answer, escalation, names } = row;
  const days = ruleValueOn(rules, 'common-revenue.answer.days', onDay).value;
  const clock = clockOf({ onDay, days, answeredOn: answer?.onDay ?? null }, today, isWorkingDay);
  const said = (text: string, day: string): { content: string; onDay: string } => {
    return { content: maskedText(text, names), onDay: day };
  };
  return {
    ...{ id, period, entryId, entryNumber, isOnPaper, onDay, ...clock, content: maskedText(row.content, names) },
    answer: answer && said(answer.content, answer.onDay),
    escalation: escalation && said(escalation.note, escalation.onDay),
  };
}

/** 异议: raised by owners on the phone or on paper, answered in time with a paper, or taken up by the street. */
@Injectable()
export class RevenueObjections {
  constructor(
    private readonly database: Database,
    private readonly files: RevenueFiles,
    private readonly bindings: Bindings,
    private readonly writer: RevenueWriter,
  ) {}

  /** One page, the newest first, whoever asks. */
  async listIn(
    manager: EntityManager,
    cityId: number,
    asked: ObjectionsAsked,
    page: PageAsked,
  ): Promise<Page<RevenueObjectionResponse>> {
    const rules = await rulesOfCity(manager, cityId);
    const { items, next } = await objectionsOf(manager, cityId, asked, page);
    return { items: items.map((row) => shownObjection(row, rules, this.writer.today())), next };
  }

  /** @throws DomainError `compound.not-found` */
  async list(principal: Principal, compoundId: string, page: PageAsked): Promise<Page<RevenueObjectionResponse>> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, { compoundId });
      return this.listIn(manager, principal.cityId, { compoundId }, page);
    });
  }

  /** What an owner raised themselves. */
  async own(principal: Principal, page: PageAsked): Promise<Page<RevenueObjectionResponse>> {
    const { cityId, actor } = principal;
    return this.database.transaction(principal, (manager) => this.listIn(manager, cityId, { userId: actor.id }, page));
  }

  /** By an owner of a home there. @throws DomainError `compound.not-found`, `common-revenue.entry-elsewhere`, … */
  async raise(principal: Principal, told: RevenueObjectionRequest): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { compoundId } = told;
      const homes = await this.bindings.compoundsOf(manager, principal, this.writer.today());
      if (!homes.has(compoundId)) throw new DomainError('compound.not-found', { id: compoundId });
      return this.keep(manager, principal, { ...told, objector: null, fileId: null });
    });
  }

  /** At the desk, for an owner on paper. @throws DomainError `compound.not-found`, `file.not-found`, … */
  async raiseOnPaper(principal: Principal, compoundId: string, told: RevenuePaperObjectionRequest): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, { compoundId, permission: 'fund.apply' });
      await this.writer.requirePaper(manager, principal, told.fileId);
      return this.keep(manager, principal, { ...told, compoundId });
    });
  }

  /** @throws DomainError `common-revenue.objection-unknown`, `common-revenue.answered-before`, `file.not-found` */
  async answer(principal: Principal, id: string, { content, fileId }: RevenueAnswerRequest): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.objectionFor(manager, principal, { id, permission: 'revenue.ask' });
      await this.writer.requirePaper(manager, principal, fileId);
      const row = { cityId: principal.cityId, objectionId: id, content, fileId, onDay: this.writer.today() };
      await manager.insert(CommonRevenueAnswer, { ...row, by: this.writer.by(principal) });
      await this.writer.tell(manager, principal, id, { action: 'answer', after: { content } });
    });
  }

  /** 街道介入. @throws DomainError `common-revenue.answer-awaited`, `common-revenue.case-unfit`, … */
  async escalate(principal: Principal, id: string, { note, actId }: RevenueEscalationRequest): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const row = await this.objectionFor(manager, principal, { id, permission: 'fund.write' });
      const today = this.writer.today();
      const { state, dueOn } = shownObjection(row, await rulesOfCity(manager, cityId), today);
      if (!mayEscalate(state)) throw new DomainError('common-revenue.answer-awaited', { dueOn });
      if (actId !== undefined && (await manager.query<unknown[]>(CASE, [cityId, actId, row.compoundId])).length === 0)
        throw new DomainError('common-revenue.case-unfit');
      const kept = { cityId, objectionId: id, note, actId: actId ?? null, onDay: today };
      await manager.insert(CommonRevenueEscalation, { ...kept, by: this.writer.by(principal) });
      await this.writer.tell(manager, principal, id, { action: 'escalate', after: { note, act: kept.actId } });
    });
  }

  private async keep(
    manager: EntityManager,
    principal: Principal,
    told: Pick<CommonRevenueObjection, 'compoundId' | 'period' | 'content' | 'objector' | 'fileId'> & {
      readonly entryId?: string;
    },
  ): Promise<string> {
    const { compoundId, content, objector, fileId } = told;
    const onDay = this.writer.today();
    const period = quarterOf(told.period);
    if (period.from > onDay) throw new DomainError('common-revenue.quarter-ahead', { period: period.key });
    const entryId = told.entryId ?? null;
    const asked = [principal.cityId, entryId, compoundId, period.from, period.to];
    const [entry] = entryId === null ? [] : await manager.query<{ bookId: string }[]>(ENTRY, asked);
    if (entryId !== null && !entry) throw new DomainError('common-revenue.entry-elsewhere');
    const of = { cityId: principal.cityId, id: this.writer.nextId(), compoundId, period: period.key };
    const row = { ...of, entryId, bookId: entry?.bookId ?? null, content, objector, fileId, onDay };
    await manager.insert(CommonRevenueObjection, { ...row, by: this.writer.by(principal) });
    await this.writer.tell(manager, principal, of.id, { action: 'object', after: { period: period.key, entryId } });
    return of.id;
  }

  private async objectionFor(
    manager: EntityManager,
    principal: Principal,
    { id, permission }: { readonly id: string; readonly permission: string },
  ): Promise<ObjectionRow> {
    const row = await objectionRow(manager, principal.cityId, id);
    const sees = row !== null && (await this.files.mayDo(manager, principal, { ...row, permission }));
    if (!sees) throw new DomainError('common-revenue.objection-unknown', { id });
    return row;
  }
}

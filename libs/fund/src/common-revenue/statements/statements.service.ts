import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { STATE_COUNCIL_CALENDAR } from '#libs/devolution';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { canonicalJson } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
import { dutiesOf } from '../../domain/common-revenue/duties.js';
import { periodOf, type Period } from '../../domain/disclosure/periods.js';
import { RevenueFiles } from '../desk/revenue-files.js';
import { RevenueWriter } from '../desk/revenue-writer.js';
import { CommonRevenueNotice } from '../tables/common-revenue-notice.entity.js';
import { CommonRevenuePublication } from '../tables/common-revenue-publication.entity.js';
import { firstDayOf, publishedOf, shownOf } from './published.queries.js';
import { RevenueStatementReader } from './statement-reader.js';
import {
  RevenueDutyResponse,
  RevenuePublicationResponse,
  type RevenueNoticeRequest,
  type RevenuePublicationRequest,
  type RevenueQuarterResponse,
} from './statements.dto.js';

export const isWorkingDay = (day: string): boolean => STATE_COUNCIL_CALENDAR.isWorkingDay(day);
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @throws DomainError `common-revenue.no-quarter` */
export function quarterOf(key: string): Period {
  const period = periodOf(key);
  if (period?.kind !== 'quarter') throw new DomainError('common-revenue.no-quarter', { period: key });
  return period;
}

/** 季度公示: what is due, what the books tell of a quarter, and what was published of it and hung on paper. */
@Injectable()
export class RevenueStatements {
  constructor(
    private readonly database: Database,
    private readonly files: RevenueFiles,
    private readonly reader: RevenueStatementReader,
    private readonly writer: RevenueWriter,
  ) {}

  /** @throws DomainError `compound.not-found` */
  async duties(principal: Principal, compoundId: string): Promise<RevenueDutyResponse[]> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, { compoundId });
      return this.dutiesIn(manager, principal.cityId, compoundId);
    });
  }

  /** The same, whoever asks. */
  async dutiesIn(manager: EntityManager, cityId: number, compoundId: string): Promise<RevenueDutyResponse[]> {
    const published = await publishedOf(manager, cityId, { compoundId });
    const days = { first: await firstDayOf(manager, cityId, compoundId), today: this.writer.today() };
    const rules = await rulesOfCity(manager, cityId);
    const periods = new Set(published.map(({ publication }) => publication.period));
    return dutiesOf({ rules, isWorkingDay }, shownOf(published), days).map((duty) =>
      RevenueDutyResponse.from(duty, periods),
    );
  }

  /** @throws DomainError `compound.not-found`, `common-revenue.no-quarter` */
  async quarter(principal: Principal, compoundId: string, key: string): Promise<RevenueQuarterResponse> {
    return this.database.transaction(principal, async (manager) => {
      const { name } = await this.files.read(manager, principal, { compoundId });
      return this.quarterIn(manager, principal.cityId, { compoundId, name, period: quarterOf(key) });
    });
  }

  async quarterIn(
    manager: EntityManager,
    cityId: number,
    of: { readonly compoundId: string; readonly name: string; readonly period: Period },
  ): Promise<RevenueQuarterResponse> {
    const statement = await this.reader.read(manager, cityId, of);
    const published = await publishedOf(manager, cityId, { compoundId: of.compoundId, period: of.period.key });
    const publications = published.map((each) => RevenuePublicationResponse.from(each));
    const isAsPublished = publications.at(-1)?.digest === digestOf(canonicalJson(statement));
    return { statement, publications, isAsPublished };
  }

  /** @throws DomainError `common-revenue.quarter-running`, `common-revenue.unchanged`, … */
  async publish(
    principal: Principal,
    of: { readonly compoundId: string; readonly key: string },
    request: RevenuePublicationRequest,
  ): Promise<string> {
    const { publisher, note = null } = request;
    return this.database.transaction(principal, async (manager) => {
      const { compoundId, key } = of;
      const { name } = await this.files.read(manager, principal, { compoundId, permission: 'revenue.ask' });
      const period = quarterOf(key);
      const onDay = this.writer.today();
      if (onDay <= period.to) throw new DomainError('common-revenue.quarter-running', { to: period.to });
      const before = await publishedOf(manager, principal.cityId, { compoundId, period: key });
      const text = canonicalJson(await this.reader.read(manager, principal.cityId, { compoundId, name, period }));
      const digest = digestOf(text);
      if (before.at(-1)?.publication.digest === digest) throw new DomainError('common-revenue.unchanged');
      if (before.length > 0 && note === null) throw new DomainError('common-revenue.correction-note');
      const row = {
        cityId: principal.cityId,
        id: this.writer.nextId(),
        compoundId,
        period: key,
        onDay,
        publisher,
        note,
      };
      const by = this.writer.by(principal);
      await manager.insert(CommonRevenuePublication, { ...row, statement: text, digest, by });
      await this.writer.tell(manager, principal, row.id, {
        action: 'publish',
        after: { period: key, publisher, digest },
      });
      return row.id;
    });
  }

  /** 张贴, with its photo. @throws DomainError `common-revenue.publication-unknown`, `common-revenue.notice-day` */
  async hang(principal: Principal, id: string, { place, onDay, fileId }: RevenueNoticeRequest): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const publication = await this.publicationFor(manager, principal, id);
      const { period, compoundId } = publication;
      const [to, today] = [quarterOf(period).to, this.writer.today()];
      if (onDay <= to || onDay > today) throw new DomainError('common-revenue.notice-day', { to, today });
      await this.writer.requirePaper(manager, principal, fileId);
      const row = { cityId, id: this.writer.nextId(), publicationId: id, place, onDay, fileId };
      await manager.insert(CommonRevenueNotice, { ...row, by: this.writer.by(principal) });
      const after = { compound: compoundId, period, place, onDay };
      await this.writer.tell(manager, principal, id, { action: 'hang', after });
      return row.id;
    });
  }

  private async publicationFor(
    manager: EntityManager,
    principal: Principal,
    id: string,
  ): Promise<CommonRevenuePublication> {
    const found = await manager.findOneBy(CommonRevenuePublication, { cityId: principal.cityId, id });
    const sees =
      found !== null &&
      (await this.files.mayDo(manager, principal, { compoundId: found.compoundId, permission: 'revenue.ask' }));
    if (!sees) throw new DomainError('common-revenue.publication-unknown', { id });
    return found;
  }
}

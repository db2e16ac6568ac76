import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { publicPrincipal } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { BooksService, type LedgerBook } from '#libs/ledger';
import { cityOfCode, Clock, Database, FileStore, StoredFile } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FUND_NAME } from '../books/fund-books.service.js';
import { calendarOf } from '../domain/disclosure/calendar.js';
import { correctionOf } from '../domain/disclosure/corrections.js';
import { periodOf } from '../domain/disclosure/periods.js';
import type { CorrectionDuty } from './corrections.dto.js';
import { correctionsOf, outdatedPeriods } from './corrections.queries.js';
import { DisclosurePosting } from './disclosure-posting.entity.js';
import {
  PublicDuty,
  PublicPublication,
  type PublicCalendarResponse,
  type PublicPublicationResponse,
  type PublicStatementResponse,
} from './public-disclosure.dto.js';
import { firstDayOf, proofsOf, publishedOf } from './publications.queries.js';
import type { FundStatement } from './statement.dto.js';
import { StatementReader } from './statement-reader.js';

/** 公开日历与报表, as anybody reads them: what was due, what was published then, and what the books say now. */
@Injectable()
export class PublicDisclosure {
  constructor(
    private readonly database: Database,
    private readonly books: BooksService,
    private readonly statements: StatementReader,
    private readonly clock: Clock,
    private readonly store: FileStore,
  ) {}

  async calendar(cityCode: string): Promise<PublicCalendarResponse> {
    return this.inBook(cityCode, async (manager, book) => {
      const [today, first] = [this.clock.today(), await firstDayOf(manager, book)];
      const published = await publishedOf(manager, book);
      const rules = await rulesOfCity(manager, book.cityId);
      const outdated = await outdatedPeriods(manager, book);
      const correction = (key: string): CorrectionDuty | null => {
        const since = outdated.get(key);
        return since === undefined ? null : correctionOf(rules, { since, publicOn: null, today });
      };
      const duties = calendarOf(rules, proofsOf(published), { first, today });
      const items = duties.map((duty) => PublicDuty.from(duty, published, correction(duty.period.key)));
      return { book: book.name, today, items };
    });
  }

  /** @throws DomainError `disclosure.no-duty` */
  async statement(cityCode: string, key: string): Promise<PublicStatementResponse> {
    const period = periodOf(key);
    if (period === null) throw new DomainError('disclosure.no-duty', { period: key });
    return this.inBook(cityCode, async (manager, book) => {
      const statement = await this.statements.read(manager, book, period);
      const published = await publishedOf(manager, book, { period: key });
      const told = published.map(({ publication }) => publication);
      const moment = { now: statement, today: this.clock.today(), rules: await rulesOfCity(manager, book.cityId) };
      const corrections = await correctionsOf(manager, book, told, moment);
      return { statement, publications: published.map((each) => PublicPublication.from(each)), corrections };
    });
  }

  /** @param period only one of this period is meant @throws DomainError `disclosure.not-found` */
  async publication(cityCode: string, id: string, period?: string): Promise<PublicPublicationResponse> {
    return this.inBook(cityCode, async (manager, book) => {
      const [found] = await publishedOf(manager, book, period === undefined ? { id } : { id, period });
      if (!found) throw new DomainError('disclosure.not-found');
      const { statement: text } = found.publication;
      return { ...PublicPublication.from(found), statement: JSON.parse(text) as FundStatement, text };
    });
  }

  /** @throws DomainError `disclosure.not-found`, `file.bytes-missing` */
  async photo(cityCode: string, id: string): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
    const city = await cityOfCode(this.database, cityCode);
    const { id: cityId } = city;
    return this.database.transaction({ cityId }, async (manager) => {
      const posting = await manager.findOneBy(DisclosurePosting, { cityId, id });
      if (!posting) throw new DomainError('disclosure.not-found');
      const { fileId, place, onDay } = posting;
      const { mediaType } = await manager.findOneByOrFail(StoredFile, { cityId, id: fileId });
      const { bytes } = await this.store.read(manager, publicPrincipal(city), fileId);
      return { name: `${onDay} ${place}`, mediaType, bytes };
    });
  }

  private async inBook<T>(
    cityCode: string,
    read: (manager: EntityManager, book: LedgerBook) => Promise<T>,
  ): Promise<T> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    const book = await this.books.named(cityId, FUND_NAME);
    return this.database.snapshot({ cityId }, (manager) => read(manager, book));
  }
}

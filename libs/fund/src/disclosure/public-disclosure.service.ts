import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { publicPrincipal } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { BooksService, type LedgerBook } from '#libs/ledger';
import { cityOfCode, Clock, Database, FileStore, StoredFile } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FUND_NAME } from '../books/fund-books.service.js';
import { calendarOf } from '../domain/disclosure/calendar.js';
import { periodOf } from '../domain/disclosure/periods.js';
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
      const duties = calendarOf(await rulesOfCity(manager, book.cityId), proofsOf(published), { first, today });
      return { book: book.name, today, items: duties.map((duty) => PublicDuty.from(duty, published)) };
    });
  }

  /** @throws DomainError `disclosure.no-duty` */
  async statement(cityCode: string, key: string): Promise<PublicStatementResponse> {
    const period = periodOf(key);
    if (period === null) throw new DomainError('disclosure.no-duty', { period: key });
    return this.inBook(cityCode, async (manager, book) => ({
      statement: await this.statements.read(manager, book, period),
      publications: (await publishedOf(manager, book, { period: key })).map(PublicPublication.from),
    }));
  }

  /** @throws DomainError `disclosure.not-found` */
  async publication(cityCode: string, id: string): Promise<PublicPublicationResponse> {
    return this.inBook(cityCode, async (manager, book) => {
      const [found] = await publishedOf(manager, book, { id });
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

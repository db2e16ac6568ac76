import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import type { LedgerBook } from '#libs/ledger';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import { canonicalJson } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
import type { ByColumns } from '../by.columns.js';
import { periodOf, type Period } from '../domain/disclosure/periods.js';
import { DisclosurePosting } from './disclosure-posting.entity.js';
import { DisclosurePublication } from './disclosure-publication.entity.js';
import type { NoticeBoardRequest, PublicationRequest } from './publications.dto.js';
import { firstDayOf } from './publications.queries.js';
import { StatementReader } from './statement-reader.js';

/** What identifies a publication and its papers as they are handed in. */
type Named = Pick<PublicationRequest, 'publisher' | 'note'>;

/** 公开与张贴: a statement is published word for word, and its paper is proven by a photo. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementReader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly papers: FileAccess,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * @param book one that the caller keeps
   * @returns the id @throws DomainError `disclosure.no-duty`, `disclosure.period-running`, `disclosure.unchanged`
   */
  async publish(principal: Principal, book: LedgerBook, key: string, told: Named): Promise<string> {
    const today = this.clock.today();
    const statement = await this.database.snapshot(principal, async (manager) => {
      const first = await firstDayOf(manager, book);
      const period = periodOf(key);
      if (period === null || first === null || first > period.to)
        throw new DomainError('disclosure.no-duty', { period: key });
      if (today <= period.to) throw new DomainError('disclosure.period-running', { period: key, to: period.to });
      return { period, told: await this.statements.read(manager, book, period) };
    });
    const text = canonicalJson(statement.told);
    const digest = createHash('sha256').update(text).digest('hex');
    return this.database.transaction(principal, async (manager) => {
      const { period } = statement;
      await requireChange(manager, book, period, statement.told.lastEntry);
      const row = { statement: text, digest, lastEntry: statement.told.lastEntry };
      return this.record(manager, principal, { ...row, bookId: book.id, period, onDay: today, ...told });
    });
  }

  /** @returns the id @throws DomainError `disclosure.not-found`, `disclosure.day-impossible`, `file.not-found` */
  async post(principal: Principal, book: LedgerBook, publicationId: string, told: NoticeBoardRequest): Promise<string> {
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) => {
      const where = { cityId, bookId: book.id, id: publicationId };
      const publication = await manager.findOneBy(DisclosurePublication, where);
      if (!publication) throw new DomainError('disclosure.not-found');
      const [to, today] = [publication.toDay, this.clock.today()];
      if (told.onDay <= to || told.onDay > today) throw new DomainError('disclosure.day-impossible', { to, today });
      await this.papers.requireAttach(manager, principal, told.fileId);
      const id = this.ids.next();
      const { place, onDay, fileId } = told;
      await manager.insert(DisclosurePosting, {
        ...{ cityId, id, publicationId, place, onDay, fileId, by: this.by(principal) },
      });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'disclosure.post', subjectKind: 'disclosure-publication', subjectId: publicationId },
        after: { period: publication.period, place, onDay },
      });
      return id;
    });
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    row: Pick<DisclosurePublication, 'bookId' | 'onDay' | 'lastEntry' | 'statement' | 'digest'> &
      Named & { readonly period: Period },
  ): Promise<string> {
    const id = this.ids.next();
    const { period, publisher, note = null, ...told } = row;
    const days = { duty: period.kind, period: period.key, fromDay: period.from, toDay: period.to };
    const by = this.by(principal);
    await manager.insert(DisclosurePublication, {
      ...told,
      ...days,
      cityId: principal.cityId,
      id,
      publisher,
      note,
      by,
    });
    await this.auditLog.record(manager, principal, {
      ...{ action: 'disclosure.publish', subjectKind: 'disclosure-publication', subjectId: id },
      after: { period: period.key, publisher, digest: row.digest },
    });
    return id;
  }

  private by({ actor }: Principal): ByColumns {
    return { at: this.clock.now(), byId: actor.id, byName: actor.name };
  }
}

/** @throws DomainError `disclosure.unchanged` where no entry came since that the period would show */
async function requireChange(
  manager: EntityManager,
  { cityId, id: bookId }: LedgerBook,
  { key, to }: Period,
  lastEntry: string,
): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM disclosure_publication p WHERE p.city_id = $1 AND p.book_id = $2 AND p.period = $3 AND NOT EXISTS (
       SELECT 1 FROM ledger_entry e WHERE e.city_id = p.city_id AND e.book_id = p.book_id AND e.day <= $4
         AND e.number > p.last_entry AND e.number <= $5)`,
    [cityId, bookId, key, to, lastEntry],
  );
  if (rows.length > 0) throw new DomainError('disclosure.unchanged');
}

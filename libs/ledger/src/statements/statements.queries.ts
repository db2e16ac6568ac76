import { Injectable } from '@nestjs/common';
import { Database, pageOf, type Page } from '#libs/platform';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { bankAccount } from '../matching/bank-account.js';
import type { StatementReport } from './statement-report.js';

/** A statement as it was imported, and how far it is matched by now. */
export interface ShownStatement {
  readonly id: string;
  readonly fileName: string;
  readonly layout: string;
  readonly importedAt: Date;
  readonly byName: string;
  readonly from: string;
  readonly to: string;
  /** Lines that it brought, those that need no match left out, and how many of them are matched. */
  readonly lines: number;
  readonly matched: number;
  readonly report: StatementReport | null;
}

const LIST = `
  SELECT s.id, s.file_name AS "fileName", s.layout, s.imported_at AS "importedAt", s.by_name AS "byName", s.report,
    r.*
  FROM bank_statement s CROSS JOIN LATERAL (
    SELECT min(r.day)::text AS "from", max(r.day)::text AS "to",
      (count(*) FILTER (WHERE NOT r.is_neutral))::int AS lines,
      (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM statement_match_row x WHERE x.city_id = r.city_id
        AND x.row_id = r.id AND NOT EXISTS (SELECT 1 FROM statement_match_undoing u
          WHERE u.city_id = x.city_id AND u.match_id = x.match_id))))::int AS matched
    FROM bank_statement_row r WHERE r.city_id = s.city_id AND r.statement_id = s.id AND r.account_id = s.account_id) r
  WHERE s.city_id = $1 AND s.account_id = $2 AND ($3::uuid IS NULL OR s.id < $3) ORDER BY s.id DESC LIMIT $4`;

/** Which statements of an account were imported, the latest first. */
@Injectable()
export class StatementQueries {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `ledger.account-not-found` */
  async list(
    book: LedgerBook,
    {
      account: code,
      after,
      limit,
    }: { readonly account: string; readonly after: string | null; readonly limit: number },
  ): Promise<Page<ShownStatement>> {
    const rows = await this.database.transaction(book, async (manager) => {
      const account = await bankAccount(manager, book, code);
      return manager.query<ShownStatement[]>(LIST, [account.cityId, account.id, after, limit + 1]);
    });
    return pageOf(rows, limit, ({ id }) => id);
  }
}

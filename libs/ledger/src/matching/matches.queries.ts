import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '#libs/kernel';
import { Database, pageOf, type Page } from '#libs/platform';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { proposals, type MatchReason, type Proposal } from '../domain/matching/proposals.js';
import { bankAccount } from './bank-account.js';
import { daysKnown, openEntries, openRows, type Open, type OpenEntry, type OpenRow } from './open-items.js';

/** What waits to be matched on an account, with what is proposed. */
export interface MatchingQueue {
  readonly account: { readonly code: string; readonly name: string };
  /** From when to when lines of the bank are known; null where there are none. */
  readonly known: { readonly from: Day; readonly to: Day } | null;
  readonly rows: Open<OpenRow>;
  readonly entries: Open<OpenEntry>;
  /** Entries before the first line of the bank, of which a line speaks all the same. */
  readonly earlier: readonly OpenEntry[];
  readonly proposals: readonly Proposal[];
}

/** A match as it is shown; `undone` where it stands no more. */
export interface ShownMatch {
  readonly id: string;
  readonly at: Date;
  readonly byName: string;
  readonly reasons: readonly MatchReason[];
  readonly note: string | null;
  readonly rows: readonly (Pick<OpenRow, 'id' | 'day' | 'amount' | 'counterparty' | 'summary'> & {
    readonly rowNumber: number;
  })[];
  readonly entries: readonly Pick<OpenEntry, 'id' | 'number' | 'day' | 'memo'>[];
  readonly undone: { readonly reason: string; readonly at: string; readonly byName: string } | null;
}

export interface QueueAsked {
  readonly account: string;
  /** Days within which a line and an entry may be the same. */
  readonly within: number;
}

export interface MatchesAsked {
  readonly account: string;
  readonly after: string | null;
  readonly limit: number;
}

const MOST = { rows: 300, entries: 1_000 } as const;
const FOREVER = '9999-12-31';

const MATCHES = `
  SELECT m.id, m.at, m.by_name AS "byName", m.reasons, m.note,
    (SELECT json_agg(json_build_object('id', r.id, 'day', r.day, 'amount', r.amount::text, 'rowNumber', r.row_number,
        'counterparty', r.counterparty, 'summary', r.summary) ORDER BY r.day, r.id)
      FROM statement_match_row x JOIN bank_statement_row r ON r.city_id = x.city_id AND r.id = x.row_id
      WHERE x.city_id = m.city_id AND x.match_id = m.id) AS rows,
    (SELECT json_agg(json_build_object('id', e.id, 'number', e.number::text, 'day', e.day, 'memo', e.memo)
        ORDER BY e.number)
      FROM statement_match_entry x JOIN ledger_entry e ON e.city_id = x.city_id AND e.id = x.entry_id
      WHERE x.city_id = m.city_id AND x.match_id = m.id) AS entries,
    (SELECT json_build_object('reason', u.reason, 'at', u.at, 'byName', u.by_name) FROM statement_match_undoing u
      WHERE u.city_id = m.city_id AND u.match_id = m.id) AS undone
  FROM statement_match m WHERE m.city_id = $1 AND m.account_id = $2 AND ($3::uuid IS NULL OR m.id < $3)
  ORDER BY m.id DESC LIMIT $4`;

const withBigints = <T extends { readonly amount: string }>(
  all: readonly T[],
): (Omit<T, 'amount'> & { amount: bigint })[] => all.map((each) => ({ ...each, amount: BigInt(each.amount) }));

/** What waits to be matched, and what was. */
@Injectable()
export class MatchesQueries {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `ledger.account-not-found` */
  async queue(book: LedgerBook, asked: QueueAsked): Promise<MatchingQueue> {
    const { within } = asked;
    return this.database.snapshot(book, async (manager) => {
      const account = await bankAccount(manager, book, asked.account);
      const known = await daysKnown(manager, account);
      const from = known?.from ?? FOREVER;
      const rows = await openRows(manager, account, { from, until: FOREVER, limit: MOST.rows });
      const entries = await openEntries(manager, account, { from, until: FOREVER, limit: MOST.entries });
      // Money may have been on its way when the first statement began.
      const before = known && { from: addDays(from, -within), until: addDays(from, -1), limit: MOST.rows };
      const early = before ? (await openEntries(manager, account, before)).items : [];
      const candidates = withBigints([...early, ...entries.items]);
      const found = proposals(withBigints(rows.items), candidates, within);
      const named = new Set(found.flatMap((proposal) => proposal.entries));
      const { code, name } = account;
      const earlier = early.filter(({ id }) => named.has(id));
      return { account: { code, name }, known, rows, entries, earlier, proposals: found };
    });
  }

  /** Matches of an account, the latest first. @throws DomainError `ledger.account-not-found` */
  async list(book: LedgerBook, { account: code, after, limit }: MatchesAsked): Promise<Page<ShownMatch>> {
    const rows = await this.database.transaction(book, async (manager) => {
      const account = await bankAccount(manager, book, code);
      return manager.query<ShownMatch[]>(MATCHES, [account.cityId, account.id, after, limit + 1]);
    });
    return pageOf(rows, limit, ({ id }) => id);
  }
}

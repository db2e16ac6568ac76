import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { PostingService, type LedgerEntry, type NewReversal } from '#libs/ledger';
import type { EntityManager } from 'typeorm';
import { FundBooks, MAINTENANCE_FUND } from '../books/fund-books.service.js';
import { INTO_MAINTENANCE } from '../domain/common-revenue/withdrawals.js';
import { yuanText } from '../domain/fen.js';

/** What the parties of an account of common revenue move into the maintenance fund, in fen. */
export interface RevenueShare {
  /** Of the withdrawal. */
  readonly id: string;
  readonly compoundId: string;
  readonly amount: string;
  readonly day: Day;
}

const keyOf = (withdrawal: string): string => `revenue-share:${withdrawal}`;

const LEFT = `
  SELECT w.id, w.compound_id AS "compoundId", w.amount::text FROM common_revenue_posting o
  JOIN common_revenue_withdrawal w ON w.city_id = o.city_id AND w.id = o.withdrawal_id
  WHERE o.city_id = $1 AND o.entry_id = $2 AND w.use_code = $3`;

const ARRIVED = `SELECT id FROM ledger_entry WHERE city_id = $1 AND book_id = $2 AND idempotency_key = $3`;

/** The entry of the account of common revenue that stands and by which a share came. */
const STANDING = `
  SELECT e.number::text FROM common_revenue_posting o
  JOIN ledger_entry e ON e.city_id = o.city_id AND e.id = o.entry_id AND e.book_id = o.book_id
  WHERE o.city_id = $1 AND o.withdrawal_id::text = $2 AND NOT EXISTS (SELECT 1 FROM ledger_entry v
    WHERE v.city_id = e.city_id AND v.book_id = e.book_id AND v.reverses = e.id)`;

const WAITING = `
  SELECT (-balance)::text AS waiting FROM ledger_account WHERE city_id = $1 AND book_id = $2 AND code = '4201'`;

/** 公共收益转入: what leaves the one book of a compound comes into the other at once, and waits there to be allotted. */
@Injectable()
export class RevenueShares {
  constructor(
    private readonly books: FundBooks,
    private readonly posting: PostingService,
  ) {}

  /** @throws DomainError `ledger.period-closed` */
  async take(manager: EntityManager, principal: Principal, share: RevenueShare): Promise<void> {
    const { id, compoundId, day } = share;
    const book = await this.books.opened(manager, principal.cityId, { kind: MAINTENANCE_FUND, compoundId });
    const amount = BigInt(share.amount);
    const lines = [
      { account: '1002', amount, memo: null },
      { account: '4201', amount: -amount, memo: null },
    ];
    const told = { day, memo: '公共收益转入', basisKind: 'common-revenue', basis: id, key: keyOf(id), lines };
    const [answer] = await this.posting.postIn(manager, book, [told], principal);
    if (answer instanceof Error) throw answer;
  }

  /** The share that left the account of common revenue by this entry; null for any other entry. */
  async leftBy(
    manager: EntityManager,
    { cityId, id }: Pick<LedgerEntry, 'cityId' | 'id'>,
  ): Promise<Omit<RevenueShare, 'day'> | null> {
    const rows = await manager.query<Omit<RevenueShare, 'day'>[]>(LEFT, [cityId, id, INTO_MAINTENANCE]);
    return rows[0] ?? null;
  }

  /** A share is undone where it came from. @throws DomainError `maintenance.share-of-revenue` */
  async requireAlone(manager: EntityManager, { cityId, basisKind, basis, idempotencyKey }: LedgerEntry): Promise<void> {
    if (basisKind !== 'common-revenue' || basis === null || idempotencyKey !== keyOf(basis)) return;
    const [origin] = await manager.query<{ number: string }[]>(STANDING, [cityId, basis]);
    if (origin) throw new DomainError('maintenance.share-of-revenue', origin);
  }

  /**
   * What came is taken back, on the same day and for the same reason as it is undone where it came from.
   * @throws DomainError `maintenance.share-allotted`, `maintenance.share-closed`
   */
  async giveBack(
    manager: EntityManager,
    principal: Principal,
    { id, compoundId, amount }: Omit<RevenueShare, 'day'>,
    { day, memo }: Pick<NewReversal, 'day' | 'memo'>,
  ): Promise<void> {
    const { cityId } = principal;
    const book = await this.books.opened(manager, cityId, { kind: MAINTENANCE_FUND, compoundId });
    const [arrived] = await manager.query<{ id: string }[]>(ARRIVED, [cityId, book.id, keyOf(id)]);
    if (!arrived) return;
    const told = { entryId: arrived.id, day, memo, key: `${keyOf(id)}:reversal` };
    const answer = await this.posting.reverseIn(manager, book, told, principal);
    if (!(answer instanceof DomainError)) return;
    if (answer.code === 'ledger.period-closed') throw new DomainError('maintenance.share-closed', answer.params);
    if (answer.code !== 'ledger.floor') throw answer;
    const [account] = await manager.query<{ waiting: string }[]>(WAITING, [cityId, book.id]);
    const params = { amount: yuanText(amount), waiting: yuanText(account?.waiting ?? '0') };
    throw new DomainError('maintenance.share-allotted', params);
  }
}

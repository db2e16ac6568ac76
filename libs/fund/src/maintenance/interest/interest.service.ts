import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { PostingService, type LedgerBook, type PostedEntry } from '#libs/ledger';
import { AuditLog, Clock, Database } from '#libs/platform';
import { CompoundHomes } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../../domain/fen.js';
import { allot, type Part } from '../../domain/maintenance/allotment.js';
import { interestWeight, type Period } from '../../domain/maintenance/balance-days.js';
import { codesOfHomes, lockBook } from '../accounts/home-accounts.js';
import { movementsOfHomes } from '../homes/movements.queries.js';

/** Interest of a period, or whatever else came in for all, as the bank credited it. */
export interface NewInterest extends Period {
  readonly amount: bigint;
  readonly key: string;
}

export interface AllottedInterest {
  readonly entryId: string;
  readonly number: string;
  /** How many homes got something. */
  readonly homes: number;
}

/** What came in and is not allotted yet; what the bank credited is posted there first. */
const WAITING = '4201';

const waitingIn = `
  SELECT (-a.balance)::text AS waiting FROM ledger_account a WHERE a.city_id = $1 AND a.book_id = $2 AND a.code = $3`;
const KNOWN = `
  SELECT e.id, e.number::text AS number, e.memo, (SELECT count(*) - 1 FROM ledger_line l WHERE l.city_id = e.city_id
      AND l.entry_id = e.id)::int AS homes, (SELECT sum(l.amount) FROM ledger_line l WHERE l.city_id = e.city_id
      AND l.entry_id = e.id AND l.amount > 0)::text AS amount
  FROM ledger_entry e WHERE e.city_id = $1 AND e.book_id = $2 AND e.idempotency_key = $3`;

interface Known {
  readonly id: string;
  readonly number: string;
  readonly memo: string;
  readonly homes: number;
  readonly amount: string;
}

/** 利息分户 (住宅专项维修资金管理办法 26、27): what the bank credited goes to the homes, to the fen. */
@Injectable()
export class InterestService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly homes: CompoundHomes,
    private readonly posting: PostingService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `maintenance.interest-…`, `ledger.period-closed`, `ledger.key-used` */
  async allot(principal: Principal, book: LedgerBook, interest: NewInterest): Promise<AllottedInterest> {
    const { from, to, amount, key } = interest;
    if (from > to) throw new DomainError('maintenance.interest-period');
    return this.database.transaction(principal, async (manager) => {
      await lockBook(manager, book);
      const memo = `${from} 至 ${to} 利息分户`;
      const known = await this.knownUnder(manager, book, key);
      if (known && known.memo === memo && BigInt(known.amount) === amount)
        return { entryId: known.id, number: known.number, homes: known.homes };
      if (known) throw new DomainError('ledger.key-used', { account: '' });
      await this.requireWaiting(manager, book, amount);
      const shares = await this.sharesOf(manager, book, interest);
      const lines = [...shares].map(([account, share]) => ({ account, amount: -share, memo: null }));
      const taken = { account: WAITING, amount, memo: null };
      const told = { day: this.clock.today(), memo, basisKind: 'interest', key, lines: [taken, ...lines] };
      const [answer] = await this.posting.postIn(manager, book, [told], principal);
      if (answer instanceof Error) throw answer;
      const { id: entryId, number } = answer as PostedEntry;
      const after = { from, to, amount: yuanText(amount), homes: lines.length, number };
      const line = { action: 'maintenance-fund.interest', subjectKind: 'compound', after };
      await this.auditLog.record(manager, principal, { ...line, subjectId: book.compoundId ?? '' });
      return { entryId, number, homes: lines.length };
    });
  }

  private async knownUnder(manager: EntityManager, { cityId, id }: LedgerBook, key: string): Promise<Known | null> {
    const [row] = await manager.query<Known[]>(KNOWN, [cityId, id, key]);
    return row ?? null;
  }

  /** Only what the bank credited, and was posted, is there to be allotted. */
  private async requireWaiting(manager: EntityManager, { cityId, id }: LedgerBook, amount: bigint): Promise<void> {
    const [row] = await manager.query<{ waiting: string }[]>(waitingIn, [cityId, id, WAITING]);
    const waiting = BigInt(row?.waiting ?? 0);
    if (amount <= waiting) return;
    throw new DomainError('maintenance.interest-unbooked', { waiting: yuanText(waiting), amount: yuanText(amount) });
  }

  /** By account; those who get nothing are left out. */
  private async sharesOf(
    manager: EntityManager,
    book: LedgerBook,
    { amount, ...period }: NewInterest,
  ): Promise<ReadonlyMap<string, bigint>> {
    const today: Day = this.clock.today();
    const { value: method } = ruleValueOn(
      await rulesOfCity(manager, book.cityId),
      'fund.maintenance-interest.method',
      period.to,
    );
    const codes = await codesOfHomes(manager, book);
    const movements = await movementsOfHomes(manager, book, period.to);
    const homes = await this.homes.on(manager, book.cityId, { compoundId: book.compoundId ?? '', day: today });
    const places = new Map(homes.map(({ unitId, place }) => [unitId, place]));
    const keyed = [...codes].map(([unitId, code]) => ({ unitId, code, key: `${places.get(unitId) ?? ''}~${unitId}` }));
    const parts = keyed.map(({ unitId, key }): Part => {
      return { key, weight: interestWeight(movements.get(unitId) ?? [], period, method) };
    });
    const shares = allot(amount, parts);
    if (shares.size === 0) throw new DomainError('maintenance.interest-nobody');
    const given = keyed.map(({ code, key }) => [code, shares.get(key) ?? 0n] as const);
    return new Map(given.filter(([, share]) => share > 0n));
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { PostingService, type PostedEntry } from '#libs/ledger';
import { Database, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FundBooks } from '../../books/fund-books.service.js';
import { INCOME_KINDS, type IncomeKind } from '../../domain/common-revenue/income.js';
import { yuanText } from '../../domain/fen.js';
import { RevenueFiles } from '../desk/revenue-files.js';
import { RevenueWriter } from '../desk/revenue-writer.js';
import { CommonRevenueContract } from '../tables/common-revenue-contract.entity.js';
import { CommonRevenueContractEnding } from '../tables/common-revenue-contract-ending.entity.js';
import { CommonRevenueReceipt } from '../tables/common-revenue-receipt.entity.js';
import { broughtBy, contractRow, contractsOf, type RevenueContractRow } from './contracts.queries.js';
import { unlinkedOf, type UnlinkedEntry } from './unlinked.queries.js';

export interface NewRevenueContract {
  readonly compoundId: string;
  readonly kind: IncomeKind;
  readonly party: string;
  readonly number: string;
  readonly place: string;
  readonly from: Day;
  readonly until: Day;
  readonly periodMonths: number;
  readonly amount: bigint;
  readonly graceDays: number;
  readonly resolutionId: string | null;
  readonly fileId: string;
}

export interface NewIncome {
  readonly contractId: string;
  readonly amount: bigint;
  readonly day: Day;
  readonly memo: string | null;
  readonly key: string;
}

const RESOLVED = `
  SELECT 1 FROM resolution WHERE city_id = $1 AND id = $2 AND compound_id = $3 AND 'M8' = ANY (matters)`;

/** 经营合同与到账: what common parts are let for, and what came in for it. */
@Injectable()
export class RevenueContracts {
  constructor(
    private readonly database: Database,
    private readonly books: FundBooks,
    private readonly posting: PostingService,
    private readonly files: RevenueFiles,
    private readonly writer: RevenueWriter,
  ) {}

  /** @throws DomainError `compound.not-found` */
  async list(principal: Principal, compoundId: string): Promise<readonly RevenueContractRow[]> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, { compoundId });
      return contractsOf(manager, principal.cityId, { compoundId, day: this.writer.today() });
    });
  }

  /** @throws DomainError `common-revenue.contract-known`, `common-revenue.trade-undecided`, `file.not-found`, … */
  async record(principal: Principal, { from, until, amount, ...told }: NewRevenueContract): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { compoundId, resolutionId, fileId } = told;
      const { cityId } = principal;
      await this.files.read(manager, principal, { compoundId, permission: 'revenue.ask' });
      await this.writer.requirePaper(manager, principal, fileId);
      if (resolutionId !== null) await requireResolved(manager, [cityId, resolutionId, compoundId]);
      const row = { ...told, cityId, id: this.writer.nextId(), fromDay: from, untilDay: until };
      await manager.insert(CommonRevenueContract, { ...row, amount: String(amount), by: this.writer.by(principal) });
      const after = { kind: told.kind, party: told.party, number: told.number, amount: yuanText(amount) };
      await this.writer.tell(manager, principal, row.id, { action: 'contract', after });
      return row.id;
    });
  }

  /** @throws DomainError `common-revenue.contract-unknown`, `common-revenue.contract-ended`, … */
  async end(principal: Principal, id: string, { lastDay, reason }: { lastDay: Day; reason: string }): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const contract = await this.read(manager, principal, { id, permission: 'revenue.ask' });
      if (lastDay < contract.from || lastDay >= contract.until) throw new DomainError('common-revenue.ending-outside');
      const row = { cityId: principal.cityId, contractId: id, lastDay, reason };
      await manager.insert(CommonRevenueContractEnding, { ...row, by: this.writer.by(principal) });
      await this.writer.tell(manager, principal, id, { action: 'contract-end', after: { lastDay, reason } });
    });
  }

  /** Posts what came in under a contract. The same key with the same money answers the same entry. */
  async receive(principal: Principal, { contractId, amount, day, memo, key }: NewIncome): Promise<PostedEntry> {
    const asked = { id: contractId, permission: 'fund.write' };
    const contract = await this.database.transaction(principal, (manager) => this.read(manager, principal, asked));
    const book = await this.books.toKeep(principal, `common-revenue:${contract.compoundId}`);
    return this.database.transaction(principal, async (manager) => {
      const lines = [
        { account: '1002', amount, memo: null },
        { account: contract.kind, amount: -amount, memo: null },
      ];
      const paper = { basisKind: 'contract', basis: contract.number };
      const told = { day, memo: memo ?? `${INCOME_KINDS[contract.kind]}收入`, ...paper, key, lines };
      const [answer] = await this.posting.postIn(manager, book, [told], principal);
      if (answer instanceof Error) throw answer;
      const posted = answer as PostedEntry;
      if (posted.isNew) {
        const row = { entryId: posted.id, bookId: book.id, contractId, amount: String(amount) };
        await this.keep(manager, principal, row);
      }
      return posted;
    });
  }

  /** What came in and is the payment of no contract yet. @throws DomainError `compound.not-found` */
  async unlinked(
    principal: Principal,
    asked: { readonly compoundId: string; readonly after: string | null; readonly limit: number },
  ): Promise<Page<UnlinkedEntry>> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, { compoundId: asked.compoundId, permission: 'fund.write' });
      return unlinkedOf(manager, principal.cityId, asked);
    });
  }

  /** Says that an entry was the payment of a contract. @throws DomainError `common-revenue.entry-unfit`, … */
  async link(principal: Principal, contractId: string, entryId: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const contract = await this.read(manager, principal, { id: contractId, permission: 'fund.write' });
      const { compoundId, kind } = contract;
      const brought = await broughtBy(manager, principal.cityId, { entryId, compoundId, kind });
      if (!brought || brought.amount <= 0n) throw new DomainError('common-revenue.entry-unfit');
      const row = { entryId, bookId: brought.bookId, contractId, amount: String(brought.amount) };
      await this.keep(manager, principal, row);
    });
  }

  private async keep(
    manager: EntityManager,
    principal: Principal,
    row: Pick<CommonRevenueReceipt, 'entryId' | 'bookId' | 'contractId' | 'amount'>,
  ): Promise<void> {
    await manager.insert(CommonRevenueReceipt, { ...row, cityId: principal.cityId, by: this.writer.by(principal) });
    const after = { entry: row.entryId, amount: yuanText(row.amount) };
    await this.writer.tell(manager, principal, row.contractId, { action: 'receive', after });
  }

  private async read(
    manager: EntityManager,
    principal: Principal,
    { id, permission }: { readonly id: string; readonly permission: string },
  ): Promise<RevenueContractRow> {
    const found = await contractRow(manager, principal.cityId, { id, day: this.writer.today() });
    const sees = found !== null && (await this.files.mayDo(manager, principal, { ...found, permission }));
    if (!sees) throw new DomainError('common-revenue.contract-unknown', { id });
    return found;
  }
}

/** 民法典 278 第八项: owners decide about it. @throws DomainError `common-revenue.trade-undecided` */
async function requireResolved(manager: EntityManager, asked: readonly unknown[]): Promise<void> {
  if ((await manager.query<unknown[]>(RESOLVED, [...asked])).length === 0)
    throw new DomainError('common-revenue.trade-undecided');
}

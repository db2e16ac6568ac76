import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database, rowsOf } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { consentFault, isAgreed, type Party } from '../../domain/common-revenue/consents.js';
import { INTO_MAINTENANCE } from '../../domain/common-revenue/withdrawals.js';
import { yuanText } from '../../domain/fen.js';
import { requireAccount, RevenueFiles, type RevenueFile } from '../desk/revenue-files.js';
import { RevenueWriter } from '../desk/revenue-writer.js';
import { speaksFor } from '../desk/speaks-for.js';
import { RevenueShares } from '../../maintenance/revenue-shares.js';
import { CommonRevenueConsent } from '../tables/common-revenue-consent.entity.js';
import { CommonRevenueRejection } from '../tables/common-revenue-rejection.entity.js';
import { CommonRevenueWithdrawal } from '../tables/common-revenue-withdrawal.entity.js';
import { WithdrawalFiles, type Drawn } from './withdrawal-files.js';
import type { WithdrawalRow } from './withdrawals.queries.js';

export interface NewWithdrawal extends Drawn {
  readonly payee: string;
  readonly memo: string;
}

/** The paper by which members agreed who do not sign in. */
export interface SignedPaper {
  readonly signedBy: string;
  readonly fileId: string;
}

const WORDS_OF_LEDGER = ['floor', 'overflow', 'period-closed', 'key-used'];

const isOver = ({ rejected, entry }: WithdrawalRow): boolean => rejected !== null || entry !== null;

/** 支取: asked for by one, agreed to by the parties of the account, and paid with the last consent or not at all. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly database: Database,
    private readonly revenue: RevenueFiles,
    private readonly files: WithdrawalFiles,
    private readonly writer: RevenueWriter,
    private readonly shares: RevenueShares,
  ) {}

  /** @returns the id @throws DomainError `common-revenue.no-account`, `common-revenue.no-decision`, … */
  async ask(principal: Principal, { use: useCode, amount, ...told }: NewWithdrawal): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { compoundId, fileId } = told;
      const asked = { compoundId, permission: 'revenue.ask' };
      const file = await this.revenue.read(manager, principal, asked);
      const account = requireAccount(file);
      await this.writer.requirePaper(manager, principal, fileId);
      const { cityId } = principal;
      const day = this.writer.today();
      await this.files.requireAllowed(manager, cityId, { drawn: { ...told, use: useCode, amount }, day });
      const consentsNeeded = await this.files.needed(manager, cityId, { parties: file.parties, day });
      const id = this.writer.nextId();
      const row = { ...told, cityId, id, useCode, amount: String(amount), accountId: account.id, consentsNeeded };
      await manager.insert(CommonRevenueWithdrawal, { ...row, by: this.writer.by(principal) });
      const after = { use: useCode, amount: yuanText(amount), payee: told.payee };
      await this.writer.tell(manager, principal, id, { action: 'ask', after });
      return id;
    });
  }

  /**
   * One party agrees; with the last one needed the money leaves the account, if all that allows it still holds.
   * @returns the id of the entry, or null while others are awaited
   * @throws DomainError `common-revenue.…`, `ledger.floor`, `ledger.period-closed`
   */
  async consent(
    principal: Principal,
    id: string,
    { party, paper }: { readonly party: Party; readonly paper: SignedPaper | null },
  ): Promise<string | null> {
    return this.database.transaction(principal, async (manager) => {
      const row = await this.files.lock(manager, principal, id);
      const file = await this.revenue.of(manager, principal.cityId, row.compoundId);
      const { parties, seat } = file;
      const facts = { parties, seat, consents: row.consents, isOver: isOver(row) };
      const told = { id: principal.actor.id, party, speaksFor: speaksFor(principal, file), hasPaper: paper !== null };
      const fault = consentFault(facts, told);
      if (fault !== null) throw new DomainError(fault);
      await this.writer.requirePaper(manager, principal, paper?.fileId ?? null);
      const of = { cityId: principal.cityId, withdrawalId: id, party };
      const signed = { signedBy: paper?.signedBy ?? null, fileId: paper?.fileId ?? null };
      await manager.insert(CommonRevenueConsent, { ...of, ...signed, by: this.writer.by(principal) });
      await this.writer.tell(manager, principal, id, {
        action: 'consent',
        after: { party, signedBy: signed.signedBy },
      });
      const consents = [...row.consents, { party, byId: principal.actor.id }];
      return isAgreed(consents, row.needed) ? this.pay(manager, principal, row) : null;
    });
  }

  /** Any of the three sends it back. @throws DomainError `common-revenue.withdrawal-over`, … */
  async reject(principal: Principal, id: string, reason: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const row = await this.files.lock(manager, principal, id);
      const file: RevenueFile = await this.revenue.of(manager, principal.cityId, row.compoundId);
      if (isOver(row)) throw new DomainError('common-revenue.withdrawal-over');
      if (speaksFor(principal, file).length === 0) throw new DomainError('common-revenue.not-of-party');
      const of = { cityId: principal.cityId, withdrawalId: id, reason };
      await manager.insert(CommonRevenueRejection, { ...of, by: this.writer.by(principal) });
      await this.writer.tell(manager, principal, id, { action: 'reject', after: { reason } });
    });
  }

  private async pay(manager: EntityManager, principal: Principal, row: WithdrawalRow): Promise<string> {
    const { cityId, actor } = principal;
    const day = this.writer.today();
    // Costs are held against the income of a year: nobody else draws from the book until this is over.
    await manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('ledger:' || b.id, 0)) FROM ledger_book b
       WHERE b.city_id = $1 AND b.kind = 'common-revenue' AND b.compound_id = $2`,
      [cityId, row.compoundId],
    );
    await this.files.requireAllowed(manager, cityId, { drawn: { ...row, amount: BigInt(row.amount) }, day });
    const entryId = this.writer.nextId();
    const text = 'SELECT common_revenue_pay($1, $2, $3, $4, $5)';
    const values = [row.id, entryId, day, actor.id, actor.name];
    const outcome = (await rowsOf(manager, { text, values }))[0]?.[0] ?? '';
    if (outcome !== 'posted') {
      const context = WORDS_OF_LEDGER.includes(outcome) ? 'ledger' : 'common-revenue';
      throw new DomainError(`${context}.${outcome}`, { account: '1002', month: day.slice(0, 7) });
    }
    if (row.use === INTO_MAINTENANCE) await this.shares.take(manager, principal, { ...row, day });
    const after = { entry: entryId, amount: yuanText(row.amount) };
    await this.writer.tell(manager, principal, row.id, { action: 'pay', after });
    return entryId;
  }
}

import { Injectable } from '@nestjs/common';
import { normalizeCreditCode } from '#libs/companies';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../../../domain/fen.js';
import type { Instalment } from '../../../domain/maintenance/instalments.js';
import { paperDeeds, type Acceptor, type PaperDeed } from '../../../domain/maintenance/repair-papers.js';
import { requireContractFit } from '../../../spending/contracts/contract-rules.js';
import type { NewContract } from '../../../spending/contracts/contracts.service.js';
import { QuoteWriter, type NewQuote } from '../../../spending/contracts/quote-writer.js';
import { deedWords } from '../../../spending/deed-words.js';
import type { NewAcceptance } from '../../../spending/projects.service.js';
import { VoucherWriter, type NewVoucher } from '../../../vouchers/voucher-writer.js';
import { Schedules } from '../instalments/schedules.js';
import { SpendingFiles } from '../spending-files.js';
import { factsOf, type SpendingRow } from '../spendings.queries.js';
import { MaintenanceSpendingStep } from '../tables/maintenance-spending-step.entity.js';

export type RepairAcceptance = NewAcceptance & { readonly acceptors: readonly Acceptor[] };

/** A contract, with the payments that it lays down; none: it pays once. */
export type NewRepairContract = NewContract & { readonly instalments?: readonly Instalment[] };

/** Of the whole, or of one instalment. */
export type RepairVoucher = Omit<NewVoucher, 'of'> & { readonly instalment?: number };

const PLAIN = {
  number: null,
  counterparty: null,
  creditCode: null,
  amount: null,
  acceptors: null,
  note: null,
} as const;

/** 报价、合同、验收和凭证 of a repair, in the ways of the city's fund. */
@Injectable()
export class RepairPapers {
  constructor(
    private readonly database: Database,
    private readonly files: SpendingFiles,
    private readonly quotes: QuoteWriter,
    private readonly vouchers: VoucherWriter,
    private readonly schedules: Schedules,
  ) {}

  /** @throws DomainError `maintenance.spending-unknown`, `project.step-refused`, `project.quote-known` */
  async quote(principal: Principal, spendingId: string, quote: NewQuote): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.turn(manager, principal, { id: spendingId, deed: 'quote' });
      await this.quotes.add(manager, principal, { of: { spendingId }, quote });
      const after = { firm: quote.firm, amount: yuanText(quote.amount) };
      await this.files.tell(manager, principal, spendingId, { action: 'quote', after });
    });
  }

  /** @throws DomainError `maintenance.contract-differs`, `maintenance.schedule-…`, `project.quote…` and as above */
  async contract(principal: Principal, spendingId: string, told: NewRepairContract): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const repair = await this.turn(manager, principal, { id: spendingId, deed: 'contract' });
      const { number, counterparty, amount, signedOn, reason, fileId } = told;
      const decided = BigInt(repair.amount);
      // Whoever decided knew whom it goes to, and no home bears more than it was told; less is split anew.
      if (amount > decided || counterparty !== repair.payee)
        throw new DomainError('maintenance.contract-differs', { payee: repair.payee, amount: yuanText(decided) });
      await requireContractFit(manager, principal.cityId, {
        ...{ signedOn, counterparty, amount, reason, decided, setAside: decided },
        quotes: repair.quotes.map((quote) => ({ firm: quote.firm, amount: BigInt(quote.amount) })),
        isEmergency: repair.emergency !== null,
      });
      const creditCode = told.creditCode === null ? null : normalizeCreditCode(told.creditCode);
      const signed = { number, counterparty, creditCode, amount: String(amount), note: reason };
      await this.step(manager, principal, { step: 'contract', spendingId, onDay: signedOn, ...signed });
      await this.schedules.lay(manager, principal.cityId, { repair, ...told });
      const scan = { kind: 'contract', title: `合同 ${number}`, isPublic: false } as const;
      if (fileId !== null) await this.vouchers.attach(manager, principal, { ...scan, fileId, of: { spendingId } });
    });
  }

  /** @throws DomainError `file.not-found` and as above */
  async accept(principal: Principal, spendingId: string, told: RepairAcceptance): Promise<void> {
    const { onDay, note, acceptors, fileId, isPublic } = told;
    await this.database.transaction(principal, async (manager) => {
      await this.turn(manager, principal, { id: spendingId, deed: 'acceptance' });
      await this.step(manager, principal, { step: 'acceptance', spendingId, onDay, note, acceptors });
      const scan = { kind: 'acceptance', title: '验收单或照片', fileId, isPublic } as const;
      await this.vouchers.attach(manager, principal, { ...scan, of: { spendingId } });
    });
  }

  /** @returns the id @throws DomainError `file.not-found`, `maintenance.instalment-unknown` and as above */
  async attach(principal: Principal, spendingId: string, { instalment, ...scan }: RepairVoucher): Promise<string> {
    const voucher = { ...scan, of: { spendingId, instalment: instalment ?? null } };
    return this.database.transaction(principal, async (manager) => {
      // Sent again, it may be the very paper after which no other is asked for.
      const known = await this.vouchers.known(manager, principal, voucher);
      if (known !== null) return known;
      const repair = await this.turn(manager, principal, { id: spendingId, deed: 'voucher' });
      if (instalment !== undefined && !repair.instalments.some(({ position }) => position === instalment))
        throw new DomainError('maintenance.instalment-unknown', { n: instalment });
      return this.vouchers.write(manager, principal, voucher);
    });
  }

  private async turn(
    manager: EntityManager,
    principal: Principal,
    { id, deed }: { readonly id: string; readonly deed: PaperDeed },
  ): Promise<SpendingRow> {
    const repair = await this.files.lock(manager, principal, id);
    if (!paperDeeds(factsOf(repair)).includes(deed))
      throw new DomainError('project.step-refused', { deed: deedWords(deed) });
    return repair;
  }

  private async step(
    manager: EntityManager,
    principal: Principal,
    {
      spendingId,
      ...told
    }: Pick<MaintenanceSpendingStep, 'spendingId' | 'step' | 'onDay'> & Partial<MaintenanceSpendingStep>,
  ): Promise<void> {
    const { cityId } = principal;
    const row = { ...PLAIN, ...told, cityId, spendingId, by: this.files.by(principal) };
    await manager.insert(MaintenanceSpendingStep, row);
    await this.files.tell(manager, principal, spendingId, { action: told.step, after: told });
  }
}

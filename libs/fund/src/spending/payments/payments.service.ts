import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database, Ids, rowsOf } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FundBooks } from '../../books/fund-books.service.js';
import { yuanText } from '../../domain/fen.js';
import type { Source } from '../../domain/uses.js';
import { approvalFaultOf, PaymentFiles, type PaymentFile } from './payment-file.js';
import { ProjectDesk } from '../project-desk.js';
import { requireDeed } from '../project-file.js';
import { FundPaymentApproval } from '../tables/fund-payment-approval.entity.js';
import { FundPaymentRejection } from '../tables/fund-payment-rejection.entity.js';
import { FundPayment } from '../tables/fund-payment.entity.js';
import { tiesOf } from './ties.queries.js';

export interface NewPayment {
  readonly amount: bigint;
  /** Left out: whom the contract names. */
  readonly payee: string | null;
  readonly memo: string;
}

const DECLARED = '本人与收款方没有利害关系';
const WORDS_OF_LEDGER = ['floor', 'overflow', 'period-closed', 'key-used', 'hold-over', 'hold-differs'];

/** What the functions of the database answer, as a refusal. */
function refused(outcome: string, told: { readonly account: string; readonly month: string }): DomainError {
  return new DomainError(`${WORDS_OF_LEDGER.includes(outcome) ? 'ledger' : 'payment'}.${outcome}`, told);
}

/** 拨付与付款: money of the fund is set aside by whoever keeps it, asked for by one, and paid once two others approve. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly desk: ProjectDesk,
    private readonly payments: PaymentFiles,
    private readonly books: FundBooks,
  ) {}

  /** @throws DomainError `fund.not-keeper`, `project.step-refused`, `payment.…`, `ledger.floor` */
  async appropriate(
    principal: Principal,
    projectId: string,
    { source, amount }: { readonly source: Source; readonly amount: bigint },
  ): Promise<void> {
    await this.books.toKeep(principal);
    await this.database.transaction(principal, async (manager) => {
      const project = await this.desk.files.lock(manager, principal, projectId);
      requireDeed(project, 'appropriation');
      const { id: byId, name: byName } = principal.actor;
      const outcome = await this.asked(manager, 'fund_appropriate($1, $2, $3, $4, $5, $6, $7)', [
        ...[projectId, this.ids.next(), source, String(amount), project.title, byId, byName],
      ]);
      if (outcome !== 'held') throw refused(outcome, { account: `1002:${source}`, month: '' });
      const after = { source, amount: yuanText(amount) };
      await this.desk.steps.tell(manager, principal, projectId, { action: 'appropriate', after });
    });
  }

  /** @returns the id @throws DomainError `payment.beyond-appropriation`, `project.step-refused` */
  async ask(principal: Principal, projectId: string, { amount, memo, payee }: NewPayment): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const project = await this.desk.files.lock(manager, principal, projectId);
      requireDeed(project, 'payment');
      const open = project.payments.filter(({ rejected, entry }) => !rejected && !entry);
      const asked = open.reduce((sum, each) => sum + BigInt(each.amount), amount);
      if (asked > BigInt(project.aside)) throw new DomainError('payment.beyond-appropriation');
      const contract = project.steps.find(({ step }) => step === 'contract');
      const to = payee ?? contract?.counterparty ?? project.beneficiary ?? project.compound.name;
      const id = this.ids.next();
      const row = { cityId: principal.cityId, id, projectId, amount: String(amount), payee: to, memo };
      await manager.insert(FundPayment, { ...row, by: this.desk.steps.by(principal) });
      const after = { amount: yuanText(amount), payee: to };
      await this.payments.tell(manager, principal, id, { action: 'ask', after });
      return id;
    });
  }

  /**
   * One of the two who approve. With the second the money is paid: the database posts the entry, if everything that
   * allows it still holds at that moment, or nothing happens at all.
   * @param asked.day of the entry; left out: today
   * @returns the id of the entry, or null while the second is awaited
   * @throws DomainError `payment.…`, `ledger.period-closed`
   */
  async approve(
    principal: Principal,
    id: string,
    asked: { readonly hasNoInterest: boolean; readonly day: Day | null },
  ): Promise<string | null> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.payments.lock(manager, principal, id);
      const ties = await tiesOf(manager, principal, this.clock.today());
      const fault = approvalFaultOf(principal, file, { ties, hasNoInterest: asked.hasNoInterest });
      if (fault !== null) throw new DomainError(fault);
      const position = file.payment.approvals.length + 1;
      const row = { cityId: principal.cityId, paymentId: id, position, declaration: DECLARED };
      await manager.insert(FundPaymentApproval, { ...row, by: this.desk.steps.by(principal) });
      await this.payments.tell(manager, principal, id, { action: 'approve', after: { position, declared: DECLARED } });
      return position === 2 ? this.pay(manager, principal, { file, day: asked.day ?? this.clock.today() }) : null;
    });
  }

  /** @throws DomainError `payment.not-found`, `payment.payment-paid`, `payment.payment-rejected` */
  async reject(principal: Principal, id: string, reason: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.payments.lock(manager, principal, id);
      const row = { cityId: principal.cityId, paymentId: id, reason };
      await manager.insert(FundPaymentRejection, { ...row, by: this.desk.steps.by(principal) });
      await this.payments.tell(manager, principal, id, { action: 'reject', after: { reason } });
    });
  }

  private async pay(
    manager: EntityManager,
    principal: Principal,
    { file, day }: { readonly file: PaymentFile; readonly day: Day },
  ): Promise<string> {
    const { id: byId, name: byName } = principal.actor;
    const entryId = this.ids.next();
    const outcome = await this.asked(manager, 'fund_pay($1, $2, $3, $4, $5, $6, $7)', [
      ...[file.payment.id, entryId, this.ids.next(), this.ids.next(), day, byId, byName],
    ]);
    if (outcome !== 'posted') throw refused(outcome, { account: file.project.use, month: day.slice(0, 7) });
    const after = { entry: entryId, amount: yuanText(file.payment.amount) };
    await this.payments.tell(manager, principal, file.payment.id, { action: 'pay', after });
    return entryId;
  }

  private async asked(manager: EntityManager, call: string, values: readonly unknown[]): Promise<string> {
    const [row] = await rowsOf(manager, { text: `SELECT ${call}`, values });
    return row?.[0] ?? '';
  }
}

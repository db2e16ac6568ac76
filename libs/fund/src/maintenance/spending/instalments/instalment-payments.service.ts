import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database, Ids, rowsOf } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../../../domain/fen.js';
import { tiesOf } from '../../../spending/payments/ties.queries.js';
import { SpendingFiles } from '../spending-files.js';
import { MaintenanceRequestRejection } from '../tables/maintenance-request-rejection.entity.js';
import { MaintenanceRequest } from '../tables/maintenance-request.entity.js';
import { MaintenanceSpendingApproval } from '../tables/maintenance-spending-approval.entity.js';
import { approverFault, lackingFault, type InstalmentOf } from './instalment-rules.js';
import { instalmentState, type RequestRow } from './instalments.queries.js';

const DECLARED = '本人与收款方没有利害关系';
const OF_LEDGER = ['floor', 'overflow', 'period-closed'];
const OF_PAYMENT = [
  ...['no-contract', 'beyond-contract', 'no-decision', 'decision-revoked', 'purpose-differs', 'before-decision'],
  ...['payment-rejected', 'too-few-approvers', 'beyond-decision'],
];

/** A payment of a repair: which repair, and which of its instalments. */
export interface InstalmentPath {
  readonly id: string;
  readonly position: number;
}

function refused(outcome: string, told: Readonly<Record<string, string>>): DomainError {
  const of = OF_LEDGER.includes(outcome) ? 'ledger' : OF_PAYMENT.includes(outcome) ? 'payment' : 'maintenance';
  return new DomainError(`${of}.${outcome}`, told);
}

/** 申请付款、复核与支付 of one instalment: what homes have is taken; what they lack stays due until it comes in. */
@Injectable()
export class InstalmentPayments {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly files: SpendingFiles,
  ) {}

  /** @throws DomainError `maintenance.instalment-…`, and what it waits for */
  async ask(principal: Principal, { id, position }: InstalmentPath): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const of = await this.lock(manager, principal, { id, position });
      if (of.instalment.request !== null) throw new DomainError('maintenance.instalment-asked', { n: position });
      const on = this.clock.today();
      const lacking = lackingFault(of, on);
      if (lacking !== null) throw new DomainError(lacking, { day: of.instalment.dueOn ?? '' });
      const row = { cityId: principal.cityId, id: this.ids.next(), spendingId: id, instalment: position, askedOn: on };
      await manager.insert(MaintenanceRequest, { ...row, by: this.files.by(principal) });
      const after = { instalment: position, amount: yuanText(of.instalment.amount) };
      await this.files.tell(manager, principal, id, { action: 'request', after });
    });
  }

  /**
   * One of the two who approve. With the second, money is taken from the homes that have it.
   * @returns the id of the entry; null while the second is awaited, or where no home has anything
   * @throws DomainError `payment.…`, `maintenance.…`
   */
  async approve(
    principal: Principal,
    { id, position }: InstalmentPath,
    asked: { readonly hasNoInterest: boolean; readonly day: Day | null },
  ): Promise<string | null> {
    return this.database.transaction(principal, async (manager) => {
      const { of, request } = await this.waiting(manager, principal, { id, position });
      const ties = await tiesOf(manager, principal, this.clock.today());
      const fault = approverFault(of, principal, { ties, hasNoInterest: asked.hasNoInterest });
      if (fault !== null) throw new DomainError(fault);
      const place = request.approvals.length + 1;
      const row = { cityId: principal.cityId, requestId: request.id, position: place, declaration: DECLARED };
      await manager.insert(MaintenanceSpendingApproval, { ...row, by: this.files.by(principal) });
      const after = { instalment: position, position: place, declared: DECLARED };
      await this.files.tell(manager, principal, id, { action: 'approve', after });
      if (place < 2) return null;
      return this.pay(manager, principal, { of, day: asked.day, mayBeNothing: true });
    });
  }

  /** 收回欠款: takes what has come in since from homes that still owe. @throws DomainError as above */
  async collect(principal: Principal, path: InstalmentPath, day: Day | null): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const of = await this.lock(manager, principal, path);
      return (await this.pay(manager, principal, { of, day, mayBeNothing: false })) ?? '';
    });
  }

  /** Sends the request back; the instalment may be asked for again. @throws DomainError as above */
  async sendBack(principal: Principal, { id, position }: InstalmentPath, reason: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { request } = await this.waiting(manager, principal, { id, position });
      const row = { cityId: principal.cityId, requestId: request.id, reason };
      await manager.insert(MaintenanceRequestRejection, { ...row, by: this.files.by(principal) });
      await this.files.tell(manager, principal, id, { action: 'return', after: { instalment: position, reason } });
    });
  }

  private async lock(
    manager: EntityManager,
    principal: Principal,
    { id, position }: InstalmentPath,
  ): Promise<InstalmentOf> {
    const spending = await this.files.lock(manager, principal, id);
    if (spending.rejected !== null) throw new DomainError('payment.payment-rejected');
    if (spending.contract === null) throw new DomainError('payment.no-contract');
    const instalment = spending.instalments.find((each) => each.position === position);
    if (!instalment) throw new DomainError('maintenance.instalment-unknown', { n: position });
    return { spending, instalment };
  }

  private async waiting(
    manager: EntityManager,
    principal: Principal,
    path: InstalmentPath,
  ): Promise<{ readonly of: InstalmentOf; readonly request: RequestRow }> {
    const of = await this.lock(manager, principal, path);
    const { request } = of.instalment;
    if (request === null) throw new DomainError('maintenance.instalment-unasked', { n: path.position });
    if (instalmentState(of.instalment) !== 'asked') throw new DomainError('payment.approved-twice');
    return { of, request };
  }

  private async pay(
    manager: EntityManager,
    principal: Principal,
    { of, day, mayBeNothing }: { readonly of: InstalmentOf; readonly day: Day | null; readonly mayBeNothing: boolean },
  ): Promise<string | null> {
    const entryId = this.ids.next();
    const on = day ?? this.clock.today();
    const { id } = of.spending;
    const { position, dueOn } = of.instalment;
    const values = [id, position, entryId, on, principal.actor.id, principal.actor.name];
    const [row] = await rowsOf(manager, { text: 'SELECT maintenance_spend($1, $2, $3, $4, $5, $6)', values });
    const outcome = row?.[0] ?? '';
    if (outcome === 'nothing-there' && mayBeNothing) return null;
    if (outcome !== 'posted') throw refused(outcome, { account: '1002', month: on.slice(0, 7), day: dueOn ?? '' });
    const after = { instalment: position, entry: entryId };
    await this.files.tell(manager, principal, id, { action: 'pay', after });
    return entryId;
  }
}

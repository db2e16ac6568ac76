import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database, Ids, rowsOf } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { spendingFaultOf } from './spending-approver.js';
import { SpendingFiles } from './spending-files.js';
import type { SpendingRow } from './spendings.queries.js';
import { MaintenanceSpendingApproval } from './tables/maintenance-spending-approval.entity.js';
import { MaintenanceSpendingRejection } from './tables/maintenance-spending-rejection.entity.js';

const DECLARED = '本人与收款方没有利害关系';
const OF_LEDGER = ['floor', 'overflow', 'period-closed'];
const OF_MAINTENANCE = ['nothing-there', 'spending-unknown', 'not-accepted', 'no-invoice'];

function refused(outcome: string, told: { readonly account: string; readonly month: string }): DomainError {
  const of = OF_LEDGER.includes(outcome) ? 'ledger' : OF_MAINTENANCE.includes(outcome) ? 'maintenance' : 'payment';
  return new DomainError(`${of}.${outcome}`, told);
}

/** 复核与支付: two others approve; then what homes have is taken, and what they lack stays due until it comes in. */
@Injectable()
export class SpendingPayments {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly files: SpendingFiles,
  ) {}

  /**
   * One of the two who approve. With the second, money is taken from the homes that have it.
   * @returns the id of the entry; null while the second is awaited, or where no home has anything
   * @throws DomainError `payment.…`, `maintenance.…`
   */
  async approve(
    principal: Principal,
    id: string,
    asked: { readonly hasNoInterest: boolean; readonly day: Day | null },
  ): Promise<string | null> {
    return this.database.transaction(principal, async (manager) => {
      const spending = await this.waiting(manager, principal, id);
      const told = { spending, on: this.clock.today(), hasNoInterest: asked.hasNoInterest };
      const fault = await spendingFaultOf(manager, principal, told);
      if (fault !== null) throw new DomainError(fault);
      const position = spending.approvals.length + 1;
      const row = { cityId: principal.cityId, spendingId: id, position, declaration: DECLARED };
      await manager.insert(MaintenanceSpendingApproval, { ...row, by: this.files.by(principal) });
      const after = { position, declared: DECLARED };
      await this.files.tell(manager, principal, id, { action: 'approve', after });
      return position === 2 ? this.pay(manager, principal, { id, day: asked.day, mayBeNothing: true }) : null;
    });
  }

  /** 收回欠款: takes what has come in since from homes that still owe. @throws DomainError as above */
  async collect(principal: Principal, id: string, day: Day | null): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.lock(manager, principal, id);
      return (await this.pay(manager, principal, { id, day, mayBeNothing: false })) ?? '';
    });
  }

  /** @throws DomainError `payment.payment-rejected`, `payment.approved-twice` */
  async reject(principal: Principal, id: string, reason: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.waiting(manager, principal, id);
      const row = { cityId: principal.cityId, spendingId: id, reason };
      await manager.insert(MaintenanceSpendingRejection, { ...row, by: this.files.by(principal) });
      await this.files.tell(manager, principal, id, { action: 'reject', after: { reason } });
    });
  }

  private async waiting(manager: EntityManager, principal: Principal, id: string): Promise<SpendingRow> {
    const spending = await this.files.lock(manager, principal, id);
    if (spending.rejected !== null) throw new DomainError('payment.payment-rejected');
    if (spending.approvals.length >= 2) throw new DomainError('payment.approved-twice');
    return spending;
  }

  private async pay(
    manager: EntityManager,
    principal: Principal,
    { id, day, mayBeNothing }: { readonly id: string; readonly day: Day | null; readonly mayBeNothing: boolean },
  ): Promise<string | null> {
    const entryId = this.ids.next();
    const on = day ?? this.clock.today();
    const values = [id, entryId, on, principal.actor.id, principal.actor.name];
    const [row] = await rowsOf(manager, { text: 'SELECT maintenance_spend($1, $2, $3, $4, $5)', values });
    const outcome = row?.[0] ?? '';
    if (outcome === 'nothing-there' && mayBeNothing) return null;
    if (outcome !== 'posted') throw refused(outcome, { account: '1002', month: on.slice(0, 7) });
    await this.files.tell(manager, principal, id, { action: 'pay', after: { entry: entryId } });
    return entryId;
  }
}

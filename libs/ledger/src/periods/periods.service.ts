import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Database, rowsOf } from '#libs/platform';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { amountText } from '../domain/amount.js';
import { ReconciliationQueries } from '../matching/reconciliation.queries.js';
import { LedgerPeriodStep, type AccountDifference } from './ledger-period-step.entity.js';

export interface PeriodTurn {
  /** As `2026-11`. */
  readonly month: string;
  readonly step: LedgerPeriodStep['step'];
  readonly reason: string;
  /** Why it is closed although its bank reconciliation does not come out, if it does not. */
  readonly differencesReason?: string | undefined;
}

/** 结账与反结账: a closed month takes no entry; who opened it again, and why, stays to be seen. */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly database: Database,
    private readonly reconciliations: ReconciliationQueries,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * What differs is asked before: what is imported, matched or undone at that moment might as well have come after.
   * @throws DomainError `ledger.period-closed` when it is closed already, `ledger.period-open` when it is open,
   * `ledger.period-differs` when it is to be closed while an account does not come out, and nobody said why
   */
  async turn(principal: Principal, book: LedgerBook, turn: PeriodTurn): Promise<void> {
    const { month, step, reason } = turn;
    const { id: byId, name: byName } = principal.actor;
    const differences = step === 'closing' ? await this.differences(book, month) : null;
    const why = differences && (turn.differencesReason ?? null);
    await this.database.transaction(principal, async (manager) => {
      const [row] = await rowsOf(manager, {
        text: 'SELECT ledger_turn_period($1, $2, $3, $4, $5, $6, $7, $8)',
        values: [book.id, `${month}-01`, step, reason, byId, byName, why && JSON.stringify(differences), why],
      });
      if (row?.[0] !== 'done') throw new DomainError(`ledger.${row?.[0]}`, { month });
      if (differences && !why)
        throw new DomainError('ledger.period-differs', { month, differences: told(differences) });
      const unreconciled = why === null ? {} : { differences, differencesReason: why };
      const after = { book: book.id, month, step, reason, ...unreconciled };
      const line = { action: `ledger.${step}`, subjectKind: 'ledger-book', subjectId: book.id, after };
      await this.auditLog.record(manager, principal, line);
    });
  }

  private async differences(book: LedgerBook, month: string): Promise<readonly AccountDifference[] | null> {
    const differing = await this.reconciliations.differing(book, month);
    const all = differing.map(({ account, found }) => {
      return {
        account: account.code,
        name: account.name,
        difference: amountText(found?.difference ?? 0n, book.decimals),
      };
    });
    return all.length > 0 ? all : null;
  }

  /** Everything that happened to the months of a book, the latest first. */
  async trail(book: LedgerBook): Promise<readonly LedgerPeriodStep[]> {
    const of = { cityId: book.cityId, bookId: book.id };
    return this.database.transaction(book, (manager) =>
      manager.find(LedgerPeriodStep, { where: of, order: { month: 'DESC', sequence: 'DESC' }, take: 1000 }),
    );
  }
}

function told(differences: readonly AccountDifference[]): string {
  return differences.map(({ account, name, difference }) => `${account} ${name} ${difference}`).join('；');
}

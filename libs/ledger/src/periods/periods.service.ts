import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Database, rowsOf } from '#libs/platform';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { LedgerPeriodStep } from './ledger-period-step.entity.js';

export interface PeriodTurn {
  /** As `2026-11`. */
  readonly month: string;
  readonly step: LedgerPeriodStep['step'];
  readonly reason: string;
}

/** 结账与反结账: a closed month takes no entry; who opened it again, and why, stays to be seen. */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `ledger.period-closed` when it is closed already, `ledger.period-open` when it is open */
  async turn(principal: Principal, book: LedgerBook, { month, step, reason }: PeriodTurn): Promise<void> {
    const { id: byId, name: byName } = principal.actor;
    await this.database.transaction(principal, async (manager) => {
      const [row] = await rowsOf(manager, {
        text: 'SELECT ledger_turn_period($1, $2, $3, $4, $5, $6)',
        values: [book.id, `${month}-01`, step, reason, byId, byName],
      });
      if (row?.[0] !== 'done') throw new DomainError(`ledger.${row?.[0]}`, { month });
      const after = { book: book.id, month, step, reason };
      const line = { action: `ledger.${step}`, subjectKind: 'ledger-book', subjectId: book.id, after };
      await this.auditLog.record(manager, principal, line);
    });
  }

  /** Everything that happened to the months of a book, the latest first. */
  async trail(book: LedgerBook): Promise<readonly LedgerPeriodStep[]> {
    const of = { cityId: book.cityId, bookId: book.id };
    return this.database.transaction(book, (manager) =>
      manager.find(LedgerPeriodStep, { where: of, order: { month: 'DESC', sequence: 'DESC' }, take: 1000 }),
    );
  }
}

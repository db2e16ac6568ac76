import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Database, Ids, rowsOf } from '#libs/platform';
import type { LedgerBook } from '../books/ledger-book.entity.js';

export interface NewHold {
  readonly account: string;
  readonly amount: bigint;
  readonly memo: string;
  readonly basisKind?: string | null;
  readonly basis?: string | null;
  readonly key: string;
}

export interface MadeHold {
  readonly id: string;
  readonly isNew: boolean;
}

/** 两步付款: an amount is held first, so that no two payments count on it; then an entry pays it, or it is freed. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError `ledger.floor`, `ledger.key-used`, `ledger.account-unknown` … */
  async hold(principal: Principal, book: LedgerBook, hold: NewHold): Promise<MadeHold> {
    const { account, amount, memo, basisKind = null, basis = null, key } = hold;
    const { id: byId, name: byName } = principal.actor;
    return this.database.transaction(principal, async (manager) => {
      const [row] = await rowsOf(manager, {
        text: 'SELECT outcome, id::text FROM ledger_hold_amount($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        values: [book.id, this.ids.next(), account, String(amount), memo, basisKind, basis, key, byId, byName],
      });
      const [outcome, id] = row ?? [];
      if (outcome === 'known') return { id: id ?? '', isNew: false };
      if (outcome !== 'held') throw new DomainError(`ledger.${outcome}`, { account });
      const after = { book: book.id, account, amount: String(amount) };
      const line = { action: 'ledger.hold', subjectKind: 'ledger-hold', subjectId: id ?? '', after };
      await this.auditLog.record(manager, principal, line);
      return { id: id ?? '', isNew: true };
    });
  }

  /** @throws DomainError `ledger.hold-over` */
  async release(principal: Principal, book: LedgerBook, holdId: string, reason: string): Promise<void> {
    const { id: byId, name: byName } = principal.actor;
    await this.database.transaction(principal, async (manager) => {
      const [row] = await rowsOf(manager, {
        text: 'SELECT ledger_release_hold($1, $2, $3, $4, $5)',
        values: [book.id, holdId, reason, byId, byName],
      });
      if (row?.[0] !== 'released') throw new DomainError(`ledger.${row?.[0]}`);
      const line = { action: 'ledger.release', subjectKind: 'ledger-hold', subjectId: holdId, after: { reason } };
      await this.auditLog.record(manager, principal, line);
    });
  }
}

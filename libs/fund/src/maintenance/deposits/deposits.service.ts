import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { PostingService, type LedgerBook, type PostedEntry } from '#libs/ledger';
import { Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { DepositRegister } from './deposit-register.js';
import { MaintenanceDeposit, type DepositKind } from './maintenance-deposit.entity.js';

export interface NewDeposit {
  readonly unitId: string;
  readonly kind: DepositKind;
  readonly amount: bigint;
  readonly onDay: Day;
  readonly document: string | null;
}

/** A deposit with the key under which it is posted once. */
export type KeyedDeposit = NewDeposit & { readonly key: string };

const MEMOS: Readonly<Record<DepositKind, string>> = { first: '首期交存', 'top-up': '续交' };

/** 交存: each deposit is one entry, from the bank to the home's sub-account. */
@Injectable()
export class DepositsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly posting: PostingService,
    private readonly register: DepositRegister,
  ) {}

  /** The same key with the same deposit answers the same one. @throws DomainError `maintenance.…`, `ledger.…` */
  async record(principal: Principal, book: LedgerBook, { key, ...deposit }: KeyedDeposit): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const [id = ''] = await this.recordIn(manager, principal, { book, deposits: [{ ...deposit, key }] });
      return id;
    });
  }

  /** The same for a whole list, in the transaction of whoever reads it: all of them or none. @returns ids */
  async recordIn(
    manager: EntityManager,
    principal: Principal,
    { book, deposits }: { readonly book: LedgerBook; readonly deposits: readonly KeyedDeposit[] },
  ): Promise<readonly string[]> {
    const { cityId, actor } = principal;
    const homes = await this.register.homesOf(manager, book, deposits);
    const codes = await this.register.accounts.open(manager, book, [...homes.values()]);
    const entries = deposits.map(({ unitId, kind, amount, onDay: day, document, key }) => {
      const lines = [
        { account: '1002', amount, memo: null },
        { account: codes.get(unitId) ?? '', amount: -amount, memo: document },
      ];
      return { day, memo: `${homes.get(unitId)?.address ?? ''} ${MEMOS[kind]}`, basisKind: 'deposit', key, lines };
    });
    const answers = await this.posting.postIn(manager, book, entries, principal);
    const refused = answers.find((answer) => answer instanceof Error);
    if (refused) throw refused;
    const posted = answers as readonly PostedEntry[];
    const fresh = deposits.filter((_, at) => posted[at]?.isNew);
    await this.register.requireFirst(manager, book, { deposits: fresh, homes });
    const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
    const rows = deposits.flatMap((deposit, at) => {
      const { unitId, kind, amount, onDay, document } = deposit;
      const told = { unitId, kind, amount: String(amount), onDay, document, bookId: book.id, by };
      return posted[at]?.isNew ? [{ ...told, cityId, id: this.ids.next(), entryId: posted[at].id }] : [];
    });
    for (let at = 0; at < rows.length; at += 500) await manager.insert(MaintenanceDeposit, rows.slice(at, at + 500));
    await this.register.tell(manager, principal, book, rows);
    return this.register.idsOf(manager, book, posted);
  }
}

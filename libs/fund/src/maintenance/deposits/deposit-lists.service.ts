import { Injectable } from '@nestjs/common';
import { DomainError, isDay, type Day, type Principal } from '#libs/kernel';
import type { LedgerBook } from '#libs/ledger';
import { Clock, Database, readTables } from '#libs/platform';
import { CompoundHomes, type CompoundHome } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../../domain/fen.js';
import { readDeposits, type DepositFault, type ReadDeposits } from './deposit-list.js';
import { firstDeposits } from './deposits.queries.js';
import { DepositsService, type KeyedDeposit } from './deposits.service.js';
import type { DepositKind } from './maintenance-deposit.entity.js';

export interface SentDeposits {
  readonly name: string;
  readonly content: Buffer;
  readonly kind: DepositKind;
  /** Of rows that name no day. */
  readonly onDay: string;
}

/** What became of a list: with a fault in any row nothing of it was recorded. */
export interface DepositReport {
  readonly rows: number;
  readonly recorded: number;
  readonly sum: bigint;
  readonly faults: readonly DepositFault[];
}

interface Looked {
  readonly deposits: readonly KeyedDeposit[];
  readonly faults: readonly DepositFault[];
}

/** 批量交存: a list of deposits, recorded whole or not at all; the same file twice changes nothing. */
@Injectable()
export class DepositListsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly homes: CompoundHomes,
    private readonly deposits: DepositsService,
  ) {}

  /** @throws DomainError `maintenance.list-unclear`, `import.…`, `ledger.…` */
  async record(principal: Principal, book: LedgerBook, sent: SentDeposits): Promise<DepositReport> {
    const onDay = isDay(sent.onDay) ? sent.onDay : this.clock.today();
    const { sha256, tables } = await readTables(sent.content, sent.name);
    const read = tables.map((table) => readDeposits(table, onDay)).find((each) => each !== null);
    if (!read) throw new DomainError('maintenance.list-unclear');
    return this.database.transaction(principal, async (manager) => {
      const looked = await this.look(manager, book, { read, kind: sent.kind, list: `${sha256}:${onDay}` });
      const faults = [...read.faults, ...looked.faults].toSorted((one, other) => one.row - other.row);
      const sum = read.deposits.reduce((total, { amount }) => total + amount, 0n);
      if (faults.length > 0) return { rows: read.rows, recorded: 0, sum, faults };
      await this.deposits.recordIn(manager, principal, { book, deposits: looked.deposits });
      return { rows: read.rows, recorded: looked.deposits.length, sum, faults };
    });
  }

  private async look(
    manager: EntityManager,
    book: LedgerBook,
    { read, kind, list }: { readonly read: ReadDeposits; readonly kind: DepositKind; readonly list: string },
  ): Promise<Looked> {
    const day: Day = this.clock.today();
    const homes = await this.homes.on(manager, book.cityId, { compoundId: book.compoundId ?? '', day });
    const byKey = new Map(homes.map((home) => [home.addressKey, home]));
    // As the table of balances writes it: some names can be read in more than one way.
    const byAddress = new Map(homes.map((home) => [home.address, home]));
    const isNew = !(await this.isKnown(manager, book, keyOf(kind, list, read.deposits[0]?.row ?? 0)));
    const firsts = kind === 'first' && isNew ? await firstDeposits(manager, book) : new Map<string, bigint>();
    const rows = new Map<string, number>();
    const [deposits, faults]: [KeyedDeposit[], DepositFault[]] = [[], []];
    for (const { row, written, ...told } of read.deposits) {
      const home = byAddress.get(written.address ?? '') ?? byKey.get(this.homes.keyOf(written) ?? '');
      const fault = home ? faultOf(home, { rows, firsts }) : unknownHome(written);
      if (home && fault === null) {
        rows.set(home.unitId, row);
        deposits.push({ ...told, unitId: home.unitId, kind, key: keyOf(kind, list, row) });
      } else if (fault) faults.push({ row, told: fault });
    }
    return { deposits, faults };
  }

  /** The same list again is no list of first deposits that are known. */
  private async isKnown(manager: EntityManager, { cityId, id }: LedgerBook, key: string): Promise<boolean> {
    const text = 'SELECT 1 FROM ledger_entry WHERE city_id = $1 AND book_id = $2 AND idempotency_key = $3';
    return (await manager.query<unknown[]>(text, [cityId, id, key])).length > 0;
  }
}

const keyOf = (kind: DepositKind, list: string, row: number): string => `deposit:${kind}:${list}:${row}`;

function unknownHome(written: Readonly<Record<string, string | null>>): DepositFault['told'] {
  const address = Object.values(written).filter(Boolean).join(' ');
  return {
    zh: `名册里没有房屋“${address}”，请对照房屋列表更正`,
    en: `the register has no home “${address}”; compare it with the list of homes`,
  };
}

function faultOf(
  { unitId, address }: CompoundHome,
  known: { readonly rows: ReadonlyMap<string, number>; readonly firsts: ReadonlyMap<string, bigint> },
): DepositFault['told'] | null {
  const [row, first] = [known.rows.get(unitId), known.firsts.get(unitId)];
  if (row !== undefined)
    return { zh: `${address} 在第 ${row} 行已经出现过`, en: `${address} stands in row ${row} already` };
  if (first === undefined) return null;
  const amount = yuanText(first);
  return {
    zh: `${address} 已经登记过首期交存（${amount} 元）`,
    en: `the first deposit of ${address} (${amount} yuan) is recorded already`,
  };
}

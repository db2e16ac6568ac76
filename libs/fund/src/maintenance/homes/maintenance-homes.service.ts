import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import type { LedgerBook } from '#libs/ledger';
import { Clock, Database } from '#libs/platform';
import { CompoundHomes, type CompoundHome } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { firstDeposits } from '../deposits/deposits.queries.js';
import { MaintenanceBooks } from '../maintenance-books.js';
import { balancesOfHomes, linesOfHome, type HomeLine } from './movements.queries.js';

/** A home with what it first paid in and what is there. */
export interface HomeBalance {
  readonly home: CompoundHome;
  readonly first: bigint;
  readonly balance: bigint;
  /** Whether anything was ever paid in. */
  readonly isOpen: boolean;
}

export interface HomeAccount {
  readonly home: CompoundHome;
  readonly balance: bigint;
  readonly lines: readonly HomeLine[];
}

const NOTHING: ReadonlyMap<string, bigint> = new Map();

/** 分户账: what each home of a compound has, as of any day. */
@Injectable()
export class MaintenanceHomes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly books: MaintenanceBooks,
    private readonly homes: CompoundHomes,
  ) {}

  /** Every home in the order of its address. @throws DomainError `compound.not-found` */
  async list(principal: Principal, compoundId: string, at: Day | null): Promise<readonly HomeBalance[]> {
    const book = await this.books.toRead(principal, compoundId);
    return this.database.transaction(principal, (manager) =>
      this.balances(manager, principal.cityId, { compoundId, book, at }),
    );
  }

  /** The same for whoever has asked already whether it may be shown. */
  async balances(
    manager: EntityManager,
    cityId: number,
    {
      compoundId,
      book,
      at,
    }: { readonly compoundId: string; readonly book: LedgerBook | null; readonly at: Day | null },
  ): Promise<readonly HomeBalance[]> {
    const homes = await this.homes.on(manager, cityId, { compoundId, day: at ?? this.clock.today() });
    const balances = book === null ? NOTHING : await balancesOfHomes(manager, book, at);
    const firsts = book === null ? NOTHING : await firstDeposits(manager, book, at);
    return homes.map((home) => {
      const { unitId } = home;
      const [first = 0n, balance = 0n] = [firsts.get(unitId), balances.get(unitId)];
      return { home, first, balance, isOpen: balances.has(unitId) };
    });
  }

  /** One home with all its lines. @throws DomainError `compound.not-found`, `maintenance.home-unknown` */
  async one(
    principal: Principal,
    compoundId: string,
    asked: { readonly unitId: string; readonly at: Day | null },
  ): Promise<HomeAccount> {
    await this.books.toRead(principal, compoundId);
    return this.database.transaction(principal, (manager) =>
      this.account(manager, principal.cityId, { ...asked, compoundId }),
    );
  }

  /** The same for whoever has asked already. @throws DomainError `maintenance.home-unknown` */
  async account(
    manager: EntityManager,
    cityId: number,
    { compoundId, unitId, at }: { readonly compoundId: string; readonly unitId: string; readonly at: Day | null },
  ): Promise<HomeAccount> {
    const [home] = await this.homes.on(manager, cityId, { compoundId, day: at ?? this.clock.today(), unitId });
    if (!home) throw new DomainError('maintenance.home-unknown');
    const lines = await linesOfHome(manager, cityId, { unitId, at });
    return { home, balance: BigInt(lines[0]?.balance ?? 0), lines };
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { cityOfCode, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { MaintenanceHomes } from '../homes/maintenance-homes.service.js';
import { MaintenanceBooks } from '../maintenance-books.js';

interface BuildingBalance {
  readonly building: string | null;
  readonly homes: number;
  readonly balance: bigint;
}

/** What everybody may see of a maintenance fund; in fen, and of no home by itself. */
export interface MaintenanceTotals {
  readonly compound: string;
  readonly deposited: bigint;
  readonly earned: bigint;
  readonly spent: bigint;
  readonly balance: bigint;
  readonly waiting: bigint;
  readonly buildings: readonly BuildingBalance[];
}

const COMPOUND = `
  SELECT v.name FROM compound_version v WHERE v.city_id = $1 AND v.compound_id = $2 AND v.superseded_at IS NULL
  ORDER BY v.valid_from DESC LIMIT 1`;

/** What moved the sub-accounts, by what allowed it; a reversal counts with what it reverses. */
const MOVED = `
  SELECT coalesce(o.basis_kind, e.basis_kind) AS kind, (-sum(l.amount))::text AS amount FROM maintenance_account m
  JOIN ledger_line l ON l.city_id = m.city_id AND l.account_id = m.account_id AND l.book_id = m.book_id
  JOIN ledger_entry e ON e.city_id = l.city_id AND e.id = l.entry_id AND e.book_id = l.book_id
  LEFT JOIN ledger_entry o ON o.city_id = e.city_id AND o.id = e.reverses AND o.book_id = e.book_id
  WHERE m.city_id = $1 AND m.book_id = $2 GROUP BY 1`;
const WAITING = `
  SELECT (-a.balance)::text AS amount FROM ledger_account a
  WHERE a.city_id = $1 AND a.book_id = $2 AND a.code = '4201'`;

/** 维修资金公示 (住宅专项维修资金管理办法 30): totals per compound and building. */
@Injectable()
export class PublicMaintenance {
  constructor(
    private readonly database: Database,
    private readonly books: MaintenanceBooks,
    private readonly homes: MaintenanceHomes,
  ) {}

  /** @throws DomainError `request.not-found`, `compound.not-found` */
  async totals(cityCode: string, compoundId: string): Promise<MaintenanceTotals> {
    const city = await cityOfCode(this.database, cityCode);
    const book = await this.books.find(city.id, compoundId);
    return this.database.transaction({ cityId: city.id }, async (manager) => {
      const named = await requireNamed(manager, city.id, compoundId);
      const balances = await this.homes.balances(manager, city.id, { compoundId, book, at: null });
      const buildings = new Map<string | null, BuildingBalance>();
      for (const { home, balance } of balances) {
        const { building } = home;
        const known = buildings.get(building) ?? { building, homes: 0, balance: 0n };
        buildings.set(building, { building, homes: known.homes + 1, balance: known.balance + balance });
      }
      const moved = book === null ? NOTHING : await sums(manager, MOVED, [city.id, book.id]);
      const [waiting] = book === null ? [] : await manager.query<{ amount: string }[]>(WAITING, [city.id, book.id]);
      const [deposited = 0n, earned = 0n] = [moved.get('deposit'), moved.get('interest')];
      const balance = [...moved.values()].reduce((sum, amount) => sum + amount, 0n);
      const totals = { deposited, earned, spent: deposited + earned - balance, balance };
      const told = { compound: named.name, waiting: BigInt(waiting?.amount ?? 0) };
      return { ...told, ...totals, buildings: [...buildings.values()] };
    });
  }
}

/** A compound of the city, by what it is called now. @throws DomainError `compound.not-found` */
export async function requireNamed(
  manager: EntityManager,
  cityId: number,
  compoundId: string,
): Promise<{ readonly name: string }> {
  const [named] = await manager.query<{ name: string }[]>(COMPOUND, [cityId, compoundId]);
  if (!named) throw new DomainError('compound.not-found', { id: compoundId });
  return named;
}

const NOTHING: ReadonlyMap<string, bigint> = new Map();

async function sums(
  manager: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await manager.query<{ kind: string | null; amount: string }[]>(text, [...values]);
  return new Map(rows.map(({ kind, amount }) => [kind ?? '', BigInt(amount)]));
}

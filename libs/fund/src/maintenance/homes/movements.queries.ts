import type { Day } from '#libs/kernel';
import type { LedgerBook } from '#libs/ledger';
import type { EntityManager } from 'typeorm';
import type { Movement } from '../../domain/maintenance/balance-days.js';

type Book = Pick<LedgerBook, 'cityId' | 'id'>;

const BALANCES = `
  SELECT m.unit_id AS "unitId", coalesce(-sum(l.amount), 0)::text AS balance FROM maintenance_account m
  LEFT JOIN ledger_line l ON l.city_id = m.city_id AND l.account_id = m.account_id AND l.book_id = m.book_id
    AND l.day <= coalesce($3::date, 'infinity')
  WHERE m.city_id = $1 AND m.book_id = $2 GROUP BY m.unit_id`;

/** What each home has in its sub-account at the end of a day, or as of all that is posted. */
export async function balancesOfHomes(
  manager: EntityManager,
  { cityId, id }: Book,
  at: Day | null,
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await manager.query<{ unitId: string; balance: string }[]>(BALANCES, [cityId, id, at]);
  return new Map(rows.map(({ unitId, balance }) => [unitId, BigInt(balance)]));
}

const MOVEMENTS = `
  SELECT m.unit_id AS "unitId", l.day::text AS day, (-sum(l.amount))::text AS amount FROM maintenance_account m
  JOIN ledger_line l ON l.city_id = m.city_id AND l.account_id = m.account_id AND l.book_id = m.book_id
  WHERE m.city_id = $1 AND m.book_id = $2 AND l.day <= $3::date GROUP BY m.unit_id, l.day`;

/** What came and went per home and day, up to a day. */
export async function movementsOfHomes(
  manager: EntityManager,
  { cityId, id }: Book,
  until: Day,
): Promise<ReadonlyMap<string, readonly Movement[]>> {
  const rows = await manager.query<{ unitId: string; day: Day; amount: string }[]>(MOVEMENTS, [cityId, id, until]);
  const found = new Map<string, Movement[]>();
  for (const { unitId, day, amount } of rows) {
    const movements = found.get(unitId) ?? [];
    movements.push({ day, amount: BigInt(amount) });
    found.set(unitId, movements);
  }
  return found;
}

/** A line of a home's sub-account; what went is less than nothing. */
export interface HomeLine {
  readonly entryId: string;
  readonly number: string;
  readonly day: Day;
  readonly memo: string;
  /** What allows it, where money went. */
  readonly basis: string | null;
  readonly amount: string;
  readonly balance: string;
  readonly isReversal: boolean;
}

const LINES = `
  SELECT e.id AS "entryId", e.number::text AS number, l.day::text AS day, e.memo, e.basis, (-l.amount)::text AS amount,
    (-sum(l.amount) OVER (ORDER BY l.day, l.sequence))::text AS balance, e.reverses IS NOT NULL AS "isReversal"
  FROM maintenance_account m
  JOIN ledger_line l ON l.city_id = m.city_id AND l.account_id = m.account_id AND l.book_id = m.book_id
  JOIN ledger_entry e ON e.city_id = l.city_id AND e.id = l.entry_id AND e.book_id = l.book_id
  WHERE m.city_id = $1 AND m.unit_id = $2 AND l.day <= coalesce($3::date, 'infinity')
  ORDER BY l.day DESC, l.sequence DESC`;

/** All lines of a home, the newest day first, each with the balance behind it. */
export async function linesOfHome(
  manager: EntityManager,
  cityId: number,
  { unitId, at }: { readonly unitId: string; readonly at: Day | null },
): Promise<readonly HomeLine[]> {
  return manager.query<HomeLine[]>(LINES, [cityId, unitId, at]);
}

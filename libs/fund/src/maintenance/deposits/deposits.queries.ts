import type { Day } from '#libs/kernel';
import type { LedgerBook } from '#libs/ledger';
import type { EntityManager } from 'typeorm';

const FIRST = `
  SELECT d.unit_id AS "unitId", sum(d.amount)::text AS amount FROM maintenance_deposit d
  WHERE d.city_id = $1 AND d.book_id = $2 AND d.kind = 'first'
    AND d.on_day <= coalesce($3::date, 'infinity') AND NOT EXISTS (SELECT 1 FROM ledger_entry e
      WHERE e.city_id = d.city_id AND e.book_id = d.book_id AND e.reverses = d.entry_id
        AND e.day <= coalesce($3::date, 'infinity')) GROUP BY d.unit_id`;

/** 首期: what was first paid in per home by a day, or at all, without what was reversed. */
export async function firstDeposits(
  manager: EntityManager,
  { cityId, id }: Pick<LedgerBook, 'cityId' | 'id'>,
  at: Day | null = null,
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await manager.query<{ unitId: string; amount: string }[]>(FIRST, [cityId, id, at]);
  return new Map(rows.map(({ unitId, amount }) => [unitId, BigInt(amount)]));
}

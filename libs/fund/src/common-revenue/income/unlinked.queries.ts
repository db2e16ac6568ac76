import { pageOf, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { IncomeKind } from '../../domain/common-revenue/income.js';

/** What came in and may be the payment of a contract: an entry, by what it brought of each kind. */
export interface UnlinkedEntry {
  readonly id: string;
  readonly number: string;
  readonly day: string;
  readonly memo: string;
  /** As the bank wrote it; null where no line of the bank was matched. */
  readonly counterparty: string | null;
  readonly brought: readonly { readonly kind: IncomeKind; readonly amount: string }[];
}

/** Kinds of which no contract is recorded wait for none. */
const UNLINKED = `
  SELECT e.id, e.number::text, e.day::text, e.memo, p.brought, (SELECT string_agg(DISTINCT r.counterparty, '、')
      FROM statement_match_entry x
      JOIN statement_match_row y ON y.city_id = x.city_id AND y.match_id = x.match_id
      JOIN bank_statement_row r ON r.city_id = y.city_id AND r.id = y.row_id
      WHERE x.city_id = e.city_id AND x.entry_id = e.id AND NOT EXISTS (SELECT 1 FROM statement_match_undoing u
        WHERE u.city_id = x.city_id AND u.match_id = x.match_id)) AS counterparty
  FROM ledger_book b JOIN ledger_entry e ON e.city_id = b.city_id AND e.book_id = b.id
  JOIN LATERAL (SELECT json_agg(json_build_object('kind', g.code, 'amount', g.amount::text) ORDER BY g.code) AS brought
    FROM (SELECT a.code, -sum(l.amount) AS amount FROM ledger_line l
      JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id AND a.book_id = l.book_id
      WHERE l.city_id = e.city_id AND l.entry_id = e.id AND l.book_id = e.book_id
        AND EXISTS (SELECT 1 FROM common_revenue_contract c
          WHERE c.city_id = b.city_id AND c.compound_id = b.compound_id AND c.kind = a.code)
      GROUP BY a.code HAVING sum(l.amount) < 0) g) p ON p.brought IS NOT NULL
  WHERE b.city_id = $1 AND b.kind = 'common-revenue' AND b.compound_id = $2 AND e.reverses IS NULL
    AND NOT EXISTS (SELECT 1 FROM common_revenue_receipt i WHERE i.city_id = e.city_id AND i.entry_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM ledger_entry v WHERE v.city_id = e.city_id AND v.book_id = e.book_id
      AND v.reverses = e.id)
    AND ($3::uuid IS NULL OR e.id < $3)
  ORDER BY e.id DESC LIMIT $4`;

/** One page of the book of a compound, the latest first. */
export async function unlinkedOf(
  manager: EntityManager,
  cityId: number,
  { compoundId, after, limit }: { readonly compoundId: string; readonly after: string | null; readonly limit: number },
): Promise<Page<UnlinkedEntry>> {
  const rows = await manager.query<UnlinkedEntry[]>(UNLINKED, [cityId, compoundId, after, limit + 1]);
  return pageOf(rows, limit, ({ id }) => id);
}

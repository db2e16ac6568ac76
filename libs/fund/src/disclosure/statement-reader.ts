import { Injectable } from '@nestjs/common';
import type { LedgerBook } from '#libs/ledger';
import { amountText } from '#libs/ledger';
import { rowsOf } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { Period } from '../domain/disclosure/periods.js';
import { statementOf, type AccountSum } from '../domain/disclosure/statement.js';
import { maskedText } from '../domain/masked-words.js';
import { USES, type Use } from '../domain/uses.js';
import { FundStatement, type StatementProject } from './statement.dto.js';

/** What every account held before the period and moved in it, with the name of the account at its top. */
const SUMS = `
  SELECT a.code, a.kind, coalesce(t.name, a.name), s.opening::text, s.moved::text
  FROM (SELECT l.account_id, coalesce(sum(l.amount) FILTER (WHERE l.day < $3), 0) AS opening,
      coalesce(sum(l.amount) FILTER (WHERE l.day >= $3), 0) AS moved FROM ledger_line l
    WHERE l.city_id = $1 AND l.book_id = $2 AND l.day <= $4 GROUP BY l.account_id) s
  JOIN ledger_account a ON a.city_id = $1 AND a.book_id = $2 AND a.id = s.account_id
  LEFT JOIN ledger_account t ON t.city_id = $1 AND t.book_id = $2 AND t.code = split_part(a.code, ':', 1)
  ORDER BY a.code COLLATE "C"`;

/** What was paid for each project in the period; what was reversed in it is taken off. */
const PROJECTS = `
  SELECT p.title, p.beneficiary, v.name, p.use_code,
    sum(CASE WHEN e.reverses IS NULL THEN y.amount ELSE -y.amount END)::text
  FROM ledger_entry e
  JOIN fund_payment_posting o ON o.city_id = e.city_id AND o.book_id = e.book_id
    AND o.entry_id = coalesce(e.reverses, e.id)
  JOIN fund_payment y ON y.city_id = o.city_id AND y.id = o.payment_id
  JOIN fund_project p ON p.city_id = y.city_id AND p.id = y.project_id
  JOIN LATERAL (SELECT v.name FROM compound_version v WHERE v.city_id = p.city_id AND v.compound_id = p.compound_id
    AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1) v ON true
  WHERE e.city_id = $1 AND e.book_id = $2 AND e.day BETWEEN $3 AND $4
  GROUP BY p.id, p.title, p.beneficiary, v.name, p.use_code ORDER BY p.id`;

const LAST = `SELECT coalesce(max(e.number), 0)::text FROM ledger_entry e WHERE e.city_id = $1 AND e.book_id = $2`;

/** 收支情况表 of a period, as the books tell it now. */
@Injectable()
export class StatementReader {
  /** All of it in one snapshot, so that its parts speak of the same entries. */
  async read(manager: EntityManager, book: LedgerBook, period: Period): Promise<FundStatement> {
    const values = [book.cityId, book.id, period.from, period.to];
    const sums = await rowsOf(manager, { name: 'fund-period-sums', text: SUMS, values });
    const paid = await rowsOf(manager, { name: 'fund-period-projects', text: PROJECTS, values });
    const [last] = await rowsOf(manager, { text: LAST, values: values.slice(0, 2) });
    const accounts = sums.map(([code, kind, name, opening, moved]): AccountSum => {
      const amounts = { opening: BigInt(opening ?? 0), moved: BigInt(moved ?? 0) };
      return { code: code ?? '', kind: kind ?? '', name: name ?? '', ...amounts };
    });
    const projects = paid.map(([title, beneficiary, compound, use, amount]): StatementProject => {
      const project = maskedText(title ?? '', beneficiary == null ? [] : [beneficiary]);
      const told = { useName: USES[use as Use], paid: amountText(amount ?? '0', book.decimals) };
      return { project, compound: compound ?? '', ...told };
    });
    return FundStatement.from(book, period, {
      ...{ statement: statementOf(accounts), projects, lastEntry: last?.[0] ?? '0' },
    });
  }
}

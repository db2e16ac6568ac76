import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { ruleValueOn } from '#libs/law';
import type { EntityManager } from 'typeorm';
import { statementOf, type AccountSum, type StatementLine } from '../../domain/common-revenue/statement.js';
import type { Period } from '../../domain/disclosure/periods.js';
import { maskedText } from '../../domain/masked-words.js';
import { RevenueContractResponse } from '../income/contracts.dto.js';
import { contractsOf } from '../income/contracts.queries.js';
import type { RevenueStatementEntry, RevenueStatementResponse } from './statements.dto.js';

const BOOK = `ledger_book b WHERE b.city_id = $1 AND b.kind = 'common-revenue' AND b.compound_id = $2`;

const SUMS = `
  SELECT a.code, coalesce(sum(l.amount) FILTER (WHERE l.day < $3), 0)::text AS opening,
    coalesce(sum(l.amount) FILTER (WHERE l.day >= $3), 0)::text AS moved
  FROM (SELECT * FROM ${BOOK}) b JOIN ledger_account a ON a.city_id = b.city_id AND a.book_id = b.id
  LEFT JOIN ledger_line l ON l.city_id = a.city_id AND l.account_id = a.id AND l.book_id = a.book_id AND l.day <= $4
  GROUP BY a.code`;

const ENTRIES = `
  SELECT e.id, e.number::text, e.day::text, e.memo, a.name, (-l.amount)::text AS amount, e.basis
  FROM (SELECT * FROM ${BOOK}) b JOIN ledger_entry e ON e.city_id = b.city_id AND e.book_id = b.id
  JOIN ledger_line l ON l.city_id = e.city_id AND l.entry_id = e.id AND l.book_id = e.book_id
  JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id AND a.book_id = l.book_id AND a.code <> '1002'
  WHERE e.day BETWEEN $3 AND $4 ORDER BY e.day, e.number, l.position`;

/** What the bank itself wrote last by the end of the quarter. */
const BANK = `
  SELECT r.balance::text FROM (SELECT * FROM ${BOOK}) b
  JOIN ledger_account a ON a.city_id = b.city_id AND a.book_id = b.id AND a.code = '1002'
  JOIN bank_statement_row r ON r.city_id = a.city_id AND r.account_id = a.id
  WHERE r.day <= $3 AND r.balance IS NOT NULL ORDER BY r.day DESC, r.id DESC LIMIT 1`;

/** Fen as people write yuan, also below nothing. */
export function signedYuan(fen: bigint | string): string {
  const units = BigInt(fen);
  const digits = (units < 0n ? -units : units).toString().padStart(3, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const told = (lines: readonly StatementLine[]): RevenueStatementResponse['income'] =>
  lines.map((line) => ({ ...line, amount: signedYuan(line.amount) }));

/** 季度收支表 of a compound, as the books tell it when it is asked for. */
@Injectable()
export class RevenueStatementReader {
  async read(
    manager: EntityManager,
    cityId: number,
    { compoundId, name, period }: { readonly compoundId: string; readonly name: string; readonly period: Period },
  ): Promise<RevenueStatementResponse> {
    const { from, to, key } = period;
    const rows = await manager.query<{ code: string; opening: string; moved: string }[]>(SUMS, [
      ...[cityId, compoundId, from, to],
    ]);
    const sums = rows.map(({ code, opening, moved }): AccountSum => {
      return { code, opening: BigInt(opening), moved: BigInt(moved) };
    });
    const share = ruleValueOn(await rulesOfCity(manager, cityId), 'common-revenue.maintenance-share.percent', to).value;
    const made = statementOf(sums, share);
    const [bank] = await manager.query<{ balance: string }[]>(BANK, [cityId, compoundId, to]);
    return {
      ...{ compound: name, period: key, from, to, opening: signedYuan(made.opening), income: told(made.income) },
      ...{ received: signedYuan(made.received), expenditure: told(made.expenditure), used: signedYuan(made.used) },
      ...{ closing: signedYuan(made.closing), bank: bank ? signedYuan(bank.balance) : null },
      ...{ net: signedYuan(made.net), proposedShare: signedYuan(made.proposedShare), moved: signedYuan(made.moved) },
      contracts: await this.contracts(manager, cityId, { compoundId, to }),
      entries: await this.entries(manager, [cityId, compoundId, from, to]),
    };
  }

  /** Who the other party is may be a person: the statement tells place and number. */
  private async contracts(
    manager: EntityManager,
    cityId: number,
    { compoundId, to }: { readonly compoundId: string; readonly to: string },
  ): Promise<RevenueStatementResponse['contracts']> {
    const rows = await contractsOf(manager, cityId, { compoundId, day: to });
    const begun = rows.filter(({ from }) => from <= to);
    return begun.map((row) => {
      const { kindName, place, number, due, received, owed, resolution } = RevenueContractResponse.from(row, to);
      return { kindName, place, number, due, received, owed, isDecided: resolution !== null };
    });
  }

  private async entries(manager: EntityManager, asked: readonly unknown[]): Promise<RevenueStatementEntry[]> {
    const rows = await manager.query<RevenueStatementEntry[]>(ENTRIES, [...asked]);
    return rows.map((row) => {
      const basis = row.basis && maskedText(row.basis);
      return { ...row, memo: maskedText(row.memo), amount: signedYuan(row.amount), basis };
    });
  }
}

import { ApiProperty } from '@nestjs/swagger';
import { amountText, type LedgerBook } from '#libs/ledger';
import type { Period } from '../domain/disclosure/periods.js';
import type { PeriodStatement } from '../domain/disclosure/statement.js';

export class StatementSource {
  @ApiProperty({ example: 'F5', description: 'empty: in no source of the chart' }) code: string;
  @ApiProperty({ example: '社会捐赠' }) name: string;
  @ApiProperty() opening: string;
  @ApiProperty() received: string;
  @ApiProperty() used: string;
  @ApiProperty() closing: string;
}

export class StatementUse {
  @ApiProperty({ example: '5003' }) code: string;
  @ApiProperty({ example: '设施修缮' }) name: string;
  @ApiProperty() used: string;
  @ApiProperty({ type: [String], description: 'the same by source, in the order of the sources' }) bySource: string[];
}

export class StatementPosition {
  @ApiProperty({ example: '1002' }) code: string;
  @ApiProperty({ example: '银行存款' }) name: string;
  @ApiProperty() opening: string;
  @ApiProperty({ description: 'what is owed stands with a minus' }) closing: string;
}

/** What a project was paid in the period; the names of those it helped are masked. */
export class StatementProject {
  @ApiProperty() project: string;
  @ApiProperty() compound: string;
  @ApiProperty({ example: '设施修缮' }) useName: string;
  @ApiProperty() paid: string;
}

/** 收支情况表 of a period, in decimal texts: the very members whose canonical JSON is digested when it is published. */
export class FundStatement {
  @ApiProperty({ example: '美好家园基金' }) book: string;
  @ApiProperty({ example: 'CNY' }) unit: string;
  @ApiProperty({ example: '2026-Q3' }) period: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ description: '凭证号: the last entry of the book that it knows of; 0 for none' }) lastEntry: string;
  @ApiProperty() opening: string;
  @ApiProperty() received: string;
  @ApiProperty() used: string;
  @ApiProperty() closing: string;
  @ApiProperty({ type: [StatementSource] }) sources: StatementSource[];
  @ApiProperty({ type: [StatementUse] }) uses: StatementUse[];
  @ApiProperty({ type: [StatementPosition] }) positions: StatementPosition[];
  @ApiProperty({ type: [StatementProject] }) projects: StatementProject[];

  static from(
    { name: book, unit, decimals }: LedgerBook,
    { key: period, from, to }: Period,
    told: {
      readonly statement: PeriodStatement;
      readonly projects: readonly StatementProject[];
      readonly lastEntry: string;
    },
  ): FundStatement {
    const text = (amount: bigint): string => amountText(amount, decimals);
    const { opening, received, used, closing, sources, uses, positions } = told.statement;
    return {
      ...{ book, unit, period, from, to, lastEntry: told.lastEntry },
      ...{ opening: text(opening), received: text(received), used: text(used), closing: text(closing) },
      sources: sources.map(({ code, name, ...each }) => ({
        ...{ code, name, opening: text(each.opening), received: text(each.received) },
        ...{ used: text(each.used), closing: text(each.closing) },
      })),
      uses: uses.map((use) => ({ ...use, used: text(use.used), bySource: use.bySource.map(text) })),
      positions: positions.map((each) => ({ ...each, opening: text(each.opening), closing: text(each.closing) })),
      projects: [...told.projects],
    };
  }
}

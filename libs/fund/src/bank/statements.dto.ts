import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { ShownStatement, StatementReport } from '#libs/ledger';
import type { Language } from '#libs/platform';
import { BookPageQuery } from '../books/books.dto.js';

/** The account that the bank of most books writes statements of. */
export const BANK_ACCOUNT = '1002';

export class StatementsQuery extends BookPageQuery {
  @ApiPropertyOptional({ example: '1002', description: 'left out: 1002' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  account?: string;
}

export class StatementRowRejected {
  @ApiProperty() row: number;
  @ApiProperty({ description: 'why it cannot be read' }) reason: string;
}

export class StatementBreak {
  @ApiProperty() row: number;
  @ApiProperty({ example: '90.00', description: 'what follows from the balance before' }) expected: string;
  @ApiProperty({ example: '95.00', description: 'what the bank wrote' }) found: string;
}

export class StatementSums {
  @ApiProperty({ example: '5000.00' }) in: string;
  @ApiProperty({ example: '1200.50' }) out: string;
}

/** What is told of a statement: nothing is posted by it. */
export class StatementReportResponse {
  @ApiProperty({ example: 'icbc', description: 'unknown: of a bank that is not known by its headings' })
  layout: string;
  @ApiProperty({ description: 'lines of data in the file' }) rows: number;
  @ApiProperty({ description: 'lines that are new' }) accepted: number;
  @ApiProperty({ type: [StatementRowRejected] }) rejected: StatementRowRejected[];
  @ApiProperty({ type: StatementSums }) sums: StatementSums;
  @ApiProperty({ type: [StatementBreak] }) balanceBreaks: StatementBreak[];
  @ApiProperty({ type: [Number], description: 'rows that came before' }) duplicates: number[];

  static from(report: StatementReport, language: Language): StatementReportResponse {
    const { layout, rows, accepted, rejected, sums, balanceBreaks, duplicates } = report;
    return {
      ...{ layout, rows, accepted, sums, balanceBreaks: [...balanceBreaks] },
      rejected: rejected.map((each) => ({ row: each.row, reason: each[language] })),
      duplicates: duplicates.map(({ row }) => row),
    };
  }
}

export class BankStatementResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() fileName: string;
  @ApiProperty() layout: string;
  @ApiProperty() importedAt: string;
  @ApiProperty() importedBy: string;
  @ApiProperty({ description: 'the day of its first line that was new' }) from: string;
  @ApiProperty() to: string;
  @ApiProperty({ description: 'lines to be matched' }) lines: number;
  @ApiProperty() matched: number;
  @ApiProperty({ type: StatementReportResponse, nullable: true }) report: StatementReportResponse | null;

  static from(statement: ShownStatement, language: Language): BankStatementResponse {
    const { importedAt, byName, report, ...told } = statement;
    return {
      ...{ ...told, importedAt: importedAt.toISOString(), importedBy: byName },
      report: report && StatementReportResponse.from(report, language),
    };
  }
}

export class BankStatementsResponse {
  @ApiProperty({ type: [BankStatementResponse] }) items: BankStatementResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

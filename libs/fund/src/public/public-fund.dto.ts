import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay, said } from '#libs/platform';
import { PublicSpending, PublicVoucher } from './public-spending.dto.js';

export class PublicFundQuery {
  @ApiPropertyOptional({ description: 'at the end of this day; left out: everything posted' })
  @IsOptional()
  @IsDay()
  at?: string;
}

export class PublicEntriesQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ description: 'the `next` of the page before' })
  @IsOptional()
  @Matches(/^\d{1,15}$/, said('应为上一页返回的 next', 'must be the `next` of the page before'))
  after?: string;

  @ApiPropertyOptional({ description: 'only entries of this account, or of one below it' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  account?: string;
}

/** What came in from one source and what was done with it; decimal texts without sign but for the balance. */
export class PublicSource {
  @ApiProperty({ example: 'F5' }) code: string;
  @ApiProperty({ example: '社会捐赠' }) name: string;
  @ApiProperty() received: string;
  @ApiProperty() used: string;
  @ApiProperty({ description: 'in the bank' }) balance: string;
}

export class PublicUse {
  @ApiProperty({ example: '5003' }) code: string;
  @ApiProperty({ example: '设施修缮' }) name: string;
  @ApiProperty() used: string;
  @ApiProperty({ type: [String], description: 'the same by source, in the order of the sources' }) bySource: string[];
}

export class PublicFundResponse {
  @ApiProperty() name: string;
  @ApiProperty({ example: 'CNY' }) unit: string;
  @ApiProperty({ type: String, nullable: true }) at: string | null;
  @ApiProperty() received: string;
  @ApiProperty() used: string;
  @ApiProperty() balance: string;
  @ApiProperty({ type: [PublicSource] }) sources: PublicSource[];
  @ApiProperty({ type: [PublicUse] }) uses: PublicUse[];
}

export class PublicMonth {
  @ApiProperty({ example: '2026-07' }) month: string;
  @ApiProperty() received: string;
  @ApiProperty() used: string;
  @ApiProperty({ description: 'in the bank at its end' }) balance: string;
}

export class PublicCourseResponse {
  @ApiProperty({ example: 'CNY' }) unit: string;
  @ApiProperty({ type: [PublicMonth], description: 'every month from the first entry on, the first first' })
  items: PublicMonth[];
}

export class PublicEntryLine {
  @ApiProperty({ example: '1002:F5' }) account: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: '-100.00', description: 'decimal text; positive is debit' }) amount: string;
  @ApiProperty({ type: String, nullable: true }) memo: string | null;
}

/** An entry as everybody sees it: who posted it is in the log, not here. */
export class PublicEntry {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: '凭证号' }) number: string;
  @ApiProperty() day: string;
  @ApiProperty() memo: string;
  @ApiProperty({ description: 'the sum of what it debits' }) amount: string;
  @ApiProperty({ type: String, nullable: true, description: 'the entry that this one reverses' }) reverses:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'the entry that reverses this one' }) reversedBy:
    string | null;
  @ApiProperty({ type: [PublicEntryLine] }) lines: PublicEntryLine[];
}

export class PublicEntriesResponse {
  @ApiProperty({ type: [PublicEntry] }) items: PublicEntry[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class PublicEntryResponse extends PublicEntry {
  @ApiProperty({ type: String, nullable: true, description: 'the kind of decision that allows it' })
  basisKind: string | null;

  @ApiProperty({ type: String, nullable: true }) basis: string | null;
  @ApiProperty() recordedAt: string;
  @ApiProperty({ description: 'its leaf in the log, in hexadecimal' }) leaf: string;
  @ApiProperty({ example: 'SHA-256' }) hash: string;
  @ApiProperty({ description: 'whether the leaf is in a signed head by now' }) isSealed: boolean;
  @ApiProperty({ type: [PublicVoucher] }) vouchers: PublicVoucher[];
  @ApiProperty({ type: PublicSpending, nullable: true, description: 'what it paid for' })
  spending: PublicSpending | null;
}

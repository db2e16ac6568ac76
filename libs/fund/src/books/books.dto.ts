import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { LedgerAccount } from '#libs/ledger';
import { IdPageQuery } from '#libs/platform';

/** Which book is meant, in every query about one. */
export class BookQuery {
  @ApiPropertyOptional({ description: 'name or id of the book; left out: the city’s Beautiful Home fund' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  book?: string;
}

export class BookPageQuery extends IdPageQuery {
  @ApiPropertyOptional({ description: 'name or id of the book; left out: the city’s Beautiful Home fund' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  book?: string;
}

export class BookCompound {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class FundBookResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'beautiful-home' }) kind: string;
  @ApiProperty({ example: 'CNY' }) unit: string;
  @ApiProperty({ type: BookCompound, nullable: true }) compound: BookCompound | null;
  @ApiProperty({ description: 'whether the one who asks may post there' }) isKept: boolean;
}

export class FundBooksResponse {
  @ApiProperty({ type: [FundBookResponse] }) items: FundBookResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class FundAccount {
  @ApiProperty({ example: '1002:F5' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'asset' }) kind: string;
  @ApiProperty({ type: String, nullable: true, example: 'F5' }) restriction: string | null;
  @ApiProperty() isPostable: boolean;

  static from({ code, name, kind, restriction, isPostable }: LedgerAccount): FundAccount {
    return { code, name, kind, restriction, isPostable };
  }
}

export class FundAccountsResponse {
  @ApiProperty({ type: [FundAccount] }) items: FundAccount[];
}

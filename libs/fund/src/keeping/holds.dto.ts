import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { amountText, type LedgerBook, type ShownHold } from '#libs/ledger';
import { IsFlag } from '#libs/platform';
import { BookPageQuery, BookQuery } from '../books/books.dto.js';

export class HoldsQuery extends BookPageQuery {
  @ApiPropertyOptional({ type: Boolean, description: 'only what is still set aside' })
  @IsOptional()
  @IsFlag()
  open?: boolean;
}

/** 冻结: an amount set aside for a payment that is not made yet. */
export class FundHoldRequest extends BookQuery {
  @ApiProperty({ example: '1002:F2' }) @IsString() @MinLength(1) @MaxLength(120) account: string;
  @ApiProperty({ example: '18200.00' }) @IsString() @MinLength(1) @MaxLength(40) amount: string;
  @ApiProperty({ example: '屋面修缮尾款' }) @IsString() @MinLength(2) @MaxLength(500) memo: string;

  @ApiPropertyOptional({ example: 'act', description: 'the kind of decision that allows it' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  basisKind?: string;

  @ApiPropertyOptional({ description: 'its number or id' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  basis?: string;
}

export class FundHoldMadeResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) book: string;
}

export class HoldReleaseRequest {
  @ApiProperty({ example: '工程取消' }) @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

/** What became of a hold: the entry that paid it, or its release. */
export class FundHoldStep {
  @ApiProperty({ enum: ['post', 'release'] }) step: 'post' | 'release';
  @ApiProperty() at: string;
  @ApiProperty() byName: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) entryId: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export class FundHoldResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '1002:F2' }) account: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'decimal text' }) amount: string;
  @ApiProperty() memo: string;
  @ApiProperty({ type: String, nullable: true }) basis: string | null;
  @ApiProperty() heldAt: string;
  @ApiProperty() byName: string;
  @ApiProperty({ type: FundHoldStep, nullable: true, description: 'null: it is set aside' }) over: FundHoldStep | null;

  static from(hold: ShownHold, { decimals }: Pick<LedgerBook, 'decimals'>): FundHoldResponse {
    const { id, account, name, amount, memo, basis, heldAt, byName, step, stepAt, entryId, reason } = hold;
    const at = stepAt?.toISOString() ?? '';
    return {
      ...{ id, account, name, amount: amountText(amount, decimals), memo, basis, heldAt: heldAt.toISOString(), byName },
      over: step && { step, at, byName: hold.stepByName ?? '', entryId, reason },
    };
  }
}

export class FundHoldsResponse {
  @ApiProperty({ type: [FundHoldResponse] }) items: FundHoldResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

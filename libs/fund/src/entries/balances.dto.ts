import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { amountText, type AccountBalance, type LedgerBook, type Moment } from '#libs/ledger';
import { IsDay, IsInstant } from '#libs/platform';

export class BalanceQuery {
  @ApiPropertyOptional({ description: 'name or id of the book; left out: the city’s Beautiful Home fund' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  book?: string;

  @ApiPropertyOptional({ description: 'at the end of this day; left out: everything posted' })
  @IsOptional()
  @IsDay()
  at?: string;

  @ApiPropertyOptional({ description: 'as it was known at this instant; left out: now' })
  @IsOptional()
  @IsInstant()
  knownAt?: string;

  static toMoment({ at, knownAt }: BalanceQuery): Moment {
    return { at: at ?? null, knownAt: knownAt === undefined ? null : new Date(knownAt) };
  }
}

export class AccountBalanceResponse {
  @ApiProperty({ example: '1002:F5' }) account: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'asset' }) kind: string;
  @ApiProperty({ example: '1203.50', description: 'decimal text; positive is debit' }) amount: string;

  static of(balance: AccountBalance, { decimals }: Pick<LedgerBook, 'decimals'>): AccountBalanceResponse {
    const { code, name, kind, amount } = balance;
    return { account: code, name, kind, amount: amountText(amount, decimals) };
  }
}

export class BalanceResponse extends AccountBalanceResponse {
  @ApiProperty({ format: 'uuid' }) book: string;
  @ApiProperty({ example: 'CNY' }) unit: string;
  @ApiProperty({ description: 'set aside for payments that are not made yet' }) held: string;
  @ApiProperty({ type: String, nullable: true }) at: string | null;
  @ApiProperty({ type: String, nullable: true }) knownAt: string | null;

  static from(balance: AccountBalance, book: LedgerBook, query: BalanceQuery): BalanceResponse {
    const { id, unit, decimals } = book;
    return {
      ...AccountBalanceResponse.of(balance, book),
      ...{ book: id, unit, held: amountText(balance.held, decimals) },
      ...{ at: query.at ?? null, knownAt: query.knownAt ?? null },
    };
  }
}

export class TrialBalanceResponse {
  @ApiProperty({ format: 'uuid' }) book: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'CNY' }) unit: string;
  @ApiProperty({ type: String, nullable: true }) at: string | null;
  @ApiProperty({ type: String, nullable: true }) knownAt: string | null;
  @ApiProperty({ type: [AccountBalanceResponse] }) accounts: AccountBalanceResponse[];
  @ApiProperty({ description: 'sum of all debit balances' }) debit: string;
  @ApiProperty({ description: 'sum of all credit balances, the same' }) credit: string;

  static from(all: readonly AccountBalance[], book: LedgerBook, query: BalanceQuery): TrialBalanceResponse {
    const { id, name, unit, decimals } = book;
    const sum = (sign: bigint): bigint =>
      all.reduce((total, { amount }) => (amount * sign > 0n ? total + amount * sign : total), 0n);
    return {
      ...{ book: id, name, unit, at: query.at ?? null, knownAt: query.knownAt ?? null },
      accounts: all.map((each) => AccountBalanceResponse.of(each, book)),
      ...{ debit: amountText(sum(1n), decimals), credit: amountText(sum(-1n), decimals) },
    };
  }
}

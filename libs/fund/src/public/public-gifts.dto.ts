import { ApiProperty } from '@nestjs/swagger';
import { PublicSpending, PublicVoucher } from './public-spending.dto.js';

/** 证书查验: what a certificate says, for whoever holds it or is shown it. */
export class PublicGiftResponse {
  @ApiProperty({ example: '1405-JZ-2026-000001' }) number: string;
  @ApiProperty() amount: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ type: String, nullable: true, example: '王*', description: 'null: wants no name' })
  giver: string | null;
  @ApiProperty({ type: String, nullable: true, example: '设施修缮' }) useName: string | null;
  @ApiProperty({ type: String, nullable: true }) project: string | null;
  @ApiProperty({ format: 'uuid' }) entryId: string;
  @ApiProperty({ description: '凭证号' }) entryNumber: string;
  @ApiProperty({ description: 'false: its entry was reversed, and the certificate means nothing' }) isStanding: boolean;
}

/** One part of a gift, and what it paid for. */
export class GiftShare {
  @ApiProperty({ description: 'of this gift' }) amount: string;
  @ApiProperty({ format: 'uuid' }) entryId: string;
  @ApiProperty({ description: '凭证号' }) entryNumber: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ description: 'of the whole payment' }) paid: string;
  @ApiProperty() spending: PublicSpending;
  @ApiProperty({ type: [PublicVoucher], description: 'of the payment' }) vouchers: PublicVoucher[];
}

/** 捐款去向: where a gift went, first in, first out. */
export class GiftPathResponse extends PublicGiftResponse {
  @ApiProperty({ type: [GiftShare] }) shares: GiftShare[];
  @ApiProperty({ description: 'still in the fund' }) left: string;
}

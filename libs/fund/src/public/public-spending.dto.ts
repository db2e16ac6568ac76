import { ApiProperty } from '@nestjs/swagger';
import { publicName } from '#libs/kernel';
import { yuanText } from '../domain/fen.js';
import { maskedText } from '../domain/masked-words.js';
import { VOUCHER_KINDS } from '../domain/voucher-kinds.js';
import { USES } from '../domain/uses.js';
import type { SpendingRow } from '../money-in/gifts.queries.js';
import { VoucherWithdrawn } from '../vouchers/vouchers.dto.js';
import type { ShownVoucher } from '../vouchers/vouchers.queries.js';

/** A scan or photo that everybody may open. */
export class PublicVoucher {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: VOUCHER_KINDS }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty() mediaType: string;
  @ApiProperty({ description: 'SHA-256 of the file, in hexadecimal' }) digest: string;
  @ApiProperty({ type: VoucherWithdrawn, nullable: true, description: 'shown no more; what it was called neither' })
  withdrawal: VoucherWithdrawn | null;
}

export class PublicContract {
  @ApiProperty() number: string;
  @ApiProperty() counterparty: string;
  @ApiProperty({ format: 'date' }) onDay: string;
}

export class PublicAcceptance {
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty() note: string;
}

/** What an entry paid for: the project, what allowed it, and how it ended. Whom it helped is masked. */
export class PublicSpending {
  @ApiProperty({ format: 'uuid' }) projectId: string;
  @ApiProperty() project: string;
  @ApiProperty() compound: string;
  @ApiProperty({ example: '设施修缮' }) useName: string;
  @ApiProperty({ type: String, nullable: true, example: '王*' }) beneficiary: string | null;
  @ApiProperty() payee: string;
  @ApiProperty() isEmergency: boolean;
  @ApiProperty({ format: 'date' }) appliedOn: string;
  @ApiProperty() decision: string;
  @ApiProperty({ format: 'date' }) decidedOn: string;
  @ApiProperty({ description: 'how much the decision allows' }) decided: string;
  @ApiProperty({ type: PublicContract, nullable: true }) contract: PublicContract | null;
  @ApiProperty({ type: PublicAcceptance, nullable: true }) acceptance: PublicAcceptance | null;
  @ApiProperty({ type: [PublicVoucher], description: 'of the project, such as photos of its acceptance' })
  photos: PublicVoucher[];

  static from(row: SpendingRow, vouchers: readonly ShownVoucher[]): PublicSpending {
    const { projectId, compound, use, beneficiary, isEmergency, appliedOn, decidedOn, contract, acceptance } = row;
    const named = hiddenIn(row);
    return {
      ...{ projectId, project: maskedText(row.project, named), compound, useName: USES[use], isEmergency, appliedOn },
      ...{ beneficiary: beneficiary && publicName(beneficiary), payee: maskedText(row.payee, named) },
      ...{ decision: maskedText(row.decision, named), decidedOn, decided: yuanText(row.decided), contract },
      acceptance: acceptance && { ...acceptance, note: maskedText(acceptance.note, named) },
      photos: shownToAll(vouchers.filter((voucher) => voucher.projectId === projectId)),
    };
  }
}

/** The names that are masked wherever a project is told of. */
export function hiddenIn({ beneficiary }: Pick<SpendingRow, 'beneficiary'>): readonly string[] {
  return beneficiary === null ? [] : [beneficiary];
}

export function shownToAll(vouchers: readonly ShownVoucher[]): PublicVoucher[] {
  return vouchers
    .filter(({ isPublic }) => isPublic)
    .map(({ id, kind, title, mediaType, digest, withdrawal }) => ({
      ...{ id, kind, mediaType, digest, title: withdrawal ? '' : maskedText(title) },
      withdrawal: withdrawal && { ...withdrawal, reason: maskedText(withdrawal.reason) },
    }));
}

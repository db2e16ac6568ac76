import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { fenOf, yuanText } from '../domain/fen.js';
import {
  ASSET_OWNERS,
  certificateNumber,
  RECEIPT_KINDS,
  type AssetOwner,
  type ReceiptKind,
} from '../domain/receipts.js';
import { SOURCE_CODES, SOURCES, USES, type Source } from '../domain/uses.js';
import { GiverRequest } from './giver.dto.js';
import type { ReceiptRow } from './receipts.queries.js';
import type { NewReceipt } from './receipts.service.js';

/** 到账登记. */
export class FundReceiptRequest extends GiverRequest {
  @ApiProperty({ enum: RECEIPT_KINDS }) @IsIn(RECEIPT_KINDS) kind: ReceiptKind;
  @ApiProperty({ enum: SOURCE_CODES }) @IsIn(SOURCE_CODES) source: Source;
  @ApiProperty({ example: '1000.00' }) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ format: 'date' }) @IsDay() date: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the project to which it is bound' })
  @IsOptional()
  @IsUUID()
  projectId?: string;

  @ApiPropertyOptional({ description: 'the paper by which it came; of an asset, what proves whose it is' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  document?: string;

  @ApiPropertyOptional({ enum: ASSET_OWNERS, description: 'of a revived asset: whose it is' })
  @IsOptional()
  @IsIn(ASSET_OWNERS)
  assetOwner?: AssetOwner;

  static toNew(request: FundReceiptRequest): NewReceipt {
    const { kind, source, amount, date: onDay, isAnonymous = false } = request;
    const { giver = null, giverKind, use = null, projectId = null, document = null, assetOwner = null } = request;
    const told = { kind, source, amount: fenOf(amount), onDay, isAnonymous };
    return { ...told, giver, giverKind, use, projectId, document, assetOwner };
  }
}

export class FundReceiptResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: RECEIPT_KINDS }) kind: string;
  @ApiProperty({ example: 'F5' }) source: string;
  @ApiProperty({ example: '社会捐赠' }) sourceName: string;
  @ApiProperty() amount: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ type: String, nullable: true, description: 'null: wants no name, or none is known' })
  giver: string | null;
  @ApiProperty({ type: String, nullable: true, example: '设施修缮' }) useName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'title of the project to which it is bound' })
  project: string | null;
  @ApiProperty({ type: String, nullable: true }) document: string | null;
  @ApiProperty({ format: 'uuid' }) entryId: string;
  @ApiProperty({ description: '凭证号' }) entryNumber: string;
  @ApiProperty({ description: 'whether its entry was reversed' }) isReversed: boolean;
  @ApiProperty({ type: String, nullable: true, example: '1405-JZ-2026-000001' }) certificate: string | null;

  static from(row: ReceiptRow, cityCode: string): FundReceiptResponse {
    const { id, kind, source, amount, onDay, giver, isAnonymous, use, project, document } = row;
    const { entryId, entryNumber, isReversed, year, serial } = row;
    return {
      ...{ id, kind, source, sourceName: SOURCES[source], amount: yuanText(amount), onDay },
      ...{ giver: isAnonymous ? null : giver, useName: use && USES[use], project, document },
      ...{ entryId, entryNumber, isReversed },
      certificate: year === null || serial === null ? null : certificateNumber(cityCode, year, serial),
    };
  }
}

export class FundReceiptsResponse {
  @ApiProperty({ type: [FundReceiptResponse] }) items: FundReceiptResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '#libs/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { OWNER_KINDS, type OwnerKind } from '../domain/people/owner-kind.js';
import { newOwners } from './new-owners.js';
import { TRANSFER_CAUSES, type TransferCause } from './ownership-causes.js';
import type { NewRepresentative, NewTransfer, TransferPaper } from './transfers.service.js';

const STANDINGS = ['owned', 'undelivered', 'unsold'] as const;

export class PersonRequest {
  @ApiProperty({ example: '张三' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;

  @ApiPropertyOptional({ enum: OWNER_KINDS, description: 'left out: told by the name' })
  @IsOptional()
  @IsIn(OWNER_KINDS)
  kind?: OwnerKind;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  idNumber?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string;
}

export class OwnerRequest extends PersonRequest {
  @ApiPropertyOptional({ example: '1/2', description: '1/2 or 50%; of nobody where the owners hold jointly' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  share?: string;

  @ApiPropertyOptional({ description: 'casts the one vote of several' })
  @IsOptional()
  @IsBoolean()
  isRepresentative?: boolean;

  @ApiPropertyOptional({ type: PersonRequest })
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonRequest)
  guardian?: PersonRequest;
}

/** The day, the paper and the reason of whatever changes. */
export class TransferPaperRequest {
  @ApiProperty({ format: 'date', description: 'the first day on which it holds' })
  @IsDay()
  on: string;

  @ApiPropertyOptional({ example: '晋（2026）晋城市不动产权第0001号' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  documentNumber?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(120)
  issuingBody?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  issuedOn?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'an uploaded scan of the paper' })
  @IsOptional()
  @IsUUID()
  fileId?: string;

  @ApiProperty({ example: '二手房过户，按产权证登记' })
  @IsString()
  @MinLength(2)
  @MaxLength(300)
  reason: string;
}

function paperOf({ documentNumber, issuingBody, issuedOn, fileId }: TransferPaperRequest): TransferPaper {
  return {
    documentNumber: documentNumber ?? null,
    issuingBody: issuingBody ?? null,
    issuedOn: issuedOn ?? null,
    fileId: fileId ?? null,
  };
}

export class TransferRequest extends TransferPaperRequest {
  @ApiProperty({ enum: TRANSFER_CAUSES })
  @IsIn(TRANSFER_CAUSES)
  cause: TransferCause;

  @ApiPropertyOptional({ enum: STANDINGS, default: 'owned' })
  @IsOptional()
  @IsIn(STANDINGS)
  standing?: (typeof STANDINGS)[number];

  @ApiProperty({ type: [OwnerRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => OwnerRequest)
  owners: OwnerRequest[];

  static toNew(request: TransferRequest): NewTransfer {
    const { on, cause, standing = 'owned', owners, reason } = request;
    return { on, cause, standing, owners: newOwners(owners), paper: paperOf(request), reason };
  }
}

export class RepresentativeRequest extends TransferPaperRequest {
  @ApiProperty({ format: 'uuid', description: 'one of the co-owners' })
  @IsUUID()
  ownerId: string;

  static toNew(request: RepresentativeRequest): NewRepresentative {
    const { ownerId, on, reason } = request;
    return { ownerId, on, paper: paperOf(request), reason };
  }
}

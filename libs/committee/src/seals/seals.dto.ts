import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { SEAL_KINDS, type SealKind } from '../domain/seals.js';

export const SEAL_STATES = ['waiting', 'agreed', 'refused', 'used'] as const;

export class SealCustodyRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'the member who keeps it' })
  @IsOptional()
  @IsUUID()
  personId?: string;

  @ApiPropertyOptional({ example: '东街街道', description: 'or the office that does' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  office?: string;
}

export class SealRegistrationRequest extends SealCustodyRequest {
  @ApiProperty({ enum: SEAL_KINDS }) @IsIn(SEAL_KINDS) kind: SealKind;
  @ApiProperty({ description: 'what is cut into it' }) @IsString() @MinLength(2) @MaxLength(120) inscription: string;
}

export class SealUseRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() sealId: string;
  @ApiProperty({ description: 'name of the paper' }) @IsString() @MinLength(2) @MaxLength(200) paper: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(1000) purpose: string;
  @ApiProperty({ minimum: 1, maximum: 100 }) @IsInt() @Min(1) @Max(100) copies: number;
  @ApiProperty({ format: 'uuid', description: 'the paper, uploaded before' }) @IsUUID() fileId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'what the owners resolved, where the paper carries it out' })
  @IsOptional()
  @IsUUID()
  resolutionId?: string;
}

export class SealConsentRequest {
  @ApiProperty() @IsBoolean() agrees: boolean;
}

export class SealStateResponse {
  @ApiProperty({ enum: SEAL_STATES }) state: string;
}

export class SealCustodyResponse {
  @ApiProperty() holder: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) personId: string | null;
  @ApiProperty({ format: 'date' }) from: string;
}

export class SealResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: SEAL_KINDS }) kind: string;
  @ApiProperty() inscription: string;
  @ApiProperty({ type: [SealCustodyResponse], description: 'who keeps it now comes first' })
  custody: SealCustodyResponse[];
}

export class SealsResponse {
  @ApiProperty({ type: [SealResponse] }) items: SealResponse[];
}

export class SealConsentResponse {
  @ApiProperty({ format: 'uuid' }) personId: string;
  @ApiProperty() agrees: boolean;
}

export class SealRequestResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) sealId: string;
  @ApiProperty() inscription: string;
  @ApiProperty({ format: 'uuid', description: 'who asks for it' }) personId: string;
  @ApiProperty() paper: string;
  @ApiProperty() purpose: string;
  @ApiProperty() copies: number;
  @ApiProperty({ format: 'uuid' }) fileId: string;
  @ApiProperty({ type: String, nullable: true }) resolution: string | null;
  @ApiProperty() members: number;
  @ApiProperty({ description: 'how many of them must agree' }) needed: number;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ type: [SealConsentResponse] }) consents: SealConsentResponse[];
  @ApiProperty({ type: String, format: 'date', nullable: true }) usedOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'who put it on' }) holder: string | null;
  @ApiProperty({ enum: SEAL_STATES }) state: string;
}

export class SealRequestsResponse {
  @ApiProperty({ type: [SealRequestResponse] }) items: SealRequestResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

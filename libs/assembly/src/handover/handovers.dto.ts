import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { HANDOVER_STATES } from '../domain/handover.js';
import type { ShownHandover } from './handovers.queries.js';
import type { NewHandover, NewSignature } from './handovers.service.js';

const SIDES = ['from', 'to'] as const;

export class HandoversQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() compound?: string;
  @ApiPropertyOptional({ enum: ['overdue'] }) @IsOptional() @IsIn(['overdue']) show?: 'overdue';
}

export class NewHandoverRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() compoundId: string;
  @ApiProperty({ example: '第一届业主委员会' }) @IsString() @MinLength(2) @MaxLength(120) fromName: string;
  @ApiProperty({ example: '第二届业主委员会' }) @IsString() @MinLength(2) @MaxLength(120) toName: string;
  @ApiProperty({ format: 'date', description: 'the day on which the term ended' }) @IsDay() endedOn: string;

  @ApiPropertyOptional({ type: [String], description: 'beside what the law names' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MinLength(2, { each: true })
  @MaxLength(120, { each: true })
  more?: string[];

  static toNew({ more, ...told }: NewHandoverRequest): NewHandover {
    return { ...told, more: more ?? [] };
  }
}

export class HandoverSignatureRequest {
  @ApiProperty({ enum: SIDES, description: 'from: who gives; to: who receives' }) @IsIn(SIDES) side: 'from' | 'to';
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(60) signer: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) note?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'what shows it' }) @IsOptional() @IsUUID() fileId?: string;

  static toNew({ side, signer, note, fileId }: HandoverSignatureRequest): NewSignature {
    return { side, signer, note: note ?? null, fileId: fileId ?? null };
  }
}

export class HandoverSignatureResponse {
  @ApiProperty({ enum: SIDES }) side: string;
  @ApiProperty() signer: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) fileId: string | null;
}

export class HandoverItemResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: HANDOVER_STATES }) state: string;
  @ApiProperty({ type: [HandoverSignatureResponse] }) signatures: HandoverSignatureResponse[];
}

export class HandoverCompound {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class HandoverResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() compound: HandoverCompound;
  @ApiProperty() fromName: string;
  @ApiProperty() toName: string;
  @ApiProperty({ format: 'date' }) endedOn: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty() isDone: boolean;
  @ApiProperty() isOverdue: boolean;
  @ApiProperty({ type: [HandoverItemResponse] }) items: HandoverItemResponse[];

  static from({ items, ...told }: ShownHandover): HandoverResponse {
    return { ...told, items: items.map(({ signatures, ...item }) => ({ ...item, signatures: [...signatures] })) };
  }
}

export class HandoversResponse {
  @ApiProperty({ type: [HandoverResponse] }) items: HandoverResponse[];
}

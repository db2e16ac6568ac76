import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '#libs/platform';
import { DELIVERY_METHODS, type DeliveryMethod } from '../domain/assembly/published-rules.js';
import type { NewDelivery } from './delivery.service.js';

export const OUTCOMES = ['delivered', 'failed', 'refused'] as const;
export const RECIPIENTS = ['owner', 'family', 'tenant', 'nobody'] as const;
/** Beside what people record: a message that was sent, of which nobody knows whether it arrived. */
const SEEN_OUTCOMES = [...OUTCOMES, 'sent'] as const;
const SHOWN = ['missing', 'undelivered'] as const;

export class DeliveryEntryRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() partyId: string;
  @ApiProperty({ enum: DELIVERY_METHODS }) @IsIn(DELIVERY_METHODS) method: DeliveryMethod;
  @ApiProperty({ enum: OUTCOMES }) @IsIn(OUTCOMES) outcome: (typeof OUTCOMES)[number];
  @ApiProperty({ enum: RECIPIENTS }) @IsIn(RECIPIENTS) recipient: (typeof RECIPIENTS)[number];
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) note?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'what shows it' }) @IsOptional() @IsUUID() fileId?: string;
}

export class DeliveryRequest {
  @ApiProperty({ type: [DeliveryEntryRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => DeliveryEntryRequest)
  entries: DeliveryEntryRequest[];

  static toNew({ entries }: DeliveryRequest): NewDelivery[] {
    return entries.map(({ note, fileId, ...told }) => ({ ...told, note: note ?? null, fileId: fileId ?? null }));
  }
}

export class DeliveredResponse {
  @ApiProperty() recorded: number;
}

export class DoorsQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) building?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) stairway?: string;

  @ApiPropertyOptional({ enum: SHOWN, description: 'missing: has not voted' })
  @IsOptional()
  @IsIn(SHOWN)
  show?: (typeof SHOWN)[number];
}

export class DoorResponse {
  @ApiProperty({ format: 'uuid' }) party: string;
  @ApiProperty({ example: '1-2-301' }) label: string;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty() attempts: number;
  @ApiProperty({ enum: SEEN_OUTCOMES, nullable: true }) lastOutcome: string | null;
  @ApiProperty() isDelivered: boolean;
  @ApiProperty() hasVoted: boolean;
  @ApiProperty({ description: 'co-owners do not agree: not counted until they do' }) isDisputed: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'the slip that is out' }) slip: string | null;
}

export class DoorsResponse {
  @ApiProperty({ type: [DoorResponse] }) items: DoorResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

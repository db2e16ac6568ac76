import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import {
  FIELD_CHECK_OUTCOMES,
  FIELD_CHECK_SUBJECTS,
  type FieldCheckOutcome,
  type FieldCheckSubject,
} from './field-check.entity.js';

export class FieldCheckRequest {
  @ApiProperty({ enum: FIELD_CHECK_SUBJECTS })
  @IsIn(FIELD_CHECK_SUBJECTS)
  subjectKind: FieldCheckSubject;

  @ApiProperty({ description: 'record id of the evidence' })
  @IsUUID()
  subjectId: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  checkedOn: string;

  @ApiProperty({ enum: FIELD_CHECK_OUTCOMES })
  @IsIn(FIELD_CHECK_OUTCOMES)
  outcome: FieldCheckOutcome;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'an uploaded photo or record of the visit' })
  @IsOptional()
  @IsUUID()
  fileId?: string;
}

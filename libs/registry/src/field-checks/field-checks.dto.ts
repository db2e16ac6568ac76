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
  @IsIn(FIELD_CHECK_SUBJECTS, { message: `应为 ${FIELD_CHECK_SUBJECTS.join('、')} 之一` })
  subjectKind: FieldCheckSubject;

  @ApiProperty({ description: 'record id of the evidence' })
  @IsUUID('all', { message: '应为依据的编号' })
  subjectId: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  checkedOn: string;

  @ApiProperty({ enum: FIELD_CHECK_OUTCOMES })
  @IsIn(FIELD_CHECK_OUTCOMES, { message: `应为 ${FIELD_CHECK_OUTCOMES.join('、')} 之一` })
  outcome: FieldCheckOutcome;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(500, { message: '不超过 500 字' })
  note?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'an uploaded photo or record of the visit' })
  @IsOptional()
  @IsUUID('all', { message: '应为文件编号' })
  fileId?: string;
}

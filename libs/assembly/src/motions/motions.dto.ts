import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { VOTING_CLASSES, type VotingClass } from '#libs/law';
import { PLAIN_ANSWERS } from '../domain/assembly/casting.js';
import type { NewMotion } from './motions.service.js';

const KINDS = ['plain', 'options', 'election'] as const;

export class CandidateRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(60) name: string;

  @ApiPropertyOptional({ description: 'who recommends them, and what else owners should know' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;

  @ApiPropertyOptional({
    default: false,
    description: 'declared in writing: of full capacity, and neither they nor close relatives serve the manager',
  })
  @IsOptional()
  @IsBoolean()
  isDeclared?: boolean;
}

export class NewMotionRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(200) title: string;
  @ApiProperty({ description: 'the whole text' }) @IsString() @MaxLength(5000) body: string;
  @ApiProperty({ enum: KINDS }) @IsIn(KINDS) kind: (typeof KINDS)[number];

  @ApiProperty({ type: [String], example: ['M5'], description: 'codes of GET /voting-matters' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @IsString({ each: true })
  @MaxLength(4, { each: true })
  matters: string[];

  @ApiPropertyOptional({ enum: VOTING_CLASSES, description: 'left out: the lawful one' })
  @IsOptional()
  @IsIn(VOTING_CLASSES)
  votingClass?: VotingClass;

  @ApiPropertyOptional({ type: [String], description: 'of a question with options' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(60, { each: true })
  options?: string[];

  @ApiPropertyOptional({ enum: PLAIN_ANSWERS, isArray: true, description: 'left out: all that fit the kind' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(PLAIN_ANSWERS, { each: true })
  plain?: string[];

  @ApiPropertyOptional({ type: [CandidateRequest], description: 'of an election' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => CandidateRequest)
  candidates?: CandidateRequest[];

  @ApiPropertyOptional({ minimum: 1, maximum: 30, description: 'of an election' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(30)
  seats?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: 30 }) @IsOptional() @IsInt() @Min(0) @Max(30) alternates?: number;

  static toNew(request: NewMotionRequest): NewMotion {
    const { title, body, kind, matters } = request;
    return {
      ...{ title, body, kind, matters },
      votingClass: request.votingClass ?? null,
      options: request.options ?? [],
      plain: request.plain ?? null,
      candidates: (request.candidates ?? []).map(({ name, note = '', isDeclared = false }) => ({
        name,
        note,
        isDeclared,
      })),
      seats: request.seats ?? null,
      alternates: request.alternates ?? null,
    };
  }
}

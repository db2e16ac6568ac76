import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { GIVER_KINDS, type GiverKind } from '../domain/giver.js';
import { USE_CODES, type Use } from '../domain/uses.js';

/** Whose money it is, or is to be, and for what alone. */
export abstract class GiverRequest {
  @ApiPropertyOptional({ description: 'who gives; the name of a person is masked for everybody else' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  giver?: string;

  @ApiPropertyOptional({ enum: GIVER_KINDS, description: 'left out: F6 is of no person; else the name tells' })
  @IsOptional()
  @IsIn(GIVER_KINDS)
  giverKind?: GiverKind;

  @ApiPropertyOptional({ description: 'the giver wants no name' }) @IsOptional() @IsBoolean() isAnonymous?: boolean;

  @ApiPropertyOptional({ enum: USE_CODES, description: 'the one use that the giver allows' })
  @IsOptional()
  @IsIn(USE_CODES)
  use?: Use;
}

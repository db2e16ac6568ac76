import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

/** 依据: the decision on which money moves, and what was set aside for it. */
export abstract class BasisRequest {
  @ApiPropertyOptional({ example: 'act', description: 'the kind of decision that allows it' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  basisKind?: string;

  @ApiPropertyOptional({ description: 'its number or id' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  basis?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the hold that this entry pays' })
  @IsOptional()
  @IsUUID()
  hold?: string;
}

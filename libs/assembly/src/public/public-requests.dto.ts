import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IdPageQuery, said } from '#libs/platform';

export class PublicVotesQuery extends IdPageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() compound?: string;

  @ApiPropertyOptional({ description: 'part of the name of a compound' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;
}

export class PublicBundleQuery {
  @ApiPropertyOptional({ example: 'c1', description: 'of an election: the candidate' })
  @IsOptional()
  @Matches(/^c\d{1,3}$/, said('应为候选人编号，如 c1', 'must be the key of a candidate, as c1'))
  candidate?: string;
}

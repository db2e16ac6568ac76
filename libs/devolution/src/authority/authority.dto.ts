import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { IsPowerCode } from '../catalogue/is-power-code.js';

export class AuthorityQuery {
  @ApiProperty({ example: 'WY-04' })
  @IsPowerCode()
  power: string;

  @ApiProperty({ example: '140502001', description: 'code of the area whose office it is' })
  @IsString()
  @MaxLength(18)
  body: string;

  @ApiProperty({ description: "id, the city's own code, or the exact name if it is unique" })
  @IsString()
  @MaxLength(200)
  compound: string;

  @ApiPropertyOptional({ format: 'date', description: 'default today' })
  @IsOptional()
  @IsDay()
  on?: string;
}

export class AuthorityReason {
  @ApiProperty({ example: 'devolution.held' }) code: string;
  @ApiProperty() message: string;
  @ApiProperty() legalBasis: string;
}

/** One delegation on which the answer rests. */
export class ChainLinkResponse {
  @ApiProperty({ format: 'uuid' }) delegationId: string;
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty() documentNumber: string;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveTo: string | null;
}

export class AuthorityResponse {
  @ApiProperty() allowed: boolean;
  @ApiProperty() reason: AuthorityReason;
  @ApiProperty({ type: [ChainLinkResponse], description: "from the origin's delegation to the body's own" })
  chain: ChainLinkResponse[];
}

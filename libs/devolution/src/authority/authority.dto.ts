import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsDay } from '#libs/platform';

export class AuthorityQuery {
  @ApiProperty({ example: 'WY-04' })
  @Matches(/^WY-\d{2}$/, { message: '应为 WY-01 至 WY-21' })
  power: string;

  @ApiProperty({ example: '140502001', description: 'code of the area whose office it is' })
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, { message: '应为 2、4、6、9 或 12 位区划代码' })
  body: string;

  @ApiProperty({ description: "id, the city's own code, or the exact name if it is unique" })
  @IsString({ message: '应为小区编号、本市编码或名称' })
  @MaxLength(200, { message: '最多 200 字' })
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

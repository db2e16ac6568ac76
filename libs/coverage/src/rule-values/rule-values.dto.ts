import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { RULE_UNITS } from '#libs/law';
import { IsDay } from '#libs/platform';

/** One value as it holds today, with where it comes from. */
export class RuleValueResponse {
  @ApiProperty({ example: 'coverage.service-sign.days' }) key: string;
  @ApiProperty() value: number;
  @ApiProperty({ enum: RULE_UNITS }) unit: string;
  @ApiProperty() source: string;
  @ApiProperty() article: string;
  @ApiProperty() level: string;
  @ApiProperty({ enum: ['SOURCED', 'KNOWN', 'PROPOSED', 'TO_CONFIRM'] }) status: string;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty({ description: 'whether the city may lay down its own' }) changeable: boolean;
}

export class RuleValuesResponse {
  @ApiProperty({ type: [RuleValueResponse] }) items: RuleValueResponse[];
}

/** A value that the city lays down by a document of its own. */
export class RuleValueRequest {
  @ApiProperty() @IsString() @MaxLength(60) key: string;

  @ApiProperty({ minimum: 0, maximum: 3650 })
  @IsInt()
  @Min(0)
  @Max(3650)
  value: number;

  @ApiProperty({ description: 'the document that says so' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  source: string;

  @ApiProperty() @IsString() @MinLength(1) @MaxLength(100) article: string;
  @ApiProperty({ format: 'date' }) @IsDay() effectiveFrom: string;
}

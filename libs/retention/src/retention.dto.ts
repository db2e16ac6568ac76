import { ApiProperty } from '@nestjs/swagger';
import { RULE_UNITS } from '#libs/law';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { CATEGORY_NAMES, type Category } from './domain/categories.js';
import type { RetentionState } from './retention.queries.js';

export class HoldRequest {
  @ApiProperty({ description: 'number of the lawsuit, or who inquires' })
  @IsString()
  @MinLength(4)
  @MaxLength(500)
  reason: string;
}

export class HoldResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) assemblyId: string;
  @ApiProperty() title: string;
  @ApiProperty() reason: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty() byName: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) releasedAt: Date | null;
  @ApiProperty({ type: String, nullable: true }) releaseReason: string | null;
}

export class HoldsResponse {
  @ApiProperty({ type: [HoldResponse] }) items: HoldResponse[];
}

export class RetentionRuleResponse {
  @ApiProperty({ enum: CATEGORY_NAMES }) category: Category;
  @ApiProperty({ example: 'assembly.retention.months' }) key: string;
  @ApiProperty() value: number;
  @ApiProperty({ enum: RULE_UNITS }) unit: string;
  @ApiProperty() source: string;
  @ApiProperty() article: string;
  @ApiProperty({ enum: ['SOURCED', 'KNOWN', 'PROPOSED', 'TO_CONFIRM'] }) status: string;
  @ApiProperty({ format: 'date', description: 'what is from before this day goes' }) before: string;
}

export class KeptVoteResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
}

export class RetentionResponse {
  @ApiProperty({ type: [RetentionRuleResponse] }) rules: RetentionRuleResponse[];
  @ApiProperty({ type: [HoldResponse] }) holds: HoldResponse[];
  @ApiProperty({ type: [KeptVoteResponse], description: 'due, and kept because somebody objects or sues' })
  kept: KeptVoteResponse[];

  static from({ rules, holds, kept }: RetentionState): RetentionResponse {
    return {
      rules: rules.map(({ category, before, rule: { key, value, unit, source, article, status } }) => ({
        ...{ category, before, key, value, unit, source, article, status },
      })),
      holds: [...holds],
      kept: kept.map(({ id, title }) => ({ id, title })),
    };
  }
}

export class ErasureResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ enum: CATEGORY_NAMES }) category: Category;
  @ApiProperty({ type: String, nullable: true, description: 'title of the vote' }) vote: string | null;
  @ApiProperty() records: number;
  @ApiProperty() files: number;
  @ApiProperty({ format: 'date' }) beforeDay: string;
  @ApiProperty() ruleKey: string;
  @ApiProperty() ruleValue: number;
  @ApiProperty({ enum: RULE_UNITS }) ruleUnit: string;
  @ApiProperty() ruleSource: string;
  @ApiProperty() ruleArticle: string;
  @ApiProperty() byName: string;
}

export class ErasuresResponse {
  @ApiProperty({ type: [ErasureResponse] }) items: ErasureResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

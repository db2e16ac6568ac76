import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '#libs/platform';
import { RulesRequest } from '../assemblies/assemblies.dto.js';
import { DeemedClauseResponse } from '../assemblies/assembly-answers.dto.js';
import { CHANNEL_POLICIES, CO_OWNER_RULES, DEEMED_RULES } from '../domain/assembly/published-rules.js';
import type { NewMeetingRules, ShownMeetingRules } from './meeting-rules.service.js';

export class NewMeetingRulesRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(120) title: string;

  @ApiProperty({ description: 'by whom and when it was adopted' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  adoptedBy: string;

  @ApiProperty({ format: 'date' }) @IsDay() effectiveFrom: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 90, description: 'days of notice, where they are more than by law' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  noticeDays?: number;

  @ApiProperty({ description: 'what they say; what is left out they leave open' })
  @IsObject()
  @ValidateNested()
  @Type(() => RulesRequest)
  rules: RulesRequest;

  @ApiProperty({ format: 'uuid', description: 'the document itself' }) @IsUUID() fileId: string;

  static toNew(compoundId: string, { noticeDays, rules, ...told }: NewMeetingRulesRequest): NewMeetingRules {
    return { ...told, compoundId, noticeDays: noticeDays ?? null, rules: RulesRequest.toOwn(rules) };
  }
}

/** What a compound's rules say of its votes; what they leave open is left out. */
export class OwnRulesResponse {
  @ApiPropertyOptional({ enum: CHANNEL_POLICIES }) channelPolicy?: string;
  @ApiPropertyOptional({ enum: DEEMED_RULES }) deemedRule?: string;
  @ApiPropertyOptional({ type: DeemedClauseResponse, nullable: true }) deemedClause?: DeemedClauseResponse | null;
  @ApiPropertyOptional({ enum: ['exclude', 'as_abstain'] }) invalid?: string;
  @ApiPropertyOptional() mayChange?: boolean;
  @ApiPropertyOptional({ enum: CO_OWNER_RULES }) coOwners?: string;
  @ApiPropertyOptional() isSecret?: boolean;
  @ApiPropertyOptional() mayLookEarly?: boolean;
  @ApiPropertyOptional() proxyPrincipalsMost?: number;
  @ApiPropertyOptional() countsParking?: boolean;
  @ApiPropertyOptional({ type: String, nullable: true }) rulesClause?: string | null;
}

export class MeetingRulesResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) compoundId: string;
  @ApiProperty() title: string;
  @ApiProperty() adoptedBy: string;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty({ type: Number, nullable: true }) noticeDays: number | null;
  @ApiProperty() rules: OwnRulesResponse;
  @ApiProperty({ format: 'uuid' }) fileId: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty() byName: string;
  @ApiProperty({ description: 'whether votes that are prepared today are held under it' }) isInForce: boolean;

  static from({ rules, ...told }: ShownMeetingRules): MeetingRulesResponse {
    const { deemedClause, ...said } = rules;
    const clause = deemedClause && { ...deemedClause, methods: [...deemedClause.methods] };
    return { ...told, rules: { ...said, ...(clause ? { deemedClause: clause } : {}) } };
  }
}

export class MeetingRulesListResponse {
  @ApiProperty({ type: [MeetingRulesResponse] }) items: MeetingRulesResponse[];
}

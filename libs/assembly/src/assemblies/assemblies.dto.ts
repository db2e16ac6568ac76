import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { InvalidTreatment } from '#libs/law';
import { IsDay, IsInstant, PageQuery, said } from '#libs/platform';
import { ASSEMBLY_STATES, type AssemblyState } from '../domain/assembly/assembly-state.js';
import { MEETING_FORMS, type MeetingForm } from '../domain/assembly/meeting-form.js';
import type { OwnRules } from '../domain/assembly/meeting-rules.js';
import { ORGANISER_KINDS, type OrganiserKind } from '../domain/assembly/organisers.js';
import {
  CO_OWNER_RULES,
  CHANNEL_POLICIES,
  DEEMED_RULES,
  DELIVERY_METHODS,
  type ChannelPolicy,
  type DeemedRule,
  type DeliveryMethod,
  type CoOwnerRule,
} from '../domain/assembly/published-rules.js';
import type { NewAssembly } from './assemblies.service.js';

const INVALID_TREATMENTS = ['exclude', 'as_abstain'] as const;

export class DeemedClauseRequest {
  @ApiProperty({ description: 'the clause, word by word' }) @IsString() @MinLength(4) @MaxLength(1000) text: string;
  @ApiProperty({ format: 'date' }) @IsDay() inForceFrom: string;

  @ApiProperty({ enum: DELIVERY_METHODS, isArray: true })
  @IsArray()
  @ArrayMaxSize(DELIVERY_METHODS.length)
  @IsIn(DELIVERY_METHODS, { each: true })
  methods: DeliveryMethod[];

  @ApiProperty() @IsBoolean() warnedOnBallot: boolean;
  @ApiProperty() @IsBoolean() isInterimCovenant: boolean;
}

/** The rules that are published with the notice; each has the default that the law leaves safest. */
export class RulesRequest {
  @ApiPropertyOptional({ enum: CHANNEL_POLICIES, default: 'ELECTRONIC_PREVAILS' })
  @IsOptional()
  @IsIn(CHANNEL_POLICIES)
  channelPolicy?: ChannelPolicy;

  @ApiPropertyOptional({ enum: DEEMED_RULES, default: 'NONE' })
  @IsOptional()
  @IsIn(DEEMED_RULES)
  deemedRule?: DeemedRule;

  @ApiPropertyOptional()
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DeemedClauseRequest)
  deemedClause?: DeemedClauseRequest;

  @ApiPropertyOptional({ enum: INVALID_TREATMENTS, default: 'exclude' })
  @IsOptional()
  @IsIn(INVALID_TREATMENTS)
  invalid?: InvalidTreatment;

  @ApiPropertyOptional({ default: false, description: 'whether a ballot may be cast anew until the close' })
  @IsOptional()
  @IsBoolean()
  mayChange?: boolean;

  @ApiPropertyOptional({ enum: CO_OWNER_RULES, default: 'ANY_UNLESS_DISPUTED', description: 'who casts for co-owners' })
  @IsOptional()
  @IsIn(CO_OWNER_RULES)
  coOwners?: CoOwnerRule;

  @ApiPropertyOptional({ default: true }) @IsOptional() @IsBoolean() isSecret?: boolean;

  @ApiPropertyOptional({ default: false, description: 'whether several keys together may look before the close' })
  @IsOptional()
  @IsBoolean()
  mayLookEarly?: boolean;

  @ApiPropertyOptional({ minimum: 1, maximum: 99, description: 'left out: the value of the city' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99)
  proxyPrincipalsMost?: number;

  @ApiPropertyOptional({ default: false }) @IsOptional() @IsBoolean() countsParking?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) rulesClause?: string;

  /** What is said, and nothing of what is left out. */
  static toOwn({ deemedClause, ...said }: RulesRequest): OwnRules {
    return { ...said, ...(deemedClause ? { deemedClause: { ...deemedClause } } : {}) };
  }
}

const WHOLE = said('应为整数', 'must be a whole number');

export class PetitionRequest {
  @ApiProperty() @IsInt() @Min(0) heads: number;
  @ApiProperty() @IsInt() @Min(0) headsOfAll: number;
  @ApiProperty({ description: 'integer of 0.01 m²' }) @Matches(/^\d{1,18}$/, WHOLE) weight: string;
  @ApiProperty({ description: 'integer of 0.01 m²' }) @Matches(/^\d{1,18}$/, WHOLE) weightOfAll: string;
}

export class NewAssemblyRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() compoundId: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(200) title: string;
  @ApiProperty({ enum: ORGANISER_KINDS }) @IsIn(ORGANISER_KINDS) organiser: OrganiserKind;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(120) organiserName: string;

  @ApiPropertyOptional({ description: 'the order or request by which somebody else than the committee convenes' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  organiserBasis?: string;

  @ApiPropertyOptional({ default: false }) @IsOptional() @IsBoolean() isFirst?: boolean;
  @ApiPropertyOptional({ default: false }) @IsOptional() @IsBoolean() isRehearsal?: boolean;

  @ApiPropertyOptional({ description: 'only the owners of this building decide' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  building?: string;

  @ApiPropertyOptional({ description: 'only those of this stairway of the building' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  stairway?: string;

  @ApiPropertyOptional({ enum: MEETING_FORMS, default: 'written', description: 'ballots brought home, or a meeting' })
  @IsOptional()
  @IsIn(MEETING_FORMS)
  form?: MeetingForm;

  @ApiPropertyOptional({ description: 'where owners meet, or fetch and return their ballots' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  place?: string;

  @ApiPropertyOptional({ description: 'how many owners asked for it, where they did' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PetitionRequest)
  petition?: PetitionRequest;

  @ApiPropertyOptional()
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RulesRequest)
  rules?: RulesRequest;

  static toNew(request: NewAssemblyRequest): NewAssembly {
    const { compoundId, title, organiser, organiserName, petition, rules = {} } = request;
    return {
      ...{ compoundId, title, organiser, organiserName },
      organiserBasis: request.organiserBasis ?? null,
      isFirst: request.isFirst ?? false,
      isRehearsal: request.isRehearsal ?? false,
      building: request.building ?? null,
      stairway: request.stairway ?? null,
      petition: petition ? { ...petition } : null,
      form: request.form ?? 'written',
      place: request.place ?? null,
      rules: RulesRequest.toOwn(rules),
    };
  }
}

export class AssembliesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'the `next` of the page before' })
  @IsOptional()
  @IsUUID()
  declare after?: string;

  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() compound?: string;

  @ApiPropertyOptional({ description: 'code of an area; all below it are included' })
  @IsOptional()
  @IsString()
  @MaxLength(12)
  area?: string;

  @ApiPropertyOptional({ enum: ASSEMBLY_STATES }) @IsOptional() @IsIn(ASSEMBLY_STATES) state?: AssemblyState;
}

export class NoticeRequest {
  @ApiProperty({ format: 'date-time' }) @IsInstant() opensAt: string;
  @ApiProperty({ format: 'date-time' }) @IsInstant() closesAt: string;

  @ApiPropertyOptional({ description: 'where and how it was posted' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  basis?: string;
}

export class FindingsQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'before the notice: when voting would begin' })
  @IsOptional()
  @IsInstant()
  opensAt?: string;

  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() closesAt?: string;
}

export class ExtensionRequest {
  @ApiProperty({ format: 'date-time' }) @IsInstant() closesAt: string;
  @ApiProperty({ description: 'everybody reads it' }) @IsString() @MinLength(4) @MaxLength(500) reason: string;
}

export class BasisRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

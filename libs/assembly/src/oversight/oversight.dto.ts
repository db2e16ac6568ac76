import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { AssemblyBrief } from '../assemblies/assembly-answers.dto.js';
import { PATTERN_CODES } from '../domain/oversight/patterns.js';
import type { NewCustody } from './custody.service.js';
import type { ShownEarlyLook } from './early-look/early-looks.service.js';
import type { Observation } from './observation.queries.js';
import { OVERSEER_ROLES, type OverseerRole } from './overseer.entity.js';
import type { NewOverseer } from './overseers.service.js';
import { CONTAINER_KINDS, CUSTODY_DEEDS, type PaperCustody } from './paper-custody.entity.js';

export class OverseerRequest {
  @ApiProperty({ enum: OVERSEER_ROLES }) @IsIn(OVERSEER_ROLES) role: OverseerRole;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(60) name: string;

  @ApiPropertyOptional({ description: 'a login, or the phone of an owner; left out: named on paper alone' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(60)
  login?: string;

  @ApiPropertyOptional({ default: false, description: 'one of those who together may look before the close' })
  @IsOptional()
  @IsBoolean()
  holdsKey?: boolean;

  @ApiPropertyOptional({ description: 'the paper that appoints them' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  basis?: string;

  static toNew({ role, name, login, holdsKey, basis }: OverseerRequest): NewOverseer {
    return { role, name, login: login ?? null, holdsKey: holdsKey ?? false, basis: basis ?? null };
  }
}

export class CustodyRequest {
  @ApiProperty({ example: '一号票箱' }) @IsString() @MinLength(1) @MaxLength(60) container: string;
  @ApiProperty({ enum: CONTAINER_KINDS }) @IsIn(CONTAINER_KINDS) kind: PaperCustody['kind'];
  @ApiProperty({ enum: CUSTODY_DEEDS }) @IsIn(CUSTODY_DEEDS) deed: PaperCustody['deed'];
  @ApiProperty({ description: 'who holds it from now on' }) @IsString() @MinLength(2) @MaxLength(60) holder: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(120) place: string;

  @ApiPropertyOptional({ description: 'number of the seal' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  seal?: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) note?: string;

  static toNew({ seal, note, ...told }: CustodyRequest): NewCustody {
    return { ...told, seal: seal ?? null, note: note ?? null };
  }
}

export class OverseerResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: OVERSEER_ROLES }) role: OverseerRole;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'false: named on paper alone' }) signsIn: boolean;
  @ApiProperty() holdsKey: boolean;
  @ApiProperty({ type: String, nullable: true }) basis: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: Date | null;
}

export class ObservedHourResponse {
  @ApiProperty({ type: String, format: 'date-time' }) hour: Date;
  @ApiProperty({ enum: ['phone', 'desk', 'paper'] }) channel: string;
  @ApiProperty() ballots: number;
  @ApiProperty({ description: 'of these: ballots that replaced another one' }) changes: number;
}

export class ObservedSlipsResponse {
  @ApiProperty() issued: number;
  @ApiProperty() out: number;
  @ApiProperty() returned: number;
  @ApiProperty() voided: number;
  @ApiProperty() keyed: number;
}

export class ObservedBatchResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) openedAt: Date;
  @ApiProperty() slips: number;
  @ApiProperty({ type: [String] }) keyedBy: string[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) castAt: Date | null;
}

export class ObservedCustodyResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() container: string;
  @ApiProperty({ enum: CONTAINER_KINDS }) kind: string;
  @ApiProperty({ enum: CUSTODY_DEEDS }) deed: string;
  @ApiProperty() holder: string;
  @ApiProperty() place: string;
  @ApiProperty({ type: String, nullable: true }) seal: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty() byName: string;
}

export class OwnRoleResponse {
  @ApiProperty({ enum: OVERSEER_ROLES }) role: OverseerRole;
  @ApiProperty() holdsKey: boolean;
}

/** What whoever watches a vote sees of it: never how anybody voted. */
@ApiExtraModels(OwnRoleResponse)
export class ObservationResponse {
  @ApiProperty() assembly: AssemblyBrief;
  @ApiProperty({ type: OwnRoleResponse, nullable: true, description: 'null for offices' })
  ownRole: OwnRoleResponse | null;
  @ApiProperty({ type: [OverseerResponse] }) overseers: OverseerResponse[];
  @ApiProperty({ type: [ObservedHourResponse] }) hours: ObservedHourResponse[];
  @ApiProperty() slips: ObservedSlipsResponse;
  @ApiProperty({ type: [ObservedBatchResponse] }) batches: ObservedBatchResponse[];
  @ApiProperty({ type: [ObservedCustodyResponse] }) custody: ObservedCustodyResponse[];

  static from({ assembly, ownRole, overseers, hours, slips, batches, custody }: Observation): ObservationResponse {
    return {
      ...{ assembly, slips, overseers: [...overseers], hours: [...hours] },
      ownRole: ownRole && { role: ownRole.role, holdsKey: ownRole.holdsKey },
      batches: batches.map((batch) => ({ ...batch, keyedBy: [...batch.keyedBy] })),
      custody: custody.map((entry) => ({ ...entry })),
    };
  }
}

export class OwnObservationResponse extends AssemblyBrief {
  @ApiProperty({ enum: OVERSEER_ROLES }) role: OverseerRole;
}

export class OwnObservationsResponse {
  @ApiProperty({ type: [OwnObservationResponse] }) items: OwnObservationResponse[];
}

export class ObservedLineResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ example: 'paper.issue' }) action: string;
  @ApiProperty() by: string;
}

export class ObservedLogResponse {
  @ApiProperty({ type: [ObservedLineResponse] }) items: ObservedLineResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class PatternResponse {
  @ApiProperty({ enum: PATTERN_CODES }) code: string;
  @ApiProperty() count: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) from: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) to: Date | null;
  @ApiProperty({ description: 'what was seen' }) sentence: string;
  @ApiProperty({ description: 'what to do next' }) next: string;
}

export class PatternsResponse {
  @ApiProperty({ type: [PatternResponse] }) items: PatternResponse[];
}

export class EarlyLookKeyResponse {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty() reason: string;
}

export class EarlyCountResponse {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'heads by choice' })
  counts: Record<string, number>;
}

export class EarlyLookResponse {
  @ApiProperty({ description: 'by the published rules' }) isAllowed: boolean;
  @ApiProperty({ description: 'keys' }) needed: number;
  @ApiProperty({ type: [EarlyLookKeyResponse] }) keys: EarlyLookKeyResponse[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lookedAt: Date | null;
  @ApiProperty({ type: Number, nullable: true }) ballots: number | null;
  @ApiProperty({ type: [EarlyCountResponse], nullable: true, description: 'for those who gave a key' })
  counts: EarlyCountResponse[] | null;

  static from({ keys, counts, ...told }: ShownEarlyLook): EarlyLookResponse {
    return {
      ...told,
      keys: [...keys],
      counts: counts && counts.map((each) => ({ ...each, counts: { ...each.counts } })),
    };
  }
}

/** That somebody looked before the close, as everybody reads it. */
export class PublicEarlyLook {
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty() keys: number;
  @ApiProperty({ type: [String] }) reasons: string[];
}

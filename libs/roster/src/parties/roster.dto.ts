import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay, IsFlag } from '#libs/platform';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import {
  UNIT_MARKS,
  type BuildingSummary,
  type RosterSummary,
  type StairwaySummary,
  type UnitMark,
} from '../domain/parties/roster-summary.js';
import type { ExcludedUnit, OwnerParty, Parties, PartyDoubt } from '../domain/parties/parties.js';

const KINDS = ['owner', 'co-owners', 'developer', 'unknown'] as const;
const DOUBTS = ['area-unknown', 'owner-unknown', 'shares-incomplete', 'representative-missing'] as const;

export class RosterQuery {
  @ApiPropertyOptional({ format: 'date', description: 'default today' })
  @IsOptional()
  @IsDay()
  on?: string;
}

export class PartiesQuery extends RosterQuery {
  @ApiPropertyOptional({ example: '1', description: 'only who shares this building' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  building?: string;

  @ApiPropertyOptional({ example: '1', description: 'only who shares this stairway' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  stairway?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'whether the rules of the compound count parking; default no' })
  @IsOptional()
  @IsFlag()
  countsParking?: boolean;
}

export class StairwaySummaryResponse implements StairwaySummary {
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty() units: number;
}

export class BuildingSummaryResponse implements BuildingSummary {
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty() units: number;
  @ApiProperty({ description: 'integer of 0.01 m²' }) floorArea: number;
  @ApiProperty({ type: [StairwaySummaryResponse] }) stairways: readonly StairwaySummaryResponse[];
}

export class UnitMarksResponse implements Record<UnitMark, number> {
  @ApiProperty() 'developer-held': number;
  @ApiProperty() 'shares-incomplete': number;
  @ApiProperty() 'owner-unknown': number;
  @ApiProperty() 'area-unknown': number;
  @ApiProperty() 'no-representative': number;
}

export class RosterSummaryResponse implements RosterSummary {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty() units: number;
  @ApiProperty({ description: 'of every unit, integer of 0.01 m²' }) floorArea: number;
  @ApiProperty({ description: 'heads as the law counts them' }) parties: number;
  @ApiProperty({ description: 'area that counts in a vote, integer of 0.01 m²' }) weight: number;
  @ApiProperty({ description: 'units that count for nobody, such as parking' }) excluded: number;
  @ApiProperty({ type: UnitMarksResponse, description: `units of which ${UNIT_MARKS.join(', ')} is to be said` })
  marks: UnitMarksResponse;
  @ApiProperty({ type: [BuildingSummaryResponse] }) buildings: readonly BuildingSummaryResponse[];
}

export class OwnerPartyResponse implements OwnerParty {
  @ApiProperty({ description: 'the same as long as the same owners hold something' }) party: string;
  @ApiProperty({ enum: KINDS }) kind: (typeof KINDS)[number];
  @ApiProperty({ enum: [1] }) heads: 1;
  @ApiProperty({ description: 'integer of 0.01 m²' }) weight: number;
  @ApiProperty({ type: [String] }) units: readonly string[];
  @ApiProperty({ type: [String] }) owners: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: 'who casts the vote' }) representative: string | null;
  @ApiProperty({ enum: DOUBTS, isArray: true }) doubts: readonly PartyDoubt[];
}

export class ExcludedUnitResponse implements ExcludedUnit {
  @ApiProperty({ format: 'uuid' }) unit: string;
  @ApiProperty({ enum: ['parking-or-storage', 'outside-scope'] }) reason: ExcludedUnit['reason'];
}

export class PartiesResponse implements Parties {
  @ApiProperty() heads: number;
  @ApiProperty({ description: 'integer of 0.01 m²' }) weight: number;
  @ApiProperty({ type: [OwnerPartyResponse] }) parties: readonly OwnerPartyResponse[];
  @ApiProperty({ type: [ExcludedUnitResponse] }) excluded: readonly ExcludedUnitResponse[];
}

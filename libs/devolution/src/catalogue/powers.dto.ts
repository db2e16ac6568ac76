import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { IsPowerCode } from './is-power-code.js';
import { LEGAL_MODES, levelsOf, POWER_KINDS, type LegalMode } from '../domain/catalogue/power.js';
import { procedureOf } from '../domain/acts/procedures.js';
import type { ListedPower } from './powers.queries.js';

const COMMUNITY_MODES = ['ASSISTANCE', 'POLICY_TASK'] as const;

export class PowersQuery {
  @ApiPropertyOptional({ format: 'date', description: 'the edition of this day (default today)' })
  @IsOptional()
  @IsDay()
  on?: string;

  @ApiPropertyOptional({ description: 'code of an area: only the powers that its office may use anywhere on that day' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  heldBy?: string;
}

export class PowerName {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class PaperAsked {
  @ApiProperty({ example: 'application' }) key: string;
  @ApiProperty() label: PowerName;
}

export class FieldAsked extends PaperAsked {
  @ApiProperty({ enum: ['text', 'day', 'count', 'choice'] }) type: string;
  @ApiProperty() isRequired: boolean;
  @ApiProperty({ type: [String] }) choices: string[];
}

/** One devolved power as the edition of the day lays it down. */
export class PowerResponse {
  @ApiProperty({ example: 'WY-04' }) code: string;
  @ApiProperty() name: PowerName;
  @ApiProperty({ enum: POWER_KINDS }) kind: string;
  @ApiProperty() legalBasis: string;
  @ApiProperty({ enum: LEGAL_MODES }) legalMode: string;
  @ApiProperty({ type: [String], description: 'levels that can hold it', example: ['county', 'township'] })
  levels: string[];
  @ApiProperty({ enum: COMMUNITY_MODES, type: String, nullable: true }) communityMode: string | null;
  @ApiProperty({ type: [String], description: 'levels whose power it is before anybody hands it down' })
  origin: string[];
  @ApiProperty({ example: 'committee_filing', description: 'the record that an act makes' }) record: string;
  @ApiProperty({ description: 'working days from acceptance to decision' }) limitWorkingDays: number;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: "since when the city's own version holds" })
  effectiveFrom: string | null;
  @ApiProperty({ type: String, nullable: true, description: "the city's document; null: standard edition" })
  source: string | null;

  @ApiProperty({ type: [PaperAsked], description: 'papers that an applicant hands in' }) papers: PaperAsked[];
  @ApiProperty({ type: [FieldAsked], description: 'fields of the form' }) fields: FieldAsked[];

  static from({ power, effectiveFrom, source }: ListedPower): PowerResponse {
    const { papers, fields } = procedureOf(power.code);
    const { code, name, kind, legalBasis, legalMode, communityMode, origin, recordKind, limitWorkingDays } = power;
    return {
      ...{ code, name, kind, legalBasis, legalMode, communityMode, limitWorkingDays, effectiveFrom, source },
      levels: [...levelsOf(power)],
      origin: [...origin],
      record: recordKind,
      papers: papers.map((paper) => ({ ...paper })),
      fields: fields.map(({ choices = [], ...field }) => ({ ...field, choices: [...choices] })),
    };
  }
}

export class PowersResponse {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ type: [PowerResponse] }) items: PowerResponse[];
}

/** How the city lays a power down from a day on, by a document of its own. */
export class PowerVersionRequest {
  @ApiProperty({ format: 'date', description: 'today or later' }) @IsDay() effectiveFrom: string;

  @ApiProperty({ description: 'false takes the power off the list' })
  @IsBoolean()
  isListed: boolean;

  @ApiProperty()
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  nameZh: string;
  @ApiProperty()
  @IsString()
  @MinLength(2)
  @MaxLength(160)
  nameEn: string;

  @ApiProperty()
  @IsString()
  @MinLength(2)
  @MaxLength(300)
  legalBasis: string;

  @ApiProperty({ enum: LEGAL_MODES })
  @IsIn(LEGAL_MODES)
  legalMode: LegalMode;

  @ApiPropertyOptional({ enum: COMMUNITY_MODES, description: 'left out: a community cannot hold it' })
  @IsOptional()
  @IsIn(COMMUNITY_MODES)
  communityMode?: (typeof COMMUNITY_MODES)[number];

  @ApiProperty({ minimum: 1, maximum: 250 })
  @IsInt()
  @Min(1)
  @Max(250)
  limitWorkingDays: number;

  @ApiProperty({ description: 'number of the document that says so' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  source: string;
}

export class PowerParameter {
  @ApiProperty({ example: 'WY-04' })
  @IsPowerCode()
  code: string;
}

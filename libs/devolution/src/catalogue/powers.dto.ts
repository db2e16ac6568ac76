import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { LEGAL_MODES, levelsOf, POWER_KINDS, type LegalMode } from '../domain/catalogue/power.js';
import { procedureOf } from '../domain/acts/procedures.js';
import type { ListedPower } from './powers.queries.js';

const COMMUNITY_MODES = ['ASSISTANCE', 'POLICY_TASK'] as const;

export class PowersQuery {
  @ApiPropertyOptional({ format: 'date', description: 'the edition of this day (default today)' })
  @IsOptional()
  @IsDay()
  on?: string;
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
  @IsBoolean({ message: '应为 true 或 false' })
  isListed: boolean;

  @ApiProperty()
  @IsString({ message: '应为文字' })
  @MinLength(2, { message: '请填写名称' })
  @MaxLength(120)
  nameZh: string;
  @ApiProperty()
  @IsString({ message: '应为文字' })
  @MinLength(2, { message: '请填写名称' })
  @MaxLength(160)
  nameEn: string;

  @ApiProperty()
  @IsString({ message: '应为文字' })
  @MinLength(2, { message: '请写明法律依据及条款' })
  @MaxLength(300, { message: '最多 300 字' })
  legalBasis: string;

  @ApiProperty({ enum: LEGAL_MODES })
  @IsIn(LEGAL_MODES, { message: `应为 ${LEGAL_MODES.join('、')} 之一` })
  legalMode: LegalMode;

  @ApiPropertyOptional({ enum: COMMUNITY_MODES, description: 'left out: a community cannot hold it' })
  @IsOptional()
  @IsIn(COMMUNITY_MODES, { message: '应为 ASSISTANCE 或 POLICY_TASK' })
  communityMode?: (typeof COMMUNITY_MODES)[number];

  @ApiProperty({ minimum: 1, maximum: 250 })
  @IsInt({ message: '应为 1–250 个工作日' })
  @Min(1, { message: '应为 1–250 个工作日' })
  @Max(250, { message: '应为 1–250 个工作日' })
  limitWorkingDays: number;

  @ApiProperty({ description: 'number of the document that says so' })
  @IsString({ message: '应为文字' })
  @MinLength(2, { message: '请写明依据文件' })
  @MaxLength(200, { message: '最多 200 字' })
  source: string;
}

export class PowerParameter {
  @ApiProperty({ example: 'WY-04' })
  @Matches(/^WY-\d{2}$/, { message: '应为 WY-01 至 WY-21' })
  code: string;
}

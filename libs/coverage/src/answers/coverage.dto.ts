import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay, IsFlag, IsInstant, PageQuery, said } from '#libs/platform';
import { BASES, STATES, TARGETS, type Basis, type Target } from '../domain/state.js';

/** Which area, on which day, as known when, on which basis. */
export class CoverageQuery {
  @ApiPropertyOptional({ description: 'area code; left out, the whole of what the caller may see', example: '1405' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  area?: string;

  @ApiPropertyOptional({
    format: 'date',
    description: 'judged as of this day (default today); a future day is allowed',
  })
  @IsOptional()
  @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'only what had been recorded by then (default now)' })
  @IsOptional()
  @IsInstant()
  knownAt?: string;

  @ApiPropertyOptional({ enum: BASES, default: 'strict' })
  @IsOptional()
  @IsIn(BASES)
  basis?: Basis;
}

export class GapsQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(18) area?: string;
  @ApiPropertyOptional({ enum: TARGETS })
  @IsOptional()
  @IsIn(TARGETS)
  target?: Target;
  @ApiPropertyOptional({ enum: STATES }) @IsOptional() @IsIn(STATES) state?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() asOf?: string;
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() knownAt?: string;
  @ApiPropertyOptional({ enum: BASES })
  @IsOptional()
  @IsIn(BASES)
  basis?: Basis;
  @ApiPropertyOptional({ type: Boolean, description: 'only what lies in the area itself and in none below it' })
  @IsOptional()
  @IsFlag()
  directly?: boolean;
}

/** A workbook holds every gap that the filters leave. */
export class ExportQuery extends OmitType(GapsQuery, ['limit', 'after']) {}

export class TrendQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(18) area?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() from?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() to?: string;
  @ApiPropertyOptional({ enum: BASES })
  @IsOptional()
  @IsIn(BASES)
  basis?: Basis;
}

export class AreaBrief {
  @ApiProperty({ example: '140502' }) code: string;
  @ApiProperty({ example: '城区' }) name: string;
  @ApiProperty({ example: 'county' }) level: string;
}

export class BasisCount {
  @ApiProperty() numerator: number;
  @ApiProperty({ type: String, nullable: true, example: '99.94' }) rate: string | null;
}

export class BasesResponse {
  @ApiProperty() strict: BasisCount;
  @ApiProperty() broad: BasisCount;
  @ApiProperty() claimed: BasisCount;
}

/** The same on the basis asked for, without compounds delivered within the last year. */
export class SettledCount extends BasisCount {
  @ApiProperty() denominator: number;
}

export class RequiredRate {
  @ApiProperty({ example: '100.00' }) rate: string;
  @ApiProperty({ format: 'date' }) deadline: string;
}

/** One target of an area: its numbers on the basis asked for, the states, and the three bases side by side. */
export class TargetResponse {
  @ApiProperty({ enum: TARGETS }) code: string;
  @ApiProperty() numerator: number;
  @ApiProperty() denominator: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'two decimals, cut off, never rounded up',
    example: '99.94',
  })
  rate: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) met: boolean | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) states: Record<string, number>;
  @ApiProperty() bases: BasesResponse;
  @ApiProperty() withoutNew: SettledCount;
  @ApiPropertyOptional({ type: RequiredRate }) required?: RequiredRate;
}

export class ChildResponse {
  @ApiProperty() area: AreaBrief;
  @ApiProperty({ type: [TargetResponse] }) targets: TargetResponse[];
}

/** The answer of `GET /coverage`, and the head of `audit --json`. */
export class CoverageAnswer {
  @ApiProperty() area: AreaBrief;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ format: 'date-time' }) knownAt: string;
  @ApiProperty({ enum: BASES }) basis: Basis;
  @ApiProperty({ type: [TargetResponse] }) targets: TargetResponse[];
  @ApiProperty({ type: [ChildResponse] }) children: ChildResponse[];
}

export class ReasonResponse {
  @ApiProperty({ example: 'c1.renewal-due' }) code: string;
  @ApiProperty() message: string;
  @ApiProperty() legalBasis: string;
  @ApiProperty({ type: [String] }) evidence: string[];
}

export class SubjectResponse {
  @ApiProperty({ enum: ['compound', 'company'] }) kind: string;
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: AreaBrief, nullable: true }) area: AreaBrief | null;
}

export class GapResponse {
  @ApiProperty() subject: SubjectResponse;
  @ApiProperty({ enum: TARGETS }) target: string;
  @ApiProperty({ enum: STATES }) state: string;
  @ApiProperty({ description: 'cover by work only (an instructor, a lapsed branch)' }) byWork: boolean;
  @ApiProperty({ description: 'a list says it is covered' }) claimed: boolean;
  @ApiProperty({ type: [ReasonResponse] }) reasons: ReasonResponse[];
  @ApiProperty() recommendation: string;
}

export class GapsResponse {
  @ApiProperty({ type: [GapResponse] }) items: GapResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** What an area must reach in a year. */
export class TargetValueRequest {
  @ApiProperty() @IsString() @MaxLength(18) area: string;
  @ApiProperty({ enum: TARGETS }) @IsIn(TARGETS) target: Target;
  @ApiProperty({ example: 2026 }) @IsInt() @Min(2000) @Max(2100) year: number;
  @ApiProperty({ example: '100.00' })
  @Matches(/^(100\.00|\d{1,2}\.\d{2})$/, said('应为 0.00–100.00', 'must be from 0.00 to 100.00, with two decimals'))
  required: string;
  @ApiProperty({ format: 'date' }) @IsDay() deadline: string;
}

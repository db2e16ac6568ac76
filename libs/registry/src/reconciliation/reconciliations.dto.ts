import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '#libs/platform';
import { shownToldValue } from '../compound-file/shown-values.js';
import { toldValues } from '../compound-import/told-values.js';
import { contradictionsOf } from '../domain/matching/contradictions.js';
import type { KnownList } from './list-sources.js';
import { reasonInWords } from './match-reasons.js';
import { PARTS, type PairRow, type Part, type ReconciliationView, type SideRow } from './reconciliations.queries.js';

export class ReconciliationRequest {
  @ApiProperty({ description: 'name of a list of compounds' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  left: string;

  @ApiProperty({ description: 'name of another list of compounds' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  right: string;
}

export class ReconciliationQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PARTS, description: 'the part to page through; left out: the first page of each' })
  @IsOptional()
  @IsIn(PARTS)
  part?: Part;
}

export class PairDecisionRequest {
  @ApiProperty({ enum: ['same', 'different'] })
  @IsIn(['same', 'different'])
  decision: 'same' | 'different';

  @ApiPropertyOptional({ enum: ['left', 'right'], default: 'left', description: 'the compound that stays' })
  @IsOptional()
  @IsIn(['left', 'right'])
  keep?: 'left' | 'right';

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class KnownListResponse {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'rows that stand now' }) rows: number;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;

  static from({ name, rows, asOf, recordedAt }: KnownList): KnownListResponse {
    return { name, rows, asOf, recordedAt: recordedAt.toISOString() };
  }
}

export class KnownListsResponse {
  @ApiProperty({ type: [KnownListResponse] }) items: KnownListResponse[];
}

export class SideRowResponse {
  @ApiProperty() compoundId: string;
  @ApiProperty() rowNumber: number;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;

  static from({ compoundId, rowNumber, asOf, name, address }: SideRow): SideRowResponse {
    return { compoundId, rowNumber, asOf, name, address };
  }
}

export class MatchReasonResponse {
  @ApiProperty() code: string;
  @ApiProperty({ description: 'what it adds to the score' }) points: number;
  @ApiPropertyOptional({ description: 'distance of the two points' }) metres?: number;
  @ApiProperty() message: string;
}

export class DifferenceResponse {
  @ApiProperty() field: string;
  @ApiProperty({ type: String, nullable: true }) left: string | null;
  @ApiProperty({ type: String, nullable: true }) right: string | null;
}

export class PairResponse {
  @ApiProperty() id: string;
  @ApiProperty({ minimum: 0, maximum: 100 }) score: number;
  @ApiProperty({ type: [MatchReasonResponse] }) reasons: MatchReasonResponse[];
  @ApiProperty({ type: SideRowResponse }) left: SideRowResponse;
  @ApiProperty({ type: SideRowResponse }) right: SideRowResponse;
  @ApiProperty({ type: [DifferenceResponse], description: 'values on which the two rows disagree' })
  differences: DifferenceResponse[];
  @ApiProperty({ enum: ['same', 'different'], nullable: true, type: String }) decision: 'same' | 'different' | null;
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) decidedAt: string | null;

  static from(row: PairRow): PairResponse {
    const { id, score, decision, decidedBy, decidedAt } = row;
    const told = [
      { source: 'left', values: toldValues(row.left.said) },
      { source: 'right', values: toldValues(row.right.said) },
    ];
    const differences = contradictionsOf(told).map(({ field, values }) => ({
      field,
      left: shownToldValue(field, values.find((each) => each.source === 'left')?.value ?? null),
      right: shownToldValue(field, values.find((each) => each.source === 'right')?.value ?? null),
    }));
    const reasons = row.reasons.map((reason) => ({ ...reason, message: reasonInWords(reason) }));
    const sides = { left: SideRowResponse.from(row.left), right: SideRowResponse.from(row.right) };
    return {
      id,
      score,
      reasons,
      ...sides,
      differences,
      decision,
      decidedBy,
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}

export class ReconciliationCountsResponse {
  @ApiProperty() pairs: number;
  @ApiProperty() undecided: number;
  @ApiProperty() same: number;
  @ApiProperty() different: number;
  @ApiProperty() onlyLeft: number;
  @ApiProperty() onlyRight: number;
}

class NextOfPartsResponse {
  @ApiProperty({ type: String, nullable: true }) pairs: string | null;
  @ApiProperty({ type: String, nullable: true }) onlyLeft: string | null;
  @ApiProperty({ type: String, nullable: true }) onlyRight: string | null;
}

export class ReconciliationResponse {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'name of the list' }) left: string;
  @ApiProperty({ description: 'name of the list' }) right: string;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty() recordedBy: string;
  @ApiProperty({ type: ReconciliationCountsResponse }) counts: ReconciliationCountsResponse;
  @ApiProperty({ type: [PairResponse] }) pairs: PairResponse[];
  @ApiProperty({ type: [SideRowResponse] }) onlyLeft: SideRowResponse[];
  @ApiProperty({ type: [SideRowResponse] }) onlyRight: SideRowResponse[];
  @ApiProperty({ type: NextOfPartsResponse, description: 'cursor of the next page of each part' })
  next: NextOfPartsResponse;

  static from(view: ReconciliationView): ReconciliationResponse {
    const { id, leftList: left, rightList: right, recordedAt, recordedBy } = view.reconciliation;
    return {
      ...{ id, left, right, recordedAt: recordedAt.toISOString(), recordedBy, counts: view.counts },
      pairs: view.pairs.items.map((row) => PairResponse.from(row)),
      onlyLeft: view.onlyLeft.items.map((row) => SideRowResponse.from(row)),
      onlyRight: view.onlyRight.items.map((row) => SideRowResponse.from(row)),
      next: { pairs: view.pairs.next, onlyLeft: view.onlyLeft.next, onlyRight: view.onlyRight.next },
    };
  }
}

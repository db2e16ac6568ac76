import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, said } from '#libs/platform';
import { BUNDLE_FORMAT, type Bundle } from '#libs/tally';
import type { NewFiling } from './filing.service.js';
import { TestsResponse } from './result-answers.dto.js';

export class CertificationRequest {
  @ApiProperty({ type: [String], description: 'who sign the record' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MinLength(2, { each: true })
  @MaxLength(60, { each: true })
  signers: string[];
}

export class FilingCaseRequest {
  @ApiProperty({ description: 'code of the area whose office takes it in' })
  @IsString()
  @MaxLength(18)
  body: string;

  @ApiProperty() @IsString() @MinLength(2) @MaxLength(120) committeeName: string;
  @ApiProperty({ format: 'date' }) @IsDay() from: string;
  @ApiProperty({ format: 'date' }) @IsDay() to: string;
}

export class FilingRequest {
  @ApiProperty({ description: 'what shows that it was filed' })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  basis: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a case of WY-04 that is there already' })
  @IsOptional()
  @IsUUID()
  actId?: string;

  @ApiPropertyOptional({ description: 'the case of WY-04 to open, where a committee was elected' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FilingCaseRequest)
  newCase?: FilingCaseRequest;

  static toNew({ basis, actId, newCase }: FilingRequest): NewFiling {
    return { basis, actId: actId ?? null, newCase: newCase ? { ...newCase } : null };
  }
}

export class FiledResponse {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) actId: string | null;
}

export class StillNeededResponse {
  @ApiProperty() heads: number;
  @ApiProperty({ description: 'integer of 0.01 m²' }) weight: string;
}

export class SlipCountsResponse {
  @ApiProperty() out: number;
  @ApiProperty() returned: number;
}

export class DoorLineResponse {
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty() parties: number;
  @ApiProperty() cast: number;
  @ApiProperty() heads: number;
  @ApiProperty() castHeads: number;
  @ApiProperty() weight: string;
  @ApiProperty() castWeight: string;
}

/** Who took part, and never how. */
export class TurnoutResponse {
  @ApiProperty() isQuorate: boolean;
  @ApiProperty() quorum: TestsResponse;
  @ApiProperty() stillNeeded: StillNeededResponse;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) byChannel: Record<string, number>;
  @ApiProperty() slips: SlipCountsResponse;
  @ApiProperty({ type: [DoorLineResponse] }) doors: DoorLineResponse[];
}

export class BundleQuery {
  @ApiPropertyOptional({ description: 'one motion under the privacy guard; of an election MOTION/c1' })
  @IsOptional()
  @Matches(/^[0-9a-f-]{36}(\/c\d{1,3})?$/, said('应为议题编号', 'must be the id of a motion'))
  motion?: string;
}

export class BundleElector {
  @ApiProperty() party: string;
  @ApiProperty() heads: number;
  @ApiProperty() weight: string;
}

export class BundleVote {
  @ApiProperty() party: string;
  @ApiProperty() motion: string;
  @ApiProperty() choice: string;
}

/** How equals were parted, which no count can tell. */
export class BundleLot {
  @ApiProperty({ description: 'the election' }) motion: string;
  @ApiProperty({ type: [String], description: 'the equals, in the order that the lot gave them' }) order: string[];
  @ApiProperty({ enum: ['seats', 'alternates'] }) for: string;
  @ApiProperty() places: number;
  @ApiProperty({ format: 'date-time' }) drawnAt: string;
  @ApiProperty() place: string;
  @ApiProperty() method: string;
}

/** `jiayuan.recount/1`: what anybody counts again from. */
@ApiExtraModels(BundleElector, BundleVote)
export class BundleResponse {
  @ApiProperty({ enum: [BUNDLE_FORMAT] }) format: Bundle['format'];
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) rule?: object;
  @ApiProperty({ type: [BundleElector] }) roll: BundleElector[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) motions: object[];
  @ApiProperty({ type: [BundleVote] }) ballots: BundleVote[];
  @ApiPropertyOptional({ type: [BundleLot] }) lots?: BundleLot[];
}

export class BoardResponse {
  @ApiProperty() size: number;
  @ApiProperty({ description: 'base64' }) root: string;
  @ApiProperty({ type: [String], description: 'one commitment for every ballot' }) leaves: string[];
}

export class BoardProofResponse {
  @ApiProperty() salt: string;
  @ApiProperty() text: string;
  @ApiProperty() index: number;
  @ApiProperty() size: number;
  @ApiProperty({ type: [String] }) path: string[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery, IsFen } from '#libs/platform';
import { IsPowerCode } from '../catalogue/is-power-code.js';
import type { HandedIn, NewCase } from './cases/cases.service.js';

export class PaperRequest {
  @ApiProperty({ example: 'application', description: 'key of a paper that the power asks for' })
  @IsString()
  @MaxLength(40)
  paper: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'its scan; left out, it was handed in on paper' })
  @IsOptional()
  @IsUUID()
  fileId?: string;

  static toHandedIn(papers: readonly PaperRequest[]): HandedIn[] {
    return papers.map(({ paper, fileId }) => ({ paper, fileId: fileId ?? null }));
  }
}

export class PapersRequest {
  @ApiProperty({ type: [PaperRequest] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PaperRequest)
  papers: PaperRequest[];
}

export class NewActRequest extends PapersRequest {
  @ApiProperty({ example: 'WY-04' })
  @IsPowerCode()
  power: string;

  @ApiProperty({ example: '140502001', description: 'code of the area whose office takes it in' })
  @IsString()
  @MaxLength(18)
  body: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  compoundId: string;

  @ApiProperty({ description: 'who asks for it' })
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  applicant: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'the fields of the power, see GET /powers' })
  @IsObject()
  form: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'amount in fen, where the act has one', example: '1200000' })
  @IsOptional()
  @IsFen()
  amountFen?: string;

  static toNew(request: NewActRequest): NewCase {
    const { power, body, compoundId, applicant, form, amountFen, papers } = request;
    return {
      power,
      body,
      compoundId,
      applicant,
      form,
      amountFen: amountFen ?? null,
      papers: PaperRequest.toHandedIn(papers),
    };
  }
}

export class ReviewRequest {
  @ApiProperty({ description: 'true: agree; false: back to the handler' })
  @IsBoolean()
  agrees: boolean;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class IssueRequest {
  @ApiProperty({ description: 'the decision as it stands on the paper' })
  @IsString()
  @MinLength(4)
  @MaxLength(2000)
  decision: string;
}

export class ReasonRequest {
  @ApiProperty()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

const SHOWN = ['open', 'closed'] as const;

export class ActsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'WY-04' })
  @IsOptional()
  @IsPowerCode()
  power?: string;

  @ApiPropertyOptional({ description: 'code of an area: cases of its office and of those below' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  area?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'cases about this compound' })
  @IsOptional()
  @IsUUID()
  compound?: string;

  @ApiPropertyOptional({ enum: SHOWN })
  @IsOptional()
  @IsIn(SHOWN)
  show?: (typeof SHOWN)[number];
}

export class IssuedResponse {
  @ApiProperty({ example: '1405-WY04-2026-000123' }) documentNumber: string;
}

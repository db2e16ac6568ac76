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
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '#libs/platform';
import type { HandedIn, NewCase } from './cases/cases.service.js';

const TEXT = { message: '应为文字' };

export class PaperRequest {
  @ApiProperty({ example: 'application', description: 'key of a paper that the power asks for' })
  @IsString(TEXT)
  @MaxLength(40, { message: '最多 40 字' })
  paper: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'its scan; left out, it was handed in on paper' })
  @IsOptional()
  @IsUUID(undefined, { message: '应为文件编号' })
  fileId?: string;

  static toHandedIn(papers: readonly PaperRequest[]): HandedIn[] {
    return papers.map(({ paper, fileId }) => ({ paper, fileId: fileId ?? null }));
  }
}

export class PapersRequest {
  @ApiProperty({ type: [PaperRequest] })
  @IsArray({ message: '应为材料的数组' })
  @ArrayMaxSize(20, { message: '最多 20 份材料' })
  @ValidateNested({ each: true })
  @Type(() => PaperRequest)
  papers: PaperRequest[];
}

export class NewActRequest extends PapersRequest {
  @ApiProperty({ example: 'WY-04' })
  @Matches(/^WY-\d{2}$/, { message: '应为 WY-01 至 WY-21' })
  power: string;

  @ApiProperty({ example: '140502001', description: 'code of the area whose office takes it in' })
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, { message: '应为 2、4、6、9 或 12 位区划代码' })
  body: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: '应为小区编号' })
  compoundId: string;

  @ApiProperty({ description: 'who asks for it' })
  @IsString(TEXT)
  @MinLength(2, { message: '请填写申请人' })
  @MaxLength(120, { message: '最多 120 字' })
  applicant: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'the fields of the power, see GET /powers' })
  @IsObject({ message: '应为表单字段的对象' })
  form: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'amount in fen, where the act has one', example: '1200000' })
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: '应为以分计的整数金额' })
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
  @IsBoolean({ message: '应为 true 或 false' })
  agrees: boolean;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString(TEXT)
  @MaxLength(500, { message: '最多 500 字' })
  note?: string;
}

export class IssueRequest {
  @ApiProperty({ description: 'the decision as it stands on the paper' })
  @IsString(TEXT)
  @MinLength(4, { message: '请写明决定内容' })
  @MaxLength(2000, { message: '最多 2000 字' })
  decision: string;
}

export class ReasonRequest {
  @ApiProperty()
  @IsString(TEXT)
  @MinLength(2, { message: '请写明原因' })
  @MaxLength(500, { message: '最多 500 字' })
  reason: string;
}

const SHOWN = ['open', 'closed'] as const;

export class ActsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'WY-04' })
  @IsOptional()
  @Matches(/^WY-\d{2}$/, { message: '应为 WY-01 至 WY-21' })
  power?: string;

  @ApiPropertyOptional({ description: 'code of an area: cases of its office and of those below' })
  @IsOptional()
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, { message: '应为 2、4、6、9 或 12 位区划代码' })
  area?: string;

  @ApiPropertyOptional({ enum: SHOWN })
  @IsOptional()
  @IsIn(SHOWN, { message: '应为 open 或 closed' })
  show?: (typeof SHOWN)[number];
}

export class IssuedResponse {
  @ApiProperty({ example: '1405-WY04-2026-000123' }) documentNumber: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '#libs/platform';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { SERVICE_MODES } from '../domain/services/service-mode-words.js';
import type { CompanyContractRow, CompanyFile, CompanyListRow } from './companies.queries.js';

export class CompanyListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'part of the name, or the whole credit code' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** One line of the list of companies. */
export class CompanyResponse {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) creditCode: string | null;
  @ApiProperty({
    description: 'the check sign of the code fits (GB 32100); null without a code',
    type: Boolean,
    nullable: true,
  })
  creditCodeValid: boolean | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: String, nullable: true }) contact: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) registeredOn: string | null;
  @ApiProperty({ type: String, nullable: true }) documentNumber: string | null;
  @ApiProperty({ type: String, nullable: true }) issuingBody: string | null;
  @ApiProperty({ description: 'compounds that its current papers name' }) compounds: number;

  static from(row: CompanyListRow): CompanyResponse {
    const {
      id,
      name,
      creditCode,
      address,
      contact,
      registeredOn,
      documentNumber,
      issuingBody,
      compounds,
      creditCodeValid,
    } = row;
    return {
      id,
      name,
      creditCode,
      creditCodeValid,
      address,
      contact,
      registeredOn,
      documentNumber,
      issuingBody,
      compounds,
    };
  }
}

export class CompanyListResponse {
  @ApiProperty({ type: [CompanyResponse] }) items: CompanyResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** A paper by which the company serves compounds. */
export class CompanyContractResponse {
  @ApiProperty({ description: 'record id' }) id: string;
  @ApiProperty({ enum: SERVICE_MODES }) mode: string;
  @ApiProperty() documentNumber: string;
  @ApiProperty() issuingBody: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'the last day' }) to: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) filedOn: string | null;
  @ApiProperty({ type: [String] }) compoundIds: string[];

  static from(row: CompanyContractRow): CompanyContractResponse {
    return { ...row, compoundIds: [...row.compoundIds] };
  }
}

/** What the entry said before it was changed. */
export class FormerCompanyResponse {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) creditCode: string | null;
  @ApiProperty({ format: 'date-time' }) replacedAt: string;
}

export class CompanyFileResponse extends CompanyResponse {
  @ApiProperty({ type: [CompanyContractResponse] }) contracts: CompanyContractResponse[];
  @ApiProperty({ type: [FormerCompanyResponse] }) history: FormerCompanyResponse[];

  static override from(file: CompanyFile): CompanyFileResponse {
    const history = file.history.map(({ name, creditCode, replacedAt }) => {
      return { name, creditCode, replacedAt: replacedAt.toISOString() };
    });
    return {
      ...CompanyResponse.from(file),
      contracts: file.contracts.map((row) => CompanyContractResponse.from(row)),
      history,
    };
  }
}

import { ApiProperty } from '@nestjs/swagger';
import { PublicEntry, PublicEntryResponse } from '../../public/public-fund.dto.js';
import { RevenueObjectionResponse } from '../objections/objections.dto.js';
import { RevenuePartyBrief } from '../desk/revenue-desk.dto.js';
import {
  RevenueDutyResponse,
  RevenuePublicationResponse,
  RevenueStatementResponse,
} from '../statements/statements.dto.js';

/** The common revenue of a compound as everybody reads it. */
export class PublicRevenueResponse {
  @ApiProperty() compound: string;
  @ApiProperty({ type: String, nullable: true, description: 'of the account of three parties' }) bank: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'all but its last four signs are masked' })
  number: string | null;

  @ApiProperty({ type: [RevenuePartyBrief] }) parties: RevenuePartyBrief[];
  @ApiProperty({ description: 'everything until now' }) received: string;
  @ApiProperty() used: string;
  @ApiProperty() balance: string;
  @ApiProperty({ type: [RevenueDutyResponse], description: 'quarters, the latest first' })
  quarters: RevenueDutyResponse[];

  @ApiProperty({ type: [RevenueObjectionResponse], description: 'the latest first; nobody is told who raised them' })
  objections: RevenueObjectionResponse[];
}

export class PublicRevenueQuarterResponse {
  @ApiProperty({ type: RevenueStatementResponse, nullable: true, description: 'as published last; null before that' })
  published: RevenueStatementResponse | null;

  @ApiProperty({ type: RevenueStatementResponse, description: 'as the books tell it now' })
  now: RevenueStatementResponse;
  @ApiProperty() isAsPublished: boolean;
  @ApiProperty({ type: [RevenuePublicationResponse] }) publications: RevenuePublicationResponse[];
}

export class PublicRevenueEntriesResponse {
  @ApiProperty({ type: [PublicEntry] }) items: PublicEntry[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** An entry with its vouchers and its leaf in the log. */
export class PublicRevenueEntryResponse extends PublicEntryResponse {}

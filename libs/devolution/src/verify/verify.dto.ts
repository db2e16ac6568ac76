import { ApiProperty } from '@nestjs/swagger';
import { ChainLinkResponse } from '../authority/authority.dto.js';

const STANDINGS = ['stands', 'revoked'] as const;

/** The leaf of a paper in the city's public log, for whoever checks it there. It shows nothing of what it says. */
export class DocumentLeafResponse {
  @ApiProperty({ example: '1405-WY04-2026-000123' }) documentNumber: string;
  @ApiProperty({ example: '1405', description: 'whose log, see /public/{city}/log' }) city: string;
  @ApiProperty({ enum: ['SHA-256', 'SM3'] }) hash: string;
  @ApiProperty({ description: 'hash of the paper as it is kept now; another than the sealed one if it was altered' })
  leafHash: string;
  @ApiProperty({ description: 'whether it was sealed already' }) isSealed: boolean;
}

/** What anybody may know of a paper: what it is, who issued it, whether the power was held, whether it still stands. */
export class VerifiedDocument {
  @ApiProperty({ example: '1405-WY04-2026-000123' }) documentNumber: string;
  @ApiProperty() city: string;
  @ApiProperty({ example: 'WY-04' }) power: string;
  @ApiProperty() powerName: string;
  @ApiProperty() legalBasis: string;
  @ApiProperty({ description: 'the office that issued it' }) issuedBy: string;
  @ApiProperty({ format: 'date' }) issuedOn: string;
  @ApiProperty() compound: string;
  @ApiProperty({ description: 'whether the office held the power at the instant of the issue' }) powerHeld: boolean;
  @ApiProperty({ description: 'whether the office is itself the origin of the power' }) byOrigin: boolean;
  @ApiProperty({ type: [ChainLinkResponse] }) chain: ChainLinkResponse[];
  @ApiProperty({ enum: STANDINGS }) standing: (typeof STANDINGS)[number];
  @ApiProperty({ type: String, format: 'date', nullable: true }) revokedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) revokedBy: string | null;
  @ApiProperty({ type: String, nullable: true }) revocationReason: string | null;
}

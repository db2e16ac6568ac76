import { ApiProperty } from '@nestjs/swagger';
import { InclusionProofResponse } from './public-log.dto.js';
import type { Receipt } from './receipts.js';

export class ReceiptResponse {
  @ApiProperty({ example: 'audit-line' }) kind: string;
  @ApiProperty() id: string;
  @ApiProperty({ description: 'sixteen bytes as a UUID' }) salt: string;
  @ApiProperty({ description: 'the record as canonical JSON (RFC 8785)' }) text: string;
  @ApiProperty({ enum: ['SHA-256', 'SM3'] }) hash: string;
  @ApiProperty({ description: 'hash of 00, the salt and the text: the leaf of the record as it stands now' })
  leafHash: string;
  @ApiProperty({ type: InclusionProofResponse, nullable: true, description: 'null until the record is sealed' })
  proof: InclusionProofResponse | null;

  static from({ kind, id, salt, text, hashName, leafHash, proof }: Receipt): ReceiptResponse {
    return {
      ...{ kind, id, salt, text, hash: hashName, leafHash: leafHash.toString('hex') },
      proof: proof && InclusionProofResponse.from(proof),
    };
  }
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { PageQuery, said } from '#libs/platform';
import { originOf } from '#libs/tally';
import { SUITES } from '../signing/suites.js';
import { textOfHead } from './head-text.js';
import type { LogKey } from './log-key.entity.js';
import type { ConsistencyProof, CityKeys, InclusionProof, SignedHead } from './log-reader.js';

const SIZE = said('应为不小于 1 的整数', 'must be a whole number, not below 1');
const LEAF = said('应为 64 位小写十六进制的叶哈希', 'must be the hash of a leaf, 64 hexadecimal digits');
const HEX = { example: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d' };
const LARGEST = Number.MAX_SAFE_INTEGER;

export class HeadPath {
  @ApiProperty({ example: '1405' })
  @IsString(SIZE)
  city: string;

  @ApiProperty({ minimum: 1 })
  @Type(() => Number)
  @IsInt(SIZE)
  @Min(1, SIZE)
  @Max(LARGEST, SIZE)
  size: number;
}

/** The signed heads of a log, the newest first; the cursor is a size. */
export class HeadsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'the `next` of the page before: heads of smaller trees' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,14}$/, SIZE)
  declare after?: string;
}

export class InclusionQuery {
  @ApiProperty({ ...HEX, description: 'the hash of the leaf, as its receipt tells it' })
  @Matches(/^[0-9a-f]{64}$/, LEAF)
  leaf: string;

  @ApiPropertyOptional({ minimum: 1, description: 'size of the tree; left out: that of the newest head' })
  @IsOptional()
  @Type(() => Number)
  @IsInt(SIZE)
  @Min(1, SIZE)
  @Max(LARGEST, SIZE)
  size?: number;
}

export class ConsistencyQuery {
  @ApiProperty({ minimum: 1, description: 'size of the older tree' })
  @Type(() => Number)
  @IsInt(SIZE)
  @Min(1, SIZE)
  @Max(LARGEST, SIZE)
  from: number;

  @ApiPropertyOptional({ minimum: 1, description: 'size of the newer tree; left out: that of the newest head' })
  @IsOptional()
  @Type(() => Number)
  @IsInt(SIZE)
  @Min(1, SIZE)
  @Max(LARGEST, SIZE)
  to?: number;
}

export class LogHeadResponse {
  @ApiProperty({ example: '1405' }) city: string;
  @ApiProperty() size: number;
  @ApiProperty(HEX) root: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: ['SHA-256', 'SM3'] }) hash: string;
  @ApiProperty({ description: 'the text that is signed: it says all of the above' }) text: string;
  @ApiProperty({ description: 'base64' }) signature: string;
  @ApiProperty({ description: 'id of the key that signed, see /log/key' }) keyId: string;

  static from({ city, head }: SignedHead): LogHeadResponse {
    return {
      city: city.code,
      size: Number(head.size),
      root: head.root.toString('hex'),
      at: head.at.toISOString(),
      hash: SUITES[city.cryptoSuite].hashName,
      text: textOfHead(city, head),
      signature: head.signature.toString('base64'),
      keyId: head.keyId,
    };
  }
}

export class LogHeadsResponse {
  @ApiProperty({ type: [LogHeadResponse] }) items: LogHeadResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class InclusionProofResponse {
  @ApiProperty(HEX) leafHash: string;
  @ApiProperty() leafIndex: number;
  @ApiProperty({ description: 'size of the tree whose root the path leads to' }) size: number;
  @ApiProperty({ type: [String], description: 'hashes beside the way up, from below' }) path: string[];

  static from({ leafHash, leafIndex, size, path }: InclusionProof): InclusionProofResponse {
    return { leafHash: leafHash.toString('hex'), leafIndex, size, path: path.map((hash) => hash.toString('hex')) };
  }
}

export class ConsistencyProofResponse {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
  @ApiProperty({ type: [String] }) path: string[];

  static from({ from, to, path }: ConsistencyProof): ConsistencyProofResponse {
    return { from, to, path: path.map((hash) => hash.toString('hex')) };
  }
}

export class LogKeyResponse {
  @ApiProperty({ description: 'SHA-256 of the PEM' }) id: string;
  @ApiProperty({ enum: ['Ed25519', 'SM2-SM3'] }) algorithm: string;
  @ApiProperty({ description: 'PEM' }) publicKey: string;
  @ApiProperty({ format: 'date-time' }) firstUsedAt: string;

  static from({ id, algorithm, publicKey, firstUsedAt }: LogKey): LogKeyResponse {
    return { id, algorithm, publicKey, firstUsedAt: firstUsedAt.toISOString() };
  }
}

export class LogKeysResponse {
  @ApiProperty({ example: 'jiayuan/1405', description: 'name of the log, first line of every signed text' })
  origin: string;
  @ApiProperty({ enum: ['SHA-256', 'SM3'] }) hash: string;
  @ApiProperty({ type: [LogKeyResponse], description: 'every key that signed, the newest first' })
  keys: LogKeyResponse[];

  static from({ city, keys }: CityKeys): LogKeysResponse {
    const { hashName: hash } = SUITES[city.cryptoSuite];
    return { origin: originOf(city.code), hash, keys: keys.map((key) => LogKeyResponse.from(key)) };
  }
}

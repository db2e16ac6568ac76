import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { IsDay, said } from '#libs/platform';
import { PROXY_KINDS, type ProxyKind } from '../domain/assembly/proxies.js';
import type { NewProxyPaper } from './proxies.service.js';

export class ProxyRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() partyId: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(60) holderName: string;

  @ApiProperty({ example: '123X', description: 'the last four signs of the holder’s paper' })
  @Matches(/^[0-9A-Z]{4}$/, said('应为证件号码的末四位', 'must be the last four signs of the paper'))
  holderMark: string;

  @ApiProperty({ enum: PROXY_KINDS }) @IsIn(PROXY_KINDS) holderKind: ProxyKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'of a holder who is an owner' })
  @IsOptional()
  @IsUUID()
  holderPartyId?: string;

  @ApiPropertyOptional({ description: 'how the holder is told to vote' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  instruction?: string;

  @ApiProperty({ format: 'date' }) @IsDay() from: string;
  @ApiProperty({ format: 'date' }) @IsDay() to: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'its scan' }) @IsOptional() @IsUUID() fileId?: string;

  static toNew({ holderPartyId, instruction, fileId, ...told }: ProxyRequest): NewProxyPaper {
    return {
      ...told,
      holderPartyId: holderPartyId ?? null,
      instruction: instruction ?? null,
      fileId: fileId ?? null,
    };
  }
}

export class ProxyResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) party: string;
  @ApiProperty({ example: '1-2-301', description: 'its units' }) label: string;
  @ApiProperty() holderName: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty() isRevoked: boolean;
}

export class ProxiesResponse {
  @ApiProperty({ type: [ProxyResponse] }) items: ProxyResponse[];
}

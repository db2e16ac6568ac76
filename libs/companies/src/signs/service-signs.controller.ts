import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IsDay } from '#libs/platform';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { SERVICE_SIGN_KINDS } from '../domain/services/service-sign-words.js';
import { RecordedResponse } from '../services/service-modes.dto.js';
import { ServiceSignsService } from './service-signs.service.js';

export class NewServiceSignRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  compoundId: string;

  @ApiProperty({ enum: SERVICE_SIGN_KINDS })
  @IsIn(SERVICE_SIGN_KINDS)
  kind: (typeof SERVICE_SIGN_KINDS)[number];

  @ApiProperty({ format: 'date', description: 'a day from 2000 up to today' })
  @IsDay()
  onDay: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'an uploaded photo or record' })
  @IsOptional()
  @IsUUID(undefined, { message: '应为文件编号' })
  fileId?: string;
}

@ApiTags('evidence')
@Controller('service-signs')
export class ServiceSignsController {
  constructor(private readonly signs: ServiceSignsService) {}

  @Post()
  @Allow('compound.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async register(
    @CurrentPrincipal() principal: Principal,
    @Body() request: NewServiceSignRequest,
  ): Promise<RecordedResponse> {
    const { compoundId, kind, onDay, note = null, fileId = null } = request;
    return { id: await this.signs.register(principal, { compoundId, kind, onDay, note, fileId }) };
  }
}

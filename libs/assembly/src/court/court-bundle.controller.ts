import { Body, Controller, Param, ParseUUIDPipe, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, StepUp } from '#libs/platform';
import { originOf, type Asked } from '../papers/papers.dto.js';
import { CourtBundleService } from './court-bundle.service.js';

export class CourtBundleRequest {
  @ApiProperty({ example: '（2026）晋0502民初123号案件举证', description: 'kept, and shown to the owners concerned' })
  @IsString()
  @MinLength(4)
  @MaxLength(300)
  reason: string;
}

@ApiTags('assemblies')
@Controller('assemblies/:id')
export class CourtBundleController {
  constructor(private readonly bundles: CourtBundleService) {}

  /** Everything of one vote in one archive; whoever takes it out says why. */
  @Post('court-bundle')
  @Allow('assembly.evidence')
  @StepUp()
  @ApiOperation({ summary: '诉讼卷宗：一次表决的全部材料，附每个文件的校验值' })
  @ApiProduces('application/zip')
  @ApiCreatedResponse({ schema: { type: 'string', format: 'binary' } })
  async make(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: CourtBundleRequest,
    @Req() request: Asked,
  ): Promise<StreamableFile> {
    const archive = await this.bundles.make(principal, id, { reason, origin: originOf(request) });
    const disposition = 'attachment; filename="court-bundle.zip"';
    return new StreamableFile(archive, { type: 'application/zip', disposition });
  }
}

import { Controller, Get, Headers, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { languageOf, Public } from '#libs/platform';
import { DocumentLeafResponse, VerifiedDocument } from './verify.dto.js';
import { VerifyService } from './verify.service.js';

@ApiTags('public')
@Controller('verify')
export class VerifyController {
  constructor(private readonly documents: VerifyService) {}

  @Get(':documentNumber')
  @Public()
  @ApiOkResponse({ type: VerifiedDocument })
  async verify(
    @Param('documentNumber') documentNumber: string,
    @Headers('accept-language') language?: string,
  ): Promise<VerifiedDocument> {
    return this.documents.verify(documentNumber, languageOf(language));
  }

  @Get(':documentNumber/leaf')
  @Public()
  @ApiOkResponse({ type: DocumentLeafResponse })
  async leaf(@Param('documentNumber') documentNumber: string): Promise<DocumentLeafResponse> {
    return this.documents.leaf(documentNumber);
  }
}

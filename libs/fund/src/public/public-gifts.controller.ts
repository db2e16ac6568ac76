import { Controller, Get, Headers, Param } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import { GiftPathResponse, PublicGiftResponse } from './public-gifts.dto.js';
import { PublicGifts } from './public-gifts.service.js';

/** 捐赠证书: what anybody checks, and what its holder follows. */
@ApiTags('public')
@Controller('public/:city/fund/donations/:number')
export class PublicGiftsController {
  constructor(private readonly gifts: PublicGifts) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '查验证书：金额、日期、是否有效；姓名遮盖' })
  @ApiOkResponse({ type: PublicGiftResponse })
  async certificate(@Param('city') city: string, @Param('number') number: string): Promise<PublicGiftResponse> {
    return this.gifts.certificate(city, number);
  }

  /** The code comes in a header, so that it stands in no address and no log. */
  @Get('path')
  @Public()
  @ApiHeader({ name: 'certificate-code', required: true, description: 'as printed on the certificate' })
  @ApiOperation({ summary: '凭证书编号和查询码，看这笔捐款用到了哪里' })
  @ApiOkResponse({ type: GiftPathResponse })
  async path(
    @Param('city') city: string,
    @Param('number') number: string,
    @Headers('certificate-code') code?: string,
  ): Promise<GiftPathResponse> {
    return this.gifts.path(city, number, code ?? '');
  }
}

import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { PERSONAL_FIELDS, type PersonalField } from './personal-data-reveal.entity.js';
import { RevealsService } from './reveals.service.js';

export class RevealRequest {
  @ApiProperty({ enum: PERSONAL_FIELDS })
  @IsIn(PERSONAL_FIELDS)
  field: PersonalField;

  @ApiProperty({ example: '核对表决权人身份' })
  @IsString()
  @MinLength(2)
  @MaxLength(300)
  reason: string;
}

export class RevealResponse {
  @ApiProperty({ description: 'what the register holds in this one field' }) value: string;
}

@ApiTags('roster')
@Controller('compounds/:id/owners/:ownerId')
export class RevealsController {
  constructor(private readonly reveals: RevealsService) {}

  @Post('reveals')
  @Allow('roster.reveal')
  @ApiOperation({ summary: '说明理由后查看一位业主的一项个人信息；每次查看都留痕，本人可见' })
  @ApiCreatedResponse({ type: RevealResponse })
  async reveal(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('ownerId', ParseUUIDPipe) ownerId: string,
    @Body() { field, reason }: RevealRequest,
  ): Promise<RevealResponse> {
    return { value: await this.reveals.reveal(principal, { compoundId, ownerId, field, reason }) };
  }
}

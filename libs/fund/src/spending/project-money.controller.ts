import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { fenOf } from '../domain/fen.js';
import { ContractsService } from './contracts/contracts.service.js';
import { DecisionsService } from './decisions.service.js';
import { PaymentsService } from './payments/payments.service.js';
import { AppropriationRequest, ContractRequest, PaymentRequest, ProjectDecisionRequest } from './projects.dto.js';

/** What allows a project, and what moves money for it. */
@ApiTags('fund')
@Controller('fund/projects/:id')
export class ProjectMoneyController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly contracts: ContractsService,
    private readonly payments: PaymentsService,
  ) {}

  @Post('decision')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '登记作为依据的决议或 WY-19 文书' })
  @ApiNoContentResponse()
  async decide(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ProjectDecisionRequest,
  ): Promise<void> {
    await this.decisions.name(principal, id, ProjectDecisionRequest.toNew(request));
  }

  @Post('appropriations')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '拨付：从一种来源中为项目冻结资金；由管理全市基金的人办理' })
  @ApiNoContentResponse()
  async appropriate(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { source, amount }: AppropriationRequest,
  ): Promise<void> {
    await this.payments.appropriate(principal, id, { source, amount: fenOf(amount) });
  }

  @Post('contract')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async contract(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ContractRequest,
  ): Promise<void> {
    await this.contracts.record(principal, id, ContractRequest.toNew(request));
  }

  @Post('payments')
  @Allow('fund.write')
  @ApiOperation({ summary: '提出付款，等待两人复核' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async pay(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: PaymentRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.payments.ask(principal, id, PaymentRequest.toNew(request)) };
  }
}

import { ApiProperty } from '@nestjs/swagger';
import { FundCompound, PaymentApprovalResponse } from '../project-answers.dto.js';

export class ApprovedResponse {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'the entry; null while the second is awaited',
  })
  entry: string | null;
}

/** One decision of an approver, with all that it rests on. */
export class WaitingPaymentResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) projectId: string;
  @ApiProperty() project: string;
  @ApiProperty() compound: FundCompound;
  @ApiProperty({ example: '设施修缮' }) useName: string;
  @ApiProperty({ type: String, nullable: true }) source: string | null;
  @ApiProperty() amount: string;
  @ApiProperty() payee: string;
  @ApiProperty() memo: string;
  @ApiProperty({ type: String, nullable: true, description: 'the decision that allows it' }) decision: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'of the contract; null where none is needed' })
  contract: string | null;
  @ApiProperty({ description: 'paid for this project before' }) paid: string;
  @ApiProperty() askedBy: string;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty({ type: [PaymentApprovalResponse] }) approvals: PaymentApprovalResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'why the caller does not approve it; null: they may' })
  hindrance: string | null;
}

export class WaitingPaymentsResponse {
  @ApiProperty({ type: [WaitingPaymentResponse] }) items: WaitingPaymentResponse[];
}

import { ApiProperty } from '@nestjs/swagger';
import { ACT_STATES, ACT_STEPS } from '../domain/acts/act-state.js';
import { BodyResponse } from '../delegations/delegations.dto.js';

export class ActCompound {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

/** One line of the list of cases. */
export class ActBrief {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'WY-04' }) power: string;
  @ApiProperty() body: BodyResponse;
  @ApiProperty() compound: ActCompound;
  @ApiProperty() applicant: string;
  @ApiProperty({ enum: ACT_STATES }) state: string;
  @ApiProperty({ format: 'date' }) openedOn: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'null while the clock stands still or is over',
  })
  dueOn: string | null;
  @ApiProperty({ description: 'whether the day rests on holidays that are not published yet' }) isEstimated: boolean;
  @ApiProperty({ description: 'past its due day and still open' }) isOverdue: boolean;
  @ApiProperty({ type: String, nullable: true }) documentNumber: string | null;
}

export class ActsResponse {
  @ApiProperty({ type: [ActBrief] }) items: ActBrief[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class ActStepResponse {
  @ApiProperty({ enum: ACT_STEPS }) step: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() by: string;
  @ApiProperty({ description: 'the office for which it was done' }) body: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

/** The scan of a paper, as somebody sent it. */
export class ActScanResponse {
  @ApiProperty({ format: 'uuid' }) fileId: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'application/pdf' }) mediaType: string;
  @ApiProperty({ format: 'date-time', description: 'when the paper came in' }) attachedAt: string;
  @ApiProperty() attachedBy: string;
}

export class ActPaperResponse {
  @ApiProperty() paper: string;
  @ApiProperty() label: string;
  @ApiProperty() handedIn: boolean;
  @ApiProperty({ type: ActScanResponse, nullable: true, description: 'null: handed in on paper alone' })
  scan: ActScanResponse | null;
}

export class ActFieldResponse {
  @ApiProperty() key: string;
  @ApiProperty() label: string;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true }) value: string | number | null;
}

export class ActIssueResponse {
  @ApiProperty() documentNumber: string;
  @ApiProperty() decision: string;
  @ApiProperty({ format: 'date' }) issuedOn: string;
  @ApiProperty() signer: string;
  @ApiProperty({ example: 'committee_filing' }) recordKind: string;
  @ApiProperty({ format: 'uuid' }) recordId: string;
}

/** A whole case. */
export class ActResponse extends ActBrief {
  @ApiProperty() powerName: string;
  @ApiProperty() legalBasis: string;
  @ApiProperty({ type: [ActFieldResponse] }) form: ActFieldResponse[];
  @ApiProperty({ type: String, nullable: true }) amountFen: string | null;
  @ApiProperty({ type: [ActPaperResponse] }) papers: ActPaperResponse[];
  @ApiProperty({ type: [ActStepResponse] }) steps: ActStepResponse[];
  @ApiProperty({ type: ActIssueResponse, nullable: true }) issue: ActIssueResponse | null;
}

import { ApiProperty } from '@nestjs/swagger';
import type { EvidenceRow, SignLine } from './compound-file.queries.js';
import { AreaBrief, ReasonResponse } from '../answers/coverage.dto.js';
import { STATES, TARGETS } from '../domain/state.js';

export class CompoundBrief {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: AreaBrief, nullable: true }) area: AreaBrief | null;
}

export class VerdictResponse {
  @ApiProperty({ enum: TARGETS }) target: string;
  @ApiProperty({ enum: STATES }) state: string;
  @ApiProperty() byWork: boolean;
  @ApiProperty() claimed: boolean;
  @ApiProperty({ type: [ReasonResponse] }) reasons: ReasonResponse[];
  @ApiProperty() recommendation: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: 'first day on which it may change by itself',
  })
  nextChangeOn: string | null;
}

/** A file that shows a piece of evidence; it can be opened by GET /files/{fileId}. */
export class ScanWithdrawnResponse {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() by: string;
  @ApiProperty() reason: string;
}

export class ScanResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) fileId: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'application/pdf' }) mediaType: string;
  @ApiProperty({ format: 'date-time', description: 'when it was attached; the evidence has its own days' })
  attachedAt: string;
  @ApiProperty() attachedBy: string;
  @ApiProperty({ type: ScanWithdrawnResponse, nullable: true, description: 'it was attached by mistake' })
  withdrawn: ScanWithdrawnResponse | null;
}

export class CheckResponse {
  @ApiProperty() id: string;
  @ApiProperty({ format: 'date' }) checkedOn: string;
  @ApiProperty({ enum: ['confirmed', 'refuted'] }) outcome: string;
  @ApiProperty() by: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: [ScanResponse] }) scans: readonly ScanResponse[];
}

/** A paper behind a verdict: its own days, when it was uploaded, from which list, and who looked at it. */
export class EvidenceResponse {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['service-mode', 'committee', 'party-organisation'] }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'mode of service, kind of body or of party organisation' }) detail: string;
  @ApiProperty() documentNumber: string;
  @ApiProperty() issuingBody: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) issuedOn: string | null;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) effectiveTo: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) filedOn: string | null;
  @ApiProperty({ format: 'date-time' }) uploadedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) supersededAt: string | null;
  @ApiProperty({ type: [ScanResponse], description: 'oldest first' }) scans: readonly ScanResponse[];
  @ApiProperty({ type: String, nullable: true }) listName: string | null;
  @ApiProperty({ type: Number, nullable: true }) listRow: number | null;
  @ApiProperty({ type: [CheckResponse] }) checks: CheckResponse[];

  static from(row: EvidenceRow): EvidenceResponse {
    const checks = row.checks.map((check) => ({ ...check }));
    return {
      ...row,
      checks,
      uploadedAt: row.uploadedAt.toISOString(),
      supersededAt: row.supersededAt?.toISOString() ?? null,
    };
  }
}

/** A day on which service was seen to be given. */
export class SignResponse {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['inspection', 'fee-run', 'work-order'] }) kind: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty() recordedBy: string;
  @ApiProperty({ type: [ScanResponse] }) scans: readonly ScanResponse[];

  static from(row: SignLine): SignResponse {
    return { ...row, recordedAt: row.recordedAt.toISOString() };
  }
}

export class ClaimResponse {
  @ApiProperty() target: string;
  @ApiProperty() mode: string;
  @ApiProperty() words: string;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty() listName: string;
  @ApiProperty() listRow: number;
}

export class StateChangeResponse {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ enum: TARGETS }) target: string;
  @ApiProperty({ enum: STATES, nullable: true, type: String }) from: string | null;
  @ApiProperty({ enum: STATES }) to: string;
}

/** 一小区一档, the part that coverage knows. */
export class CompoundCoverageResponse {
  @ApiProperty() compound: CompoundBrief;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ format: 'date-time' }) knownAt: string;
  @ApiProperty({ type: [VerdictResponse] }) verdicts: VerdictResponse[];
  @ApiProperty({ type: [EvidenceResponse] }) evidence: EvidenceResponse[];
  @ApiProperty({ type: [SignResponse], description: 'the newest' }) signs: SignResponse[];
  @ApiProperty({ type: [ClaimResponse] }) claims: readonly ClaimResponse[];
  @ApiProperty({ type: [StateChangeResponse] }) history: readonly StateChangeResponse[];
}

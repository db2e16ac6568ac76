import { ApiProperty } from '@nestjs/swagger';
import { BODY_KINDS, CommitteeCompoundBrief } from '../bodies/bodies.dto.js';
import { POSTS } from '../domain/posts.js';

export class PublicMemberResponse {
  @ApiProperty() name: string;
  @ApiProperty({ enum: POSTS }) post: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
}

export class PostedMeetingResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) startsAt: Date;
  @ApiProperty() place: string;
  @ApiProperty({ type: [String] }) items: string[];
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'of the minutes; null while it is ahead' })
  publishedOn: string | null;
}

export class PostedSealResponse {
  @ApiProperty() inscription: string;
  @ApiProperty({ description: 'who keeps it' }) holder: string;
}

export class PostedSealUseResponse {
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty() inscription: string;
  @ApiProperty() paper: string;
  @ApiProperty({ description: 'members who agreed' }) agreed: number;
  @ApiProperty() members: number;
}

export class PostedStipendResponse {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'whole fen; below nothing for a reversal' }) amountFen: string;
  @ApiProperty() period: string;
  @ApiProperty({ format: 'date' }) paidOn: string;
  @ApiProperty({ description: 'what the owners resolved' }) resolution: string;
}

/** A body as the owners of its compounds read it. */
export class OwnersBodyResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: BODY_KINDS }) kind: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ type: [CommitteeCompoundBrief] }) compounds: CommitteeCompoundBrief[];
  @ApiProperty({ type: [PublicMemberResponse] }) members: PublicMemberResponse[];
  @ApiProperty({ type: [PostedMeetingResponse], description: 'announced, or with minutes that were posted' })
  meetings: PostedMeetingResponse[];
  @ApiProperty({ type: [PostedSealResponse] }) seals: PostedSealResponse[];
  @ApiProperty({ type: [PostedSealUseResponse] }) sealUses: PostedSealUseResponse[];
  @ApiProperty({ type: [PostedStipendResponse] }) stipends: PostedStipendResponse[];
}

export class OwnersBodiesResponse {
  @ApiProperty({ type: [OwnersBodyResponse] }) items: OwnersBodyResponse[];
}

export class PostedDecisionResponse {
  @ApiProperty() item: string;
  @ApiProperty() wording: string;
  @ApiProperty() members: number;
  @ApiProperty() inFavour: number;
  @ApiProperty() against: number;
  @ApiProperty() abstained: number;
  @ApiProperty({ description: 'how many stood aside' }) recused: number;
  @ApiProperty() isAdopted: boolean;
}

export class PostedMinutesResponse extends PostedMeetingResponse {
  @ApiProperty({ type: [String] }) present: string[];
  @ApiProperty({ type: [String] }) signed: string[];
  @ApiProperty({ type: [PostedDecisionResponse] }) decisions: PostedDecisionResponse[];
  @ApiProperty() content: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { ITEM_KINDS } from '../domain/agenda.js';
import { POSTS } from '../domain/posts.js';

export const MEETING_STATES = ['called', 'cancelled', 'held', 'recorded', 'published'] as const;
const CHOICES = ['for', 'against', 'abstain', 'recused'] as const;

export class MeetingBrief {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) startsAt: Date;
  @ApiProperty() place: string;
  @ApiProperty({ enum: MEETING_STATES }) state: string;
  @ApiProperty({ type: [String], description: 'titles of the agenda' }) items: string[];
  @ApiProperty({ type: String, format: 'date', nullable: true }) publishedOn: string | null;
}

export class MeetingsResponse {
  @ApiProperty({ type: [MeetingBrief] }) items: MeetingBrief[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class MeetingQuorumResponse {
  @ApiProperty() members: number;
  @ApiProperty() present: number;
  @ApiProperty({ description: 'how many must be there' }) needed: number;
  @ApiProperty() isMet: boolean;
}

export class MeetingMemberResponse {
  @ApiProperty({ format: 'uuid' }) personId: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: POSTS }) post: string;
  @ApiProperty() isPresent: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) signedAt: Date | null;
}

export class AgendaItemResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() body: string;
  @ApiProperty({ enum: ITEM_KINDS }) kind: string;
  @ApiProperty({ type: String, nullable: true, description: 'matter of the owners that it is about' })
  matter: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) resolutionId: string | null;
  @ApiProperty({ type: [String], description: 'persons who stand aside' }) recused: string[];
}

export class MemberVoteResponse {
  @ApiProperty({ format: 'uuid' }) personId: string;
  @ApiProperty({ enum: CHOICES }) choice: string;
}

export class DecisionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) itemId: string;
  @ApiProperty() wording: string;
  @ApiProperty() members: number;
  @ApiProperty() inFavour: number;
  @ApiProperty() against: number;
  @ApiProperty() abstained: number;
  @ApiProperty() isAdopted: boolean;
  @ApiProperty({ format: 'date' }) decidedOn: string;
  @ApiProperty({ type: [MemberVoteResponse] }) votes: MemberVoteResponse[];
}

export class MinutesResponse {
  @ApiProperty() content: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty() byName: string;
}

export class CommitteeMeetingResponse extends MeetingBrief {
  @ApiProperty({ format: 'date' }) calledOn: string;
  @ApiProperty({ description: 'in whose name it was called' }) calledFor: string;
  @ApiProperty({ type: String, nullable: true, description: 'why it was called off' }) cancelled: string | null;
  @ApiProperty({ type: MeetingQuorumResponse }) quorum: MeetingQuorumResponse;
  @ApiProperty({ type: [MeetingMemberResponse], description: 'in office on its day' }) members: MeetingMemberResponse[];
  @ApiProperty({ type: [AgendaItemResponse] }) agenda: AgendaItemResponse[];
  @ApiProperty({ type: [DecisionResponse] }) decisions: DecisionResponse[];
  @ApiProperty({ type: MinutesResponse, nullable: true }) minutes: MinutesResponse | null;
  @ApiProperty({ description: 'before the minutes may be posted' }) signaturesNeeded: number;
  @ApiProperty({ format: 'date' }) publishBy: string;
  @ApiProperty({ type: String, nullable: true, description: 'where it was posted' }) publishedAt: string | null;
}

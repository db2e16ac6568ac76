import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { IsFlag, PageQuery } from '#libs/platform';
import { DUE_KINDS } from '../domain/due.js';
import { END_GROUNDS, POSTS } from '../domain/posts.js';

export const BODY_KINDS = ['committee', 'pmc'] as const;
const ENDINGS = ['resigned', 'disqualified', 'removed', 'stepped-up', 'new-post'] as const;

export class BodiesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() compound?: string;

  @ApiPropertyOptional({ description: 'only those that are behind, or whose term ends soon' })
  @IsOptional()
  @IsFlag()
  behind?: boolean;
}

export class CommitteeCompoundBrief {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class DueResponse {
  @ApiProperty({ enum: DUE_KINDS }) kind: string;
  @ApiProperty({ format: 'date', description: 'the last day for it' }) on: string;
  @ApiProperty() isOverdue: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) id: string | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
}

/** One body for one term, and what it has to see to. */
export class CommitteeBrief {
  @ApiProperty({ format: 'uuid', description: 'record id of its filing' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: BODY_KINDS }) kind: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date', description: 'last day of the term' }) to: string;
  @ApiProperty({ type: Number, nullable: true }) seats: number | null;
  @ApiProperty({ description: 'members in office today, without alternates' }) sitting: number;
  @ApiProperty({ type: [CommitteeCompoundBrief] }) compounds: CommitteeCompoundBrief[];
  @ApiProperty({ type: [DueResponse] }) due: DueResponse[];
}

export class CommitteesResponse {
  @ApiProperty({ type: [CommitteeBrief] }) items: CommitteeBrief[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class MemberResponse {
  @ApiProperty({ format: 'uuid', description: 'record id of the seat' }) id: string;
  @ApiProperty({ format: 'uuid', description: 'the same for all seats of one person' }) personId: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: POSTS }) post: string;
  @ApiProperty({ type: Number, nullable: true }) rank: number | null;
  @ApiProperty() isOwner: boolean;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date', description: 'last day in office' }) to: string;
  @ApiProperty() basis: string;
  @ApiProperty({ enum: ENDINGS, type: String, nullable: true }) endKind: string | null;
  @ApiProperty({ enum: END_GROUNDS, type: String, nullable: true }) endGround: string | null;
  @ApiProperty({ type: String, nullable: true }) endDocument: string | null;
  @ApiProperty({ description: 'has been given a sign-in' }) signsIn: boolean;
}

export class CommitteeResponse extends CommitteeBrief {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the caller, when in office' })
  me: string | null;
  @ApiProperty({ type: [MemberResponse] }) members: MemberResponse[];
}

export class OwnersResolutionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: [String] }) matters: string[];
  @ApiProperty({ type: String, nullable: true }) choice: string | null;
  @ApiProperty({ format: 'date' }) adoptedOn: string;
}

export class OwnersResolutionsResponse {
  @ApiProperty({ type: [OwnersResolutionResponse] }) items: OwnersResolutionResponse[];
}

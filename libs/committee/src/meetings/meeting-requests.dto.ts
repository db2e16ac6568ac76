import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '#libs/platform';
import { ITEM_KINDS, type ItemKind } from '../domain/agenda.js';
import { VOTE_CHOICES, type VoteChoice } from '../domain/meetings.js';

export class AgendaItemRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(200) title: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(4000) body: string;

  @ApiProperty({
    enum: ITEM_KINDS,
    description: 'decided by the committee, put to the owners, or carrying out what they resolved',
  })
  @IsIn(ITEM_KINDS)
  kind: ItemKind;

  @ApiPropertyOptional({ example: 'M5', description: 'the matter of the owners that it is about' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  matter?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the resolution that is carried out' })
  @IsOptional()
  @IsUUID()
  resolutionId?: string;
}

export class NewMeetingRequest {
  @ApiProperty({ format: 'date-time' }) @IsInstant() startsAt: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(120) place: string;

  @ApiPropertyOptional({ type: [String], description: 'members who ask for it with the caller, a third of all' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsUUID('all', { each: true })
  proposers?: string[];

  @ApiProperty({ type: [AgendaItemRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemRequest)
  items: AgendaItemRequest[];
}

export class MeetingCancellationRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

export class AttendanceRequest {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsUUID('all', { each: true })
  present: string[];
}

export class MemberVoteRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() personId: string;
  @ApiProperty({ enum: VOTE_CHOICES }) @IsIn(VOTE_CHOICES) choice: VoteChoice;
}

export class DecisionRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() itemId: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(2000) wording: string;

  @ApiProperty({ type: [MemberVoteRequest] })
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => MemberVoteRequest)
  votes: MemberVoteRequest[];
}

export class DecidedResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() isAdopted: boolean;
}

export class MinutesRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(20_000) content: string;
}

export class PostingRequest {
  @ApiProperty({ example: '小区公告栏', description: 'where it was posted' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  place: string;
}

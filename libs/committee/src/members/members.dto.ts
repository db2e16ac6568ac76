import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { IsDay } from '#libs/platform';
import { END_GROUNDS, END_KINDS, POSTS, type EndGround, type Post } from '../domain/posts.js';

export class MemberRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(60) name: string;

  @ApiProperty({ enum: POSTS }) @IsIn(POSTS) post: Post;

  @ApiPropertyOptional({ description: 'the turn of an alternate' })
  @ValidateIf((member: MemberRequest) => member.post === 'alternate')
  @IsInt()
  @Min(1)
  @Max(99)
  rank?: number;

  @ApiPropertyOptional({ default: true, description: 'of a 物管会 some members are no owners' })
  @IsOptional()
  @IsBoolean()
  isOwner?: boolean;

  @ApiProperty({ format: 'date' }) @IsDay() from: string;

  @ApiPropertyOptional({ format: 'date', description: 'last day; that of the term when left out' })
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiProperty({ description: 'the result or filing by which the seat is held' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  basis: string;
}

export class NewMemberRequest extends MemberRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'the seat that the same person leaves for this one' })
  @IsOptional()
  @IsUUID()
  replaces?: string;
}

export class MemberCorrectionRequest extends MemberRequest {
  @ApiProperty({ description: 'why the record is corrected' })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class SeatEndingRequest {
  @ApiProperty({ enum: END_KINDS }) @IsIn(END_KINDS) kind: (typeof END_KINDS)[number];

  @ApiPropertyOptional({ enum: END_GROUNDS, description: 'of a disqualification' })
  @ValidateIf((ending: SeatEndingRequest) => ending.kind === 'disqualified')
  @IsIn(END_GROUNDS)
  ground?: EndGround;

  @ApiProperty({ description: 'the letter of resignation, or what shows the ground' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  document: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'of a removal: the resolution of the owners' })
  @ValidateIf((ending: SeatEndingRequest) => ending.kind === 'removed')
  @IsUUID()
  resolutionId?: string;

  @ApiProperty({ format: 'date', description: 'last day in office' }) @IsDay() lastDay: string;
}

export class SuccessionOfSeatRequest {
  @ApiProperty({ format: 'date' }) @IsDay() from: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(200) basis: string;
}

export class SeatSignInRequest {
  @ApiProperty({ example: 'wang.ying' }) @IsString() @MaxLength(60) login: string;
}

export class SeatSignInResponse {
  @ApiProperty() login: string;
  @ApiProperty({ format: 'date', description: 'it ends by itself with this day' }) until: string;
  @ApiProperty({ type: String, nullable: true, description: 'shown once; null for whoever signs in already' })
  initialPassword: string | null;
}

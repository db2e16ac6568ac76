import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { AssemblyBrief, MotionResponse, PublishedRulesResponse } from '../assemblies/assembly-answers.dto.js';
import { AnswerRequest } from '../ballots/ballots.dto.js';
import { shortCode } from '../ballots/receipts.js';
import { StillNeededResponse } from '../counting/counting.dto.js';
import { TestsResponse } from '../counting/result-answers.dto.js';
import { CAPACITIES, CHANNELS, type Capacity, type Channel } from '../domain/assembly/casting.js';
import { OWN_STANDINGS, type OwnStanding } from '../domain/assembly/own-standing.js';
import { ObjectionResponse } from '../roll/roll.dto.js';
import type { OwnPartyFacts } from './own-parties.js';
import type { OwnAnswers } from './own-votes.service.js';

export const PHASES = ['open', 'coming', 'past'] as const;
export type Phase = (typeof PHASES)[number];
const OBJECTION_KINDS = ['roll', 'result'] as const;

export class OwnBallotRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() partyId: string;

  @ApiProperty({ type: [AnswerRequest], description: 'every motion is answered' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AnswerRequest)
  answers: AnswerRequest[];

  static toAnswers({ partyId, answers }: OwnBallotRequest): OwnAnswers {
    return { partyId, answers: AnswerRequest.toAnswers(answers) };
  }
}

/** What a co-owner says to the ballot that another one cast; it is compared, and stands nowhere. */
export class CoOwnerStatementRequest {
  @ApiProperty({ type: [AnswerRequest], description: 'every motion is answered' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AnswerRequest)
  answers: AnswerRequest[];
}

export class CoOwnerStatementResponse {
  @ApiProperty({ description: 'false: the ballot is not counted until they agree' }) agrees: boolean;
}

export class OwnObjectionRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(2000) content: string;
}

/** A vote among those of an owner. */
export class OwnVoteBrief extends AssemblyBrief {
  @ApiProperty({ enum: PHASES, description: 'whether one can vote now' }) phase: Phase;
  @ApiProperty({ type: Number, nullable: true, description: 'until voting ends; null once it is over' })
  daysLeft: number | null;
  @ApiProperty({ description: 'parties of the roll for which the caller speaks' }) parties: number;
  @ApiProperty({ description: 'those of them for which nobody has voted and the caller may' }) toCast: number;
  @ApiProperty({ description: 'those of them that have voted' }) cast: number;
  @ApiProperty({ description: 'those for which a co-owner cast, and the caller has not agreed' }) toState: number;
}

export class OwnVotesResponse {
  @ApiProperty({ type: [OwnVoteBrief], description: 'open ones first, then those to come, then the others' })
  items: OwnVoteBrief[];
  @ApiProperty({ description: 'homes to which the caller is bound' }) homes: number;
}

export class OwnBallotResponse {
  @ApiProperty({ enum: CHANNELS }) channel: Channel;
  @ApiProperty({ format: 'date-time' }) castAt: string;
  @ApiProperty({ example: '9F2C-0A71-B3DE' }) code: string;
  @ApiProperty({ description: 'the caller cast it, and can have the receipt again' }) isOwn: boolean;
}

export class OwnPartyResponse {
  @ApiProperty({ format: 'uuid' }) partyId: string;
  @ApiProperty({ example: '1-1-101、1-1-102', description: 'its units' }) label: string;
  @ApiProperty({ description: 'how many units it covers' }) units: number;
  @ApiProperty({ description: 'integer of 0.01 m²' }) weight: string;
  @ApiProperty({ description: 'held by several' }) isShared: boolean;
  @ApiProperty({ enum: CAPACITIES }) capacity: Capacity;
  @ApiProperty({ enum: OWN_STANDINGS, description: 'what the caller may do for it, apart from the time' })
  standing: OwnStanding;
  @ApiProperty({ description: 'the caller is the co-owner who does not agree' }) isOwnDissent: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'the slip of paper that is out' }) slip: string | null;
  @ApiProperty({ type: OwnBallotResponse, nullable: true }) ballot: OwnBallotResponse | null;

  static from({
    partyId,
    label,
    unitIds,
    weight,
    isShared,
    capacity,
    standing,
    slip,
    isOwnDissent,
    ballot,
  }: OwnPartyFacts): OwnPartyResponse {
    return {
      ...{ partyId, label, weight, isShared, capacity, standing, slip, isOwnDissent, units: unitIds.length },
      ballot: ballot && {
        ...{ channel: ballot.channel, isOwn: ballot.isOwn, code: shortCode(ballot.receipt) },
        castAt: new Date(ballot.castAt).toISOString(),
      },
    };
  }
}

/** Who took part and what is missing, for those who vote themselves; never how. */
export class OwnTurnoutResponse {
  @ApiProperty() isQuorate: boolean;
  @ApiProperty() quorum: TestsResponse;
  @ApiProperty() stillNeeded: StillNeededResponse;
}

export class OwnVoteResponse extends AssemblyBrief {
  @ApiProperty({ enum: PHASES }) phase: Phase;
  @ApiProperty({ type: Number, nullable: true }) daysLeft: number | null;
  @ApiProperty() rules: PublishedRulesResponse;
  @ApiProperty({ type: [MotionResponse] }) motions: MotionResponse[];
  @ApiProperty({ type: [OwnPartyResponse] }) parties: OwnPartyResponse[];
  @ApiProperty({ type: OwnTurnoutResponse, nullable: true, description: 'from the opening until the result' })
  turnout: OwnTurnoutResponse | null;
  @ApiProperty({ enum: OBJECTION_KINDS, nullable: true, description: 'what can be objected to now' })
  objectTo: (typeof OBJECTION_KINDS)[number] | null;
  @ApiProperty({ type: [ObjectionResponse], description: 'those of the caller' }) objections: ObjectionResponse[];
}

import { ApiProperty } from '@nestjs/swagger';
import { VOTING_CLASSES } from '#libs/law';
import { AnnouncementResponse, AssemblyBrief, PublishedRulesResponse } from '../assemblies/assembly-answers.dto.js';
import { DeemedResultResponse, MotionRecordResponse } from '../counting/result-answers.dto.js';
import { MEETING_FORMS } from '../domain/assembly/meeting-form.js';
import { ASSEMBLY_STEPS } from '../domain/assembly/assembly-state.js';
import { PublicEarlyLook } from '../oversight/oversight.dto.js';
import { StoppageResponse } from '../stoppages/stoppages.js';

export class PublicBound {
  @ApiProperty({ type: [Number], example: [2, 3] }) fraction: number[];
  @ApiProperty({ enum: ['>=', '>'] }) op: '>=' | '>';
  @ApiProperty({ enum: ['electorate', 'participants'] }) base: 'electorate' | 'participants';
}

export class PublicBounds {
  @ApiProperty({ type: PublicBound, nullable: true }) heads: PublicBound | null;
  @ApiProperty({ type: PublicBound, nullable: true }) weight: PublicBound | null;
}

/** How a motion is decided, with its article. */
export class PublicRule {
  @ApiProperty({ example: '民法典第二百七十八条：一般事项' }) name: string;
  @ApiProperty() source: string;
  @ApiProperty() article: string;
  @ApiProperty() quorum: PublicBounds;
  @ApiProperty() approval: PublicBounds;
}

export class PublicCandidate {
  @ApiProperty({ example: 'c1' }) key: string;
  @ApiProperty() name: string;
}

export class PublicMotion {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() body: string;
  @ApiProperty({ enum: ['plain', 'options', 'election'] }) kind: string;
  @ApiProperty({ type: [String], example: ['M5'] }) matters: string[];
  @ApiProperty({ enum: VOTING_CLASSES }) votingClass: string;
  @ApiProperty({ type: [String], description: 'what can be ticked' }) offered: string[];
  @ApiProperty({ type: [PublicCandidate], nullable: true }) candidates: PublicCandidate[] | null;
  @ApiProperty({ type: Number, nullable: true }) seats: number | null;
  @ApiProperty() rule: PublicRule;
  @ApiProperty({ type: MotionRecordResponse, nullable: true, description: 'from the publication on' })
  result: MotionRecordResponse | null;
}

/** A step of the vote; taken by the organiser, whose people are not named here. */
export class PublicStep {
  @ApiProperty({ enum: ASSEMBLY_STEPS }) step: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ description: 'the body that organises the vote' }) by: string;
  @ApiProperty({ type: String, nullable: true }) basis: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'of a notice and of an extension' })
  closesAt: Date | null;
}

export class PublicHeads {
  @ApiProperty() have: number;
  @ApiProperty({ type: Number, nullable: true }) need: number | null;
  @ApiProperty({ description: 'all on the roll' }) of: number;
  @ApiProperty() met: boolean;
}

export class PublicArea {
  @ApiProperty({ description: 'whole percent of all, cut off' }) percent: number;
  @ApiProperty() met: boolean;
}

/** Who took part, never how; the area only once it leads to nobody. */
export class PublicTurnoutResponse {
  @ApiProperty() heads: PublicHeads;
  @ApiProperty({ type: PublicArea, nullable: true }) area: PublicArea | null;
}

export class PublicObjections {
  @ApiProperty({ format: 'date', description: 'last day to object' }) until: string;
  @ApiProperty({ format: 'date', description: 'last day on which the result is posted' }) shownUntil: string;
  @ApiProperty({ type: Number, nullable: true, description: 'null once it is over' }) daysLeft: number | null;
}

/** What all results of a vote rest on. */
export class PublicResult {
  @ApiProperty() heads: number;
  @ApiProperty({ description: 'integer of 0.01 m²' }) weight: string;
  @ApiProperty({ description: 'ballots that stand' }) ballots: number;
  @ApiProperty({ type: String, format: 'date-time' }) certifiedAt: Date;
  @ApiProperty({ description: 'SHA-256 of the record as canonical JSON' }) recordHash: string;
  @ApiProperty({ description: 'root of the board on which every ballot is sealed' }) boardRoot: string;
  @ApiProperty({ type: DeemedResultResponse, nullable: true }) withDeemed: DeemedResultResponse | null;
}

export class PublicVotesResponse {
  @ApiProperty({ type: [AssemblyBrief] }) items: AssemblyBrief[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class PublicVoteResponse extends AssemblyBrief {
  @ApiProperty({ type: String, nullable: true }) organiserBasis: string | null;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty({ enum: MEETING_FORMS }) form: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty() rules: PublishedRulesResponse;
  @ApiProperty({ type: [PublicMotion] }) motions: PublicMotion[];
  @ApiProperty({ type: [PublicStep] }) steps: PublicStep[];
  @ApiProperty({ type: Number, nullable: true, description: 'until voting ends; null once it is over' })
  daysLeft: number | null;
  @ApiProperty({ type: PublicTurnoutResponse, nullable: true }) turnout: PublicTurnoutResponse | null;
  @ApiProperty({ type: PublicResult, nullable: true }) result: PublicResult | null;
  @ApiProperty({ type: PublicObjections, nullable: true }) objections: PublicObjections | null;
  @ApiProperty({ type: PublicEarlyLook, nullable: true, description: 'that somebody looked before the close' })
  earlyLook: PublicEarlyLook | null;
  @ApiProperty({ type: [StoppageResponse], description: 'when it could not be reached' }) stoppages: StoppageResponse[];
  @ApiProperty({ type: AnnouncementResponse, nullable: true, description: 'once the vote is closed' })
  announcement: AnnouncementResponse | null;
}

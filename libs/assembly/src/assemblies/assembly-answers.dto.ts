import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MATTERS, VOTING_CLASSES } from '#libs/law';
import { ASSEMBLY_STATES, ASSEMBLY_STEPS } from '../domain/assembly/assembly-state.js';
import { MEETING_FORMS } from '../domain/assembly/meeting-form.js';
import { ORGANISER_KINDS } from '../domain/assembly/organisers.js';
import {
  CHANNEL_POLICIES,
  CO_OWNER_RULES,
  DEEMED_RULES,
  DELIVERY_METHODS,
  type CoOwnerRule,
  type PublishedRules,
} from '../domain/assembly/published-rules.js';
import { FINDING_CODES } from '../domain/lint/findings.js';
import { StoppageResponse } from '../stoppages/stoppages.js';

export class AssemblyCompound {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

/** What every list tells of an assembly. */
export class AssemblyBrief {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() compound: AssemblyCompound;
  @ApiProperty({ enum: ORGANISER_KINDS }) organiser: string;
  @ApiProperty() organiserName: string;
  @ApiProperty() isRehearsal: boolean;
  @ApiProperty({ enum: ASSEMBLY_STATES }) state: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) opensAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closesAt: Date | null;
}

export class ListedTurnoutResponse {
  @ApiProperty({ description: 'who took part' }) heads: number;
  @ApiProperty() headsNeeded: number;
  @ApiProperty({ description: 'heads and area have both reached what must take part' }) isQuorate: boolean;
}

/** One line of the list that offices work with. */
export class ListedAssembly extends AssemblyBrief {
  @ApiProperty({ type: ListedTurnoutResponse, nullable: true, description: 'of a vote that is open' })
  turnout: ListedTurnoutResponse | null;
}

export class AssembliesResponse {
  @ApiProperty({ type: [ListedAssembly] }) items: ListedAssembly[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class DeemedClauseResponse {
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date' }) inForceFrom: string;
  @ApiProperty({ enum: DELIVERY_METHODS, isArray: true }) methods: string[];
  @ApiProperty() warnedOnBallot: boolean;
  @ApiProperty() isInterimCovenant: boolean;
}

export class LaidDownResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty({ type: Number, nullable: true }) noticeDays: number | null;
  @ApiProperty({ type: [String], description: 'what this vote lays down otherwise' }) departs: string[];
}

export class PublishedRulesResponse {
  @ApiProperty({ enum: CHANNEL_POLICIES }) channelPolicy: string;
  @ApiProperty({ enum: DEEMED_RULES }) deemedRule: string;
  @ApiProperty({ type: DeemedClauseResponse, nullable: true }) deemedClause: DeemedClauseResponse | null;
  @ApiProperty({ enum: ['exclude', 'as_abstain'] }) invalid: string;
  @ApiProperty() mayChange: boolean;
  @ApiPropertyOptional({ enum: CO_OWNER_RULES, description: 'left out: REPRESENTATIVE' }) coOwners?: CoOwnerRule;
  @ApiProperty() isSecret: boolean;
  @ApiPropertyOptional({ description: 'whether several keys together may look before the close' })
  mayLookEarly?: boolean;
  @ApiProperty() proxyPrincipalsMost: number;
  @ApiProperty() countsParking: boolean;
  @ApiProperty({ type: String, nullable: true }) rulesClause: string | null;
  @ApiPropertyOptional({ description: 'the version of the compound’s own rules, where it has some' })
  laidDown?: LaidDownResponse;

  static from({ deemedClause, laidDown, ...rules }: PublishedRules): PublishedRulesResponse {
    return {
      ...rules,
      deemedClause: deemedClause && { ...deemedClause, methods: [...deemedClause.methods] },
      ...(laidDown ? { laidDown: { ...laidDown, departs: [...laidDown.departs] } } : {}),
    };
  }
}

export class CandidateResponse {
  @ApiProperty({ example: 'c1' }) key: string;
  @ApiProperty() name: string;
  @ApiProperty() note: string;
  @ApiPropertyOptional({ description: 'declared in writing to be fit for office' }) isDeclared?: boolean;
}

export class MotionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() body: string;
  @ApiProperty({ enum: ['plain', 'options', 'election'] }) kind: string;
  @ApiProperty({ type: [String], example: ['M5'] }) matters: string[];
  @ApiProperty({ enum: VOTING_CLASSES }) votingClass: string;
  @ApiProperty({ type: [String], description: 'what can be ticked' }) offered: string[];
  @ApiProperty({ type: [CandidateResponse], nullable: true }) candidates: CandidateResponse[] | null;
  @ApiProperty({ type: Number, nullable: true }) seats: number | null;
  @ApiProperty({ type: Number, nullable: true }) alternates: number | null;
}

export class AssemblyStepResponse {
  @ApiProperty({ enum: ASSEMBLY_STEPS }) step: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty() byName: string;
  @ApiProperty({ type: String, nullable: true }) basis: string | null;
}

export class PetitionResponse {
  @ApiProperty() heads: number;
  @ApiProperty() headsOfAll: number;
  @ApiProperty() weight: string;
  @ApiProperty() weightOfAll: string;
  @ApiProperty({ description: 'heads decide' }) isEnough: boolean;
  @ApiProperty() needed: number;
  @ApiProperty() isEnoughByArea: boolean;
}

/** When the result has to be published, and whether it was in time. */
export class AnnouncementResponse {
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) publishedOn: string | null;
  @ApiProperty() isLate: boolean;
}

export class AssemblyResponse extends AssemblyBrief {
  @ApiProperty({ type: String, nullable: true }) organiserBasis: string | null;
  @ApiProperty() isFirst: boolean;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty({ enum: MEETING_FORMS }) form: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: PetitionResponse, nullable: true }) petition: PetitionResponse | null;
  @ApiProperty() rules: PublishedRulesResponse;
  @ApiProperty({ type: [MotionResponse] }) motions: MotionResponse[];
  @ApiProperty({ type: [AssemblyStepResponse] }) steps: AssemblyStepResponse[];
  @ApiProperty({ enum: ASSEMBLY_STEPS, isArray: true, description: 'what can be done next' }) possible: string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'under which its committee was filed' })
  filedCaseId: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'the newest version of its roll' })
  rollVersion: number | null;

  @ApiProperty({ format: 'date', description: 'earliest opening by law, for a notice of today' }) opensFrom: string;
  @ApiProperty({ format: 'date', description: 'the same, safely' }) opensSafelyFrom: string;
  @ApiProperty({ type: [StoppageResponse], description: 'when it could not be reached' }) stoppages: StoppageResponse[];
  @ApiProperty({ type: AnnouncementResponse, nullable: true, description: 'once the vote is closed' })
  announcement: AnnouncementResponse | null;
}

export class FindingResponse {
  @ApiProperty({ enum: FINDING_CODES }) code: string;
  @ApiProperty({ enum: ['blocks', 'warns'] }) severity: string;
  @ApiProperty() sentence: string;
  @ApiProperty() fix: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) motionId: string | null;
}

export class FindingsResponse {
  @ApiProperty({ type: [FindingResponse] }) items: FindingResponse[];
  @ApiProperty({ description: 'whether nothing blocks' }) isClear: boolean;
}

export class MatterResponse {
  @ApiProperty({ example: 'M5', enum: [...new Set(MATTERS.map(({ code }) => code))] }) code: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: VOTING_CLASSES }) votingClass: string;
  @ApiProperty() source: string;
  @ApiProperty() article: string;
}

export class MattersResponse {
  @ApiProperty({ type: [MatterResponse] }) items: MatterResponse[];
}

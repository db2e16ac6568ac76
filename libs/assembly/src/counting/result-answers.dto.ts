import { ApiProperty, ApiPropertyOptional, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import { VOTING_CLASSES } from '#libs/law';
import type { ElectionResult, MotionResult, Outcome } from '#libs/tally';
import { PublishedRulesResponse } from '../assemblies/assembly-answers.dto.js';
import { DrawnLotResponse } from '../lots/lots.dto.js';
import type { CertifiedResult } from './results.service.js';
import type { MotionRecord } from './result-record.js';

const OUTCOMES = ['ADOPTED', 'NOT_ADOPTED', 'NO_QUORUM'] as const;

export class HeadsTest {
  @ApiProperty() have: number;
  @ApiProperty({ type: Number, nullable: true }) need: number | null;
  @ApiProperty() met: boolean;
}

export class WeightTest {
  @ApiProperty({ description: 'integer of 0.01 m²' }) have: string;
  @ApiProperty({ type: String, nullable: true }) need: string | null;
  @ApiProperty() met: boolean;
}

export class TestsResponse {
  @ApiProperty() heads: HeadsTest;
  @ApiProperty() weight: WeightTest;
}

export class AmountResponse {
  @ApiProperty() heads: number;
  @ApiProperty() weight: string;
}

export class OptionResultResponse {
  @ApiProperty() choice: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty() approval: TestsResponse;
}

export class OptionOutcomeResponse {
  @ApiProperty() choice: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
}

export class MarginResponse {
  @ApiProperty({ type: Number, nullable: true, description: 'below 0: short by so many' }) heads: number | null;
  @ApiProperty({ type: String, nullable: true }) weight: string | null;
}

export class SensitivityResponse {
  @ApiProperty({ enum: ['exclude', 'as_abstain'] }) invalid: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiPropertyOptional({ type: [OptionOutcomeResponse] }) options?: OptionOutcomeResponse[];
}

@ApiExtraModels(AmountResponse)
export class MotionResultResponse {
  @ApiProperty({ description: 'the motion; of an election the motion and the candidate, as MOTION/c1' }) id: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty() quorum: TestsResponse;
  @ApiProperty() approval: TestsResponse;
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(AmountResponse) } })
  counts: Record<string, AmountResponse>;
  @ApiProperty({ description: 'on the roll without a ballot' }) absent: AmountResponse;
  @ApiPropertyOptional({ type: [OptionResultResponse] }) options?: OptionResultResponse[];
  @ApiProperty() margin: MarginResponse;
  @ApiProperty({ type: [SensitivityResponse] }) sensitive: SensitivityResponse[];

  static from({ counts, options, sensitive, ...told }: MotionResult): MotionResultResponse {
    return {
      ...told,
      counts: { ...counts },
      ...(options ? { options: [...options] } : {}),
      sensitive: sensitive.map(({ options: other, ...each }) => ({
        ...each,
        ...(other ? { options: [...other] } : {}),
      })),
    };
  }
}

export class CandidateResultResponse {
  @ApiProperty({ example: 'c1' }) candidate: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty() approval: TestsResponse;
}

export class LotNeededResponse {
  @ApiProperty({ type: [String] }) among: string[];
  @ApiProperty({ enum: ['seats', 'alternates'] }) for: string;
  @ApiProperty() places: number;
}

export class ElectionResponse {
  @ApiProperty({ type: [CandidateResultResponse] }) candidates: CandidateResultResponse[];
  @ApiProperty({ type: [String] }) elected: string[];
  @ApiProperty({ type: [String] }) alternates: string[];
  @ApiProperty() vacant: number;
  @ApiProperty({ type: LotNeededResponse, nullable: true }) lotNeeded: LotNeededResponse | null;
  @ApiProperty({ enum: ['COMPLETE', 'PARTIAL', 'BY_ELECTION_FIRST'] }) formation: string;
  @ApiPropertyOptional({ type: [DrawnLotResponse], description: 'that were drawn since; where there are any' })
  lots?: DrawnLotResponse[];

  static from(
    { candidates, elected, alternates, vacant, lotNeeded, formation }: ElectionResult & { formation: string },
    lots: readonly DrawnLotResponse[],
  ): ElectionResponse {
    return {
      ...{ vacant, formation, candidates: [...candidates], elected: [...elected], alternates: [...alternates] },
      lotNeeded: lotNeeded && { ...lotNeeded, among: [...lotNeeded.among] },
      ...(lots.length > 0 ? { lots: [...lots] } : {}),
    };
  }
}

export class MotionRecordResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ['plain', 'options', 'election'] }) kind: string;
  @ApiProperty({ type: [String] }) matters: string[];
  @ApiProperty({ enum: VOTING_CLASSES }) votingClass: string;
  @ApiProperty({ example: 'cn-civil-code-278-ordinary' }) rulePack: string;
  @ApiProperty({ type: [MotionResultResponse] }) results: MotionResultResponse[];
  @ApiProperty({ type: ElectionResponse, nullable: true }) election: ElectionResponse | null;
  @ApiProperty() isAdopted: boolean;

  static from(
    { matters, results, election, ...told }: MotionRecord,
    lots: readonly DrawnLotResponse[] = [],
  ): MotionRecordResponse {
    return {
      ...{ ...told, matters: [...matters] },
      results: results.map((each) => MotionResultResponse.from(each)),
      election: election && ElectionResponse.from(election, lots),
    };
  }
}

export class RecordedRollResponse {
  @ApiProperty() version: number;
  @ApiProperty() hash: string;
  @ApiProperty() parties: number;
  @ApiProperty() heads: number;
  @ApiProperty() weight: string;
}

export class RecordedWindowResponse {
  @ApiProperty({ format: 'date-time' }) opensAt: string;
  @ApiProperty({ format: 'date-time' }) closesAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) extendedFrom: string | null;
}

export class RecordedBallotsResponse {
  @ApiProperty() standing: number;
  @ApiProperty() replaced: number;
  @ApiPropertyOptional({ description: 'of the standing: not counted, for co-owners did not agree' }) disputed?: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) byChannel: Record<string, number>;
}

export class DeemedResultResponse {
  @ApiProperty({ description: 'parties whose silence was counted' }) parties: number;
  @ApiProperty({ type: [MotionResultResponse] }) motions: MotionResultResponse[];
}

export class VoteScopeResponse {
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
}

export class DaysResponse {
  @ApiProperty({ format: 'date' }) announceBy: string;
  @ApiProperty({ format: 'date' }) fileBy: string;
}

export class ResultRecordResponse {
  @ApiProperty({ format: 'uuid' }) assemblyId: string;
  @ApiProperty() title: string;
  @ApiProperty() scope: VoteScopeResponse;
  @ApiProperty() isRehearsal: boolean;
  @ApiProperty() roll: RecordedRollResponse;
  @ApiProperty({ format: 'date-time' }) noticeAt: string;
  @ApiProperty() window: RecordedWindowResponse;
  @ApiProperty() rules: PublishedRulesResponse;
  @ApiProperty() ballots: RecordedBallotsResponse;
  @ApiProperty({ type: [MotionRecordResponse] }) motions: MotionRecordResponse[];
  @ApiProperty({ type: DeemedResultResponse, nullable: true }) withDeemed: DeemedResultResponse | null;
  @ApiProperty() days: DaysResponse;
  @ApiProperty({ description: 'root of the board on which every ballot is sealed' }) boardRoot: string;
}

export class ResultResponse {
  @ApiProperty({ description: 'as it was certified' }) record: ResultRecordResponse;
  @ApiProperty({ type: [MotionRecordResponse], description: 'the motions with the seats that lots gave since' })
  motions: MotionRecordResponse[];
  @ApiProperty({ description: 'SHA-256 of the record as canonical JSON' }) recordHash: string;
  @ApiProperty({ type: String, format: 'date-time' }) certifiedAt: Date;
  @ApiProperty({ type: [String] }) signers: string[];

  static from(certified: CertifiedResult): ResultResponse {
    const { record, recordHash, certifiedAt, signers } = certified;
    const { rules, ballots, motions, withDeemed, ...told } = record;
    return {
      ...{ recordHash, certifiedAt, signers: [...signers], motions: standingMotions(certified, (name) => name) },
      record: {
        ...told,
        rules: PublishedRulesResponse.from(rules),
        ballots: { ...ballots, byChannel: { ...ballots.byChannel } },
        motions: motions.map((each) => MotionRecordResponse.from(each)),
        withDeemed: withDeemed && {
          parties: withDeemed.parties,
          motions: withDeemed.motions.map((each) => MotionResultResponse.from(each)),
        },
      },
    };
  }
}

/** The motions as they stand, each election with its lots; witnesses are called as the reader may know them. */
export function standingMotions(
  { standing, lots }: Pick<CertifiedResult, 'standing' | 'lots'>,
  called: (name: string) => string,
): MotionRecordResponse[] {
  return standing.motions.map((motion) => {
    const own = lots.filter(({ motionId }) => motionId === motion.id);
    return MotionRecordResponse.from(
      motion,
      own.map((lot) => DrawnLotResponse.from(lot, called)),
    );
  });
}

import { maskedName } from '#libs/kernel';
import type { Bound, Scales } from '#libs/law';
import type { AssemblyFile } from '../assemblies/assembly-files.js';
import { packOf } from '../counting/count-reader.js';
import { DeemedResultResponse, MotionResultResponse, standingMotions } from '../counting/result-answers.dto.js';
import type { CertifiedResult } from '../counting/results.service.js';
import type { MotionRow } from '../motions/motion.entity.js';
import type {
  PublicBound,
  PublicBounds,
  PublicMotion,
  PublicResult,
  PublicRule,
  PublicStep,
} from './public-votes.dto.js';

function toldBound(bound: Bound | null): PublicBound | null {
  return bound && { ...bound, fraction: [...bound.fraction] };
}

function toldBounds({ heads, weight }: Scales<Bound | null>): PublicBounds {
  return { heads: toldBound(heads), weight: toldBound(weight) };
}

function toldRule(motion: MotionRow, file: AssemblyFile): PublicRule {
  const { rule, source, article } = packOf(motion, file);
  return {
    ...{ name: rule.name, source, article },
    quorum: toldBounds(rule.quorum),
    approval: toldBounds(rule.approval),
  };
}

/** The notes about candidates stay on the ballot: they say more of a person than everybody needs to know. */
export function toldMotions(file: AssemblyFile, result: CertifiedResult | null): PublicMotion[] {
  const told = result ? standingMotions(result, (name) => maskedName(name)) : [];
  return file.motions.map((motion) => {
    const { id, title, body, kind, matters, votingClass, offered, candidates, seats } = motion;
    return {
      ...{ id, title, body, kind, matters, votingClass, offered, seats },
      candidates: candidates && candidates.map(({ key, name }) => ({ key, name })),
      rule: toldRule(motion, file),
      result: told.find((each) => each.id === id) ?? null,
    };
  });
}

export function toldSteps({ steps, assembly }: AssemblyFile): PublicStep[] {
  return steps.map(({ step, at, onDay, basis, closesAt }) => ({
    ...{ step, at, onDay, basis, closesAt },
    by: assembly.organiserName,
  }));
}

function toldDeemed({ withDeemed }: CertifiedResult['record']): DeemedResultResponse | null {
  if (!withDeemed) return null;
  const motions = withDeemed.motions.map((each) => MotionResultResponse.from(each));
  return { parties: withDeemed.parties, motions };
}

export function toldResult({ record, recordHash, certifiedAt }: CertifiedResult): PublicResult {
  const { roll, ballots, boardRoot } = record;
  return {
    ...{ heads: roll.heads, weight: roll.weight, ballots: ballots.standing },
    ...{ certifiedAt, recordHash, boardRoot },
    withDeemed: toldDeemed(record),
  };
}

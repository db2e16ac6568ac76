export {
  isOnBoard,
  isWholeBoard,
  readProof,
  sealBoard,
  type Board,
  type SealedBallot,
  type SealedBoard,
  type VoterProof,
} from './board/sealed-board.js';
export { LEAST_IN_SUMS, publicBundle } from './board/privacy-guard.js';
export {
  BUNDLE_FORMAT,
  choicesOf,
  type Bundle,
  type Elector,
  type Motion,
  type Poll,
  type Vote,
  type WrittenRule,
} from './bundle/bundle.js';
export { readBundle } from './bundle/bundle-reader.js';
export { readRule } from './bundle/rule-reader.js';
export type { Margin } from './counting/margin.js';
export {
  recount,
  recountMotion,
  type MotionResult,
  type OptionResult,
  type Recount,
  type Sensitivity,
} from './counting/recount.js';
export { percentOf, sumOf, type Amount, type Sum } from './counting/sum.js';
export { turnout, type Outcome, type Test, type Tests } from './counting/verdict.js';
export {
  countElection,
  formationOf,
  type CandidateResult,
  type Election,
  type ElectionResult,
  type Formation,
  type LotNeeded,
  type Slip,
} from './election/election.js';
export { base64Of, bytesOfBase64 } from './merkle/base64.js';
export { canonicalJson } from './merkle/canonical-json.js';
export { isConsistent, isIncluded, type ConsistencyClaim, type InclusionClaim } from './merkle/checks.js';
export { Frontier, type GrownNode } from './merkle/frontier.js';
export { areEqual, hashOfLeaf, type Hash } from './merkle/hashing.js';
export { sha256 } from './merkle/sha-256.js';
export { completeNodes, consistencyPath, hashOfRange, inclusionPath, type NodeAt, type Range } from './merkle/tree.js';
export { tallyErrors } from './tally.errors.js';

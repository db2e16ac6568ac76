export { bytesOfBase64 } from './board/base64.js';
export { lotsOf } from './bundle/lots-of.js';
export { LEAST_IN_SUMS, publicBundle } from './board/privacy-guard.js';
export {
  commitmentOf,
  isOnBoard,
  isWholeBoard,
  readProof,
  sealBoard,
  type Board,
  type SealedBallot,
  type SealedBoard,
  type VoterProof,
} from './board/sealed-board.js';
export {
  BUNDLE_FORMAT,
  choicesOf,
  type Bundle,
  type DrawnLot,
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
export { turnout, type Outcome, type Test, type Tests, type Verdict } from './counting/verdict.js';
export {
  countElection,
  formationOf,
  seated,
  type CandidateResult,
  type Election,
  type ElectionResult,
  type Formation,
  type LotNeeded,
  type Seating,
  type Slip,
} from './election/election.js';
export { areEqual, closedUp, hashOfLeaf, hashOfNode, type Hash } from './log/hashing.js';
export { headText, originOf, type HeadWords } from './log/head-text.js';
export { isConsistent, isIncluded, type ConsistencyClaim, type InclusionClaim } from './log/proofs.js';
export { bytesOfHex, leafOfRecord } from './log/records.js';
export { tallyErrors } from './tally.errors.js';

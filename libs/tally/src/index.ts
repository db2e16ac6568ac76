export { areEqual, closedUp, hashOfLeaf, hashOfNode, type Hash } from './log/hashing.js';
export { headText, originOf, type HeadWords } from './log/head-text.js';
export { isConsistent, isIncluded, type ConsistencyClaim, type InclusionClaim } from './log/proofs.js';
export { bytesOfHex, leafOfRecord } from './log/records.js';

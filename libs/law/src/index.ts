export { COVERAGE_PACK } from './packs/coverage.js';
export {
  VOTING_PACKS,
  votingPack,
  type Bound,
  type InvalidTreatment,
  type Scales,
  type VotingPack,
  type VotingRule,
} from './packs/voting.js';
export {
  lawErrors,
  overlay,
  packChangesOn,
  RULE_LEVELS,
  ruleValueOn,
  type RuleLevel,
  type RulePack,
  type RuleStatus,
  type RuleValue,
} from './rule-value.js';

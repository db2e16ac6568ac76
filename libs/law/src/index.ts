export { ASSEMBLY_PACK } from './packs/assembly.js';
export { COMMITTEE_PACK } from './packs/committee.js';
export { COMMON_REVENUE_PACK } from './packs/common-revenue.js';
export { COVERAGE_PACK } from './packs/coverage.js';
export { FUND_PACK } from './packs/fund.js';
export { matterOn, MATTERS, mattersOn, VOTING_CLASSES, type Matter, type VotingClass } from './packs/matters.js';
export { OVERSIGHT_PACK } from './packs/oversight.js';
export { RETENTION_PACK } from './packs/retention.js';
export { cityPack, RULE_PACK, type CityValue } from './packs/rule-pack.js';
export {
  VOTING_PACKS,
  votingPack,
  votingPackOn,
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
  RULE_UNITS,
  ruleValueOn,
  type RuleLevel,
  type RulePack,
  type RuleStatus,
  type RuleValue,
} from './rule-value.js';

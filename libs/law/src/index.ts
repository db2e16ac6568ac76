export { COVERAGE_PACK } from './packs/coverage.js';
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

export { COVERAGE_PACK } from './packs/coverage.js';
export { ruleValueOn, type RuleLevel, type RulePack, type RuleStatus, type RuleValue } from './rule-value.js';

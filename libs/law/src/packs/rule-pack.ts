import type { RulePack } from '../rule-value.js';
import { ASSEMBLY_PACK } from './assembly.js';
import { COMMON_REVENUE_PACK } from './common-revenue.js';
import { OVERSIGHT_PACK } from './oversight.js';
import { RETENTION_PACK } from './retention.js';
import { COMMITTEE_PACK } from './committee.js';
import { COVERAGE_PACK } from './coverage.js';
import { FUND_PACK } from './fund.js';

/** Every number of every rule: what a city may lay down anew is looked up here. */
export const RULE_PACK: RulePack = [
  ...[...COVERAGE_PACK, ...ASSEMBLY_PACK, ...COMMITTEE_PACK, ...OVERSIGHT_PACK, ...RETENTION_PACK, ...FUND_PACK],
  ...COMMON_REVENUE_PACK,
];

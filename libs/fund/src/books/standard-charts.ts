import type { NewAccount } from '#libs/ledger';
import { INCOME_KIND_CODES, INCOME_KINDS } from '../domain/common-revenue/income.js';
import { REVENUE_USES } from '../domain/common-revenue/withdrawals.js';
import { SOURCE_CODES, SOURCES, USES, type Source } from '../domain/uses.js';

const INCOME: readonly (readonly [code: string, name: string, sources: readonly Source[]])[] = [
  ['4001', '财政补助收入', ['F1', 'F2']],
  ['4002', '专项债券资金', ['F3']],
  ['4003', '盘活资产收入', ['F4']],
  ['4004', '捐赠收入', ['F5']],
  ['4005', '企业和单位出资', ['F6']],
  ['4006', '利息及其他收入', ['F7']],
];

const EVERY = SOURCE_CODES;
/** A bond is bound to its project, and pays for nothing that runs on. */
const NO_BOND = EVERY.filter((source) => source !== 'F3');

/** Posted to through a payment or withdrawal alone: no plain entry reaches what money is used for. */
const SPENT = { isPostable: false } as const;

function ofSources(code: string, name: string, sources: readonly Source[], more: Partial<NewAccount>): NewAccount[] {
  const each = sources.map((source) => {
    return { code: `${code}:${source}`, name: `${name}—${SOURCES[source]}`, restriction: source, ...more };
  });
  return [{ code, name, isPostable: false }, ...each];
}

/** 美好家园基金: every account by source, so that an entry can only move money within the source it came from. */
export const FUND_CHART: readonly NewAccount[] = [
  ...ofSources('1002', '银行存款', EVERY, { least: '0' }),
  ...ofSources('1122', '应收认捐款', ['F5', 'F6'], { least: '0' }),
  ...ofSources('2202', '应付款项', EVERY, { most: '0' }),
  ...INCOME.flatMap(([code, name, sources]) => ofSources(code, name, sources, {})),
  ...Object.entries(USES).flatMap(([code, name]) => ofSources(code, name, code === '5003' ? EVERY : NO_BOND, SPENT)),
];

/** 公共收益: the owners' own money (Civil Code 282), in an account that three parties watch. */
export const COMMON_REVENUE_CHART: readonly NewAccount[] = [
  { code: '1002', name: '银行存款（三方共管）', least: '0' },
  ...INCOME_KIND_CODES.map((code) => ({ code, name: INCOME_KINDS[code] })),
  { code: '4102', name: '利息收入' },
  ...Object.entries(REVENUE_USES).map(([code, name]) => ({ code, name, ...SPENT })),
];

/**
 * 维修资金: owned by the owners in common (Civil Code 281), with a sub-account per building and home, which deposits open.
 * What came in and belongs to all waits in 4201 until it is allotted; what repairs cost is posted by spendings alone.
 */
export const MAINTENANCE_FUND_CHART: readonly NewAccount[] = [
  { code: '1002', name: '银行存款（专户）', least: '0' },
  { code: '2501', name: '业主分户', isPostable: false },
  { code: '4201', name: '利息及增值收益（待分户）', most: '0' },
  { code: '5201', name: '维修和更新支出', ...SPENT },
];

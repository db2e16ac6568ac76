import { DISCLOSURE_CALLS } from './books/disclosure.js';
import { FUND_CALLS } from './fund.js';
import { REVENUE_CALLS } from './books/revenue.js';
import { SPENDING_CALLS } from './spending.js';
import { MAINTENANCE_CALLS } from './books/sub-accounts.js';

/** How every route about money is called. */
export const MONEY_CALLS = {
  ...{ ...FUND_CALLS, ...SPENDING_CALLS, ...DISCLOSURE_CALLS },
  ...{ ...MAINTENANCE_CALLS, ...REVENUE_CALLS },
} as const;

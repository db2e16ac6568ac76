export { BEAUTIFUL_HOME, FUND_NAME, FundBooks } from './books/fund-books.service.js';
export { FUND_CHART } from './books/standard-charts.js';
export { fundErrors } from './fund.errors.js';
export { FundModule } from './fund.module.js';

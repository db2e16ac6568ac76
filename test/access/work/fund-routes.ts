import { KEEPERS_FOREIGN, KEEPERS_MADE, KEEPERS_UNSEEN, OFFICIALS, OFFICIALS_UNSEEN, OPEN } from '../role-answers.js';

const OFFICIALS_FOREIGN = '200 404 404 404 403 404 401';

/** What each role is answered about money, in the form of `ROUTES`. */
export const FUND_ROUTES = {
  // The city's fund is everybody's to see, down to the lines of an entry.
  'GET /public/:city/fund': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/entries': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/entries/:id': [OPEN, OPEN, OPEN],
  // The book of a compound's common revenue; who keeps the city's own fund is told of in test/ledger.
  'POST /fund/entries': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /fund/entries/:id/reversal': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'GET /fund/accounts/:code/balance': [OFFICIALS, OFFICIALS_FOREIGN, OFFICIALS_UNSEEN],
  'GET /fund/trial-balance': [OFFICIALS, OFFICIALS_FOREIGN, OFFICIALS_UNSEEN],
} as const;

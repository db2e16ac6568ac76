import {
  KEEPERS_DONE,
  KEEPERS_FOREIGN,
  KEEPERS_MADE,
  KEEPERS_UNSEEN,
  OFFICIALS,
  NOTHING,
  OFFICIALS_UNSEEN,
  OPEN,
} from '../role-answers.js';

const KEEPERS_DONE_FOREIGN = '204 404 404 403 403 403 401';
const MADE = [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN] as const;
const DONE = [KEEPERS_DONE, KEEPERS_DONE_FOREIGN, KEEPERS_UNSEEN] as const;
const OFFICIALS_FOREIGN = '200 404 404 404 403 404 401';

const READ = [OFFICIALS, OFFICIALS_FOREIGN, OFFICIALS_UNSEEN] as const;

/** What each role is answered about money, in the form of `ROUTES`. */
export const FUND_ROUTES = {
  // The city's fund is everybody's to see, down to the lines of an entry.
  'GET /public/:city/fund': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/entries': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/entries/:id': [OPEN, OPEN, OPEN],
  // The book of a compound's common revenue; who keeps the city's own fund is told of in test/ledger.
  'POST /fund/entries': MADE,
  'POST /fund/entries/:id/reversal': MADE,
  'GET /fund/accounts/:code/balance': READ,
  'GET /fund/trial-balance': READ,
  // The treasurer's desk, in a compound's book as well; what of the city's own fund is shown to whom: test/ledger.
  'GET /fund/books': [OFFICIALS, NOTHING, NOTHING],
  'GET /fund/accounts': READ,
  'GET /fund/entries': READ,
  'POST /fund/statements': MADE,
  'GET /fund/statements': READ,
  'GET /fund/matching': READ,
  'GET /fund/matches': READ,
  'POST /fund/matches': MADE,
  'POST /fund/matches/:id/undoing': DONE,
  'POST /fund/statement-rows/:id/entry': MADE,
  'GET /fund/reconciliations/:month': READ,
  'GET /fund/reconciliations/:month/table.xlsx': READ,
  'GET /fund/holds': READ,
  'POST /fund/holds': MADE,
  'POST /fund/holds/:id/release': DONE,
  'GET /fund/months': READ,
  'POST /fund/months/:month/closing': DONE,
  'POST /fund/months/:month/reopening': DONE,
} as const;

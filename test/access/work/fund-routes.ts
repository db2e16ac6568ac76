import {
  BINDING_MADE,
  KEEPERS_DONE,
  KEEPERS_FOREIGN,
  KEEPERS_MADE,
  KEEPERS_UNSEEN,
  NOTHING,
  OFFICIALS,
  OFFICIALS_UNSEEN,
  OPEN,
} from '../role-answers.js';

const OFFICIALS_FOREIGN = '200 404 404 404 403 404 401';
/** The steps of a project are taken by the offices over its compound, down to the street. */
const STEP = [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN] as const;
const MADE = [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN] as const;

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
  'GET /public/:city/fund/vouchers/:id': [OPEN, OPEN, OPEN],
  // A certificate is checked by whoever is shown it; its way is told to whoever brings its code.
  'GET /public/:city/fund/donations/:number': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/donations/:number/path': [OPEN, OPEN, OPEN],
  // What comes into the city's fund is recorded by whoever keeps it.
  'GET /fund/receipts': ['200 403 403 403 403 403 401', NOTHING, NOTHING],
  'POST /fund/receipts': ['201 403 403 403 403 403 401', NOTHING, NOTHING],
  'GET /fund/receipts/:id/certificate.pdf': [
    '200 403 403 403 403 403 401',
    '200 403 403 403 403 403 401',
    '404 403 403 403 403 403 401',
  ],
  'GET /fund/projects': [OFFICIALS, NOTHING, NOTHING],
  'GET /fund/projects/:id': [OFFICIALS, OFFICIALS_FOREIGN, OFFICIALS_UNSEEN],
  'POST /fund/projects': BINDING_MADE,
  'POST /fund/projects/:id/review': STEP,
  'POST /fund/projects/:id/decision': STEP,
  'POST /fund/projects/:id/quotes': STEP,
  'POST /fund/projects/:id/contract': STEP,
  'POST /fund/projects/:id/acceptance': STEP,
  'POST /fund/projects/:id/closing': STEP,
  // Money is set aside by whoever keeps the city's fund.
  'POST /fund/projects/:id/appropriations': [
    '204 403 403 403 403 403 401',
    '204 403 403 403 403 403 401',
    '404 403 403 403 403 403 401',
  ],
  'POST /fund/projects/:id/payments': MADE,
  'POST /fund/projects/:id/vouchers': MADE,
  'POST /fund/entries/:id/vouchers': MADE,
  'GET /fund/payments': [OFFICIALS, NOTHING, NOTHING],
  'POST /fund/payments/:id/approvals': MADE,
  'POST /fund/payments/:id/rejection': STEP,
} as const;

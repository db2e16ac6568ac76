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
  OWNERS_ALONE,
} from '../role-answers.js';
import { REVENUE_ROUTES } from './books/revenue-routes.js';

const KEEPERS_DONE_FOREIGN = '204 404 404 403 403 403 401';
const MADE = [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN] as const;
const DONE = [KEEPERS_DONE, KEEPERS_DONE_FOREIGN, KEEPERS_UNSEEN] as const;
const OFFICIALS_FOREIGN = '200 404 404 404 403 404 401';
/** The steps of a project are taken by the offices over its compound, down to the street. */
const STEP = [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN] as const;

/** Of the city's own fund: what is named of it is the whole city's, and of no other. */
const PUBLISHES = [
  '201 403 403 403 403 403 401',
  '201 403 403 403 403 403 401',
  '404 403 403 403 403 403 401',
] as const;

const READ = [OFFICIALS, OFFICIALS_FOREIGN, OFFICIALS_UNSEEN] as const;

/** What each role is answered about money, in the form of `ROUTES`. */
export const FUND_ROUTES = {
  // The city's fund is everybody's to see, down to the lines of an entry.
  'GET /public/:city/fund': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/course': [OPEN, OPEN, OPEN],
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
  // What was due and what was published is everybody's to see; the city's fund is published by whoever keeps it.
  'GET /public/:city/fund/calendar': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/statements/:period': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/statements/:period/table.xlsx': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/statements/:period/table.csv': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/publications/:id': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/postings/:id/photo': [OPEN, OPEN, OPEN],
  'POST /fund/publications': ['201 403 403 403 403 403 401', NOTHING, NOTHING],
  'POST /fund/publications/:id/postings': PUBLISHES,
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
  // So is what is promised to it; everybody reads the promises, with names masked.
  'GET /public/:city/fund/pledges': [OPEN, OPEN, OPEN],
  // What was asked for, and what came of it, compound by compound.
  'GET /public/:city/fund/compounds': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/projects': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/projects/:id': [OPEN, OPEN, OPEN],
  'GET /fund/pledges': ['200 403 403 403 403 403 401', NOTHING, NOTHING],
  'POST /fund/pledges': ['201 403 403 403 403 403 401', NOTHING, NOTHING],
  'POST /fund/pledges/:id/receipts': [
    '201 403 403 403 403 403 401',
    '201 403 403 403 403 403 401',
    '404 403 403 403 403 403 401',
  ],
  'POST /fund/pledges/:id/withdrawal': [
    '204 403 403 403 403 403 401',
    '204 403 403 403 403 403 401',
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
  'POST /fund/vouchers/:id/withdrawal': STEP,
  'GET /fund/payments': [OFFICIALS, NOTHING, NOTHING],
  'POST /fund/payments/:id/approvals': MADE,
  'POST /fund/payments/:id/rejection': STEP,
  // The maintenance fund of a compound; what owners see of it is told in test/fund/maintenance.
  'GET /compounds/:id/maintenance-fund/homes': READ,
  'GET /compounds/:id/maintenance-fund/homes/:unitId': READ,
  'GET /compounds/:id/maintenance-fund/top-ups': READ,
  'GET /compounds/:id/maintenance-fund/table.xlsx': READ,
  'GET /me/homes/:unitId/maintenance-fund': OWNERS_ALONE,
  'GET /public/:city/maintenance-funds/:compoundId': [OPEN, OPEN, OPEN],
  'GET /public/:city/maintenance-funds/:compoundId/repairs': [OPEN, OPEN, OPEN],
  'GET /me/homes/:unitId/maintenance-fund/repairs': OWNERS_ALONE,
  'POST /compounds/:id/maintenance-fund/deposits': MADE,
  'POST /compounds/:id/maintenance-fund/deposit-lists': MADE,
  'POST /compounds/:id/maintenance-fund/interest': MADE,
  'GET /compounds/:id/maintenance-fund/split': READ,
  'GET /compounds/:id/maintenance-fund/spendings': READ,
  'POST /compounds/:id/maintenance-fund/spendings': MADE,
  'GET /maintenance-spendings/:id': READ,
  'POST /maintenance-spendings/:id/quotes': STEP,
  'POST /maintenance-spendings/:id/contract': STEP,
  'POST /maintenance-spendings/:id/acceptance': STEP,
  'POST /maintenance-spendings/:id/vouchers': MADE,
  'GET /maintenance-funds/overdue': [OFFICIALS, NOTHING, NOTHING],
  'POST /maintenance-spendings/:id/rejection': STEP,
  'POST /maintenance-spendings/:id/instalments/:position/request': STEP,
  'POST /maintenance-spendings/:id/instalments/:position/approvals': MADE,
  'POST /maintenance-spendings/:id/instalments/:position/rejection': STEP,
  'POST /maintenance-spendings/:id/instalments/:position/collection': MADE,
  ...REVENUE_ROUTES,
} as const;

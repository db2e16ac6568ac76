import {
  BINDING_MADE,
  KEEPERS_DONE,
  KEEPERS_FOREIGN,
  KEEPERS_MADE,
  KEEPERS_UNSEEN,
  NOTHING,
  OFFICIALS,
  OPEN,
  OWNERS_ALONE,
  ROSTER_READ,
} from '../../role-answers.js';

const MADE = [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN] as const;
/** Offices down to the street, and the firm that looks after the compound. */
const ASKED = ['201 201 201 403 201 403 401', '201 404 404 403 404 403 401', '404 404 404 403 404 403 401'] as const;
const UNSEEN_BY_PARTIES = '403 403 404 404 404 403 401';

/** What each role is answered about common revenue, in the form of `ROUTES`. */
export const REVENUE_ROUTES = {
  'GET /common-revenue/compounds/:id': ROSTER_READ,
  'POST /common-revenue/compounds/:id/accounts': MADE,
  'POST /common-revenue/compounds/:id/bases': MADE,
  'POST /common-revenue/compounds/:id/withdrawals': ASKED,
  'GET /common-revenue/compounds/:id/contracts': ROSTER_READ,
  'POST /common-revenue/compounds/:id/contracts': ASKED,
  'POST /common-revenue/contracts/:id/ending': [
    '204 204 204 403 204 403 401',
    '204 404 404 403 404 403 401',
    '404 404 404 403 404 403 401',
  ],
  'POST /common-revenue/contracts/:id/income': MADE,
  // With the names that the bank wrote: for whoever keeps the book.
  'GET /common-revenue/compounds/:id/unlinked-entries': [
    '200 200 200 403 403 403 401',
    '200 404 404 403 403 403 401',
    KEEPERS_UNSEEN,
  ],
  'POST /common-revenue/contracts/:id/receipts': [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN],
  'GET /common-revenue/compounds/:id/statements': ROSTER_READ,
  'GET /common-revenue/compounds/:id/statements/:period': ROSTER_READ,
  'GET /common-revenue/compounds/:id/statements/:period/table.xlsx': ROSTER_READ,
  'GET /common-revenue/compounds/:id/statements/:period/statement.pdf': ROSTER_READ,
  'POST /common-revenue/compounds/:id/statements/:period/publications': ASKED,
  'POST /common-revenue/publications/:id/notices': ASKED,
  'GET /common-revenue/compounds/:id/objections': ROSTER_READ,
  'POST /common-revenue/compounds/:id/objections': BINDING_MADE,
  'POST /common-revenue/objections/:id/answer': [
    '204 204 204 403 204 403 401',
    '204 404 404 403 404 403 401',
    '404 404 404 403 404 403 401',
  ],
  // The matrix answers none of them before its day is over.
  'POST /common-revenue/objections/:id/escalation': [
    '422 422 422 403 403 403 401',
    '422 404 404 403 403 403 401',
    KEEPERS_UNSEEN,
  ],
  'GET /common-revenue/overdue': [OFFICIALS, NOTHING, NOTHING],
  'GET /me/common-revenue/objections': OWNERS_ALONE,
  'POST /me/common-revenue/objections': OWNERS_ALONE,
  // What common parts earn is the owners', and everybody's to see.
  'GET /public/:city/compounds/:id/common-revenue': [OPEN, OPEN, OPEN],
  'GET /public/:city/compounds/:id/common-revenue/statements/:period': [OPEN, OPEN, OPEN],
  'GET /public/:city/compounds/:id/common-revenue/statements/:period/table.xlsx': [OPEN, OPEN, OPEN],
  'GET /public/:city/compounds/:id/common-revenue/statements/:period/statement.pdf': [OPEN, OPEN, OPEN],
  'GET /public/:city/compounds/:id/common-revenue/entries': [OPEN, OPEN, OPEN],
  'GET /public/:city/compounds/:id/common-revenue/entries/:entry': [OPEN, OPEN, OPEN],
  'GET /public/:city/common-revenue-notices/:id': [OPEN, OPEN, OPEN],
  // Only who speaks for one of the three parties; the compound has a committee, so that the community speaks for none.
  'POST /common-revenue/withdrawals/:id/consents': [
    '403 403 201 403 201 403 401',
    UNSEEN_BY_PARTIES,
    UNSEEN_BY_PARTIES,
  ],
  'POST /common-revenue/withdrawals/:id/rejection': [
    '403 403 204 403 204 403 401',
    UNSEEN_BY_PARTIES,
    UNSEEN_BY_PARTIES,
  ],
} as const;

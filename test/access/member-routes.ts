import { ROUTES, type Route } from './routes.js';

/** What a committee member is answered about the own compound, about a foreign one, and about another city. */
type MemberExpected = readonly [own: string, foreign: string, otherCity: string];

const READS: MemberExpected = ['200', '404', '404'];
/** The whole of a list is shown, and holds nothing that lies outside. */
const LISTS: MemberExpected = ['200', '200', '200'];
const OVER: MemberExpected = ['409', '404', '404'];
/** These assemblies were convened by the office of the street, and are read by members only. */
const NOT_CONVENED: MemberExpected = ['403', '404', '404'];

const VOTE_READS = [
  'GET /assemblies/:id',
  'GET /assemblies/:id/findings',
  'GET /assemblies/:id/roll',
  'GET /assemblies/:id/roll/objections',
  'GET /assemblies/:id/objections',
  'GET /assemblies/:id/delivery',
  'GET /assemblies/:id/proxies',
  'GET /assemblies/:id/paper-slips',
  'GET /assemblies/:id/turnout',
  'GET /assemblies/:id/result',
  'GET /assemblies/:id/bundle',
  'GET /assemblies/:id/board',
  'GET /assemblies/:id/proofs/:receipt',
  'GET /assemblies/:id/papers/notice.pdf',
  'GET /assemblies/:id/papers/minutes.pdf',
  'GET /assemblies/:id/papers/result.pdf',
  'GET /assemblies/:id/papers/filing.pdf',
  'GET /assemblies/:id/legal-holds',
  'GET /assemblies/:id/sweep',
  'GET /observations/:id',
  'GET /observations/:id/log',
  'GET /observations/:id/patterns',
  'GET /observations/:id/early-look',
] as const satisfies readonly Route[];

const COMPOUND_READS = [
  'GET /compounds/:id',
  'GET /compounds/:id/coverage',
  'GET /files/:id',
] as const satisfies readonly Route[];

const NEVER_THEIRS = [
  'GET /denominator',
  'GET /reconciliations/:id',
  'POST /me/substitutes',
  'POST /me/substitutes/:id/ending',
] as const satisfies readonly Route[];

/** The register of owners and that of firms are no business of a committee. */
const NEITHER = [
  'GET /compounds/:id/roster',
  'GET /compounds/:id/parties',
  'GET /compounds/:id/units',
  'GET /compounds/:id/units/:unitId',
  'GET /compounds/:id/units/:unitId/bindings',
  'GET /companies',
  'GET /companies/:id',
] as const satisfies readonly Route[];

const VOTE_WRITES = (Object.keys(ROUTES) as Route[]).filter((route) => /^POST \/assemblies\/:id\//.test(route));

/** Where a member may do something; whatever is not here is refused them. */
const MAY: Readonly<Partial<Record<Route, MemberExpected>>> = {
  ...Object.fromEntries(VOTE_READS.map((route) => [route, READS])),
  ...Object.fromEntries(VOTE_WRITES.map((route) => [route, NOT_CONVENED])),
  // Who keys papers sees them, and those were never in the hands of the committee.
  'GET /assemblies/:id/paper-batches': NOT_CONVENED,
  'GET /assemblies/:id/paper-batches/:batchId': NOT_CONVENED,
  'GET /assemblies/:id/papers/ballots.pdf': NOT_CONVENED,
  'POST /assemblies/:id/court-bundle': ['403', '403', '403'],
  'POST /observations/:id/early-look/keys': ['422', '404', '404'],
  // What the owners resolved is carried out by their committee, which hands its office over when its term ends.
  'GET /resolutions': LISTS,
  'POST /resolutions/:id/tasks': ['201', '404', '404'],
  'POST /resolutions/:id/tasks/:taskId/completion': OVER,
  'GET /overdue-results': LISTS,
  'GET /compounds/:id/meeting-rules': READS,
  'POST /compounds/:id/meeting-rules': ['201', '404', '404'],
  'GET /handovers': LISTS,
  'POST /handovers': OVER,
  'POST /handovers/:id/items/:itemId/signatures': OVER,
  'POST /scans/:id/withdrawal': ['403', '403', '404'],
  ...Object.fromEntries(NEITHER.map((route) => [route, ['403', '403', '403']])),
  ...Object.fromEntries(COMPOUND_READS.map((route) => [route, READS])),
  // Lists of the whole city, and seats that are handed to nobody.
  ...Object.fromEntries(NEVER_THEIRS.map((route) => [route, ['404', '404', '404']])),
  'POST /files': ['201', '-', '-'],
  // Members speak for the owners' side of the account of common revenue.
  'GET /common-revenue/compounds/:id': READS,
  'POST /common-revenue/compounds/:id/withdrawals': ['201', '404', '404'],
  'GET /common-revenue/compounds/:id/contracts': READS,
  'GET /common-revenue/compounds/:id/objections': READS,
  'POST /common-revenue/objections/:id/answer': ['204', '404', '404'],
  'GET /common-revenue/compounds/:id/statements': READS,
  'GET /common-revenue/compounds/:id/statements/:period': READS,
  'GET /common-revenue/compounds/:id/statements/:period/table.xlsx': READS,
  'GET /common-revenue/compounds/:id/statements/:period/statement.pdf': READS,
  'POST /common-revenue/compounds/:id/statements/:period/publications': ['201', '404', '404'],
  'POST /common-revenue/publications/:id/notices': ['201', '404', '404'],
  'POST /common-revenue/compounds/:id/contracts': ['201', '404', '404'],
  'POST /common-revenue/contracts/:id/ending': ['204', '404', '404'],
  'POST /common-revenue/withdrawals/:id/consents': ['201', '404', '404'],
  'POST /common-revenue/withdrawals/:id/rejection': ['204', '404', '404'],
  'GET /voting-matters': LISTS,
  'GET /assemblies': LISTS,
  'POST /assemblies': ['201', '404', '404'],
  'GET /committees': LISTS,
  'GET /committees/:id': READS,
  'GET /committees/:id/resolutions': READS,
  'GET /committees/:id/meetings': READS,
  'POST /committees/:id/meetings': ['201', '404', '404'],
  'GET /committees/:id/meetings/:meetingId': READS,
  'POST /committees/:id/meetings/:meetingId/cancellation': OVER,
  'POST /committees/:id/meetings/:meetingId/attendance': OVER,
  'POST /committees/:id/meetings/:meetingId/decisions': OVER,
  'POST /committees/:id/meetings/:meetingId/minutes': OVER,
  'POST /committees/:id/meetings/:meetingId/signature': OVER,
  'POST /committees/:id/meetings/:meetingId/publication': OVER,
  'GET /committees/:id/conflicts': READS,
  'POST /committees/:id/conflicts': ['201', '404', '404'],
  'POST /committees/:id/conflicts/:conflictId/ending': ['204', '404', '404'],
  'GET /committees/:id/seals': READS,
  'POST /committees/:id/seals': ['201', '404', '404'],
  'POST /committees/:id/seals/:sealId/custody': ['204', '404', '404'],
  'GET /committees/:id/seal-requests': READS,
  'POST /committees/:id/seal-requests': ['201', '404', '404'],
  'POST /committees/:id/seal-requests/:requestId/consent': OVER,
  // What was put on the paper already is agreed to no more.
  'POST /committees/:id/seal-requests/:requestId/use': ['422', '404', '404'],
  'GET /committees/:id/letters': READS,
  'POST /committees/:id/letters': ['201', '404', '404'],
  'GET /committees/:id/stipends': READS,
  'POST /committees/:id/stipends': ['201', '404', '404'],
  'POST /committees/:id/stipends/:stipendId/reversal': OVER,
};

/** What everybody who signed in is answered alike; null where roles differ. */
function alike(expected: string): string | null {
  const [first, ...others] = expected.split(' ').slice(0, -1);
  return first !== undefined && others.every((each) => each === first) ? first : null;
}

/** The answers for a member, place by place: their own, what everybody gets, or a refusal. */
export function memberOn(route: Route): MemberExpected {
  const known = MAY[route];
  if (known) return known;
  const [own, foreign, otherCity] = ROUTES[route];
  return [alike(own) ?? '403', alike(foreign) ?? '403', alike(otherCity) ?? '403'];
}

/**
 * Every route of the application and what each role is answered, in the order of `CALLERS`: city administrator, county,
 * sub-district, community, property firm, auditor, nobody. First about the caller's own area, then about a foreign area
 * of the same city (for the city administrator there is none: the whole city is theirs), then about another city.
 * A dash says that the route names nothing that could be foreign; what lists show is looked at in every answer.
 */
export type Expected = readonly [ownArea: string, foreignArea: string, foreignCity: string];

const NOTHING = '-';
const OPEN = '200 200 200 200 200 200 200';
const EVERYBODY = '200 200 200 200 200 200 401';
const UNSEEN = '404 404 404 404 404 404 401';
/** Roles that keep the register: city, county and sub-district. */
const KEEPERS_DONE = '204 204 204 403 403 403 401';
const KEEPERS_MADE = '201 201 201 403 403 403 401';
const KEEPERS_FOREIGN = '201 404 404 403 403 403 401';
/** Roles that record what was seen or filed: the keepers, and communities, which check in the field. */
const RECORDERS_MADE = '201 201 201 201 403 403 401';
const KEEPERS_UNSEEN = '404 404 404 403 403 403 401';
/** Whoever holds an area, auditors among them. */
const OFFICIALS = '200 200 200 200 403 200 401';
const OFFICIALS_UNSEEN = '404 404 404 404 403 404 401';
/** What only the office of the county does, and what only that of the street does. */
const BY_COUNTY_MADE = '403 201 403 403 403 403 401';
const BY_STREET_MADE = '403 403 201 403 403 403 401';
const BY_STREET_DONE = '403 403 204 403 403 403 401';
/** Whoever keeps the register of owners of a compound: offices, and the firm that looks after it. */
const ROSTER_MADE = [
  '201 201 201 201 201 403 401',
  '201 404 404 404 404 403 401',
  '404 404 404 404 404 403 401',
] as const;
const ROSTER_DONE = [
  '204 204 204 204 204 403 401',
  '204 404 404 404 404 403 401',
  '404 404 404 404 404 403 401',
] as const;
const ROSTER_READ = [EVERYBODY, '200 404 404 404 404 404 401', UNSEEN] as const;
/** Who may say that somebody speaks for an owner: offices, and no firm. */
const BINDING_MADE = [
  '201 201 201 201 403 403 401',
  '201 404 404 404 403 403 401',
  '404 404 404 404 403 403 401',
] as const;
const BINDING_DONE = [
  '204 204 204 204 403 403 401',
  '204 404 404 404 403 403 401',
  '404 404 404 404 403 403 401',
] as const;
/** What is open to owners alone; how they are answered is told in a spec of their own. */
const OWNERS_ALONE = ['403 403 403 403 403 403 401', NOTHING, NOTHING] as const;
const BY_FOREIGN_OFFICE = '403 404 404 404 403 403 401';
const OFFICES_UNSEEN = '404 404 404 404 403 403 401';

/** Offices down to the community help owners to vote. */
const VOTE_MADE = '201 201 201 201 403 403 401';
const VOTE_MADE_FOREIGN = '201 404 404 404 403 403 401';
const VOTE_OVER = '409 409 409 409 403 403 401';
const VOTE_OVER_FOREIGN = '409 404 404 404 403 403 401';

export const ROUTES = {
  'GET /health/live': ['200 200 200 200 200 200 200', NOTHING, NOTHING],
  'GET /health/ready': ['200 200 200 200 200 200 200', NOTHING, NOTHING],
  'GET /metrics': ['200 200 200 200 200 200 200', NOTHING, NOTHING],
  'GET /public/cities': ['200 200 200 200 200 200 200', NOTHING, NOTHING],

  // What a log shows names no record: it is as open about other areas and cities.
  'GET /public/:city/log/heads': [OPEN, OPEN, OPEN],
  'GET /public/:city/log/heads/latest': [OPEN, OPEN, OPEN],
  'GET /public/:city/log/heads/:size': [OPEN, OPEN, OPEN],
  'GET /public/:city/log/proofs/inclusion': [OPEN, OPEN, OPEN],
  'GET /public/:city/log/proofs/consistency': [OPEN, OPEN, OPEN],
  'GET /public/:city/log/key': [OPEN, OPEN, OPEN],
  // What a vote shows is for everybody as well, from its day on, and names nobody.
  'GET /public/:city/assemblies': [OPEN, OPEN, OPEN],
  'GET /public/:city/assemblies/:id': [OPEN, OPEN, OPEN],
  'GET /public/:city/assemblies/:id/bundles/:motion': [OPEN, OPEN, OPEN],
  'GET /public/:city/assemblies/:id/board': [OPEN, OPEN, OPEN],
  // The city's fund is everybody's to see, down to the lines of an entry.
  'GET /public/:city/fund': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/entries': [OPEN, OPEN, OPEN],
  'GET /public/:city/fund/entries/:id': [OPEN, OPEN, OPEN],

  'POST /sessions': ['201 201 201 201 201 201 201', NOTHING, NOTHING],
  'POST /sessions/refresh': ['200 200 200 200 200 200 200', NOTHING, NOTHING],
  'POST /owner-codes': ['201 201 201 201 201 201 201', NOTHING, NOTHING],
  'POST /owner-sessions': ['201 201 201 201 201 201 201', NOTHING, NOTHING],
  'GET /me/homes': OWNERS_ALONE,
  'POST /me/homes': OWNERS_ALONE,
  'POST /me/homes/:id/ending': OWNERS_ALONE,
  'DELETE /sessions/current': ['204 204 204 204 204 204 401', NOTHING, NOTHING],
  'GET /me': [EVERYBODY, NOTHING, NOTHING],
  'PUT /me/password': [EVERYBODY, NOTHING, NOTHING],
  'PUT /me/phone': [EVERYBODY, NOTHING, NOTHING],
  'GET /me/security': [EVERYBODY, NOTHING, NOTHING],
  'GET /me/sessions': [EVERYBODY, NOTHING, NOTHING],
  'DELETE /me/sessions': ['204 204 204 204 204 204 401', NOTHING, NOTHING],
  'DELETE /me/sessions/:id': ['204 204 204 204 204 204 401', NOTHING, NOTHING],
  'GET /me/data-accesses': [EVERYBODY, NOTHING, NOTHING],
  'GET /me/substitutes': [EVERYBODY, NOTHING, NOTHING],
  // The colleague of the matrix works for a community: nobody of a firm and no auditor can hand them anything.
  'POST /me/substitutes': ['201 201 201 201 404 404 401', NOTHING, UNSEEN],
  'POST /me/substitutes/:id/ending': ['204 204 204 204 404 404 401', NOTHING, UNSEEN],
  'POST /me/second-factor': ['201 201 201 201 201 201 401', NOTHING, NOTHING],
  'POST /me/second-factor/confirmation': ['422 422 422 422 422 422 401', NOTHING, NOTHING],
  'POST /me/second-factor/recovery-codes': ['409 409 409 409 409 409 401', NOTHING, NOTHING],
  'DELETE /me/second-factor': ['409 409 409 409 409 409 401', NOTHING, NOTHING],
  'GET /public/sign-in-ways': ['200 200 200 200 200 200 200', NOTHING, NOTHING],
  'POST /sessions/second-factor': ['401 401 401 401 401 401 401', NOTHING, NOTHING],
  'POST /sessions/step-up': [EVERYBODY, NOTHING, NOTHING],
  'POST /sessions/directory-visit': ['422 422 422 422 422 422 422', NOTHING, NOTHING],
  'POST /sessions/directory': ['422 422 422 422 422 422 422', NOTHING, NOTHING],
  'POST /me/directory-visit': ['422 422 422 422 422 422 401', NOTHING, NOTHING],
  'POST /me/directory-link': ['422 422 422 422 422 422 401', NOTHING, NOTHING],
  'DELETE /me/directory-link': ['409 409 409 409 409 409 401', NOTHING, NOTHING],

  'GET /users': ['200 200 200 403 403 403 401', NOTHING, NOTHING],
  'POST /users': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /users/:id/grants': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /grants/:id/ending': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /users/:id/password-reset': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /users/:id/disabling': [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN],
  'POST /users/:id/enabling': [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN],
  // Nobody of the matrix has a second factor to be reset: what is reached answers 409.
  'POST /users/:id/second-factor-reset': ['409 409 409 403 403 403 401', '409 404 404 403 403 403 401', KEEPERS_UNSEEN],
  'POST /users/:id/sessions-ending': [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN],
  'PUT /users/:id/directory-link': ['422 422 422 403 403 403 401', NOTHING, NOTHING],
  'GET /second-factor-rule': ['200 200 200 403 403 403 401', NOTHING, NOTHING],
  'PUT /second-factor-rule': ['204 403 403 403 403 403 401', NOTHING, NOTHING],
  'GET /audit-lines': ['200 200 200 403 403 200 401', NOTHING, NOTHING],
  'GET /audit-lines/:id/receipt': [
    '200 200 200 403 403 200 401',
    '200 404 404 403 403 404 401',
    '404 404 404 403 403 404 401',
  ],

  'GET /areas': ['200 200 200 200 403 200 401', NOTHING, NOTHING],
  'POST /area-changes': ['201 403 403 403 403 403 401', '201 403 403 403 403 403 401', '404 403 403 403 403 403 401'],

  'GET /compounds': [EVERYBODY, EVERYBODY, UNSEEN],
  'GET /compounds/:id': [EVERYBODY, '200 404 404 404 404 404 401', UNSEEN],
  'POST /compounds': [KEEPERS_MADE, '201 403 403 403 403 403 401', KEEPERS_UNSEEN],
  'POST /compounds/:id/versions': [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN],
  'POST /compounds/:id/merges': [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN],
  'GET /compounds/:id/roster': ROSTER_READ,
  'GET /compounds/:id/parties': ROSTER_READ,
  'GET /compounds/:id/units': ROSTER_READ,
  'GET /compounds/:id/units/:unitId': ROSTER_READ,
  'POST /compounds/:id/units': ROSTER_MADE,
  'POST /compounds/:id/units/:unitId/versions': ROSTER_DONE,
  'POST /compounds/:id/units/:unitId/transfers': ROSTER_DONE,
  'POST /compounds/:id/units/:unitId/representative': ROSTER_DONE,
  'POST /compounds/:id/owners/:ownerId/reveals': ROSTER_MADE,
  'GET /compounds/:id/units/:unitId/bindings': ROSTER_READ,
  'POST /compounds/:id/units/:unitId/bindings': BINDING_MADE,
  'POST /compounds/:id/units/:unitId/bindings/:bindingId/ending': BINDING_DONE,
  'POST /compounds/:id/units/:unitId/binding-codes': BINDING_MADE,
  'GET /denominator': ['200 200 200 200 404 200 401', '200 404 404 404 404 404 401', UNSEEN],
  'POST /field-checks': ['201 201 201 201 403 403 401', '201 404 404 404 403 403 401', '404 404 404 404 403 403 401'],

  // A file that hangs on nothing yet belongs to whoever sent it, wherever they are at home.
  'POST /files': ['201 201 201 201 201 403 401', NOTHING, NOTHING],
  'GET /files/:id': [EVERYBODY, '200 404 404 404 404 404 401', UNSEEN],
  'POST /scans': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],

  'GET /lists': [EVERYBODY, NOTHING, NOTHING],
  'POST /reconciliations': [KEEPERS_MADE, '201 400 400 403 403 403 401', '400 400 400 403 403 403 401'],
  // The firm of the matrix serves a compound that is in neither list.
  'GET /reconciliations/:id': ['200 200 200 200 404 200 401', '200 404 404 404 404 404 401', UNSEEN],
  'POST /reconciliations/:id/pairs/:pairId/decision': [KEEPERS_DONE, '204 404 404 403 403 403 401', KEEPERS_UNSEEN],

  'POST /imports': [KEEPERS_MADE, KEEPERS_MADE, KEEPERS_MADE],
  'GET /imports': ['200 200 200 403 403 403 401', NOTHING, NOTHING],
  'GET /imports/:id': ['200 200 200 403 403 403 401', '200 404 404 403 403 403 401', KEEPERS_UNSEEN],
  'GET /imports/:id/errors.xlsx': ['200 200 200 403 403 403 401', '200 404 404 403 403 403 401', KEEPERS_UNSEEN],
  'POST /imports/:id/undo': [
    '201 201 403 403 403 403 401',
    '201 404 403 403 403 403 401',
    '404 404 403 403 403 403 401',
  ],
  'GET /import-templates/:kind.xlsx': ['200 200 200 403 403 403 401', NOTHING, NOTHING],

  // A company belongs to no area: whoever holds an area sees every company of the city.
  'GET /companies': [EVERYBODY, NOTHING, NOTHING],
  'GET /companies/:id': [EVERYBODY, '200 200 200 200 404 200 401', UNSEEN],
  'POST /service-modes': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /service-signs': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /committees': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /party-organisations': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],

  'GET /coverage': ['200 200 200 200 403 200 401', '200 400 400 400 403 400 401', '400 400 400 400 403 400 401'],
  'GET /coverage/gaps': ['200 200 200 200 403 200 401', '200 400 400 400 403 400 401', '400 400 400 400 403 400 401'],
  'GET /coverage/trend': ['200 200 200 200 403 200 401', '200 400 400 400 403 400 401', '400 400 400 400 403 400 401'],
  'GET /coverage/lapses': ['200 200 200 200 403 200 401', '200 400 400 400 403 400 401', '400 400 400 400 403 400 401'],
  'GET /coverage/export.xlsx': [
    '200 200 200 200 403 200 401',
    '200 400 400 400 403 400 401',
    '400 400 400 400 403 400 401',
  ],
  'GET /coverage/rules': ['200 200 200 200 403 200 401', NOTHING, NOTHING],
  'GET /coverage/rule-values': ['200 200 200 200 403 200 401', NOTHING, NOTHING],
  'PUT /coverage/rule-values': ['204 403 403 403 403 403 401', NOTHING, NOTHING],
  'GET /coverage/target-values': ['200 200 200 200 403 200 401', NOTHING, NOTHING],
  'PUT /coverage/target-values': [
    '204 204 403 403 403 403 401',
    '204 404 403 403 403 403 401',
    '404 404 403 403 403 403 401',
  ],
  'GET /compounds/:id/coverage': [EVERYBODY, '200 404 404 404 404 404 401', UNSEEN],

  'GET /powers': [OFFICIALS, NOTHING, NOTHING],
  'POST /powers/:code/versions': ['201 403 403 403 403 403 401', NOTHING, NOTHING],
  // The county hands down, the street signs and gives back; whoever does not see the street is told of nothing there.
  'GET /delegations': [OFFICIALS, OFFICIALS, OFFICIALS_UNSEEN],
  'POST /delegations': [BY_COUNTY_MADE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /delegation-batches': [BY_COUNTY_MADE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /delegation-acceptances': [BY_STREET_MADE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /delegations/:id/acceptance': [BY_STREET_DONE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /delegations/:id/revocation': ['403 204 403 403 403 403 401', BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /delegations/:id/return': [BY_STREET_DONE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'GET /authority': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],

  'GET /acts': [OFFICIALS, OFFICIALS, OFFICIALS_UNSEEN],
  'POST /acts': [BY_STREET_MADE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'GET /acts/:id': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'GET /acts/:id/document.pdf': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'GET /acts/:id/receipt': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /acts/:id/supplement': [BY_STREET_DONE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /acts/:id/review': [BY_STREET_DONE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /acts/:id/issue': [BY_STREET_MADE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /acts/:id/suspension': [BY_STREET_DONE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /acts/:id/resumption': [BY_STREET_DONE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /acts/:id/refusal': [BY_STREET_DONE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  'POST /acts/:id/withdrawal': [BY_STREET_DONE, BY_FOREIGN_OFFICE, OFFICES_UNSEEN],
  // Offices above may undo a paper, and tell the office below what to do.
  'POST /acts/:id/revocation': [KEEPERS_DONE, '204 404 404 404 403 403 401', OFFICES_UNSEEN],
  'POST /acts/:id/instruction': ['204 204 403 403 403 403 401', '204 404 404 404 403 403 401', OFFICES_UNSEEN],
  'GET /interests': ['200 200 200 200 403 403 401', NOTHING, NOTHING],
  'POST /interests': [RECORDERS_MADE, '201 404 404 404 403 403 401', OFFICES_UNSEEN],
  'POST /interests/:id/ending': ['204 204 204 204 403 403 401', OFFICES_UNSEEN, OFFICES_UNSEEN],

  'GET /supervision/matrix': [OFFICIALS, OFFICIALS, OFFICIALS_UNSEEN],
  'GET /supervision/matrix.xlsx': [OFFICIALS, OFFICIALS, OFFICIALS_UNSEEN],
  'GET /supervision/matrix.csv': [OFFICIALS, OFFICIALS, OFFICIALS_UNSEEN],
  'GET /supervision/sample': [
    '200 200 200 403 403 200 401',
    '200 200 200 403 403 200 401',
    '404 404 404 403 403 404 401',
  ],
  // Whoever holds a paper, of whichever city, may have it checked.
  'GET /verify/:documentNumber': [OPEN, OPEN, OPEN],
  'GET /verify/:documentNumber/leaf': [OPEN, OPEN, OPEN],

  // Whoever keeps the register helps owners to hold an assembly; what was held is past every step, and answers 409.
  'GET /voting-matters': [OFFICIALS, NOTHING, NOTHING],
  'GET /assemblies': [OFFICIALS, OFFICIALS, OFFICIALS],
  'POST /assemblies': [VOTE_MADE, VOTE_MADE_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'GET /assemblies/:id/findings': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /assemblies/:id/notice': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/opening': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/extension': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/closure': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/cancellation': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/motions': [VOTE_MADE, VOTE_MADE_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/motions/:motionId/withdrawal': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/roll': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /assemblies/:id/roll': [VOTE_MADE, VOTE_MADE_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/roll/successions': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/roll/objections': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /assemblies/:id/roll/objections': [VOTE_MADE, VOTE_MADE_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/objections': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /assemblies/:id/objections': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/objections/:objectionId/answer': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/delivery': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /assemblies/:id/delivery': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/proxies': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /assemblies/:id/proxies': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/proxies/:proxyId/revocation': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/paper-slips': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /assemblies/:id/paper-slips': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/paper-slips/returns': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/paper-slips/:slip/voiding': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/paper-batches': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/paper-batches/:batchId': [
    '200 200 200 200 403 403 401',
    '200 404 404 404 403 403 401',
    OFFICES_UNSEEN,
  ],
  'POST /assemblies/:id/paper-batches/:batchId/keyings': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/ballots': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/turnout': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'GET /assemblies/:id/result': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'POST /assemblies/:id/result': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/publication': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'POST /assemblies/:id/filing': [VOTE_OVER, VOTE_OVER_FOREIGN, OFFICES_UNSEEN],
  'GET /assemblies/:id/bundle': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'GET /assemblies/:id/board': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'GET /assemblies/:id/proofs/:receipt': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],

  // The book of a compound's common revenue; the city's own fund is told of in test/ledger.
  'POST /fund/entries': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'POST /fund/entries/:id/reversal': [KEEPERS_MADE, KEEPERS_FOREIGN, KEEPERS_UNSEEN],
  'GET /fund/accounts/:code/balance': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
  'GET /fund/trial-balance': [OFFICIALS, '200 404 404 404 403 404 401', OFFICIALS_UNSEEN],
} as const satisfies Readonly<Record<string, Expected>>;

export type Route = keyof typeof ROUTES;

import { addDays } from '#libs/kernel';
import type { Response } from 'supertest';
import { AccountsService } from '../../libs/identity/src/people/accounts.service.js';
import type { TestApp } from '../support/app.js';
import { aLogin, signIn, type Person } from '../support/people.js';
import { aPdf } from '../support/papers.js';
import {
  aCase,
  accepted,
  aDayAlone,
  aVersion,
  handedDown,
  issued,
  PAPERS,
  POWER,
  READY,
  reviewed,
  suspended,
  waiting,
} from './work/office.js';
import { PASSWORD, TODAY, type Caller, type Place, type Subject } from './places.js';
import { BINDING_CALLS } from './work/bindings.js';
import { BODY_CALLS } from './work/committee.js';
import { MONEY_CALLS } from './work/money.js';
import { ROSTER_CALLS } from './work/roster.js';
import { attachedScan } from './work/scans.js';
import { VOTE_CALLS } from './work/votes.js';
import type { Route } from './routes.js';

/** One of the matrix's callers; the password changes on the way, and with it the session. */
export interface Who {
  readonly role: Caller;
  person: Person | null;
  password: string;
}

/** What is sent besides method and route. */
export interface Call {
  /** Values of the parameters of the path, in their order. */
  readonly ids?: readonly string[];
  readonly query?: string;
  readonly body?: object;
  /** The rows of a list that is uploaded as a form. */
  readonly upload?: { readonly fields: Readonly<Record<string, string>>; readonly lines: readonly string[] };
  readonly scan?: Buffer;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Left out: the token of the caller. */
  readonly token?: string;
}

type MakeCall = (at: Place, who: Who, test: TestApp) => Call | Promise<Call>;

/** Sends a call as its caller. */
export async function send(test: TestApp, route: Route, call: Call, who: Who): Promise<Response> {
  const [method, pattern] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
  const ids = [...(call.ids ?? [])];
  const path = pattern.replace(/:\w+/g, () => ids.shift() as string);
  const prefix = /^\/(health|metrics)/.test(path) ? '' : '/api/v1';
  const url = `${prefix}${path}${call.query ? `?${call.query}` : ''}`;
  const request = test.http[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](url);
  const token = call.token ?? who.person?.accessToken;
  if (token) void request.set('authorization', `Bearer ${token}`);
  if (call.key) void request.set('idempotency-key', call.key);
  for (const [name, value] of Object.entries(call.headers ?? {})) void request.set(name, value);
  if (call.scan) return request.attach('file', call.scan, '合同.pdf');
  if (!call.upload) return renewed(who, await (call.body ? request.send(call.body) : request));
  for (const [name, value] of Object.entries(call.upload.fields)) void request.field(name, value);
  return request.attach('file', Buffer.from(call.upload.lines.join('\n'), 'utf8'), '名单.csv');
}

/** Whoever is given new tokens, since the old ones died, goes on with those. */
function renewed(who: Who, answer: Response): Response {
  const { accessToken } = (answer.body ?? {}) as { accessToken?: string };
  if (who.person && accessToken && answer.request.method === 'PUT') who.person = { ...who.person, accessToken };
  return answer;
}

let count = 0;

/** A number that no other call of the run has. */
function fresh(): number {
  count += 1;
  return count;
}

function taken<T>(supply: T[]): T {
  const next = supply.pop();
  if (next === undefined) throw new Error('the place has run out of subjects');
  return next;
}

const person = (at: Place): Subject => taken(at.people);
const area = (at: Place): Call => ({ query: `area=${at.community}` });
const REASON = { reason: '情况有变' };
const paperOf: MakeCall = ({ office }) => ({ ids: [office.issued.id] });
const nothing: MakeCall = () => ({});
const log: MakeCall = (at) => ({ ids: [at.city.code] });

/** A session of its own, so that ending or renewing it leaves the caller signed in. */
async function session(at: Place, who: Who, test: TestApp): Promise<Person> {
  const login = who.person?.login ?? person(at).login;
  return signIn(test, at.city, login, who.password);
}

/** A session of the caller, and of nobody if the caller is nobody. */
async function sessionOf(at: Place, who: Who, test: TestApp): Promise<string> {
  const { accessToken } = await session(at, who, test);
  const claims = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(claims) as { sid: string }).sid;
}

/** The caller's own grant, and a colleague of the place; firms and auditors have none there. */
async function handover(at: Place, who: Who, test: TestApp): Promise<{ grantId: string; login: string }> {
  const { login, grantId } = person(at);
  const me = who.person ? await send(test, 'GET /me', {}, who) : null;
  const own = (me?.body as { grants?: { id: string }[] } | undefined)?.grants?.[0]?.id;
  return { grantId: own ?? grantId, login };
}

/** A stand-in that the caller handed over, if anybody could take it; else a grant that is none. */
async function standIn(at: Place, who: Who, test: TestApp): Promise<string> {
  const given = { ...(await handover(at, who, test)), from: '2026-11-24', to: '2026-11-24', reason: '年休假' };
  const answer = await send(test, 'POST /me/substitutes', { body: given }, who);
  return (answer.body as { id?: string }).id ?? person(at).grantId;
}

/** A list with one row that is taken and one that is not, both of the place. */
function listOf(at: Place): NonNullable<Call['upload']> {
  const n = fresh();
  const lines = ['小区名称,区划代码,总户数', `新建小区${n},${at.community},12`, `新建小区${n}二期,${at.community},-5`];
  return { fields: { kind: 'compounds', list: `新建名单${n}`, asOf: TODAY }, lines };
}

/** An import that this caller started here, if they may start any; else one that somebody else did. */
async function importBy(at: Place, who: Who, test: TestApp): Promise<string> {
  const sent = who.person ? await send(test, 'POST /imports', { upload: listOf(at) }, who) : null;
  return sent?.status === 201 ? (sent.body as { id: string }).id : taken([...at.imports]);
}

/** A scan of the caller's own, or, of whoever may not upload, the one of the place. */
async function scanBy(at: Place, who: Who, test: TestApp): Promise<string> {
  const scan = aPdf(`${at.city.code} ${fresh()}`);
  const sent = who.person ? await send(test, 'POST /files', { scan }, who) : null;
  return sent?.status === 201 ? (sent.body as { id: string }).id : at.file;
}

/** A declaration of the caller's own, or, of whoever may not declare any, that of the county's clerk. */
async function interestBy(at: Place, who: Who, test: TestApp): Promise<string> {
  const body = { compoundId: at.compound, ...REASON };
  const sent = who.person ? await send(test, 'POST /interests', { body }, who) : null;
  if (sent?.status === 201) return (sent.body as { id: string }).id;
  const { ofCounty } = at.office;
  const { items } = (await ofCounty.get('/interests')).body as { items: { id: string }[] };
  return items[0]?.id ?? ((await ofCounty.post('/interests', body)).body as { id: string }).id;
}

function paper(at: Place): object {
  return {
    documentNumber: `${at.city.code}-${fresh()}号`,
    issuingBody: '街道办',
    from: '2026-01-01',
    to: '2028-12-31',
  };
}

type RosterRoute = keyof typeof ROSTER_CALLS;
type VoteRoute = keyof typeof VOTE_CALLS;

function voteCalls(): Readonly<Record<VoteRoute, MakeCall>> {
  const calls = Object.entries(VOTE_CALLS).map(([route, call]) => [route, (at: Place) => call(at.vote)]);
  return Object.fromEntries(calls) as Record<VoteRoute, MakeCall>;
}

function rosterCalls(): Readonly<Record<RosterRoute, MakeCall>> {
  const calls = Object.entries(ROSTER_CALLS).map(([route, call]) => [route, (at: Place) => call(at.register, fresh)]);
  return Object.fromEntries(calls) as Record<RosterRoute, MakeCall>;
}

/** How each route is called about a place by somebody at home there (`isHome`) or elsewhere. */
export function callsOf(isHome: boolean): Readonly<Record<Route, MakeCall>> {
  const anImport: MakeCall = async (at, who, test) => ({
    ids: [isHome ? await importBy(at, who, test) : (at.imports[0] as string)],
  });
  // At home a list is asked for whole, so that it would show what lies outside.
  const street: MakeCall = (at) => (isHome ? {} : { query: `area=${at.township}` });
  return {
    'GET /health/live': nothing,
    'GET /health/ready': nothing,
    'GET /metrics': nothing,
    'GET /public/cities': nothing,
    'GET /public/:city/log/heads': log,
    'GET /public/:city/log/heads/latest': log,
    'GET /public/:city/log/heads/:size': (at) => ({ ids: [at.city.code, at.sealed.size] }),
    'GET /public/:city/log/proofs/inclusion': (at) => ({ ids: [at.city.code], query: `leaf=${at.sealed.leaf}` }),
    'GET /public/:city/log/proofs/consistency': (at) => ({ ids: [at.city.code], query: 'from=1' }),
    'GET /public/:city/log/key': log,
    'GET /public/:city/assemblies': (at) => ({ ids: [at.city.code], query: `compound=${at.vote.compound}` }),
    'GET /public/:city/assemblies/:id': (at) => ({ ids: [at.city.code, at.vote.held] }),
    'GET /public/:city/assemblies/:id/bundles/:motion': (at) => ({
      ids: [at.city.code, at.vote.held, at.vote.motion],
    }),
    'GET /public/:city/assemblies/:id/board': (at) => ({ ids: [at.city.code, at.vote.held] }),
    'GET /public/:city/assemblies/:id/papers/notice.pdf': (at) => ({ ids: [at.city.code, at.vote.held] }),
    'GET /public/:city/assemblies/:id/papers/result.pdf': (at) => ({ ids: [at.city.code, at.vote.held] }),
    'POST /sessions': (at, who) => ({
      body: { city: at.city.code, login: who.person?.login ?? person(at).login, password: who.password },
    }),
    'POST /sessions/refresh': async (at, who, test) => ({
      body: { refreshToken: (await session(at, who, test)).refreshToken },
    }),
    'DELETE /sessions/current': async (at, who, test) =>
      who.person ? { token: (await session(at, who, test)).accessToken } : {},
    'POST /sessions/second-factor': () => ({ body: { ticket: 'none', code: '123456' } }),
    'POST /sessions/step-up': (_, who) => ({ body: { password: who.password } }),
    'GET /public/sign-in-ways': nothing,
    // No directory is configured here; where there is one is told in a spec of its own.
    'POST /sessions/directory-visit': (at) => ({ body: { city: at.city.code } }),
    'POST /sessions/directory': () => ({ body: { ticket: 'none', answer: 'code=none' } }),
    'POST /me/directory-visit': nothing,
    'POST /me/directory-link': () => ({ body: { ticket: 'none', answer: 'code=none' } }),
    'DELETE /me/directory-link': nothing,
    'GET /me': nothing,
    'GET /me/security': nothing,
    'GET /me/sessions': nothing,
    'DELETE /me/sessions': nothing,
    'DELETE /me/sessions/:id': async (at, who, test) => ({ ids: [await sessionOf(at, who, test)] }),
    'GET /me/data-accesses': nothing,
    'GET /me/substitutes': nothing,
    'POST /me/substitutes': async (at, who, test) => ({
      ids: [],
      body: { ...(await handover(at, who, test)), to: TODAY, reason: '年休假' },
    }),
    'POST /me/substitutes/:id/ending': async (at, who, test) => ({ ids: [await standIn(at, who, test)] }),
    'POST /me/second-factor': nothing,
    'POST /me/second-factor/confirmation': () => ({ body: { code: '123456' } }),
    'POST /me/second-factor/recovery-codes': nothing,
    'DELETE /me/second-factor': nothing,
    'PUT /me/phone': () => ({ body: { phone: '13800138000' } }),
    'POST /users/:id/second-factor-reset': (at) => ({ ids: [person(at).id], body: { reason: '手机遗失' } }),
    'POST /users/:id/sessions-ending': (at) => ({ ids: [person(at).id], body: { reason: '设备遗失' } }),
    'PUT /users/:id/directory-link': (at) => ({ ids: [person(at).id], body: { subject: '某人' } }),
    'GET /second-factor-rule': nothing,
    'PUT /second-factor-rule': () => ({ body: { roles: ['county-staff'], from: '2030-01-01' } }),
    'PUT /me/password': (_, who) => {
      const [current, next] = [who.password, `${PASSWORD} ${fresh()}`];
      if (who.person) who.password = next;
      return { body: { current, next } };
    },
    'GET /users': nothing,
    'POST /users': (at) => ({
      body: {
        ...{ login: aLogin(), name: '新人', role: 'community-staff' },
        scope: { kind: 'area', code: at.community },
      },
    }),
    'POST /users/:id/grants': (at) => ({
      ids: [person(at).id],
      body: { role: 'community-staff', scope: { kind: 'compound', id: at.compound } },
    }),
    'POST /grants/:id/ending': (at) => ({ ids: [person(at).grantId], body: { reason: '岗位调整' } }),
    'POST /users/:id/password-reset': (at) => ({ ids: [person(at).id] }),
    'POST /users/:id/disabling': (at) => ({ ids: [person(at).id], body: { reason: '离职' } }),
    'POST /users/:id/enabling': async (at, _, test) => {
      const { id } = person(at);
      await test.app.get(AccountsService).disable(at.city.operator, id, '借调');
      return { ids: [id], body: { reason: '返岗' } };
    },
    'GET /audit-lines': () => ({ query: 'limit=200' }),
    'GET /audit-lines/:id/receipt': (at) => ({ ids: [at.sealed.line] }),
    'GET /areas': nothing,
    'POST /area-changes': (at) => {
      const code = at.areas[fresh() % at.areas.length] as string;
      at.areas.splice(at.areas.indexOf(code), 1);
      const to = [{ code, name: '改名社区' }];
      return { body: { kind: 'rename', from: [code], to, on: TODAY, reason: '更名' } };
    },
    'GET /compounds': (at) => ({ query: `area=${at.community}&limit=200` }),
    'GET /compounds/:id': (at) => ({ ids: [at.compound] }),
    'POST /compounds': (at) => ({ body: { name: '新登记小区', area: at.community, on: TODAY, reason: '新建' } }),
    'POST /compounds/:id/versions': (at) => ({
      ids: [at.compound],
      body: { households: fresh(), on: TODAY, reason: '核实' },
    }),
    'POST /compounds/:id/merges': (at) => ({
      ids: [taken(at.compounds)],
      body: { into: at.compound, on: TODAY, reason: '重复' },
    }),
    ...rosterCalls(),
    ...voteCalls(),
    ...BODY_CALLS,
    ...MONEY_CALLS,
    ...BINDING_CALLS,
    'GET /denominator': area,
    'POST /field-checks': (at) => ({
      body: { subjectKind: 'service-mode', subjectId: at.service, checkedOn: TODAY, outcome: 'confirmed' },
    }),
    'POST /files': (at) => ({ scan: aPdf(`${at.city.code} ${fresh()}`) }),
    'GET /files/:id': (at) => ({ ids: [at.file] }),
    'POST /scans': async (at, who, test) => ({
      body: { subjectKind: 'service-mode', subjectId: at.service, fileId: await scanBy(at, who, test) },
    }),
    'POST /scans/:id/withdrawal': async (at, _, test) => ({
      ids: [await attachedScan(test, at.city, at.service)],
      body: { reason: '附错小区' },
    }),
    'GET /lists': nothing,
    'POST /reconciliations': (at) => ({ body: { left: at.lists[0], right: at.lists[1] } }),
    'GET /reconciliations/:id': (at) => ({ ids: [at.reconciliation] }),
    'POST /reconciliations/:id/pairs/:pairId/decision': (at) => ({
      ids: [at.reconciliation, taken(at.pairs)],
      body: { decision: 'different' },
    }),
    'POST /imports': (at) => ({ upload: listOf(at) }),
    'GET /imports': nothing,
    'GET /imports/:id': anImport,
    'GET /imports/:id/errors.xlsx': anImport,
    'POST /imports/:id/undo': async (at, who, test) => ({
      ids: [isHome ? await importBy(at, who, test) : taken(at.imports)],
    }),
    'GET /import-templates/:kind.xlsx': () => ({ ids: ['compounds'] }),
    'GET /companies': nothing,
    'GET /companies/:id': (at) => ({ ids: [at.company] }),
    'POST /service-modes': (at) => ({ body: { ...paper(at), compoundIds: [at.compound], mode: 'S' } }),
    'POST /service-signs': (at) => ({
      body: { compoundId: at.compound, kind: 'inspection', onDay: addDays('2026-01-01', fresh() % 300) },
    }),
    'POST /committees': (at) => ({
      body: { ...paper(at), compoundIds: [at.compound], kind: 'committee', seats: 7, members: 7 },
    }),
    'POST /party-organisations': (at) => ({
      body: { ...paper(at), subjectKind: 'committee', subjectId: at.committee, kind: 'joint', memberCount: 5 },
    }),
    'GET /coverage': area,
    'GET /coverage/gaps': area,
    'GET /coverage/trend': area,
    'GET /coverage/lapses': area,
    'GET /coverage/export.xlsx': area,
    'GET /coverage/rules': nothing,
    'GET /coverage/rule-values': nothing,
    'PUT /coverage/rule-values': () => ({
      body: {
        key: 'coverage.service-sign.days',
        value: 60,
        source: '市住建局〔2026〕8号',
        article: '第三条',
        effectiveFrom: '2026-01-01',
      },
    }),
    'GET /coverage/target-values': () => ({ query: 'year=2026' }),
    'PUT /coverage/target-values': (at) => ({
      body: { area: at.community, target: 'C1', year: 2026, required: '95.00', deadline: '2026-12-31' },
    }),
    'GET /compounds/:id/coverage': (at) => ({ ids: [at.compound] }),
    'GET /powers': nothing,
    'POST /powers/:code/versions': () => ({ ids: ['WY-05'], body: aVersion(aDayAlone()) }),
    'GET /delegations': street,
    'POST /delegations': ({ office }) => ({ body: handedDown(office) }),
    'POST /delegation-batches': ({ office }) => {
      const { power, to, ...rest } = handedDown(office);
      return { body: { ...rest, powers: [power], to: [to] } };
    },
    'POST /delegation-acceptances': async ({ office }) => {
      await waiting(office);
      return { body: { office: office.township, ...READY } };
    },
    'POST /delegations/:id/acceptance': async ({ office }) => ({ ids: [await waiting(office)], body: READY }),
    'POST /delegations/:id/revocation': async ({ office }) => ({ ids: [await waiting(office)], body: REASON }),
    'POST /delegations/:id/return': async ({ office }) => ({ ids: [await waiting(office)], body: REASON }),
    'GET /authority': ({ office }) => ({ query: `power=${POWER}&body=${office.township}&compound=${office.compound}` }),
    'GET /acts': street,
    'POST /acts': ({ office }) => ({ body: aCase(office) }),
    'GET /acts/:id': paperOf,
    'GET /acts/:id/document.pdf': paperOf,
    'GET /acts/:id/receipt': paperOf,
    'POST /acts/:id/supplement': async ({ office }) => ({
      ids: [await accepted(office, { papers: [] })],
      body: { papers: PAPERS },
    }),
    'POST /acts/:id/review': async ({ office }) => ({ ids: [await accepted(office)], body: { agrees: true } }),
    'POST /acts/:id/issue': async ({ office }) => ({ ids: [await reviewed(office)], body: { decision: '准予办理。' } }),
    'POST /acts/:id/revocation': async ({ office }) => ({ ids: [(await issued(office)).id], body: REASON }),
    'POST /acts/:id/suspension': async ({ office }) => ({ ids: [await accepted(office)], body: REASON }),
    'POST /acts/:id/resumption': async ({ office }) => ({ ids: [await suspended(office)], body: REASON }),
    'POST /acts/:id/refusal': async ({ office }) => ({ ids: [await accepted(office)], body: REASON }),
    'POST /acts/:id/withdrawal': async ({ office }) => ({ ids: [await accepted(office)], body: REASON }),
    'POST /acts/:id/instruction': async ({ office }) => ({ ids: [await accepted(office)], body: REASON }),
    'GET /interests': nothing,
    'POST /interests': (at) => ({ body: { compoundId: at.compounds[0], ...REASON } }),
    'POST /interests/:id/ending': async (at, who, test) => ({
      ids: [isHome ? await interestBy(at, who, test) : await interestBy(at, { ...who, person: null }, test)],
    }),
    'GET /supervision/matrix': street,
    'GET /supervision/matrix.xlsx': street,
    'GET /supervision/matrix.csv': street,
    'GET /supervision/sample': (at) => ({ query: isHome ? 'seed=2026&size=100' : `area=${at.township}&seed=2026` }),
    'GET /verify/:documentNumber/leaf': ({ office }) => ({ ids: [office.issued.documentNumber] }),
    'GET /verify/:documentNumber': ({ office }) => ({ ids: [office.issued.documentNumber] }),
  };
}

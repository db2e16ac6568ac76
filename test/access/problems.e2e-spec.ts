import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorDefinition, type Problem } from '#libs/platform';
import type { Response } from 'supertest';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { anAdministrator, type Person } from '../support/people.js';

let test: TestApp;
let city: TestCity;
let admin: Person;

beforeAll(async () => {
  test = await testApp();
  city = await aCity(test);
  admin = await anAdministrator(test, city);
});
afterAll(() => test.close());

type Refused = readonly [status: number, code: string];
type Ask = (language: string) => Promise<Response>;

const SESSIONS = '/api/v1/sessions';
const text = (body: string) => (language: string) =>
  test.http.post(SESSIONS).set('accept-language', language).set('content-type', 'application/json').send(body);
const read = (path: string) => (language: string) =>
  test.http.get(path).set('accept-language', language).set('authorization', `Bearer ${admin.accessToken}`);

const CASES: readonly (readonly [string, Refused, Ask])[] = [
  ['an unknown route', [404, 'request.route-unknown'], read('/api/v1/compuonds')],
  ['an unknown route outside the API', [404, 'request.route-unknown'], read('/health')],
  [
    'a wrong method',
    [404, 'request.route-unknown'],
    (language) => test.http.delete(SESSIONS).set('accept-language', language),
  ],
  ['malformed JSON', [400, 'request.malformed'], text('{"login": ')],
  ['an empty body', [400, 'request.malformed'], text('')],
  ['JSON that is no object', [400, 'request.invalid'], text('[1, 2]')],
  ['JSON that would poison a prototype', [400, 'request.malformed'], text('{"__proto__": {"admin": true}}')],
  ['a body that is too large', [413, 'request.too-large'], text(JSON.stringify({ login: 'x'.repeat(1_100_000) }))],
  [
    'a body of another kind',
    [415, 'request.media-type'],
    (language) =>
      test.http.post(SESSIONS).set('accept-language', language).set('content-type', 'text/xml').send('<a/>'),
  ],
  ['an unknown query field', [400, 'request.invalid'], read('/api/v1/coverage?area=1405&colour=red')],
  ['a query field given twice', [400, 'request.invalid'], read('/api/v1/coverage?area=1405&area=1406')],
  ['a path that is not encoded', [400, 'request.malformed'], read('/api/v1/compounds/%ZZ')],
  ['an id that is far too long', [400, 'request.id-malformed'], read(`/api/v1/compounds/${'1'.repeat(101)}`)],
  ['an id that is none', [400, 'request.id-malformed'], read('/api/v1/compounds/17')],
  ['a sign of no text at all', [400, 'request.text-unusable'], read('/api/v1/compounds?q=%00')],
];

describe('a refusal', () => {
  it.each(CASES)('of %s is a problem document in the language asked for', async (_, refused, ask) => {
    const zh = await ask('de, fr;q=0.5');
    const en = await ask('en-GB, zh;q=0.5');
    expect([outcomeOf(zh), outcomeOf(en)]).toEqual([refused, refused]);
    for (const [language, answer] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const problem = bodyOf<Problem>(answer);
      expect(problem).toMatchObject({ type: `urn:jiayuan:problem:${refused[1]}`, status: refused[0] });
      expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(errorDefinition(problem.code)).toBeDefined();
      const said = `${problem.title} ${problem.detail} ${(problem.errors ?? []).map(({ message }) => message).join(' ')}`;
      if (language === 'zh') expect(said).toMatch(/\p{Script=Han}/u);
      else expect(said).not.toMatch(/\p{Script=Han}/u);
      expect(said).not.toMatch(/\{\w+\}|undefined|null|\[object/);
    }
  });

  it('names every field that does not fit, and the field that nobody knows', async () => {
    const answer = await admin.get('/coverage?asOf=2026-02-30&basis=loose&colour=red');
    const fields = bodyOf<Problem>(answer).errors?.map(({ field }) => field) ?? [];
    expect([answer.status, [...fields].sort()]).toEqual([400, ['asOf', 'basis', 'colour']]);
  });

  it('of somebody who is not signed in says how to sign in', async () => {
    const answer = await test.http.get('/api/v1/coverage');
    expect(outcomeOf(answer)).toEqual([401, 'request.unauthenticated']);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });
});

describe('too many failed sign-ins', () => {
  let peer = '127.0.0.1';

  beforeAll(() => {
    // The address of the other end of a connection, which a test on one machine cannot choose.
    const pretend = (socket: Socket): void => void Object.defineProperty(socket, 'remoteAddress', { value: peer });
    test.app.getHttpServer().on('connection', pretend);
  });

  async function tryFrom(address: string, forwardedFor?: string): Promise<Response> {
    peer = address;
    const asked = test.http.post(SESSIONS);
    if (forwardedFor) void asked.set('x-forwarded-for', forwardedFor);
    return asked.send({ city: '9999', login: 'somebody', password: 'a password' });
  }

  it('from one address answer 429', async () => {
    const answers = [];
    for (let n = 0; n < 21; n += 1) answers.push((await tryFrom('203.0.113.9')).status);
    expect(answers).toEqual([...Array<number>(20).fill(404), 429]);
    const last = await tryFrom('203.0.113.9');
    expect(last.body).toMatchObject({ status: 429, code: 'request.too-many', title: '请求过于频繁' });
    expect((await tryFrom('203.0.113.10')).status).toBe(404);
  });

  it('are counted by the address that came in, whatever a caller from outside says of itself', async () => {
    const answers = [];
    for (let n = 0; n < 21; n += 1) answers.push((await tryFrom('203.0.113.77', `198.51.100.${n}`)).status);
    expect(answers.at(-1)).toBe(429);
  });

  it('are counted by what the proxy beside us saw, not by what was told to the proxy', async () => {
    const answers = [];
    for (let n = 0; n < 21; n += 1)
      answers.push((await tryFrom('127.0.0.1', `10.0.0.${n}, 203.0.113.${n}, 192.0.2.4`)).status);
    expect(answers.at(-1)).toBe(429);
    expect((await tryFrom('127.0.0.1', '192.0.2.5')).status).toBe(404);
  });
});

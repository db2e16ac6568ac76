import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'supertest';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { aDirectory, type Directory } from '../support/directory.js';
import { rowsOf } from '../support/evidence.js';
import { anAdministrator, invited, personOf, type Person } from '../support/people.js';
import { enrolled, secondStep } from '../support/second-factor.js';

const HOST = 'jiayuan.example.gov.cn';
const RETURN = `https://${HOST}/sign-in/directory`;

let directory: Directory;
let test: TestApp;
let city: TestCity;
let admin: Person;
let person: Person;
let subjects = 0;

beforeAll(async () => {
  // The provider advises whoever would run it in earnest; here that is only noise.
  for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  directory = await aDirectory(RETURN);
  const { issuer, clientId, clientSecret } = directory;
  test = await testApp({ oidc: { issuer, clientId, clientSecret } });
});
afterAll(async () => {
  await test.close();
  await directory.close();
  jest.restoreAllMocks();
});
beforeEach(async () => {
  city = await aCity(test);
  admin = await anAdministrator(test, city);
  const scope = { kind: 'area', code: `${city.code}02001` } as const;
  person = await invited(test, city, admin, { role: 'sub-district-staff', scope });
});

interface Visit {
  address: string;
  ticket: string;
}

/** As it arrives through the city's proxy. */
const send = async (path: string, body: object, who?: Person): Promise<Response> => {
  const request = test.http.post(`/api/v1${path}`).set({ 'x-forwarded-proto': 'https', 'x-forwarded-host': HOST });
  if (who) void request.set('authorization', `Bearer ${who.accessToken}`);
  return request.send(body);
};
const aSubject = (): string => `staff-${(subjects += 1)}`;

/** Goes to the directory and comes back, and answers what the browser then sends. */
async function visit(subject: string, who?: Person): Promise<{ ticket: string; answer: string }> {
  const begun = await send(
    who ? '/me/directory-visit' : '/sessions/directory-visit',
    who ? {} : { city: city.code },
    who,
  );
  const { address, ticket } = bodyOf<Visit>(begun);
  const back = await directory.visit(address, subject);
  expect(back.origin + back.pathname).toBe(RETURN);
  return { ticket, answer: back.search };
}
const signInAs = async (subject: string): Promise<Response> => send('/sessions/directory', await visit(subject));
const link = async (subject: string, who = person): Promise<Response> =>
  send('/me/directory-link', await visit(subject, who), who);

describe('signing in by the directory', () => {
  it('is offered, with a code, PKCE, a state and a nonce that are drawn anew each time', async () => {
    expect((await test.http.get('/api/v1/public/sign-in-ways')).body).toEqual({ directory: true });
    const visits = [1, 2].map(
      async () => new URL(bodyOf<Visit>(await send('/sessions/directory-visit', { city: city.code })).address),
    );
    const [first, second] = (await Promise.all(visits)) as [URL, URL];
    expect(Object.fromEntries(first.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      redirect_uri: RETURN,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
      expect(second.searchParams.get(name)).not.toBe(first.searchParams.get(name));
    }
  });

  it('opens nothing for somebody who is not linked, makes no account, and leaves a line', async () => {
    const count = async (table: string): Promise<number> => (await rowsOf(test, city, `SELECT 1 FROM ${table}`)).length;
    const before = [await count('user_account'), await count('role_grant'), await count('session')];
    expect(outcomeOf(await signInAs(aSubject()))).toEqual([401, 'directory.not-linked']);
    expect([await count('user_account'), await count('role_grant'), await count('session')]).toEqual(before);
    const lines = await rowsOf(test, city, `SELECT after FROM audit_line WHERE action = 'session.refuse'`);
    expect(lines).toEqual([{ after: { way: 'directory' } }]);
  });

  it('opens the account that its person linked, with its rights and no more, and without a fresh proof', async () => {
    const subject = aSubject();
    expect((await link(subject)).status).toBe(204);
    expect(bodyOf(await person.get('/me/security'))).toMatchObject({
      isDirectoryOffered: true,
      directorySubject: subject,
    });
    const answer = await signInAs(subject);
    expect(answer.status).toBe(201);
    const inside = personOf(test, person.password, answer);
    expect(inside.id).toBe(person.id);
    expect((await inside.get('/users')).status).toBe(200);
    const [session] = bodyOf<{ items: object[] }>(await inside.get('/me/sessions')).items;
    expect(session).toMatchObject({ way: 'directory', isCurrent: true });
    const colleague = await invited(test, city, admin, {
      role: 'community-staff',
      scope: { kind: 'area', code: `${city.code}02001001` },
    });
    const reset = await inside.post(`/users/${colleague.id}/password-reset`);
    expect(outcomeOf(reset)).toEqual([403, 'session.step-up-required']);
  });

  it('asks for the second factor all the same', async () => {
    const subject = aSubject();
    await link(subject);
    const now = new Date().toISOString();
    const phone = await enrolled(person, now);
    const answer = await signInAs(subject);
    expect(outcomeOf(answer)).toEqual([401, 'session.second-factor-needed']);
    const { ticket } = bodyOf<{ params: { ticket: string } }>(answer).params;
    const code = phone.recoveryCodes[0] as string;
    expect((await secondStep(test, { ticket, code, from: '10.5.0.1' })).status).toBe(201);
  });

  it('is refused for an answer that was used, changed, or brought to another visit', async () => {
    const subject = aSubject();
    await link(subject);
    const done = await visit(subject);
    expect((await send('/sessions/directory', done)).status).toBe(201);
    const [mine, other] = [await visit(subject), await visit(subject)];
    const withState = (answer: string, state: string): string => {
      const query = new URLSearchParams(answer);
      query.set('state', state);
      return `?${query.toString()}`;
    };
    const stateOf = (answer: string): string => new URLSearchParams(answer).get('state') ?? '';
    for (const wrong of [
      done,
      { ticket: mine.ticket, answer: other.answer },
      // The state fits, but the code was asked for with another verifier and nonce.
      { ticket: mine.ticket, answer: withState(other.answer, stateOf(mine.answer)) },
      { ticket: mine.ticket, answer: withState(mine.answer, 'x') },
      { ticket: mine.ticket, answer: '?error=access_denied' },
      { ticket: `A${mine.ticket}`, answer: mine.answer },
      { ticket: 'none', answer: mine.answer },
    ]) {
      expect(outcomeOf(await send('/sessions/directory', wrong))).toEqual([422, 'directory.refused']);
    }
  });

  it('ends with the account, and with the link', async () => {
    const subject = aSubject();
    await link(subject);
    expect((await person.delete('/me/directory-link')).status).toBe(204);
    expect(outcomeOf(await signInAs(subject))).toEqual([401, 'directory.not-linked']);
    await link(subject);
    await admin.post(`/users/${person.id}/disabling`, { reason: '离职' });
    expect(outcomeOf(await signInAs(subject))).toEqual([401, 'directory.not-linked']);
  });
});

describe('a link', () => {
  it('is made by an administrator too, and belongs to one account of a city', async () => {
    const subject = aSubject();
    const linking = `/users/${person.id}/directory-link`;
    expect((await admin.put(linking, { subject })).status).toBe(204);
    expect(personOf(test, '', await signInAs(subject)).id).toBe(person.id);
    expect(outcomeOf(await link(subject, admin))).toEqual([409, 'directory.linked-elsewhere']);
    expect((await admin.put(linking, { subject: null })).status).toBe(204);
    expect(outcomeOf(await signInAs(subject))).toEqual([401, 'directory.not-linked']);
    const lines = await rowsOf(
      test,
      city,
      `SELECT before, after FROM audit_line WHERE action = 'directory.link' ORDER BY id`,
    );
    expect(lines).toEqual([
      { before: { subject: null }, after: { subject } },
      { before: { subject }, after: { subject: null } },
    ]);
  });

  it('of one city opens nothing in another', async () => {
    const subject = aSubject();
    await link(subject);
    const other = await aCity(test);
    const begun = await send('/sessions/directory-visit', { city: other.code });
    const { address, ticket } = bodyOf<Visit>(begun);
    const back = await directory.visit(address, subject);
    const answer = await send('/sessions/directory', { ticket, answer: back.search });
    expect(outcomeOf(answer)).toEqual([401, 'directory.not-linked']);
  });

  it('is not made by a visit that another began, nor signed in with', async () => {
    const visited = await visit(aSubject(), person);
    expect(outcomeOf(await send('/me/directory-link', visited, admin))).toEqual([422, 'directory.refused']);
    expect(outcomeOf(await send('/sessions/directory', visited))).toEqual([422, 'directory.refused']);
  });
});

describe('a directory that does not answer', () => {
  it('is told from a refusal', async () => {
    const gone = await aDirectory(RETURN);
    await gone.close();
    const { issuer, clientId, clientSecret } = gone;
    const alone = await testApp({ oidc: { issuer, clientId, clientSecret } });
    try {
      const { code } = await aCity(alone);
      const answer = await alone.http.post('/api/v1/sessions/directory-visit').send({ city: code });
      expect(outcomeOf(answer)).toEqual([422, 'directory.unreachable']);
    } finally {
      await alone.close();
    }
  });
});

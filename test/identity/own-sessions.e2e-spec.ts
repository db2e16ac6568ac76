import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { anAdministrator, invited, personOf, signIn, type Person } from '../support/people.js';
import { enrolled } from '../support/second-factor.js';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1';

let test: TestApp;
let city: TestCity;
let admin: Person;
let person: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-23T12:00:00+08:00');
  city = await aCity(test);
  admin = await anAdministrator(test, city);
  person = await street();
});

const street = (): Promise<Person> =>
  invited(test, city, admin, { role: 'sub-district-staff', scope: { kind: 'area', code: `${city.code}02001` } });

interface SessionBody {
  id: string;
  device: string;
  address: string;
  begunAt: string;
  lastUsedAt: string;
  isCurrent: boolean;
}
const sessionsOf = async (who: Person): Promise<SessionBody[]> =>
  bodyOf<{ items: SessionBody[] }>(await who.get('/me/sessions')).items;

async function signInFrom(userAgent: string, address: string, login: string): Promise<Person> {
  const body = { city: city.code, login, password: 'tiger moon river' };
  const headers = { 'user-agent': userAgent, 'x-forwarded-for': address };
  return personOf(test, body.password, await test.http.post('/api/v1/sessions').set(headers).send(body));
}

const refresh = async (who: Person): Promise<Response> =>
  test.http.post('/api/v1/sessions/refresh').send({ refreshToken: who.refreshToken });

/** Neither of the two tokens opens anything any more. */
async function expectDead(who: Person): Promise<void> {
  expect(outcomeOf(await who.get('/me'))).toEqual([401, 'session.ended']);
  expect(outcomeOf(await refresh(who))).toEqual([401, 'session.ended']);
}

describe('GET /me/sessions', () => {
  it('lists the own living sessions with device, address and times', async () => {
    const desk = await signInFrom(WINDOWS, '10.4.0.1', admin.login);
    test.at('2026-11-23T12:10:00+08:00');
    const phone = await signInFrom(IPHONE, '10.4.0.2', admin.login);
    test.at('2026-11-23T12:12:00+08:00');
    expect((await refresh(desk)).status).toBe(200);
    const found = await sessionsOf(phone);
    expect(found.slice(0, 2)).toEqual([
      {
        id: expect.any(String),
        device: 'Chrome · Windows',
        address: '10.4.0.1',
        way: 'password',
        begunAt: '2026-11-23T04:00:00.000Z',
        lastUsedAt: '2026-11-23T04:12:00.000Z',
        isCurrent: false,
      },
      expect.objectContaining({ device: 'Safari · iPhone', address: '10.4.0.2', isCurrent: true }),
    ]);
    expect(found).toHaveLength(3);
    test.at('2026-12-05T12:00:00+08:00');
    expect(await sessionsOf(await signIn(test, city, admin.login))).toHaveLength(1);
  });
});

describe('ending own sessions', () => {
  it('one by one: the other device is out, this one stays', async () => {
    const phone = await signInFrom(IPHONE, '10.4.0.3', admin.login);
    const other = (await sessionsOf(admin)).find(({ device }) => device === 'Safari · iPhone');
    expect((await admin.delete(`/me/sessions/${other?.id}`)).status).toBe(204);
    await expectDead(phone);
    expect((await admin.get('/me')).status).toBe(200);
    expect(outcomeOf(await admin.delete(`/me/sessions/${other?.id}`))).toEqual([404, 'session.not-found']);
  });

  it('all others at once', async () => {
    const others = [await signIn(test, city, admin.login), await signIn(test, city, admin.login)];
    expect((await admin.delete('/me/sessions')).status).toBe(204);
    for (const other of others) await expectDead(other);
    expect(await sessionsOf(admin)).toMatchObject([{ isCurrent: true }]);
  });

  it('never those of anybody else', async () => {
    const [theirs] = await sessionsOf(person);
    expect(outcomeOf(await admin.delete(`/me/sessions/${theirs?.id}`))).toEqual([404, 'session.not-found']);
    await admin.delete('/me/sessions');
    expect((await person.get('/me')).status).toBe(200);
  });
});

describe('every token dies', () => {
  const grants = async (): Promise<string> =>
    bodyOf<{ grants: { id: string }[] }>(await person.get('/me')).grants[0]?.id ?? '';

  it.each<[string, () => Promise<Response>]>([
    [
      'the password is changed',
      () => person.put('/me/password', { current: person.password, next: 'otter on the ice' }),
    ],
    ['the password is reset', () => admin.post(`/users/${person.id}/password-reset`)],
    ['the phone is changed', () => person.put('/me/phone', { phone: '138 0013 8000' })],
    [
      'a role is given',
      () => admin.post(`/users/${person.id}/grants`, { role: 'auditor', scope: { kind: 'area', code: city.code } }),
    ],
    ['a role is ended', async () => admin.post(`/grants/${await grants()}/ending`, { reason: '岗位调整' })],
    [
      'an administrator ends the sessions',
      () => admin.post(`/users/${person.id}/sessions-ending`, { reason: '设备遗失' }),
    ],
    ['the account is disabled', () => admin.post(`/users/${person.id}/disabling`, { reason: '离职' })],
  ])('when %s', async (_, change) => {
    const phone = await signIn(test, city, person.login);
    expect((await change()).status).toBeLessThan(300);
    for (const token of [person, phone]) await expectDead(token);
    expect((await admin.get('/me')).status).toBe(200);
  });

  it('but a refused change kills none', async () => {
    expect(outcomeOf(await person.put('/me/phone', { phone: '12' }))).toEqual([400, 'user.phone-invalid']);
    const ending = await admin.post(`/users/${person.id}/sessions-ending`, {});
    expect(outcomeOf(ending)).toEqual([400, 'request.invalid']);
    expect((await person.get('/me')).status).toBe(200);
  });

  it('and whoever changed their own phone goes on with a new session; the number stays out of the log', async () => {
    const answer = await person.put('/me/phone', { phone: '138 0013 8000' });
    const now = personOf(test, person.password, answer);
    expect(bodyOf(await now.get('/me/security'))).toMatchObject({ phone: '13800138000' });
    expect(JSON.stringify(await rowsOf(test, city, 'SELECT * FROM audit_line'))).not.toContain('13800138000');
    expect((await now.put('/me/phone', { phone: null })).status).toBe(200);
  });
});

describe('a fresh proof', () => {
  const reset = (): Promise<Response> => admin.post(`/users/${person.id}/password-reset`);
  const stale = '2026-11-23T12:10:00+08:00';

  it('is asked for ten minutes after the last one, and opens the way again', async () => {
    test.at('2026-11-23T12:09:59+08:00');
    expect((await reset()).status).toBe(201);
    test.at(stale);
    expect(outcomeOf(await reset())).toEqual([403, 'session.step-up-required']);
    expect(outcomeOf(await admin.post(`/users/${person.id}/sessions-ending`, { reason: 'x' }))).toEqual([
      403,
      'session.step-up-required',
    ]);
    const proven = await admin.post('/sessions/step-up', { password: admin.password });
    expect(proven.body).toEqual({ provenUntil: '2026-11-23T04:20:00.000Z' });
    expect((await reset()).status).toBe(201);
  });

  it('is not given by renewing the session, nor by another session of the same person', async () => {
    test.at(stale);
    const renewed = personOf(test, admin.password, await refresh(admin));
    await signIn(test, city, admin.login);
    expect(outcomeOf(await renewed.post(`/users/${person.id}/password-reset`))).toEqual([
      403,
      'session.step-up-required',
    ]);
  });

  it('is a password or a code; a wrong one of either proves nothing and is counted', async () => {
    const phone = await enrolled(admin, '2026-11-23T12:00:00+08:00');
    test.at(stale);
    expect(outcomeOf(await admin.post('/sessions/step-up', { password: 'not it at all' }))).toEqual([
      422,
      'password.wrong',
    ]);
    expect(outcomeOf(await admin.post('/sessions/step-up', { code: '000000' }))).toEqual([
      422,
      'second-factor.code-wrong',
    ]);
    expect(outcomeOf(await admin.post('/sessions/step-up', {}))).toEqual([400, 'request.invalid']);
    expect(outcomeOf(await reset())).toEqual([403, 'session.step-up-required']);
    expect((await admin.post('/sessions/step-up', { code: phone.code(stale) })).status).toBe(200);
    expect((await reset()).status).toBe(201);
    for (let each = 0; each < 5; each += 1) await admin.post('/sessions/step-up', { code: '000000' });
    expect(outcomeOf(await admin.post('/sessions/step-up', { password: admin.password }))).toEqual([
      401,
      'session.locked',
    ]);
  });
});

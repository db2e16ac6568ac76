import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { JwtService } from '@nestjs/jwt';
import type { Response } from 'supertest';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { anAdministrator, aLogin, personOf, signIn, type Person } from '../support/people.js';

const NOON = '2026-11-23T12:00:00+08:00';
const NEXT = 'otter on the ice';

let test: TestApp;
let city: TestCity;
let admin: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at(NOON);
  city = await aCity(test);
  admin = await anAdministrator(test, city);
});

const refresh = async (refreshToken: string): Promise<Response> =>
  test.http.post('/api/v1/sessions/refresh').send({ refreshToken });
interface Tokens {
  accessToken: string;
  refreshToken: string;
}
const tokensOf = (answer: Response): Tokens => bodyOf<Tokens>(answer);
const me = async (token: string): Promise<Response> =>
  test.http.get('/api/v1/me').set('authorization', `Bearer ${token}`);

describe('access tokens', () => {
  it('are needed for everything that is not public', async () => {
    expect(outcomeOf(await test.http.get('/api/v1/areas'))).toEqual([401, 'request.unauthenticated']);
    expect(outcomeOf(await me('rubbish'))).toEqual([401, 'request.unauthenticated']);
    expect((await test.http.get('/api/v1/public/cities')).status).toBe(200);
  });

  it('last fifteen minutes, also when they were seen before', async () => {
    expect((await me(admin.accessToken)).status).toBe(200);
    test.at('2026-11-23T12:14:59+08:00');
    expect((await me(admin.accessToken)).status).toBe(200);
    test.at('2026-11-23T12:15:00+08:00');
    expect(outcomeOf(await me(admin.accessToken))).toEqual([401, 'request.unauthenticated']);
    expect(outcomeOf(await me(admin.accessToken))).toEqual([401, 'request.unauthenticated']);
  });

  it('are refused when signed by another key, by another algorithm or by none', async () => {
    const [, claims] = admin.accessToken.split('.');
    const payload = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()) as object;
    const jwt = new JwtService();
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
    const forged = [
      jwt.sign(payload, { secret: 'another-secret-of-forty-characters-xxxxx', algorithm: 'HS256' }),
      jwt.sign(payload, { secret: test.config.jwtSecret, algorithm: 'HS512' }),
      unsigned,
    ];
    for (const token of forged) expect(outcomeOf(await me(token))).toEqual([401, 'request.unauthenticated']);
    const genuine = jwt.sign(payload, { secret: test.config.jwtSecret, algorithm: 'HS256' });
    expect((await me(genuine)).status).toBe(200);
  });

  it('never answer one caller for another, however many come at once', async () => {
    const cities = await Promise.all(Array.from({ length: 6 }, () => aCity(test)));
    const people = await Promise.all(cities.map((each) => anAdministrator(test, each)));
    const everybody = Array.from({ length: 4 }, () => people).flat();
    const answers = await Promise.all(everybody.map(({ accessToken }) => me(accessToken)));
    expect(answers.map(({ body }) => (body as { user: { id: string } }).user.id)).toEqual(
      everybody.map(({ id }) => id),
    );
  });

  it('of one city open nothing in another, whatever city they claim', async () => {
    const other = await aCity(test);
    const [, claims] = admin.accessToken.split('.');
    const payload = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()) as object;
    const token = new JwtService().sign({ ...payload, city: other.city.id }, { secret: test.config.jwtSecret });
    expect(outcomeOf(await me(token))).toEqual([401, 'session.ended']);
  });
});

describe('POST /sessions/refresh', () => {
  it('exchanges the token for a new pair, again and again', async () => {
    test.at('2026-11-23T12:20:00+08:00');
    const second = await refresh(admin.refreshToken);
    expect(second.status).toBe(200);
    expect(second.body).toMatchObject({ expiresIn: 900, user: { id: admin.id }, city: { code: city.code } });
    expect((await me(tokensOf(second).accessToken)).status).toBe(200);
    const third = await refresh(tokensOf(second).refreshToken);
    expect(third.status).toBe(200);
    expect((await me(tokensOf(third).accessToken)).status).toBe(200);
  });

  it('ends the whole session when an old token comes back, however old', async () => {
    const second = await refresh(admin.refreshToken);
    const third = await refresh(tokensOf(second).refreshToken);
    expect(outcomeOf(await refresh(admin.refreshToken))).toEqual([401, 'session.reused']);
    expect(outcomeOf(await refresh(tokensOf(third).refreshToken))).toEqual([401, 'session.ended']);
    expect(outcomeOf(await me(tokensOf(third).accessToken))).toEqual([401, 'session.ended']);
    const again = await signIn(test, city, admin.login);
    const lines = (await again.get('/audit-lines?action=session.end')).body as { items: { after: object }[] };
    expect(lines.items.map(({ after }) => after)).toEqual([{ reason: 'reused', shown: 'an older or forged token' }]);
  });

  it('lets one of two simultaneous uses through, and takes the other for a thief', async () => {
    const both = await Promise.all([refresh(admin.refreshToken), refresh(admin.refreshToken)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const winner = both.find(({ status }) => status === 200);
    expect(outcomeOf(await me(tokensOf(winner as Response).accessToken))).toEqual([401, 'session.ended']);
  });

  it('leaves the person’s other sessions alone', async () => {
    const phone = await signIn(test, city, admin.login);
    await refresh(admin.refreshToken);
    await refresh(admin.refreshToken);
    expect((await me(phone.accessToken)).status).toBe(200);
  });

  it('is over after seven days without use, and each use adds seven more', async () => {
    test.at('2026-11-30T11:59:00+08:00');
    const used = await refresh(admin.refreshToken);
    expect(used.status).toBe(200);
    test.at('2026-12-07T11:58:00+08:00');
    const again = await refresh(tokensOf(used).refreshToken);
    expect(again.status).toBe(200);
    test.at('2026-12-14T11:58:00+08:00');
    expect(outcomeOf(await refresh(tokensOf(again).refreshToken))).toEqual([401, 'session.ended']);
  });

  it.each(['', 'x', '1.2.3', '99999.01935a6e-7c00-7000-8000-00000000abcd.secret'])('refuses %j', async (token) => {
    expect(outcomeOf(await refresh(token))).toEqual([401, 'session.ended']);
  });
});

describe('DELETE /sessions/current', () => {
  it('ends this session at once and no other', async () => {
    const phone = await signIn(test, city, admin.login);
    expect((await admin.delete('/sessions/current')).status).toBe(204);
    expect(outcomeOf(await me(admin.accessToken))).toEqual([401, 'session.ended']);
    expect(outcomeOf(await refresh(admin.refreshToken))).toEqual([401, 'session.ended']);
    expect((await me(phone.accessToken)).status).toBe(200);
  });
});

describe('PUT /me/password', () => {
  it('kills every token given out before, this session’s too, and answers a new one', async () => {
    const phone = await signIn(test, city, admin.login);
    const answer = await admin.put('/me/password', { current: admin.password, next: NEXT });
    expect(answer.status).toBe(200);
    for (const { accessToken, refreshToken } of [admin, phone]) {
      expect(outcomeOf(await me(accessToken))).toEqual([401, 'session.ended']);
      expect(outcomeOf(await refresh(refreshToken))).toEqual([401, 'session.ended']);
    }
    expect((await me(tokensOf(answer).accessToken)).status).toBe(200);
    await signIn(test, city, admin.login, NEXT);
    await expect(signIn(test, city, admin.login)).rejects.toThrow('session.refused');
  });

  it.each([
    ['tiger moon river', 'tiger moon river', 'password.unchanged'],
    ['tiger moon river', 'short', 'password.too-short'],
    ['tiger moon river', 'password123', 'password.too-common'],
    ['not the password', NEXT, 'password.wrong'],
  ])('with %j → %j is refused as %s and changes nothing', async (current, next, code) => {
    expect(outcomeOf(await admin.put('/me/password', { current, next }))).toEqual([422, code]);
    await signIn(test, city, admin.login);
  });

  it('counts wrong passwords like a sign-in', async () => {
    const wrong = { current: 'not the password', next: NEXT };
    for (let each = 0; each < 5; each += 1)
      expect(outcomeOf(await admin.put('/me/password', wrong))).toEqual([422, 'password.wrong']);
    expect(outcomeOf(await admin.put('/me/password', { current: admin.password, next: NEXT }))).toEqual([
      401,
      'session.locked',
    ]);
  });
});

describe('a first sign-in', () => {
  it('opens nothing until the password is changed', async () => {
    const login = aLogin();
    const scope = { kind: 'area', code: `${city.code}02001` };
    const invitation = await admin.post('/users', { login, name: '王芳', role: 'sub-district-staff', scope });
    const { initialPassword } = invitation.body as { initialPassword: string };
    const person = await signIn(test, city, login, initialPassword);
    expect((await person.get('/me')).body).toMatchObject({ mustChangePassword: true });
    for (const path of ['/areas', '/users', '/audit-lines']) {
      expect(outcomeOf(await person.get(path))).toEqual([403, 'session.password-change-required']);
    }
    const changed = await person.put('/me/password', { current: initialPassword, next: NEXT });
    expect(changed.status).toBe(200);
    const free = personOf(test, NEXT, changed);
    expect((await free.get('/areas')).status).toBe(200);
    expect((await free.get('/me')).body).toMatchObject({ mustChangePassword: false });
  });
});

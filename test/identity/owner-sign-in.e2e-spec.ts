import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { anOwner, aPhone, messagesOf } from '../roster/owners.js';
import { anAdministrator, personOf, trySignIn } from '../support/people.js';

const PERMISSIONS = ['home.bind', 'home.read', 'own-vote.cast', 'own-vote.read', 'revenue.object'];

let test: TestApp;
let city: TestCity;
let phone: string;

beforeAll(async () => {
  test = await testApp({ sms: { url: 'http://127.0.0.1:9/send', token: 'token-of-the-gateway' } });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-27T08:00:00+08:00');
  city = await aCity(test);
  phone = aPhone();
});

const ask = (to = phone): Promise<Response> =>
  test.http.post('/api/v1/owner-codes').send({ city: city.code, phone: to }).then();
const enter = (code: string, to = phone): Promise<Response> =>
  test.http.post('/api/v1/owner-sessions').send({ city: city.code, phone: to, code }).then();

/** The code as it reached the phone. */
async function codeSent(): Promise<string> {
  const message = (await messagesOf(test, city)).filter((each) => each.phone === phone).at(-1);
  return /验证码 (\d{6})/.exec(message?.text ?? '')?.[1] ?? '';
}

const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('an owner who signs in', () => {
  it('is sent six digits, and comes in with them as an owner and nothing else', async () => {
    const asked = await ask(`+86 ${phone}`);
    expect([asked.status, asked.body]).toEqual([201, { expiresIn: 300, demoCode: null }]);
    const session = await enter(await codeSent());
    expect(session.status).toBe(201);
    const me = await personOf(test, '', session).get('/me');
    expect(me.body).toMatchObject({ grants: [], permissions: PERMISSIONS, mustChangePassword: false });
    expect((me.body as { user: { name: string } }).user.name).toBe(`业主 ${phone.slice(0, 3)}****${phone.slice(-4)}`);
    expect((await personOf(test, '', session).get('/compounds')).status).toBe(403);
  });

  it('is the same person the next time, and renews the session as staff do', async () => {
    await ask();
    const first = await enter(await codeSent());
    test.at('2026-11-27T09:00:00+08:00');
    await ask();
    const second = await enter(await codeSent());
    const idOf = (answer: Response): string => (answer.body as { user: { id: string } }).user.id;
    expect(idOf(second)).toBe(idOf(first));
    const { refreshToken } = second.body as { refreshToken: string };
    expect((await test.http.post('/api/v1/sessions/refresh').send({ refreshToken })).status).toBe(200);
  });

  it('has five minutes and one use', async () => {
    await ask();
    const code = await codeSent();
    test.at('2026-11-27T08:04:59+08:00');
    expect((await enter(code)).status).toBe(201);
    expect((await enter(code)).body).toMatchObject({ status: 401, code: 'owner-code.refused' });
    await ask();
    const next = await codeSent();
    test.at('2026-11-27T08:09:59+08:00');
    expect((await enter(next)).body).toMatchObject({ status: 401, code: 'owner-code.refused' });
  });

  it('has five tries, and after them not even the right code', async () => {
    await ask();
    const code = await codeSent();
    for (let i = 0; i < 4; i += 1) expect((await enter(wrong(code))).status).toBe(401);
    expect((await enter(code)).status).toBe(201);
    test.at('2026-11-27T08:02:00+08:00');
    await ask();
    const next = await codeSent();
    for (let i = 0; i < 5; i += 1) expect((await enter(wrong(next))).status).toBe(401);
    expect((await enter(next)).body).toMatchObject({ code: 'owner-code.refused' });
  });

  it('wins once when the same code comes from many phones at once', async () => {
    await ask();
    const code = await codeSent();
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => enter(code)));
    expect(all.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401, 401]);
  });

  it('waits a minute between two codes, and the first is worth nothing after the second', async () => {
    await ask();
    const first = await codeSent();
    expect((await ask()).body).toMatchObject({ status: 429, code: 'owner-code.too-soon', params: { seconds: 60 } });
    test.at('2026-11-27T08:01:00+08:00');
    expect((await ask()).status).toBe(201);
    const second = await codeSent();
    if (first !== second) expect((await enter(first)).status).toBe(401);
    expect((await enter(second)).status).toBe(201);
  });

  it('gets ten codes a day', async () => {
    for (let i = 0; i < 10; i += 1) {
      test.at(`2026-11-27T08:${String(10 + i)}:00+08:00`);
      expect((await ask()).status).toBe(201);
    }
    test.at('2026-11-27T23:59:00+08:00');
    expect((await ask()).body).toMatchObject({ status: 429, code: 'owner-code.too-many' });
    test.at('2026-11-28T00:00:00+08:00');
    expect((await ask()).status).toBe(201);
  });

  it('is told the same whether a code was ever sent', async () => {
    const [never, sent] = [aPhone(), phone];
    await ask(sent);
    const answers = [await enter('123456', never), await enter(wrong(await codeSent()), sent)];
    const [a, b] = answers.map(({ body }) => ({ ...(body as object), requestId: '', instance: '' }));
    expect(a).toEqual(b);
  });

  it('is refused a number that no message reaches', async () => {
    expect((await ask('0356-2022222')).body).toMatchObject({ status: 400, code: 'owner-code.phone-invalid' });
    expect((await ask('张三')).body).toMatchObject({ status: 400, code: 'owner-code.phone-invalid' });
  });
});

describe('what is kept of owners', () => {
  it('is neither phone nor code in the clear, in any table of the sign-in', async () => {
    await ask();
    const code = await codeSent();
    await enter(code);
    const tables = ['owner_code', 'user_account', 'outbox_message', 'audit_line', 'session'];
    for (const table of tables) {
      const rows = await rowsOf<{ row: string }>(test, city, `SELECT t::text AS row FROM ${table} t`);
      const text = rows.map(({ row }) => row).join('\n');
      expect([table, rows.length > 0, text.includes(phone), text.includes(`验证码`)]).toEqual([
        table,
        true,
        false,
        false,
      ]);
    }
  });

  it('is no account of staff: not listed, not granted anything, not opened by a password', async () => {
    await ask();
    const session = await enter(await codeSent());
    const { id, login } = (session.body as { user: { id: string; login: string } }).user;
    const admin = await anAdministrator(test, city);
    const listed = (await admin.get('/users?limit=200')).body as { items: { user: { id: string } }[] };
    expect(JSON.stringify(listed)).not.toContain(id);
    const grant = { role: 'community-staff', scope: { kind: 'area', code: `${city.code}02001001` } };
    expect((await admin.post(`/users/${id}/grants`, grant)).status).toBe(404);
    expect((await admin.post(`/users/${id}/password-reset`)).status).toBe(404);
    const owner = { role: 'owner', scope: { kind: 'area', code: city.code }, login: 'new.person', name: '某人' };
    expect((await admin.post('/users', owner)).status).toBe(400);
    expect((await trySignIn(test, city, { login, password: '' })).status).toBe(401);
    const next = { current: '', next: 'tiger moon river' };
    expect((await personOf(test, '', session).put('/me/password', next)).body).toMatchObject({
      code: 'password.wrong',
    });
  });

  it('does not change its phone without a proof that an owner cannot give', async () => {
    await ask();
    const owner = personOf(test, '', await enter(await codeSent()));
    expect((await owner.put('/me/phone', { phone: aPhone() })).body).toMatchObject({
      status: 403,
      code: 'session.step-up-required',
    });
  });
});

describe('a demo city', () => {
  it('tells the code on the page, for nobody has the phones of its people', async () => {
    const demo = await aCity(test, { isDemo: true });
    expect((await (await anOwner(test, demo)).get('/me')).status).toBe(200);
  });
});

describe('a city without a way to send messages', () => {
  it('says so, and what to do', async () => {
    const silent = await testApp();
    const there = await aCity(silent);
    const answer = await silent.http.post('/api/v1/owner-codes').send({ city: there.code, phone });
    expect(answer.body).toMatchObject({ status: 422, code: 'owner-code.no-channel' });
    await silent.close();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { whileHeld } from '../support/held-table.js';
import { anAdministrator, invited, signIn, type Person } from '../support/people.js';

let test: TestApp;
let city: TestCity;
let admin: Person;
/** On leave: keeps 东街街道. */
let li: Person;
/** Stands in: works for a community of another sub-district. */
let wang: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-23T12:00:00+08:00');
  city = await aCity(test);
  admin = await anAdministrator(test, city);
  li = await official('sub-district-staff', '02001', '李明');
  wang = await official('community-staff', '02002001', '王芳');
});

const area = (suffix: string) => ({ kind: 'area', code: `${city.code}${suffix}` }) as const;
const official = (role: 'sub-district-staff' | 'community-staff' | 'auditor', suffix: string, name: string) =>
  invited(test, city, admin, { role, scope: area(suffix), name, ...(role === 'auditor' ? {} : { to: '2026-12-31' }) });

const grantOf = async (person: Person): Promise<string> =>
  bodyOf<{ grants: { id: string }[] }>(await person.get('/me')).grants[0]?.id ?? '';
const handOver = async (from: Person, to: Person, more: object = {}): Promise<Response> =>
  from.post('/me/substitutes', {
    ...{ grantId: await grantOf(from), login: to.login, to: '2026-11-30', reason: '年休假' },
    ...more,
  });

interface StandIn {
  id: string;
  isGiven: boolean;
  inForce: boolean;
  to: string;
  standsInFor: { name: string } | null;
  other: { name: string };
}
const standInsOf = async (person: Person): Promise<StandIn[]> =>
  bodyOf<{ items: StandIn[] }>(await person.get('/me/substitutes')).items;

describe('a grant handed over for a leave', () => {
  it('gives the colleague its rights until the last day, and leaves them to its holder', async () => {
    expect((await wang.get('/users')).status).toBe(403);
    const given = await handOver(li, wang);
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({ to: '2026-11-30', standsInFor: { id: li.id, name: '李明' }, inForce: true });
    expect(outcomeOf(await wang.get('/me'))).toEqual([401, 'session.ended']);
    const acting = await signIn(test, city, wang.login);
    expect((await acting.get('/users')).status).toBe(200);
    expect((await li.get('/users')).status).toBe(200);
    test.at('2026-11-30T23:59:00+08:00');
    expect((await (await signIn(test, city, wang.login)).get('/users')).status).toBe(200);
    test.at('2026-12-01T00:00:00+08:00');
    expect((await (await signIn(test, city, wang.login)).get('/users')).status).toBe(403);
  });

  it('is seen by both, on the page of people and in the log, as 代', async () => {
    await handOver(li, wang);
    const acting = await signIn(test, city, wang.login);
    expect(await standInsOf(li)).toMatchObject([{ isGiven: true, other: { name: '王芳' }, inForce: true }]);
    expect(await standInsOf(acting)).toMatchObject([{ isGiven: false, other: { name: '李明' }, to: '2026-11-30' }]);
    const me = bodyOf<{ grants: { standsInFor: { name: string } | null }[] }>(await acting.get('/me'));
    expect(me.grants.map(({ standsInFor }) => standsInFor?.name ?? null)).toEqual([null, '李明']);
    interface Seen {
      items: { id: string; grants: { standsInFor: { name: string } | null }[] }[];
    }
    const seen = bodyOf<Seen>(await admin.get('/users?limit=200')).items.find(({ id }) => id === wang.id);
    expect(seen?.grants.map(({ standsInFor }) => standsInFor?.name ?? null)).toEqual([null, '李明']);
    const login = `helper-${city.code}`;
    const invitation = { login, name: '新人', role: 'community-staff', scope: area('02001001') };
    expect((await acting.post('/users', invitation)).status).toBe(201);
    const lines = await rowsOf<{ action: string; name: string }>(
      test,
      city,
      `SELECT action, actor_name AS name FROM audit_line
       WHERE actor_id = $1 AND action IN ('user.create', 'user.change-password') ORDER BY id`,
      [wang.id],
    );
    expect(lines).toEqual([
      { action: 'user.change-password', name: '王芳' },
      { action: 'user.create', name: '王芳（代李明）' },
    ]);
    const [line] = await rowsOf(test, city, `SELECT after FROM audit_line WHERE action = 'substitute.give'`);
    expect(line).toMatchObject({ after: { to: '2026-11-30', reason: '年休假' } });
  });

  it('is refused beyond one’s own days, without a last day, to oneself, in a chain, twice, and to no colleague', async () => {
    const outcome = async (more: object, from = li, to = wang): Promise<[number, string]> =>
      outcomeOf(await handOver(from, to, more));
    expect(await outcome({ to: '2027-01-01' })).toEqual([422, 'substitute.beyond-grant']);
    expect(await outcome({ to: undefined })).toEqual([400, 'request.invalid']);
    expect(await outcome({ to: '2026-11-22' })).toEqual([422, 'substitute.days-wrong']);
    expect(await outcome({ login: li.login })).toEqual([422, 'substitute.oneself']);
    expect(await outcome({ login: 'nobody-here' })).toEqual([404, 'substitute.colleague-not-found']);
    const auditor = await official('auditor', '', '赵静');
    expect(await outcome({}, li, auditor)).toEqual([404, 'substitute.colleague-not-found']);
    expect(await outcome({ grantId: await grantOf(wang) })).toEqual([404, 'grant.not-found']);
    const stranger = await anAdministrator(test, await aCity(test));
    expect(await outcome({ login: stranger.login })).toEqual([404, 'substitute.colleague-not-found']);
    const nothing = await rowsOf(test, city, 'SELECT 1 FROM role_grant WHERE stands_in_for IS NOT NULL');
    expect(nothing).toEqual([]);
    const { id } = bodyOf<{ id: string }>(await handOver(li, wang));
    expect(await outcome({})).toEqual([409, 'substitute.already']);
    const acting = await signIn(test, city, wang.login);
    const third = await official('community-staff', '02001002', '孙丽');
    expect(await outcome({ grantId: id }, acting, third)).toEqual([422, 'substitute.chain']);
  });

  it('goes to one of two colleagues who are asked at once', async () => {
    const third = await official('community-staff', '02001002', '孙丽');
    const asked = [wang, third].map((colleague) => () => handOver(li, colleague));
    const answers = await whileHeld(test, 'role_grant', asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('needs a fresh proof', async () => {
    test.at('2026-11-23T12:10:00+08:00');
    expect(outcomeOf(await handOver(li, wang))).toEqual([403, 'session.step-up-required']);
  });
});

describe('a stand-in ends', () => {
  it.each<['li' | 'wang']>([['li'], ['wang']])('when %s ends it', async (who) => {
    const { id } = bodyOf<{ id: string }>(await handOver(li, wang));
    const acting = await signIn(test, city, wang.login);
    const other = await official('community-staff', '02001002', '孙丽');
    expect(outcomeOf(await other.post(`/me/substitutes/${id}/ending`))).toEqual([404, 'substitute.not-found']);
    const ended = await (who === 'li' ? li : acting).post(`/me/substitutes/${id}/ending`);
    expect(ended.status).toBe(204);
    expect(outcomeOf(await acting.get('/me'))).toEqual([401, 'session.ended']);
    expect((await (await signIn(test, city, wang.login)).get('/users')).status).toBe(403);
    expect(outcomeOf(await li.post(`/me/substitutes/${id}/ending`))).toEqual([409, 'grant.already-ended']);
  });

  it('with the grant that it stands in for', async () => {
    await handOver(li, wang);
    const acting = await signIn(test, city, wang.login);
    await admin.post(`/grants/${await grantOf(li)}/ending`, { reason: '岗位调整' });
    expect(outcomeOf(await acting.get('/me'))).toEqual([401, 'session.ended']);
    expect((await (await signIn(test, city, wang.login)).get('/users')).status).toBe(403);
    expect(await standInsOf(await signIn(test, city, li.login))).toMatchObject([{ inForce: false }]);
  });

  it('with the account of its holder', async () => {
    await handOver(li, wang);
    const acting = await signIn(test, city, wang.login);
    expect((await acting.get('/users')).status).toBe(200);
    await admin.post(`/users/${li.id}/disabling`, { reason: '离职' });
    expect((await acting.get('/users')).status).toBe(403);
  });

  it('not when the area is renamed: it follows the grant that goes on', async () => {
    await handOver(li, wang);
    const to = [{ code: `${city.code}02001`, name: '东大街街道' }];
    const change = { kind: 'rename', from: [`${city.code}02001`], to, on: '2026-11-24', reason: '更名' };
    expect((await admin.post('/area-changes', change)).status).toBe(201);
    test.at('2026-11-24T12:00:00+08:00');
    const acting = await signIn(test, city, wang.login);
    expect((await acting.get('/users')).status).toBe(200);
    const now = (await standInsOf(acting)).filter(({ inForce }) => inForce);
    expect(now).toMatchObject([{ other: { name: '李明' }, to: '2026-11-30' }]);
  });
});

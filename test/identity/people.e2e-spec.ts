import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import {
  aLogin,
  anAdministrator,
  invited,
  signIn,
  trySignIn,
  type Person,
  type ScopeInput,
} from '../support/people.js';

const NOON = '2026-11-23T12:00:00+08:00';
const STRANGER = '01935a6e-7c00-7000-8000-00000000abcd';

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

const area = (suffix: string): ScopeInput => ({ kind: 'area', code: `${city.code}${suffix}` });
const street = (by = admin): Promise<Person> =>
  invited(test, city, by, { role: 'sub-district-staff', scope: area('02001') });

interface UserBody {
  id: string;
  login: string;
  grants: { id: string; role: string; inForce: boolean; endReason: string | null; scope: { name: string } }[];
}
const usersSeenBy = async (person: Person): Promise<UserBody[]> =>
  ((await person.get('/users?limit=200')).body as { items: UserBody[] }).items;
const grantOf = async (person: Person): Promise<string> =>
  (await usersSeenBy(admin)).find(({ id }) => id === person.id)?.grants[0]?.id ?? '';

describe('POST /users', () => {
  it('invites somebody with a first password, shown once', async () => {
    const login = aLogin();
    const invitation = { login, name: '王芳', role: 'community-staff', scope: area('02001001') };
    const answer = await admin.post('/users', invitation);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      initialPassword: expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/),
      user: { login, name: '王芳', mustChangePassword: true, disabledAt: null },
      grant: {
        role: 'community-staff',
        scope: { kind: 'area', code: `${city.code}02001001`, name: '凤台社区' },
        from: '2026-11-23',
        to: null,
        inForce: true,
      },
    });
    const lines = JSON.stringify((await admin.get('/audit-lines?limit=200')).body);
    expect(lines).toContain('user.create');
    expect(lines).toContain('grant.give');
    expect(lines).not.toContain((answer.body as { initialPassword: string }).initialPassword);
  });

  it('refuses a login that is taken, in any case, and leaves nothing behind', async () => {
    const again = { login: admin.login.toUpperCase(), name: '又一人', role: 'auditor', scope: area('') };
    expect(outcomeOf(await admin.post('/users', again))).toEqual([409, 'user.login-taken']);
    expect(await usersSeenBy(admin)).toHaveLength(1);
  });

  it.each([
    [{ role: 'auditor', scope: { kind: 'area', code: '990099' } }, 404, 'area.not-found'],
    [{ role: 'property-firm-staff', scope: { kind: 'company', id: STRANGER } }, 404, 'grant.scope-not-found'],
    [{ role: 'property-firm-staff', scope: { kind: 'compound', id: STRANGER } }, 404, 'grant.scope-not-found'],
    [{ role: 'auditor', scope: { kind: 'area' } }, 400, 'request.invalid'],
    [{ role: 'auditor', scope: { kind: 'compound', id: 'x' } }, 400, 'request.invalid'],
    [{ role: 'owner', scope: { kind: 'area', code: '1' } }, 400, 'request.invalid'],
    [{ role: 'auditor' }, 400, 'request.invalid'],
  ])('refuses %j', async (grant, status, code) => {
    expect(outcomeOf(await admin.post('/users', { login: aLogin(), name: '某人', ...grant }))).toEqual([status, code]);
  });

  it('fits roles to areas and days to each other', async () => {
    const invite = (more: object): Promise<Response> =>
      admin.post('/users', { login: aLogin(), name: '某人', ...more });
    const tooWide = await invite({ role: 'county-staff', scope: area('') });
    expect(outcomeOf(tooWide)).toEqual([422, 'grant.role-does-not-fit']);
    const reversed = await invite({ role: 'auditor', scope: area(''), from: '2026-12-02', to: '2026-12-01' });
    expect(outcomeOf(reversed)).toEqual([422, 'grant.days-reversed']);
    const login = await admin.post('/users', { login: 'two words', name: '某人', role: 'auditor', scope: area('') });
    expect(outcomeOf(login)).toEqual([400, 'user.login-invalid']);
  });
});

describe('who may grant what', () => {
  it('lets a street invite into its own communities, and hides everything else', async () => {
    const staff = await street();
    const invite = async (role: string, suffix: string): Promise<[number, string]> =>
      outcomeOf(await staff.post('/users', { login: aLogin(), name: '某人', role, scope: area(suffix) }));
    expect((await invite('community-staff', '02001002'))[0]).toBe(201);
    expect(await invite('county-staff', '02001')).toEqual([403, 'grant.role-above-own']);
    expect(await invite('auditor', '02001')).toEqual([403, 'grant.role-above-own']);
    expect(await invite('community-staff', '02002001')).toEqual([404, 'area.not-found']);
    expect(await invite('county-staff', '02')).toEqual([404, 'area.not-found']);
  });

  it('gives staff of communities, firms and auditors no say at all', async () => {
    for (const role of ['community-staff', 'auditor'] as const) {
      const person = await invited(test, city, admin, { role, scope: area('02001001') });
      expect(outcomeOf(await person.get('/users'))).toEqual([403, 'request.forbidden']);
      const invitation = { login: aLogin(), name: '某人', role: 'community-staff', scope: area('02001001') };
      expect(outcomeOf(await person.post('/users', invitation))).toEqual([403, 'request.forbidden']);
    }
  });

  it('shows a street only the people and grants of its own area', async () => {
    const staff = await street();
    const elsewhere = await invited(test, city, admin, { role: 'community-staff', scope: area('02002001') });
    const both = await invited(test, city, admin, { role: 'community-staff', scope: area('02001001') });
    await admin.post(`/users/${both.id}/grants`, { role: 'community-staff', scope: area('02002001') });
    const seen = await usersSeenBy(staff);
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set([staff.id, both.id]));
    expect(seen.find(({ id }) => id === both.id)?.grants.map(({ scope }) => scope.name)).toEqual(['凤台社区']);
    const hidden = await staff.post(`/users/${elsewhere.id}/grants`, {
      role: 'community-staff',
      scope: area('02001001'),
    });
    expect(outcomeOf(hidden)).toEqual([404, 'user.not-found']);
    expect(outcomeOf(await staff.post(`/grants/${await grantOf(elsewhere)}/ending`, { reason: '越权' }))).toEqual([
      404,
      'grant.not-found',
    ]);
    expect((await usersSeenBy(admin)).length).toBe(4);
  });

  it('does not let a street reset, disable or end what it could not have given', async () => {
    const staff = await street();
    const senior = await invited(test, city, admin, { role: 'county-staff', scope: area('02001') });
    const wider = await invited(test, city, admin, { role: 'community-staff', scope: area('02001001') });
    await admin.post(`/users/${wider.id}/grants`, { role: 'community-staff', scope: area('81001001') });
    for (const { id } of [senior, wider]) {
      expect(outcomeOf(await staff.post(`/users/${id}/password-reset`))).toEqual([403, 'user.beyond-scope']);
      expect(outcomeOf(await staff.post(`/users/${id}/disabling`))).toEqual([403, 'user.beyond-scope']);
    }
    const ending = await staff.post(`/grants/${await grantOf(senior)}/ending`, { reason: '越权' });
    expect(outcomeOf(ending)).toEqual([403, 'user.beyond-scope']);
  });

  it('keeps everybody from doing it to themselves, so that a city never loses its last administrator', async () => {
    const own = await grantOf(admin);
    const grant = { role: 'city-administrator', scope: area('') };
    expect(outcomeOf(await admin.post(`/users/${admin.id}/grants`, grant))).toEqual([403, 'user.oneself']);
    expect(outcomeOf(await admin.post(`/grants/${own}/ending`, { reason: '离任' }))).toEqual([403, 'user.oneself']);
    expect(outcomeOf(await admin.post(`/users/${admin.id}/disabling`))).toEqual([403, 'user.oneself']);
    expect(outcomeOf(await admin.post(`/users/${admin.id}/password-reset`))).toEqual([403, 'user.oneself']);
  });
});

describe('days of a grant', () => {
  it('open nothing before the first day and nothing after the last', async () => {
    const days = { from: '2026-11-25', to: '2026-11-26' };
    const person = await invited(test, city, admin, { role: 'auditor', scope: area(''), ...days });
    const areasOn = async (instant: string): Promise<number> => {
      test.at(instant);
      return (await (await signIn(test, city, person.login)).get('/areas')).status;
    };
    expect(await areasOn('2026-11-24T23:59:59+08:00')).toBe(403);
    expect(await areasOn('2026-11-25T00:00:00+08:00')).toBe(200);
    expect(await areasOn('2026-11-26T23:59:59+08:00')).toBe(200);
    expect(await areasOn('2026-11-27T00:00:00+08:00')).toBe(403);
  });

  it('are judged anew when the day turns within one session', async () => {
    test.at('2026-11-23T23:50:00+08:00');
    const late = await signIn(test, city, admin.login);
    const person = await invited(test, city, late, { role: 'auditor', scope: area(''), to: '2026-11-23' });
    expect((await person.get('/areas')).status).toBe(200);
    test.at('2026-11-24T00:00:00+08:00');
    expect(outcomeOf(await person.get('/areas'))).toEqual([403, 'request.forbidden']);
  });

  it('of the past are kept in the file and give nothing', async () => {
    const past = { from: '2020-01-01', to: '2020-12-31' };
    const person = await invited(test, city, admin, { role: 'auditor', scope: area(''), ...past });
    expect((await person.get('/areas')).status).toBe(403);
    const seen = (await usersSeenBy(admin)).find(({ id }) => id === person.id);
    expect(seen?.grants).toMatchObject([{ role: 'auditor', inForce: false }]);
  });
});

describe('changes take hold at once', () => {
  it('when a grant is given and when it is ended: tokens die with the role, and the next sign-in has the new one', async () => {
    const before = await invited(test, city, admin, { role: 'community-staff', scope: area('02001001') });
    expect((await before.get('/audit-lines')).status).toBe(403);
    const given = await admin.post(`/users/${before.id}/grants`, { role: 'auditor', scope: area('02') });
    expect(given.status).toBe(201);
    expect(outcomeOf(await before.get('/me'))).toEqual([401, 'session.ended']);
    const person = await signIn(test, city, before.login);
    expect((await person.get('/audit-lines')).status).toBe(200);
    const { id } = given.body as { id: string };
    const ended = await admin.post(`/grants/${id}/ending`, { reason: '任务完成' });
    expect(ended.body).toMatchObject({ inForce: false, endReason: '任务完成', endedAt: '2026-11-23T04:00:00.000Z' });
    expect(outcomeOf(await person.get('/me'))).toEqual([401, 'session.ended']);
    const after = await signIn(test, city, before.login);
    expect(outcomeOf(await after.get('/audit-lines'))).toEqual([403, 'request.forbidden']);
    expect(outcomeOf(await admin.post(`/grants/${id}/ending`, { reason: '再次' }))).toEqual([
      409,
      'grant.already-ended',
    ]);
    expect(outcomeOf(await admin.post(`/grants/${id}/ending`, {}))).toEqual([400, 'request.invalid']);
  });

  it('when a password is reset: every session ends, the new password must be changed, a lock is lifted', async () => {
    const person = await street();
    for (let each = 0; each < 5; each += 1) {
      await trySignIn(test, city, { login: person.login, password: 'not the password', from: '10.2.0.1' });
    }
    const reset = await admin.post(`/users/${person.id}/password-reset`);
    expect(reset.status).toBe(201);
    expect(outcomeOf(await person.get('/me'))).toEqual([401, 'session.ended']);
    const { initialPassword } = reset.body as { initialPassword: string };
    const again = await signIn(test, city, person.login, initialPassword);
    expect(outcomeOf(await again.get('/areas'))).toEqual([403, 'session.password-change-required']);
  });

  it('when an account is disabled: no session, no sign-in, no second time', async () => {
    const person = await street();
    expect((await admin.post(`/users/${person.id}/disabling`, { reason: '离职' })).status).toBe(204);
    expect(outcomeOf(await person.get('/me'))).toEqual([401, 'session.ended']);
    const { login, password } = person;
    expect(outcomeOf(await trySignIn(test, city, { login, password, from: '10.2.0.2' }))).toEqual([
      401,
      'session.refused',
    ]);
    expect(outcomeOf(await admin.post(`/users/${person.id}/password-reset`))).toEqual([422, 'user.disabled']);
    const seen = (await usersSeenBy(admin)).find(({ id }) => id === person.id);
    expect(seen).toMatchObject({ disabledAt: '2026-11-23T04:00:00.000Z' });
  });

  it('when an account is enabled again: the old password opens it, with the grants that it still holds', async () => {
    const person = await street();
    expect(outcomeOf(await admin.post(`/users/${person.id}/enabling`))).toEqual([409, 'user.not-disabled']);
    await admin.post(`/users/${person.id}/disabling`, { reason: '借调' });
    expect((await admin.post(`/users/${person.id}/enabling`, { reason: '返岗' })).status).toBe(204);
    expect(outcomeOf(await person.get('/me'))).toEqual([401, 'session.ended']);
    const again = await signIn(test, city, person.login, person.password);
    expect((await again.get('/areas')).status).toBe(200);
    const lines = (await admin.get(`/audit-lines?subject=user:${person.id}&action=user.enable`)).body as {
      items: { after: unknown }[];
    };
    expect(lines.items.map(({ after }) => after)).toEqual([{ reason: '返岗' }]);
  });
});

describe('GET /users', () => {
  it('turns pages by login, each person once', async () => {
    for (let each = 0; each < 4; each += 1) {
      await admin.post('/users', { login: aLogin(), name: '某人', role: 'auditor', scope: area('') });
    }
    const logins: string[] = [];
    let after = '';
    do {
      const page = (await admin.get(`/users?limit=2${after}`)).body as {
        items: UserBody[];
        next: string | null;
      };
      expect(page.items.length).toBeLessThanOrEqual(2);
      logins.push(...page.items.map(({ login }) => login));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(logins).toEqual([...logins].sort());
    expect(new Set(logins).size).toBe(5);
  });
});

describe('GET /users?q=', () => {
  it('finds by a part of the name or of the login, and narrows no wider than the scope', async () => {
    const staff = await street();
    const invite = (login: string, name: string, suffix: string): Promise<Response> =>
      admin.post('/users', { login, name, role: 'community-staff', scope: area(suffix) });
    const [inside, outside] = [`Zhao.${aLogin()}`, `zhao.${aLogin()}`];
    await invite(inside, '东街 赵芳', '02001001');
    await invite(outside, '西街 赵亮', '02002001');
    const found = async (who: Person, q: string): Promise<string[]> =>
      ((await who.get(`/users?q=${encodeURIComponent(q)}`)).body as { items: UserBody[] }).items.map(
        ({ login }) => login,
      );
    expect((await found(admin, '赵')).sort()).toEqual([inside, outside].map((each) => each.toLowerCase()).sort());
    expect(await found(admin, ' ZHAO. ')).toHaveLength(2);
    expect(await found(staff, 'zhao')).toEqual([inside.toLowerCase()]);
    expect(await found(admin, '%')).toEqual([]);
  });
});

describe('the wall between cities', () => {
  it('hides the people, grants and lines of one city from another', async () => {
    const other = await aCity(test);
    const stranger = await anAdministrator(test, other);
    const person = await street();
    const seen = (await stranger.get('/users')).body as { items: UserBody[] };
    expect(seen.items.map(({ id }) => id)).toEqual([stranger.id]);
    expect(outcomeOf(await stranger.post(`/users/${person.id}/password-reset`))).toEqual([404, 'user.not-found']);
    expect(outcomeOf(await stranger.post(`/users/${person.id}/disabling`))).toEqual([404, 'user.not-found']);
    expect(outcomeOf(await stranger.post(`/grants/${await grantOf(person)}/ending`, { reason: '越界' }))).toEqual([
      404,
      'grant.not-found',
    ]);
    const grant = { role: 'auditor', scope: { kind: 'area', code: other.code } };
    expect(outcomeOf(await stranger.post(`/users/${person.id}/grants`, grant))).toEqual([404, 'user.not-found']);
    const lines = (await stranger.get('/audit-lines?limit=200')).body as { items: { actor: { id: string } }[] };
    expect(lines.items.some(({ actor }) => [admin.id, person.id].includes(actor.id))).toBe(false);
    expect((await person.get('/me')).status).toBe(200);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PeopleService, type DemoPerson } from '#libs/identity';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { anAdministrator, signIn, trySignIn } from '../support/people.js';

const NOON = '2026-11-23T12:00:00+08:00';
const WRONG = 'not the password';

interface Refusal {
  detail: string;
}

let test: TestApp;
let city: TestCity;
let login: string;

/** Each test guesses from its own address, so that none uses up the tries of another. */
let addresses = 0;
const anAddress = (): string => `10.1.0.${(addresses += 1)}`;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at(NOON);
  city = await aCity(test);
  login = (await anAdministrator(test, city)).login;
});

const auditActions = async (): Promise<string[]> => {
  const admin = await signIn(test, city, login);
  const { items } = (await admin.get('/audit-lines?limit=200')).body as { items: { action: string }[] };
  return items.map(({ action }) => action);
};

describe('POST /sessions', () => {
  it('answers tokens, person and city', async () => {
    const answer = await trySignIn(test, city, { login, password: 'tiger moon river' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      accessToken: expect.stringMatching(/^ey.+\..+\..+$/),
      refreshToken: expect.any(String),
      expiresIn: 900,
      mustChangePassword: false,
      user: { id: expect.any(String), name: '管理员', login },
      city: { code: city.code, name: '测试市', isDemo: false },
    });
  });

  it('takes a padded area code, a login in capitals and spaces around it', async () => {
    const answer = await trySignIn(
      test,
      { code: `${city.code}00` },
      { login: ` ${login.toUpperCase()} `, password: 'tiger moon river' },
    );
    expect(answer.status).toBe(201);
  });

  it('lists the cities when none is named and there are several', async () => {
    await aCity(test);
    const answer = await test.http.post('/api/v1/sessions').send({ login, password: 'tiger moon river' });
    expect(outcomeOf(answer)).toEqual([400, 'session.city-required']);
    expect(bodyOf<Refusal>(answer).detail).toContain(city.code);
  });

  it('answers the same for a wrong password, an unknown login and a login of another city', async () => {
    const other = await aCity(test);
    const from = anAddress();
    const details: unknown[][] = [];
    for (const [where, who] of [
      [city, login],
      [city, 'nobody'],
      [other, login],
    ] as const) {
      const answer = await trySignIn(test, where, { login: who, password: WRONG, from });
      details.push([...outcomeOf(answer), bodyOf<Refusal>(answer).detail]);
    }
    expect(details[0]).toEqual([401, 'session.refused', expect.any(String)]);
    expect(details[1]).toEqual(details[0]);
    expect(details[2]).toEqual(details[0]);
  });

  it.each([[{ login: 5, password: 'x' }], [{ login: 'x' }], [{ login: 'x', password: 'y', admin: true }], [[]]])(
    'names the field that is wrong in %j',
    async (body) => {
      const answer = await test.http.post('/api/v1/sessions').set('x-forwarded-for', anAddress()).send(body);
      expect(outcomeOf(answer)).toEqual([400, 'request.invalid']);
    },
  );

  it('keeps no password and no guess in the audit log', async () => {
    await trySignIn(test, city, { login, password: 'a secret guess', from: anAddress() });
    await trySignIn(test, city, { login: 'a-typo-of-mine', password: 'a secret guess', from: anAddress() });
    const admin = await signIn(test, city, login);
    const text = JSON.stringify((await admin.get('/audit-lines?limit=200')).body);
    expect(text).toContain('session.refuse');
    expect(text).not.toMatch(/secret guess|tiger moon|a-typo-of-mine|argon2/);
  });
});

describe('lockout', () => {
  const fail = async (times: number, who: string, from = anAddress()): Promise<string[]> => {
    const codes: string[] = [];
    for (let each = 0; each < times; each += 1) {
      codes.push(outcomeOf(await trySignIn(test, city, { login: who, password: WRONG, from }))[1]);
    }
    return codes;
  };

  it('locks after five wrong passwords, even for the right one, and opens after fifteen minutes', async () => {
    expect(await fail(5, login)).toEqual(Array<string>(5).fill('session.refused'));
    const locked = await trySignIn(test, city, { login, password: 'tiger moon river', from: anAddress() });
    expect(outcomeOf(locked)).toEqual([401, 'session.locked']);
    expect(locked.body).toMatchObject({
      params: { until: '2026-11-23T04:15:00.000Z' },
      detail: expect.stringContaining('12:15'),
    });
    test.at('2026-11-23T12:14:59+08:00');
    expect((await trySignIn(test, city, { login, password: 'tiger moon river', from: anAddress() })).status).toBe(401);
    test.at('2026-11-23T12:15:00+08:00');
    expect((await trySignIn(test, city, { login, password: 'tiger moon river', from: anAddress() })).status).toBe(201);
    expect(await auditActions()).toContain('user.lock');
  });

  it('locks a login that nobody has just the same', async () => {
    expect(await fail(6, 'nobody-at-all')).toEqual([...Array<string>(5).fill('session.refused'), 'session.locked']);
  });

  it('counts guesses sent side by side one after the other', async () => {
    const from = anAddress();
    const guesses = Array.from({ length: 12 }, () => trySignIn(test, city, { login, password: WRONG, from }));
    const codes = (await Promise.all(guesses)).map((answer) => outcomeOf(answer)[1]).sort();
    expect(codes).toEqual([...Array<string>(7).fill('session.locked'), ...Array<string>(5).fill('session.refused')]);
  });

  it('begins anew after a right password', async () => {
    await fail(4, login);
    await signIn(test, city, login);
    expect(await fail(4, login)).toEqual(Array<string>(4).fill('session.refused'));
    await signIn(test, city, login);
  });

  it('leaves everybody else alone', async () => {
    const other = await anAdministrator(test, city);
    await fail(5, login);
    expect((await trySignIn(test, city, { login: other.login, password: other.password })).status).toBe(201);
  });
});

describe('limit per address', () => {
  it('lets twenty failures through in a minute and refuses the next try, from that address only', async () => {
    const from = anAddress();
    const guess = (each: number) => trySignIn(test, city, { login: `nobody-${each}`, password: WRONG, from });
    const first = await Promise.all(Array.from({ length: 20 }, (_, each) => guess(each)));
    expect(new Set(first.map((answer) => outcomeOf(answer)[1]))).toEqual(new Set(['session.refused']));
    const refused = await trySignIn(test, city, { login, password: 'tiger moon river', from });
    expect(outcomeOf(refused)[1]).toBe('request.too-many');
    expect((await trySignIn(test, city, { login, password: 'tiger moon river', from: anAddress() })).status).toBe(201);
    test.at('2026-11-23T12:00:03+08:00');
    expect((await trySignIn(test, city, { login, password: 'tiger moon river', from })).status).toBe(201);
  });
});

describe('the only city', () => {
  it('is meant when none is named', async () => {
    const alone = await testApp();
    try {
      alone.at(NOON);
      const only = await aCity(alone);
      const admin = await anAdministrator(alone, only);
      const answer = await alone.http.post('/api/v1/sessions').send({ login: admin.login, password: admin.password });
      expect(answer.body).toMatchObject({ city: { code: only.code } });
      expect((await alone.http.get('/api/v1/public/cities')).body).toEqual([
        { code: only.code, name: '测试市', isDemo: false, sendsCodes: false },
      ]);
    } finally {
      await alone.close();
    }
  });
});

describe('people made by commands', () => {
  it.each([
    ['admin', 'short', 'password.too-short'],
    ['administrator', 'administrator', 'password.is-login'],
    ['admin', '1234567890', 'password.too-common'],
    ['two words', 'tiger moon river', 'user.login-invalid'],
  ])('refuses administrator %s with password %s: %s', async (name, password, code) => {
    const made = test.app.get(PeopleService).createAdministrator(city.operator, { login: name, name, password });
    await expect(made).rejects.toMatchObject({ code });
  });

  it('makes demo people in a demo city only, each over their own area', async () => {
    const peopleOf = ({ code }: TestCity): DemoPerson[] => [
      {
        login: 'county',
        name: '区',
        password: 'demo',
        role: 'county-staff',
        scope: { kind: 'area', code: `${code}02` },
      },
      {
        login: 'street',
        name: '街',
        password: 'demo',
        role: 'sub-district-staff',
        scope: { kind: 'area', code: `${code}02001` },
      },
    ];
    const service = test.app.get(PeopleService);
    await expect(service.createDemoPeople(city.operator, peopleOf(city))).rejects.toMatchObject({
      code: 'user.demo-only',
    });
    const demo = await aCity(test, { isDemo: true });
    await service.createDemoPeople(demo.operator, peopleOf(demo));
    const street = await signIn(test, demo, 'street', 'demo');
    expect((await street.get('/me')).body).toMatchObject({
      mustChangePassword: false,
      city: { isDemo: true },
      grants: [
        {
          role: 'sub-district-staff',
          scope: { kind: 'area', code: `${demo.code}02001`, name: '东街街道' },
          inForce: true,
        },
      ],
    });
    const strange = peopleOf(demo).map((each) => ({
      ...each,
      login: `${each.login}-2`,
      scope: { kind: 'area', code: '990099' } as const,
    }));
    await expect(service.createDemoPeople(demo.operator, strange)).rejects.toMatchObject({
      code: 'grant.scope-not-found',
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { whileHeld } from '../support/held-table.js';
import { anAdministrator, invited, personOf, signIn, trySignIn, type Person } from '../support/people.js';
import { enrolled, secondStep, ticketOf } from '../support/second-factor.js';

const at = (time: string): string => `2026-11-23T${time}+08:00`;

let test: TestApp;
let city: TestCity;
let admin: Person;
let person: Person;
let from: string;
let addresses = 0;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at(at('12:00:00'));
  from = `10.3.0.${(addresses += 1)}`;
  city = await aCity(test);
  admin = await anAdministrator(test, city);
  const scope = { kind: 'area', code: `${city.code}02001` } as const;
  person = await invited(test, city, admin, { role: 'sub-district-staff', scope });
});

const step = async (ticket: string, code: string): Promise<[number, string]> =>
  outcomeOf(await secondStep(test, { ticket, code, from }));

describe('setting up a second factor', () => {
  it('gives a picture and a key, and asks for codes only once one was right', async () => {
    const begun = await person.post('/me/second-factor');
    expect(begun.status).toBe(201);
    const { uri, key } = bodyOf<{ uri: string; key: string }>(begun);
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(uri).toContain(`secret=${key}`);
    await signIn(test, city, person.login);
    const wrong = await person.post('/me/second-factor/confirmation', { code: '000000' });
    expect(outcomeOf(wrong)).toEqual([422, 'second-factor.code-wrong']);
    const phone = await enrolled(person, at('12:00:00'));
    expect(phone.recoveryCodes).toHaveLength(10);
    expect(bodyOf(await person.get('/me/security'))).toMatchObject({
      secondFactorSince: '2026-11-23T04:00:00.000Z',
      recoveryCodesLeft: 10,
    });
    expect(outcomeOf(await person.post('/me/second-factor'))).toEqual([409, 'second-factor.already']);
    await expect(signIn(test, city, person.login)).rejects.toThrow('session.second-factor-needed');
  });

  it('leaves neither key nor recovery code in any table', async () => {
    const { key, recoveryCodes } = await enrolled(person, at('12:00:00'));
    const tables = await rowsOf<{ name: string }>(
      test,
      city,
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
         AND table_name <> 'migrations'`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['second_factor', 'recovery_code', 'audit_line']),
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await rowsOf(test, city, `SELECT * FROM ${name}`));
      const plain = recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')]);
      expect([name, [key, ...plain].filter((secret) => rows.includes(secret))]).toEqual([name, []]);
    }
    const actions = await rowsOf<{ action: string }>(
      test,
      city,
      `SELECT action FROM audit_line WHERE action LIKE 'second-factor.%' ORDER BY id`,
    );
    expect(actions.map(({ action }) => action)).toEqual(['second-factor.enrol', 'second-factor.confirm']);
  });
});

describe('the second step', () => {
  it('opens the session with a code, once', async () => {
    const phone = await enrolled(person, at('12:00:00'));
    test.at(at('12:01:00'));
    const ticket = await ticketOf(test, city, person, from);
    const code = phone.code(at('12:01:00'));
    const answer = await secondStep(test, { ticket, code, from });
    expect(answer.status).toBe(201);
    expect((await personOf(test, person.password, answer).get('/users')).status).toBe(200);
    expect(await step(ticket, code)).toEqual([401, 'session.code-wrong']);
    expect(await step(await ticketOf(test, city, person, from), code)).toEqual([401, 'session.code-wrong']);
  });

  it('takes a code sent twice at once only once', async () => {
    const phone = await enrolled(person, at('12:00:00'));
    test.at(at('12:01:00'));
    const ticket = await ticketOf(test, city, person, from);
    const given = { ticket, code: phone.code(at('12:01:00')), from };
    const sent = Array.from({ length: 4 }, () => () => secondStep(test, given));
    const answers = await whileHeld(test, 'second_factor', sent);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
  });

  it('does not take the code that confirmed the phone', async () => {
    const phone = await enrolled(person, at('12:00:00'));
    const ticket = await ticketOf(test, city, person, from);
    expect(await step(ticket, phone.code(at('12:00:00')))).toEqual([401, 'session.code-wrong']);
  });

  it('counts wrong codes as wrong passwords, and a right password does not wipe them out', async () => {
    const phone = await enrolled(person, at('12:00:00'));
    test.at(at('12:01:00'));
    for (let each = 0; each < 5; each += 1) {
      expect(await step(await ticketOf(test, city, person, from), '000000')).toEqual([401, 'session.code-wrong']);
    }
    const { login, password } = person;
    expect(outcomeOf(await trySignIn(test, city, { login, password, from }))).toEqual([401, 'session.locked']);
    test.at(at('12:16:01'));
    const ticket = await ticketOf(test, city, person, from);
    expect((await step(ticket, phone.code(at('12:16:01'))))[0]).toBe(201);
    const lines = await rowsOf(test, city, `SELECT 1 FROM audit_line WHERE action IN ('session.refuse', 'user.lock')`);
    expect(lines).toHaveLength(5);
  });

  it('takes each recovery code once, typed in any way, and new ones end the old', async () => {
    const { recoveryCodes, code } = await enrolled(person, at('12:00:00'));
    const [first, second] = recoveryCodes as [string, string];
    const ticket = await ticketOf(test, city, person, from);
    expect((await step(ticket, first.toUpperCase().replaceAll('-', ' ')))[0]).toBe(201);
    expect(await step(ticket, first)).toEqual([401, 'session.code-wrong']);
    test.at(at('12:01:00'));
    const answer = await secondStep(test, { ticket, code: code(at('12:01:00')), from });
    const inside = personOf(test, person.password, answer);
    expect(bodyOf(await inside.get('/me/security'))).toMatchObject({ recoveryCodesLeft: 9 });
    const renewed = await inside.post('/me/second-factor/recovery-codes');
    const fresh = bodyOf<{ recoveryCodes: string[] }>(renewed).recoveryCodes;
    expect(await step(ticket, second)).toEqual([401, 'session.code-wrong']);
    expect((await step(ticket, fresh[0] as string))[0]).toBe(201);
  });

  it('is not open with a ticket that is too old, touched, of another password or of somebody else', async () => {
    const phone = await enrolled(person, at('12:00:00'));
    const ticket = await ticketOf(test, city, person, from);
    const touched = `${ticket.slice(0, -2)}${ticket.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(await step(touched, '123456')).toEqual([401, 'session.ticket-over']);
    const changed = await person.put('/me/password', { current: person.password, next: 'otter on the ice' });
    expect(changed.status).toBe(200);
    test.at(at('12:01:00'));
    expect(await step(ticket, phone.code(at('12:01:00')))).toEqual([401, 'session.ticket-over']);
    test.at(at('12:02:00'));
    const fresh = await ticketOf(test, city, { ...person, password: 'otter on the ice' }, from);
    test.at(at('12:07:00'));
    expect(await step(fresh, phone.code(at('12:07:00')))).toEqual([401, 'session.ticket-over']);
  });
});

describe('giving a second factor up', () => {
  it('is open to its owner, who then signs in by password alone', async () => {
    await enrolled(person, at('12:00:00'));
    expect((await person.delete('/me/second-factor')).status).toBe(204);
    await signIn(test, city, person.login);
    expect(outcomeOf(await person.delete('/me/second-factor'))).toEqual([409, 'second-factor.none']);
    const kept = `SELECT 1 FROM second_factor f, recovery_code r WHERE f.sealed_key IS NOT NULL OR r.used_at IS NULL`;
    expect(await rowsOf(test, city, kept)).toEqual([]);
    await enrolled(person, at('12:00:00'));
    await expect(signIn(test, city, person.login)).rejects.toThrow('session.second-factor-needed');
  });

  it('is done by an administrator with a reason, and ends every session', async () => {
    await enrolled(person, at('12:00:00'));
    const reset = `/users/${person.id}/second-factor-reset`;
    expect(outcomeOf(await admin.post(reset, {}))).toEqual([400, 'request.invalid']);
    expect((await admin.post(reset, { reason: '手机遗失' })).status).toBe(204);
    expect(outcomeOf(await person.get('/me'))).toEqual([401, 'session.ended']);
    await signIn(test, city, person.login);
    const lines = await rowsOf(test, city, `SELECT after FROM audit_line WHERE action = 'second-factor.reset'`);
    expect(lines).toEqual([{ after: { reason: '手机遗失' } }]);
    expect(outcomeOf(await admin.post(reset, { reason: '再次' }))).toEqual([409, 'second-factor.none']);
  });
});

describe('a city that asks for it', () => {
  const rule = { roles: ['sub-district-staff'], from: '2026-11-24' };

  it('opens nothing but the own account from that day on, until one is set up, and takes none away', async () => {
    expect((await admin.put('/second-factor-rule', rule)).status).toBe(204);
    expect((await person.get('/users')).status).toBe(200);
    expect(bodyOf(await person.get('/me/security'))).toMatchObject({ secondFactorDemandedFrom: '2026-11-24' });
    test.at('2026-11-24T00:00:01+08:00');
    const now = await signIn(test, city, person.login);
    expect(outcomeOf(await now.get('/users'))).toEqual([403, 'session.second-factor-required']);
    expect(bodyOf(await now.get('/me'))).toMatchObject({ mustEnrolSecondFactor: true });
    await enrolled(now, '2026-11-24T00:00:01+08:00');
    expect((await now.get('/users')).status).toBe(200);
    expect(outcomeOf(await now.delete('/me/second-factor'))).toEqual([422, 'second-factor.demanded']);
    const chief = await signIn(test, city, admin.login);
    expect((await chief.get('/users')).status).toBe(200);
  });

  it('says so once, and takes it back by naming no role', async () => {
    await admin.put('/second-factor-rule', rule);
    expect(bodyOf(await admin.get('/second-factor-rule'))).toEqual(rule);
    await admin.put('/second-factor-rule', { roles: [], from: '2026-11-24' });
    expect(bodyOf(await admin.get('/second-factor-rule'))).toEqual({ roles: [], from: null });
    expect(outcomeOf(await person.put('/second-factor-rule', rule))).toEqual([403, 'request.forbidden']);
    expect(outcomeOf(await admin.put('/second-factor-rule', { roles: ['king'], from: '2026-11-24' }))).toEqual([
      400,
      'request.invalid',
    ]);
  });
});

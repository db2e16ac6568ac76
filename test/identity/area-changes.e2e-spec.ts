import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { anAdministrator, invited, signIn, type Person, type ScopeInput } from '../support/people.js';

let test: TestApp;
let city: TestCity;
let admin: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-23T12:00:00+08:00');
  city = await aCity(test);
  admin = await anAdministrator(test, city);
});

const area = (suffix: string): ScopeInput => ({ kind: 'area', code: `${city.code}${suffix}` });
const code = (suffix: string): string => `${city.code}${suffix}`;

/** The codes of areas at and below the grants of a person, on a day. */
async function reachOn(person: Person, instant: string): Promise<string[]> {
  test.at(instant);
  const again = await signIn(test, city, person.login);
  const answer = await again.get('/me');
  const { grants } = answer.body as { grants: { scope: { code: string } }[] };
  return grants.map(({ scope }) => scope.code.slice(city.code.length)).sort();
}

async function change(body: { kind: string; from: string[]; to: string[]; assign?: object[] }): Promise<void> {
  const to = body.to.map((suffix) => ({ code: code(suffix), name: `新街道${suffix}` }));
  const from = body.from.map(code);
  const answer = await admin.post('/area-changes', { ...body, from, to, on: '2027-01-01', reason: '区划调整' });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
}

const BEFORE = '2026-12-31T12:00:00+08:00';
const AFTER = '2027-01-01T12:00:00+08:00';

describe('grants follow their area', () => {
  it('through a renaming, with those of the communities below', async () => {
    const street = await invited(test, city, admin, { role: 'sub-district-staff', scope: area('02001') });
    const community = await invited(test, city, admin, { role: 'community-staff', scope: area('02001001') });
    await change({ kind: 'rename', from: ['02001'], to: ['02009'] });
    expect(await reachOn(street, BEFORE)).toEqual(['02001']);
    expect(await reachOn(street, AFTER)).toEqual(['02009']);
    expect(await reachOn(community, AFTER)).toEqual(['02001001']);
    const seen = (await (await signIn(test, city, street.login)).get('/users')).body as { items: { id: string }[] };
    expect(seen.items.map(({ id }) => id)).toContain(community.id);
  });

  it('through a merger, once for somebody who worked in both', async () => {
    const both = await invited(test, city, admin, { role: 'sub-district-staff', scope: area('02001') });
    await admin.post(`/users/${both.id}/grants`, { role: 'sub-district-staff', scope: area('02002') });
    await change({ kind: 'merge', from: ['02001', '02002'], to: ['02009'] });
    expect(await reachOn(both, BEFORE)).toEqual(['02001', '02002']);
    expect(await reachOn(both, AFTER)).toEqual(['02009']);
  });

  it('through a split, into every part, for as long as they were given', async () => {
    const street = await invited(test, city, admin, {
      role: 'sub-district-staff',
      scope: area('02001'),
      to: '2027-01-31',
    });
    const assign = [
      { code: code('02001001'), to: code('02008') },
      { code: code('02001002'), to: code('02009') },
    ];
    await change({ kind: 'split', from: ['02001'], to: ['02008', '02009'], assign });
    expect(await reachOn(street, AFTER)).toEqual(['02008', '02009']);
    expect(await reachOn(street, '2027-02-01T12:00:00+08:00')).toEqual([]);
  });

  it('and those that have ended stay where they were', async () => {
    const past = await invited(test, city, admin, {
      role: 'sub-district-staff',
      scope: area('02001'),
      to: '2026-12-15',
    });
    await change({ kind: 'rename', from: ['02001'], to: ['02009'] });
    expect(await reachOn(past, AFTER)).toEqual([]);
    const lines = await (await signIn(test, city, admin.login)).get('/audit-lines?action=grant.follow');
    expect((lines.body as { items: object[] }).items).toEqual([]);
  });
});

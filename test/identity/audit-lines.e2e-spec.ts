import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { anAdministrator, invited, type Person, type ScopeInput } from '../support/people.js';

let test: TestApp;
let city: TestCity;
let admin: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  admin = await anAdministrator(test, city);
});

interface Line {
  id: string;
  action: string;
  actor: { kind: string; id: string };
  subject: { kind: string; id: string };
}
const area = (suffix: string): ScopeInput => ({ kind: 'area', code: `${city.code}${suffix}` });
const linesOf = async (person: Person, query = ''): Promise<Line[]> =>
  ((await person.get(`/audit-lines?limit=200${query}`)).body as { items: Line[] }).items;

describe('GET /audit-lines', () => {
  it('shows a city-wide reader everything, newest first', async () => {
    const auditor = await invited(test, city, admin, { role: 'auditor', scope: area('') });
    const lines = await linesOf(auditor);
    expect(lines.map(({ id }) => id)).toEqual(
      lines
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    const actions = new Set(lines.map(({ action }) => action));
    for (const action of ['city.create', 'user.create', 'grant.give', 'session.open', 'user.change-password']) {
      expect(actions).toContain(action);
    }
    expect(new Set(lines.map(({ actor }) => actor.kind))).toEqual(new Set(['operator', 'user']));
  });

  it('shows a street its own lines and those of people who work nowhere else', async () => {
    const staff = await invited(test, city, admin, { role: 'sub-district-staff', scope: area('02001') });
    const inside = await invited(test, city, staff, { role: 'community-staff', scope: area('02001001') });
    const both = await invited(test, city, admin, { role: 'community-staff', scope: area('02001001') });
    await admin.post(`/users/${both.id}/grants`, { role: 'community-staff', scope: area('02002001') });
    const outside = await invited(test, city, admin, { role: 'community-staff', scope: area('02002001') });
    const actors = new Set((await linesOf(staff)).map(({ actor }) => actor.id));
    expect(actors).toEqual(new Set([staff.id, inside.id]));
    expect(actors).not.toContain(both.id);
    expect(actors).not.toContain(outside.id);
    expect(await linesOf(staff, `&actor=${admin.id}`)).toEqual([]);
  });

  it('filters by subject, actor and action', async () => {
    const person = await invited(test, city, admin, { role: 'auditor', scope: area('02') });
    const about = await linesOf(admin, `&subject=user:${person.id}`);
    expect(new Set(about.map(({ subject }) => subject.id))).toEqual(new Set([person.id]));
    expect(about.map(({ action }) => action)).toContain('grant.give');
    expect((await linesOf(admin, '&subject=city')).map(({ action }) => action)).toEqual(['city.create']);
    const own = await linesOf(admin, `&actor=${person.id}&action=session.open`);
    // The first sign-in, and the session that came with the changed password.
    const line = { actor: { id: person.id }, action: 'session.open' };
    expect(own).toMatchObject([line, line]);
  });

  it('turns pages, each line once, and refuses a cursor that is none', async () => {
    await invited(test, city, admin, { role: 'auditor', scope: area('02') });
    const all = (await linesOf(admin)).map(({ id }) => id);
    const read: string[] = [];
    let query = '/audit-lines?limit=3';
    for (;;) {
      const page = (await admin.get(query)).body as { items: Line[]; next: string | null };
      read.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      query = `/audit-lines?limit=3&after=${page.next}`;
    }
    expect(read).toEqual(all);
    expect((await admin.get('/audit-lines?after=x')).body).toMatchObject({ status: 400, errors: [{ field: 'after' }] });
  });

  it('is closed to those whose role does not read it', async () => {
    const person = await invited(test, city, admin, { role: 'community-staff', scope: area('02001001') });
    expect((await person.get('/audit-lines')).status).toBe(403);
  });
});

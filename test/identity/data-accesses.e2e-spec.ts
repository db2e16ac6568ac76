import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { anAdministrator, invited, signIn, type Person } from '../support/people.js';

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

interface Look {
  id: string;
  at: string;
  viewer: string;
  what: string;
}
const looksAt = async (person: Person, query = ''): Promise<{ items: Look[]; next: string | null }> =>
  bodyOf(await person.get(`/me/data-accesses${query}`));
const official = (suffix: string): Promise<Person> => {
  const scope = { kind: 'area', code: `${city.code}${suffix}` } as const;
  return invited(test, city, admin, { role: 'sub-district-staff', scope });
};

describe('GET /me/data-accesses', () => {
  it('tells who listed and who changed the own account, once a day each', async () => {
    const person = await official('02001');
    const bystander = await official('02002');
    expect((await looksAt(person)).items).toEqual([]);
    for (const time of ['12:01', '12:02', '15:00']) {
      test.at(`2026-11-23T${time}:00+08:00`);
      await (await signIn(test, city, admin.login)).get('/users');
    }
    const desk = await signIn(test, city, admin.login);
    await desk.post(`/users/${person.id}/sessions-ending`, { reason: '设备遗失' });
    test.at('2026-11-24T09:00:00+08:00');
    await (await signIn(test, city, admin.login)).get('/users?limit=200');
    const again = await signIn(test, city, person.login);
    expect((await looksAt(again)).items.map(({ at, viewer, what }) => [at, viewer, what])).toEqual([
      ['2026-11-24T01:00:00.000Z', '管理员', 'listed'],
      ['2026-11-23T07:00:00.000Z', '管理员', 'changed'],
      ['2026-11-23T04:01:00.000Z', '管理员', 'listed'],
    ]);
    const others = await signIn(test, city, bystander.login);
    expect((await looksAt(others)).items.map(({ what }) => what)).toEqual(['listed', 'listed']);
    expect((await looksAt(await signIn(test, city, admin.login))).items).toEqual([]);
  });

  it('names nobody whom the viewer did not see', async () => {
    const [east, west] = [await official('02001'), await official('02002')];
    await east.get('/users');
    expect((await looksAt(west)).items).toEqual([]);
    expect((await looksAt(admin)).items).toEqual([]);
  });

  it('turns pages, and its rows can be added to but not changed', async () => {
    const person = await official('02001');
    for (const day of ['24', '25', '26']) {
      test.at(`2026-11-${day}T09:00:00+08:00`);
      await (await signIn(test, city, admin.login)).get('/users');
    }
    const now = await signIn(test, city, person.login);
    const first = await looksAt(now, '?limit=2');
    const second = await looksAt(now, `?limit=2&after=${first.next}`);
    expect([...first.items, ...second.items].map(({ at }) => at.slice(8, 10))).toEqual(['26', '25', '24']);
    expect(second.next).toBeNull();
    expect(outcomeOf(await now.get('/me/data-accesses?after=x'))).toEqual([400, 'request.invalid']);
    await expect(rowsOf(test, city, 'DELETE FROM data_access')).rejects.toThrow(/permission denied/);
    await expect(rowsOf(test, city, `UPDATE data_access SET viewer_name = 'x'`)).rejects.toThrow(/permission denied/);
  });
});

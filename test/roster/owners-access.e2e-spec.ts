import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RouteCheck } from '#libs/identity';
import { UnitBindingsService } from '../../libs/roster/src/bindings/unit-bindings.service.js';
import { testApp, type TestApp } from '../support/app.js';
import { importList } from '../support/lists.js';
import { anOwner, aPhone } from './owners.js';
import { rowsOf } from '../support/evidence.js';
import type { Person } from '../support/people.js';
import { statementsOf } from './statements.js';
import { callsOf, send, type Who } from '../access/calls.js';
import { cityOf, PASSWORD, placeOf, TODAY, type Place } from '../access/places.js';
import { ROUTES, type Route } from '../access/routes.js';

/** What is about oneself is open to owners as to everybody who is signed in. */
const OWN = new Set(['self', 'home.read', 'home.bind', 'own-vote.read', 'own-vote.cast', 'revenue.object']);
const SEEN = { seenDocument: '身份证、不动产权证', reason: '本人到场' };

let test: TestApp;
let own: Place;
let owner: Person;
let needed: ReadonlyMap<string, string | null>;

async function boundOwner(): Promise<Person> {
  const phone = aPhone();
  const { compound: compoundId, bindable } = own.register;
  const told = { ownerId: bindable.owner, phone, ...SEEN };
  await test.app.get(UnitBindingsService).bindAtDesk(own.city.operator, { compoundId, unitId: bindable.unit }, told);
  return anOwner(test, own.city, phone);
}

beforeAll(async () => {
  test = await testApp();
  test.at(`${TODAY}T08:00:00+08:00`);
  own = await placeOf(test, await cityOf(test, ['本区']), { mark: '本区', number: 1 });
  owner = await boundOwner();
  const routes = test.app.get(RouteCheck).routes();
  needed = new Map(routes.map(({ method, path, permission }) => [`${method} ${path}`, permission ?? null]));
});
afterAll(() => test.close());

const OF_OFFICES = (Object.keys(ROUTES) as Route[]).filter((route) => !route.includes('/health'));

describe('an owner who is bound to a home here', () => {
  it.each(OF_OFFICES)('is refused %s, if it is of an office', async (route) => {
    const permission = needed.get(route);
    if (permission === null || permission === undefined || OWN.has(permission)) return;
    const who: Who = { role: 'nobody', person: owner, password: PASSWORD };
    const answer = await send(test, route, await callsOf(true)[route](own, who, test), who);
    expect([route, answer.status, (answer.body as { code: string }).code]).toEqual([route, 403, 'request.forbidden']);
    expect(answer.text).not.toContain('本区');
  });

  it('sees the own home, and another owner of the city does not', async () => {
    const homes = await owner.get('/me/homes');
    expect(homes.body).toMatchObject({ homes: [{ unitId: own.register.bindable.unit, way: 'desk' }], offers: [] });
    const stranger = await anOwner(test, own.city);
    expect((await stranger.get('/me/homes')).body).toEqual({ homes: [], offers: [] });
  });

  it('reads about oneself, and nothing of staff in it', async () => {
    for (const path of ['/me', '/me/security', '/me/sessions', '/me/data-accesses']) {
      expect([path, (await owner.get(path)).status]).toEqual([path, 200]);
    }
  });
});

describe('the homes of somebody who has many', () => {
  it('take as many statements as those of somebody who has two', async () => {
    const lines = ['小区编码,楼栋,单元,房号,建筑面积,业主姓名,联系电话'];
    const phones = [aPhone(), aPhone()] as const;
    for (const [index, phone] of phones.entries()) {
      const many = index === 0 ? 2 : 30;
      for (let n = 1; n <= many; n += 1) lines.push(`本区A,${50 + index},1,${100 + n},80,户主${index},${phone}`);
    }
    await importList(test, own.city, 'owners', lines, { list: '多套', asOf: '2026-01-02' });
    const counts: number[] = [];
    for (const phone of phones) {
      const person = await anOwner(test, own.city, phone);
      const { offers } = (await person.get('/me/homes')).body as { offers: { unitId: string }[] };
      for (const { unitId } of offers.slice(1)) expect((await person.post('/me/homes', { unitId })).status).toBe(201);
      counts.push(await statementsOf(() => person.get('/me/homes')));
    }
    expect(counts[0]).toBe(counts[1]);
    const bound = await rowsOf<{ n: number }>(test, own.city, `SELECT count(*)::int AS n FROM unit_binding`);
    expect(bound[0]?.n).toBeGreaterThan(29);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, Ids } from '#libs/platform';
import { AreaTree } from '#libs/registry';
import type { Response } from 'supertest';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { aLogin, anAdministrator, invited, type Person, type ScopeInput } from '../support/people.js';

let test: TestApp;
let city: TestCity;
let admin: Person;
let street: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  admin = await anAdministrator(test, city);
  street = await invited(test, city, admin, { role: 'sub-district-staff', scope: area('02001') });
});

const area = (suffix: string): ScopeInput => ({ kind: 'area', code: `${city.code}${suffix}` });
const invite = (by: Person, role: string, scope: ScopeInput): Promise<Response> =>
  by.post('/users', { login: aLogin(), name: '某人', role, scope });
const compound = async (name: string, suffix: string | null): Promise<ScopeInput> => ({
  kind: 'compound',
  id: await aCompound(name, suffix),
});

/** A compound in the register, in an area or not yet placed. */
async function aCompound(name: string, suffix: string | null): Promise<string> {
  const { city: to, operator } = city;
  const id = test.app.get(Ids).next();
  await test.app.get(Database).transaction(operator, async (manager) => {
    const place = suffix === null ? null : await test.app.get(AreaTree).byCode(manager, to.id, `${to.code}${suffix}`);
    await manager.query('INSERT INTO compound (city_id, id, created_at) VALUES ($1, $2, now())', [to.id, id]);
    await manager.query(
      `INSERT INTO compound_version
         (city_id, id, compound_id, name, area_id, status, valid_from, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $2, $3, $4, 'in-use', '2020-01-01', now(), 'test', 'test')`,
      [to.id, id, name, place?.id ?? null],
    );
  });
  return id;
}

describe('a grant over one compound', () => {
  it('is given by the street in which it lies, and tells its name', async () => {
    const scope = await compound('凤台小区', '02001001');
    const answer = await invite(street, 'property-firm-staff', scope);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ grant: { scope: { ...scope, code: null, name: '凤台小区' } } });
    const { id } = (answer.body as { user: { id: string } }).user;
    const seen = (await street.get('/users')).body as { items: { id: string }[] };
    expect(seen.items.map((person) => person.id)).toContain(id);
  });

  it('is hidden from a street in which it does not lie, whether it is elsewhere or not placed yet', async () => {
    for (const scope of [await compound('书院小区', '02002001'), await compound('无名小区', null)]) {
      expect(outcomeOf(await invite(street, 'property-firm-staff', scope))).toEqual([404, 'grant.scope-not-found']);
      const answer = await invite(admin, 'property-firm-staff', scope);
      expect(answer.status).toBe(201);
      const { user, grant } = answer.body as { user: { id: string }; grant: { id: string } };
      const seen = (await street.get('/users')).body as { items: { id: string }[] };
      expect(seen.items.map((person) => person.id)).not.toContain(user.id);
      expect(outcomeOf(await street.post(`/grants/${grant.id}/ending`, { reason: '越权' }))).toEqual([
        404,
        'grant.not-found',
      ]);
      expect(outcomeOf(await street.post(`/users/${user.id}/disabling`))).toEqual([404, 'user.not-found']);
    }
  });

  it('of another city is not found', async () => {
    const scope = await compound('凤台小区', '02001001');
    const stranger = await anAdministrator(test, await aCity(test));
    expect(outcomeOf(await invite(stranger, 'property-firm-staff', scope))).toEqual([404, 'grant.scope-not-found']);
  });

  it('brings its keeper’s lines before the street, and before no other', async () => {
    const scope = await compound('凤台小区', '02001001');
    const keeper = await invited(test, city, street, { role: 'property-firm-staff', scope });
    const other = await invited(test, city, admin, { role: 'sub-district-staff', scope: area('02002') });
    const actorsSeenBy = async (person: Person): Promise<string[]> =>
      ((await person.get('/audit-lines')).body as { items: { actor: { id: string } }[] }).items.map(
        ({ actor }) => actor.id,
      );
    expect(await actorsSeenBy(street)).toContain(keeper.id);
    expect(await actorsSeenBy(other)).not.toContain(keeper.id);
  });

  it('is not for officials’ roles above their own area, nor an area for firms', async () => {
    expect(outcomeOf(await invite(admin, 'property-firm-staff', area('02001001')))).toEqual([
      422,
      'grant.role-does-not-fit',
    ]);
    const scope = await compound('凤台小区', '02001001');
    expect((await invite(street, 'community-staff', scope)).status).toBe(201);
    expect(outcomeOf(await invite(street, 'county-staff', scope))).toEqual([403, 'grant.role-above-own']);
  });
});

/** A company with a contract for each of these compounds, and the scope of a grant over it. */
async function aCompany(name: string, compoundIds: readonly string[]): Promise<ScopeInput> {
  for (const compoundId of compoundIds) {
    const contract = {
      documentNumber: `合同-${compoundId}`,
      issuingBody: '业主委员会',
      from: '2026-01-01',
      to: '2028-12-31',
    };
    const answer = await admin.post('/service-modes', {
      compoundIds: [compoundId],
      mode: 'P',
      company: name,
      ...contract,
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  }
  const found = await test.app
    .get(Database)
    .transaction(city.operator, (manager) =>
      manager.query<{ id: string }[]>('SELECT id FROM company WHERE name = $1', [name]),
    );
  return { kind: 'company', id: found[0]?.id ?? '' };
}

describe('a grant over a company', () => {
  it('is given by the street in which all its projects lie, and by the city wherever they lie', async () => {
    const [one, two, away, unplaced] = [
      await aCompound('凤台小区', '02001001'),
      await aCompound('黄华小区', '02001002'),
      await aCompound('书院小区', '02002001'),
      await aCompound('无名小区', null),
    ];
    const local = await aCompany('凤台物业公司', [one, two]);
    const answer = await invite(street, 'property-firm-staff', local);
    expect(answer.body).toMatchObject({ grant: { scope: { ...local, code: null, name: '凤台物业公司' } } });
    for (const scope of [await aCompany('全城物业公司', [one, away]), await aCompany('新物业公司', [one, unplaced])]) {
      expect(outcomeOf(await invite(street, 'property-firm-staff', scope))).toEqual([404, 'grant.scope-not-found']);
      expect((await invite(admin, 'property-firm-staff', scope)).status).toBe(201);
    }
    expect(outcomeOf(await invite(admin, 'community-staff', local))).toEqual([422, 'grant.role-does-not-fit']);
  });

  it('of another city is not found', async () => {
    const scope = await aCompany('凤台物业公司', [await aCompound('凤台小区', '02001001')]);
    const stranger = await anAdministrator(test, await aCity(test));
    expect(outcomeOf(await invite(stranger, 'property-firm-staff', scope))).toEqual([404, 'grant.scope-not-found']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import type { Person } from '../support/people.js';
import { granted, handedDown, READY, someOffices, type Offices } from './offices.js';

let test: TestApp;
let city: TestCity;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-06-01T10:00:00+08:00');
  city = await aCity(test);
  offices = await someOffices(test, city);
});

interface Answer {
  readonly allowed: boolean;
  readonly reason: { readonly code: string; readonly message: string; readonly legalBasis: string };
  readonly chain: readonly { readonly delegationId: string; readonly from: string; readonly to: string }[];
}

async function authority(more: Record<string, string> = {}, by: Person = offices.admin): Promise<Answer> {
  const asked = { power: 'WY-04', body: `${city.code}02001`, compound: offices.inEast, ...more };
  const answer = await by.get(`/authority?${new URLSearchParams(asked).toString()}`);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body as Answer;
}

const codeOf = async (more: Record<string, string> = {}): Promise<string> => (await authority(more)).reason.code;

describe('a delegation', () => {
  it('is in force once it is accepted, from its first day, in its area', async () => {
    const { admin, east, inWest } = offices;
    const made = await admin.post(
      '/delegations',
      handedDown(city, { effectiveFrom: '2026-03-01', effectiveTo: '2026-08-31' }),
    );
    expect(made.status).toBe(201);
    expect(await codeOf()).toBe('devolution.not-accepted');
    const { id } = made.body as { id: string };
    expect((await east.post(`/delegations/${id}/acceptance`, READY)).status).toBe(204);
    const held = await authority();
    expect(held).toMatchObject({
      allowed: true,
      reason: { code: 'devolution.held', legalBasis: '《物业管理条例》第十六条' },
    });
    expect(held.chain).toMatchObject([{ delegationId: id, from: '测试市住房和城乡建设局', to: '东街街道办事处' }]);
    expect(await codeOf({ compound: inWest })).toBe('devolution.outside-area');
    expect(await codeOf({ on: '2026-09-01' })).toBe('devolution.over');
    expect(await codeOf({ on: '2026-05-31' })).toBe('devolution.not-accepted');
  });

  it('tells who does hold the power when a body does not', async () => {
    const { reason, allowed } = await authority();
    expect(allowed).toBe(false);
    expect(reason.message).toBe(
      '东街街道办事处在 2026-06-01 未持有“业主大会、业委会备案及印章刻制证明（含变更、注销）”权限（WY-04）。' +
        '可转交 城区住房和城乡建设局、测试市住房和城乡建设局。',
    );
  });

  it('ends at once for everybody when it is revoked, and what rests on it with it', async () => {
    const { admin, east, community, county } = offices;
    const power = { power: 'WY-02' };
    const first = await granted(admin, county, handedDown(city, { ...power, to: `${city.code}02` }));
    const second = await granted(county, east, handedDown(city, { ...power, from: `${city.code}02` }));
    const help = { ...power, from: `${city.code}02001`, to: `${city.code}02001001` };
    await granted(east, community, handedDown(city, help));
    const asked = { ...power, body: `${city.code}02001001` };
    expect((await authority(asked)).allowed).toBe(true);
    const revoked = await county.post(`/delegations/${second}/revocation`, {
      reason: '承接不住',
      documentNumber: '2号',
    });
    expect(revoked.status).toBe(204);
    expect(await codeOf(asked)).toBe('devolution.parent-lapsed');
    expect(await codeOf(power)).toBe('devolution.ended');
    expect((await county.post(`/delegations/${second}/revocation`, { reason: '再次' })).body).toMatchObject({
      code: 'delegation.ended-already',
    });
    expect((await east.post(`/delegations/${first}/revocation`, { reason: '越权' })).status).toBe(403);
  });

  it('was held on a day before its end, and can be given again from that day on', async () => {
    test.at('2026-06-01T23:58:00+08:00');
    city = await aCity(test);
    offices = await someOffices(test, city);
    const { admin, east } = offices;
    const id = await granted(admin, east, handedDown(city));
    test.at('2026-06-02T00:03:00+08:00');
    expect((await east.post(`/delegations/${id}/return`, { reason: '无人员' })).status).toBe(204);
    expect(await codeOf({ on: '2026-06-01' })).toBe('devolution.held');
    expect(await codeOf({ on: '2026-06-02' })).toBe('devolution.ended');
    expect((await admin.post('/delegations', handedDown(city, { effectiveFrom: '2026-06-01' }))).body).toMatchObject({
      code: 'delegation.already-granted',
    });
    await granted(admin, east, handedDown(city, { effectiveFrom: '2026-06-02' }));
    expect(await codeOf()).toBe('devolution.held');
  });

  it.each([
    ['to itself', { to: '' }, 422, 'delegation.not-downward'],
    ['to a community that cannot hold it', { to: '02001001' }, 422, 'delegation.level-refused'],
    ['as a licence that nobody published', { power: 'WY-11' }, 422, 'delegation.licence-unpublished'],
    ['of an area outside the receiver', { area: '02002' }, 422, 'delegation.area-outside'],
    ['of a power that does not exist', { power: 'WY-22' }, 404, 'power.not-listed'],
    ['that ends before it begins', { effectiveTo: '2025-12-31' }, 400, 'delegation.days-reversed'],
  ])('is refused %s', async (_, more, status, code) => {
    const { to, area, ...rest } = more as { to?: string; area?: string };
    const placed = {
      ...rest,
      ...(to === undefined ? {} : { to: `${city.code}${to}` }),
      ...(area === undefined ? {} : { area: `${city.code}${area}` }),
    };
    const answer = await offices.admin.post('/delegations', handedDown(city, placed));
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
    expect(await rowsOf(test, city, 'SELECT 1 FROM delegation')).toEqual([]);
  });

  it('is given once for an area and day, by the database too and when two come at once', async () => {
    const { admin, east } = offices;
    const answers = await Promise.all([1, 2, 3].map(() => admin.post('/delegations', handedDown(city))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const nested = await admin.post('/delegations', handedDown(city, { area: `${city.code}02001001` }));
    expect(nested.body).toMatchObject({ code: 'delegation.already-granted' });
    const copy = rowsOf(
      test,
      city,
      `INSERT INTO delegation (city_id, id, power_code, from_area_id, to_area_id, area_id, effective_from, legal_mode, chain,
         document_number, issued_by, granted_at, granted_by)
       SELECT city_id, gen, power_code, from_area_id, to_area_id, area_id, effective_from, legal_mode, ARRAY[gen],
         document_number, issued_by, granted_at, granted_by FROM delegation, gen_random_uuid() AS gen`,
    );
    await expect(copy).rejects.toMatchObject({ driverError: { constraint: 'delegation_once' } });
    expect((await east.post('/delegations', handedDown(city, { from: `${city.code}02001` }))).status).toBe(422);
  });

  it('is written by staff of the giver and signed by staff of the receiver alone', async () => {
    const { admin, east, west, county } = offices;
    expect((await county.post('/delegations', handedDown(city))).body).toMatchObject({ code: 'delegation.not-yours' });
    const { id } = (await admin.post('/delegations', handedDown(city))).body as { id: string };
    // Whoever does not see the street is not told that anything was handed to it.
    const refusals = [
      [west, [404, 'delegation.not-found']],
      [admin, [403, 'delegation.not-yours']],
    ] as const;
    for (const [other, refused] of refusals) {
      expect(outcomeOf(await other.post(`/delegations/${id}/acceptance`, READY))).toEqual(refused);
    }
    expect(
      (await east.post(`/delegations/${id}/acceptance`, { readiness: { ...READY.readiness, seal: false } })).status,
    ).toBe(204);
    const listed = (await east.get('/delegations')).body as { items: object[] };
    expect(listed.items).toMatchObject([{ id, missing: ['seal'], standing: 'held', to: { name: '东街街道办事处' } }]);
    expect(((await west.get('/delegations')).body as { items: object[] }).items).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('lists what an office may use on a day, and nothing of an office that one may not know of', async () => {
    const { admin, east, west, county } = offices;
    const street = `${city.code}02001`;
    const held = async (by: typeof east, on: string): Promise<string[]> =>
      ((await by.get(`/powers?on=${on}&heldBy=${street}`)).body as { items: { code: string }[] }).items.map(
        ({ code }) => code,
      );
    expect(await held(east, '2026-06-01')).toEqual([]);
    await granted(admin, east, handedDown(city, { effectiveFrom: '2026-06-01', effectiveTo: '2026-06-30' }));
    expect(await held(east, '2026-06-01')).toEqual(['WY-04']);
    expect([await held(county, '2026-05-31'), await held(county, '2026-07-01')]).toEqual([[], []]);
    expect(outcomeOf(await west.get(`/powers?heldBy=${street}`))).toEqual([404, 'area.not-found']);
    const ofCity = (await admin.get(`/powers?heldBy=${city.code}`)).body as { items: object[] };
    expect(ofCity.items.length).toBeGreaterThan(15);
  });

  it('lists the 21 powers, and a city lays down its own version from a day on', async () => {
    const { admin, county } = offices;
    const list = async (on: string): Promise<{ code: string; limitWorkingDays: number; source: string | null }[]> =>
      ((await admin.get(`/powers?on=${on}`)).body as { items: never[] }).items;
    expect((await list('2026-06-01')).map(({ code }) => code)).toHaveLength(21);
    const version = {
      effectiveFrom: '2026-07-01',
      isListed: true,
      nameZh: '业主组织备案',
      nameEn: 'Filing of owner bodies',
      legalBasis: '《物业管理条例》第十六条',
      legalMode: 'STATUTORY_DIRECT',
      limitWorkingDays: 3,
      source: '市政发〔2026〕8号',
    };
    expect((await county.post('/powers/WY-04/versions', version)).status).toBe(403);
    expect((await admin.post('/powers/WY-04/versions', version)).status).toBe(201);
    expect((await admin.post('/powers/WY-04/versions', version)).body).toMatchObject({ code: 'power.version-exists' });
    expect(
      (await admin.post('/powers/WY-21/versions', { ...version, legalMode: 'LOCAL_REGULATION' })).body,
    ).toMatchObject({
      code: 'power.penalty-mode',
    });
    const past = await admin.post('/powers/WY-04/versions', { ...version, effectiveFrom: '2026-05-31' });
    expect(outcomeOf(past)).toEqual([422, 'power.version-backdated']);
    const days = async (on: string): Promise<number | undefined> =>
      (await list(on)).find(({ code }) => code === 'WY-04')?.limitWorkingDays;
    expect([await days('2026-06-30'), await days('2026-07-01')]).toEqual([5, 3]);
    const off = { ...version, isListed: false, effectiveFrom: '2027-01-01' };
    expect((await admin.post('/powers/WY-04/versions', off)).status).toBe(201);
    expect(await days('2027-01-01')).toBeUndefined();
  });
});

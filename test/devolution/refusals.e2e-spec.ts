import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import type { Person } from '../support/people.js';
import { aFiling, opened } from './cases.js';
import { granted, handedDown, someOffices, type Offices } from './offices.js';

const TODAY = '2026-06-01';

let test: TestApp;
let city: TestCity;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at(`${TODAY}T10:00:00+08:00`);
  city = await aCity(test);
  offices = await someOffices(test, city);
});

/** A case that asks for nothing but a matter, under a power that communities can hold too. */
function aMatter(more: object = {}): object {
  return aFiling(offices, {
    power: 'WY-02',
    form: { matter: '筹备组', conclusion: '同意' },
    papers: [{ paper: 'application' }, { paper: 'material' }],
    ...more,
  });
}

async function refused(by: Person, request: object): Promise<unknown> {
  const outcome = outcomeOf(await by.post('/acts', request));
  expect(await rowsOf(test, city, 'SELECT 1 FROM act UNION ALL SELECT 1 FROM act_step')).toEqual([]);
  return outcome;
}

describe('an act without authority is refused, and nothing is written', () => {
  it.each([
    ['one day before the delegation begins', { effectiveFrom: '2026-06-02' }, 'devolution.not-begun'],
    ['one day after it ended', { effectiveTo: '2026-05-31' }, 'devolution.over'],
  ])('%s', async (_, days, code) => {
    const { admin, east } = offices;
    await granted(admin, east, handedDown(city, days));
    expect(await refused(east, aFiling(offices))).toEqual([422, code]);
  });

  it.each([
    ['on its first day', { effectiveFrom: TODAY }],
    ['on its last day', { effectiveTo: TODAY }],
  ])('but not %s', async (_, days) => {
    const { admin, east } = offices;
    await granted(admin, east, handedDown(city, days));
    await opened(east, aFiling(offices));
  });

  it('outside the area over which it was given', async () => {
    const { admin, east } = offices;
    await granted(admin, east, handedDown(city, { area: `${city.code}02001002` }));
    expect(await refused(east, aFiling(offices))).toEqual([422, 'devolution.outside-area']);
    const { H1 = '' } = await compoundsOf(test, city, ['H1'], { name: '黄华小区', area: '02001002' });
    await opened(east, aFiling(offices, { compoundId: H1 }));
  });

  it('by a body whose giver lost it', async () => {
    const { admin, east, community } = offices;
    const above = await granted(admin, east, handedDown(city, { power: 'WY-02' }));
    const street = `${city.code}02001`;
    const chain = handedDown(city, { power: 'WY-02', from: street, to: `${street}001` });
    await granted(east, community, chain);
    expect((await admin.post(`/delegations/${above}/revocation`, { reason: '收回' })).status).toBe(204);
    expect(await refused(community, aMatter({ body: `${street}001` }))).toEqual([422, 'devolution.parent-lapsed']);
  });

  it('with a scan that never arrived whole', async () => {
    const { admin, east } = offices;
    await granted(admin, east, handedDown(city));
    const papers = [{ paper: 'application', fileId: '01890000-0000-7000-8000-000000000000' }];
    expect(await refused(east, aFiling(offices, { papers }))).toEqual([400, 'request.invalid']);
  });
});

describe('a signature', () => {
  it('asks for a fresh proof of who signs when the sign-in is some time ago', async () => {
    const { admin, east, eastToo } = offices;
    await granted(admin, east, handedDown(city));
    const id = await opened(east, aFiling(offices));
    expect((await eastToo.post(`/acts/${id}/review`, { agrees: true })).status).toBe(204);
    test.at(`${TODAY}T10:14:00+08:00`);
    expect(outcomeOf(await east.post(`/acts/${id}/issue`, { decision: '准予备案。' }))).toEqual([
      403,
      'session.step-up-required',
    ]);
    expect(await rowsOf(test, city, 'SELECT 1 FROM act_issue')).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '#libs/platform';
import supertest from 'supertest';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { granted, handedDown, someOffices, type Offices } from './offices.js';

const ROUNDS = 20;

let test: TestApp;
/** A second server over the same database, with a memory of its own. */
let other: TestApp;
let city: TestCity;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
  const { dataFolder } = test.config;
  other = await testApp({ at: { dataFolder, ...test.database } });
});
afterAll(async () => {
  await other.close();
  await test.close();
});
beforeEach(async () => {
  city = await aCity(test);
  offices = await someOffices(test, city);
});

/** Whether 东街 holds the power today, as each of the two servers says. */
async function heldAt(server: TestApp): Promise<boolean> {
  const query = new URLSearchParams({ power: 'WY-04', body: `${city.code}02001`, compound: offices.inEast });
  const answer = await supertest(await server.app.getUrl())
    .get(`/api/v1/authority?${query.toString()}`)
    .set('authorization', `Bearer ${offices.admin.accessToken}`);
  expect(answer.status).toBe(200);
  return (answer.body as { allowed: boolean }).allowed;
}

describe('what both servers keep in memory', () => {
  it('knows of a revocation before its reply is out, while questions go on all the time', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      // From today, since the days before a revocation stay taken.
      const request = handedDown(city, { effectiveFrom: test.app.get(Clock).today() });
      const id = await granted(offices.admin, offices.east, request);
      expect([await heldAt(test), await heldAt(other)]).toEqual([true, true]);
      const meanwhile = Promise.all([test, other, test, other].map(heldAt));
      const { status } = await offices.admin.post(`/delegations/${id}/revocation`, { reason: '收回' });
      expect([status, await heldAt(test), await heldAt(other)]).toEqual([204, false, false]);
      await meanwhile;
    }
  });

  it('would tell the old answer if the revocation did not count itself: the counter is what keeps the rule', async () => {
    const id = await granted(offices.admin, offices.east, handedDown(city));
    expect(await heldAt(test)).toBe(true);
    await rowsOf(test, city, 'UPDATE delegation SET ended_at = now(), ended_on = current_date WHERE id = $1', [id]);
    expect(await heldAt(test)).toBe(true);
    await rowsOf(test, city, 'UPDATE delegation_stamp SET version = version + 1');
    expect(await heldAt(test)).toBe(false);
  });
});

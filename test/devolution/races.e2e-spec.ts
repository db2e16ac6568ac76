import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '#libs/platform';
import pg from 'pg';
import { ChainHold } from '../../libs/devolution/src/acts/issuing/chain-hold.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { doneOrWaiting } from '../support/held-table.js';
import { aFiling, opened } from './cases.js';
import { actsWithoutGrant } from './invariants.js';
import { granted, handedDown, someOffices, type Offices } from './offices.js';

/** So many papers wait for their signature when the power is taken back. */
const WAITING = 200;

/** The storm: so many times the power goes and comes, each time among so many signatures. */
const WAVES = 10;
const PER_WAVE = 12;

let test: TestApp;
let city: TestCity;
let offices: Offices;
let delegation: string;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  offices = await someOffices(test, city);
  // Only the issue is raced here; WY-02 keeps its own record, so that no two cases are about one committee.
  delegation = await granted(offices.admin, offices.east, handedDown(city, { power: 'WY-02' }));
});
afterEach(() => {
  test.app.get(ChainHold).lock = 'FOR SHARE';
});

/** Cases that a colleague has reviewed, ready to be signed. */
async function reviewed(count: number): Promise<string[]> {
  const { east, eastToo } = offices;
  const request = aFiling(offices, {
    power: 'WY-02',
    form: { matter: '筹备组', conclusion: '同意' },
    papers: [{ paper: 'application' }, { paper: 'material' }],
  });
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = await opened(east, request);
    await eastToo.post(`/acts/${id}/review`, { agrees: true });
    ids.push(id);
  }
  return ids;
}

const issue = (id: string): Promise<{ status: number }> =>
  offices.east.post(`/acts/${id}/issue`, { decision: '同意组建。' });

/** Revokes by hand in a transaction of its own, holding it open while the work goes on. */
async function whileRevoking(work: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: test.database.appUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL app.city_id = '${city.city.id}'`);
    await client.query(`UPDATE delegation SET ended_at = clock_timestamp(), ended_on = current_date WHERE id = $1`, [
      delegation,
    ]);
    await client.query('UPDATE delegation_stamp SET version = version + 1');
    const done = work();
    await doneOrWaiting(client, done);
    await client.query('COMMIT');
    await done;
  } finally {
    await client.end();
  }
}

describe('a revocation', () => {
  it('that commits first wins over the signature that was under way', async () => {
    const [id = ''] = await reviewed(1);
    await whileRevoking(async () => {
      expect((await issue(id)).status).toBe(422);
    });
    expect(await rowsOf(test, city, 'SELECT 1 FROM act_issue')).toEqual([]);
    expect(await actsWithoutGrant(test, city)).toBe(0);
  });

  it('would lose to it without the lock: the guard is what keeps the rule', async () => {
    test.app.get(ChainHold).lock = '';
    const [id = ''] = await reviewed(1);
    await whileRevoking(() => issue(id));
    expect(await actsWithoutGrant(test, city)).toBe(1);
  });

  it('among many signatures leaves no paper that was issued after it, and numbers without a gap', async () => {
    const ids = await reviewed(WAITING);
    const signatures = ids.map(async (id, n) => {
      if (n === WAITING / 2) await offices.admin.post(`/delegations/${delegation}/revocation`, { reason: '收回' });
      return (await issue(id)).status;
    });
    const statuses = await Promise.all(signatures);
    const count = (status: number): number => statuses.filter((each) => each === status).length;
    expect(count(201) + count(422)).toBe(WAITING);
    expect(await actsWithoutGrant(test, city)).toBe(0);
    const [numbers] = await rowsOf<{ issued: number; last: number }>(
      test,
      city,
      `SELECT (SELECT count(*)::int FROM act_issue) AS issued, coalesce((SELECT last FROM document_serial), 0) AS last`,
    );
    expect(numbers).toEqual({ issued: count(201), last: count(201) });
  });
});

describe('a storm of signatures while the power is taken back and given again, time after time', () => {
  /**
   * Signs one wave: the first paper while nobody disturbs, the last after the power is gone, the others in the midst of
   * it; then the power comes back for the next wave. @returns how many were signed
   */
  async function wave(): Promise<number> {
    const [first = '', ...others] = await reviewed(PER_WAVE);
    const last = others.pop() ?? '';
    const statuses = [(await issue(first)).status];
    const racing = others.map(async (id, n) => {
      if (n === others.length / 2) {
        await offices.admin.post(`/delegations/${delegation}/revocation`, { reason: '收回' });
      }
      return (await issue(id)).status;
    });
    statuses.push(...(await Promise.all(racing)), (await issue(last)).status);
    // On the day on which it was taken back it may be given again, from that day on.
    const again = handedDown(city, { power: 'WY-02', effectiveFrom: test.app.get(Clock).today() });
    delegation = await granted(offices.admin, offices.east, again);
    return statuses.filter((status) => status === 201).length;
  }

  it('leaves no act without a grant in force', async () => {
    let signed = 0;
    for (let n = 0; n < WAVES; n += 1) signed += await wave();
    expect(signed).toBeGreaterThanOrEqual(WAVES);
    expect(signed).toBeLessThanOrEqual(WAVES * (PER_WAVE - 1));
    expect(await rowsOf(test, city, 'SELECT 1 FROM act_issue')).toHaveLength(signed);
    expect(await actsWithoutGrant(test, city)).toBe(0);
  });

  it('leaves some when the lock is switched off, so that the query would tell', async () => {
    test.app.get(ChainHold).lock = '';
    let found = 0;
    // Chance decides in which wave a signature slips through; most waves have one.
    for (let n = 0; n < 4 * WAVES && found === 0; n += 1) {
      await wave();
      found = await actsWithoutGrant(test, city);
    }
    expect(found).toBeGreaterThan(0);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import pg from 'pg';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { doneOrWaiting } from '../support/held-table.js';
import { daysPass, done, flats, opened, partiesOf, someOwners, type Owners, type Prepared } from './support/votes.js';

let test: TestApp;
let owners: Owners;
let assembly: Prepared;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  owners = await someOwners(test, flats(3));
  assembly = await opened(test, owners);
});

const LOCK = `SELECT pg_advisory_xact_lock_shared(hashtextextended('assembly:' || $1, 0))`;
const BALLOT = `INSERT INTO ballot (city_id, assembly_id, party_id, id, channel, capacity, cast_by, answers, cast_at, salt,
    receipt, idempotency_key, input_hash, by_id, by_name)
  VALUES ($1, $2, $3, $4, 'desk', 'owner', '张三', '{for}', clock_timestamp(), '', '', $5, '', '', '')`;

/** Closes the vote while a ballot that was cast in time is not committed yet. @returns the ballots that the close counted */
async function closedWhileCasting(lock: boolean): Promise<number> {
  const [party] = await partiesOf(owners, assembly.id);
  const client = new pg.Client({ connectionString: test.database.appUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL app.city_id = '${owners.city.city.id}'`);
    if (lock) await client.query(LOCK, [assembly.id]);
    await client.query(BALLOT, [owners.city.city.id, assembly.id, party?.party, randomUUID(), randomUUID()]);
    await daysPass(test, owners, assembly.id, 10);
    const closing = owners.desk.post(`/assemblies/${assembly.id}/closure`);
    await doneOrWaiting(client, closing);
    await client.query('COMMIT');
    done(await closing);
  } finally {
    await client.end();
  }
  const text = `SELECT (detail ->> 'ballots')::int AS n FROM assembly_step WHERE step = 'closure'`;
  return (await rowsOf<{ n: number }>(test, owners.city, text))[0]?.n ?? -1;
}

it('whoever closes a vote waits for those who are casting', async () => {
  expect(await closedWhileCasting(true)).toBe(1);
});

it('without the lock of those who cast the close would miss a ballot: the guard is what keeps the count', async () => {
  expect(await closedWhileCasting(false)).toBe(0);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterCity } from '#libs/platform';
import pg from 'pg';
import type { Offices } from '../devolution/offices.js';
import { asOwner, brokenIn } from '../ledger/books.js';
import { testApp, type TestApp } from '../support/app.js';
import { anAct, applied, approve, asked, codeOf, contracted, fundOffices, received, said } from './projects.js';

let test: TestApp;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
  offices = await fundOffices(test);
  await received(test, offices.admin, { amount: '1000000.00' });
});
afterAll(() => test.close());

async function outcomes(calls: readonly Promise<Parameters<typeof codeOf>[0]>[]): Promise<string[]> {
  return (await Promise.all(calls)).map(codeOf).toSorted();
}

/** Two payments of one project, each approved once, of which only one fits its contract and what is set aside. */
async function twoPayments(): Promise<readonly [string, string]> {
  const id = await contracted(offices);
  const payments = [await asked(offices, id, '20000.00'), await asked(offices, id, '20000.00')] as const;
  for (const payment of payments) said(await approve(offices.eastToo, payment));
  // Both are raised behind the app's back, which asks for no more than is set aside.
  const raise = 'UPDATE fund_payment SET amount = 3000000 WHERE id = ANY ($1::uuid[])';
  await asOwner(test, offices.city, raise, [payments]);
  return payments;
}

describe('the functions that move money', () => {
  it('ask themselves which city was entered, and what they write is written by nobody else', async () => {
    const app = new pg.Client({ connectionString: test.database.appUrl });
    await app.connect();
    const outcomeOf = async (text: string, enter = ''): Promise<string> => {
      await app.query(`BEGIN; ${enter}`);
      const outcome = await app.query(text).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
      await app.query('ROLLBACK');
      return outcome;
    };
    const none = 'gen_random_uuid()';
    for (const call of [
      `fund_appropriate(${none}, ${none}, 'F5', 1, '', '', '')`,
      `fund_pay(${none}, ${none}, ${none}, ${none}, now()::date, '', '')`,
      `fund_free(${none}, '', '', '')`,
    ])
      expect([call, await outcomeOf(`SELECT ${call}`)]).toEqual([call, '42501']);
    const enter = enterCity(offices.city.city.id);
    for (const table of ['fund_project_hold', 'fund_payment_posting']) {
      expect(await outcomeOf(`INSERT INTO ${table} SELECT * FROM ${table}`, enter)).toBe('42501');
    }
    await app.end();
  });
});

describe('two at once', () => {
  it('never pay more than is set aside', async () => {
    const payments = await twoPayments();
    const found = await outcomes(payments.map((payment) => approve(offices.admin, payment)));
    expect(found).toEqual(['201', 'payment.beyond-contract']);
    expect(await brokenIn(test, offices.city)).toEqual([]);
  });

  it('never draw more from one decision than it allows', async () => {
    const { admin, east } = offices;
    const act = await anAct(offices);
    const ids: string[] = [];
    for (const title of ['一号楼', '二号楼', '三号楼']) {
      const id = await applied(offices, { title, amount: '60000.00' });
      said(await east.post(`/fund/projects/${id}/review`, { agrees: true }));
      said(await east.post(`/fund/projects/${id}/decision`, { kind: 'act', id: act, amount: '100000.00' }));
      ids.push(id);
    }
    const more = { source: 'F5', amount: '60000.00' };
    const found = await outcomes(ids.map((id) => admin.post(`/fund/projects/${id}/appropriations`, more)));
    expect(found).toEqual(['204', 'payment.beyond-decision', 'payment.beyond-decision']);
  });

  it('would, without the lock of the book', async () => {
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    const text = `SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE proname = 'fund_appropriate'`;
    const definition = (await owner.query<{ text: string }>(text)).rows[0]?.text ?? '';
    const unlocked = definition.replace(/PERFORM pg_advisory_xact_lock\(.*\);/, '');
    expect(unlocked).not.toBe(definition);
    const { east, city } = offices;
    const act = await anAct(offices);
    const ids: string[] = [];
    for (const title of ['四号楼', '五号楼']) {
      const id = await applied(offices, { title, amount: '60000.00' });
      said(await east.post(`/fund/projects/${id}/review`, { agrees: true }));
      said(await east.post(`/fund/projects/${id}/decision`, { kind: 'act', id: act, amount: '100000.00' }));
      ids.push(id);
    }
    const clients = await Promise.all(
      ids.map(async () => {
        const client = new pg.Client({ connectionString: test.database.appUrl });
        await client.connect();
        await client.query(`BEGIN; ${enterCity(city.city.id)}`);
        return client;
      }),
    );
    try {
      await owner.query(unlocked);
      const call = `SELECT fund_appropriate($1, gen_random_uuid(), 'F5', 6000000, '', 'x', 'x') AS outcome`;
      const first = await clients[0]?.query<{ outcome: string }>(call, [ids[0]]);
      // The first has not committed, and the second is asked meanwhile: only the hold itself still makes it wait.
      const second = clients[1]?.query<{ outcome: string }>(call, [ids[1]]);
      const waits = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
      while ((await owner.query(waits)).rowCount === 0) await new Promise((done) => setTimeout(done, 20));
      await clients[0]?.query('COMMIT');
      const found = [first?.rows[0]?.outcome, (await second)?.rows[0]?.outcome];
      expect(found).toEqual(['held', 'held']);
    } finally {
      for (const client of clients) await client.query('ROLLBACK').then(() => client.end());
      await owner.query(definition);
      await owner.end();
    }
  });
});

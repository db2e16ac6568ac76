import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, MIGRATIONS, ownerDataSource } from '#libs/schema';
import { brokenIn } from '../../ledger/books.js';
import { testApp, type TestApp } from '../../support/app.js';
import { rowsOf } from '../../support/evidence.js';
import { said } from '../projects.js';
import { MaintainedCompound } from './homes.js';
import {
  approveFirst,
  approveSecond,
  aRepair,
  ask,
  ofPayment,
  paid,
  papered,
  payOut,
  request,
  resolved,
  sheet,
} from './repairs.js';

let test: TestApp;
let compound: MaintainedCompound;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-27T09:00:00+08:00');
  compound = await MaintainedCompound.made(test);
  await compound.paidIn('1号楼1单元101', '10000.00');
  await compound.paidIn('1号楼1单元102', '300.00');
});
afterAll(() => test.close());

/** Back to the day before there were instalments. */
async function undone(): Promise<void> {
  const source = await ownerDataSource(test.database.ownerUrl).initialize();
  const first = MIGRATIONS.findIndex(({ name }) => name === 'InstalmentsOfRepairs1790000000150');
  for (let at = MIGRATIONS.length; at > first; at -= 1) await source.undoLastMigration({ transaction: 'each' });
  await source.destroy();
}

describe('repairs from before there were instalments', () => {
  it('are paid once, as they were: what was paid stays, what was approved goes on', async () => {
    const resolution = await resolved(compound);
    const owing = await ask(compound, aRepair(resolution));
    await paid(compound, owing);
    const [half, contracted, bare] = await Promise.all([1, 2, 3].map(() => ask(compound, aRepair(resolution))));
    if (!half || !contracted || !bare) throw new Error('three repairs are asked for');
    await papered(compound, half);
    said(await request(compound, half));
    said(await approveFirst(compound, half));
    await papered(compound, contracted);
    const all = [owing, half, contracted, bare];
    const sheets = (): Promise<unknown> => Promise.all(all.map((id) => sheet(compound, id)));
    const before = await sheets();
    await undone();
    const text =
      'SELECT spending_id AS id, count(*)::int AS n FROM maintenance_spending_approval GROUP BY 1 ORDER BY 2';
    expect(await rowsOf(test, compound.offices.city, text)).toEqual([
      { id: half, n: 1 },
      { id: owing, n: 2 },
    ]);
    await migrate(test.database.ownerUrl, test.database.appUrl);
    expect(await sheets()).toEqual(before);
    said(await approveSecond(compound, half));
    await payOut(compound, contracted);
    await compound.paidIn('1号楼1单元102', '2000.00', { kind: 'top-up', date: '2026-11-27' });
    for (const id of [owing, half, contracted]) {
      said(await compound.offices.east.post(ofPayment(id, 'collection'), {}));
      expect(await sheet(compound, id)).toMatchObject({ state: 'paid', taken: '1000.01', owed: '0.00' });
    }
    expect(await brokenIn(test, compound.offices.city)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#libs/platform';
import { projectRow } from '../../libs/fund/src/spending/projects.queries.js';
import type { Offices } from '../devolution/offices.js';
import { asOwner } from '../ledger/books.js';
import { testApp, type TestApp } from '../support/app.js';
import { applied, contracted, fundOffices, paid, received, said } from './projects.js';

let test: TestApp;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
  offices = await fundOffices(test);
  await received(test, offices.admin);
});
afterAll(() => test.close());

interface Project {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly paid: string;
  readonly aside: string;
  readonly beneficiary?: string | null;
  readonly payments?: readonly { readonly entryId: string; readonly amount: string }[];
}

async function open<T>(path: string): Promise<T> {
  return said<T>(await test.http.get(`/api/v1/public/${offices.city.code}/fund${path}`));
}

describe('what everybody reads of projects', () => {
  it('tells by compound and by project what was asked for, set aside and paid, and not whom it helps', async () => {
    const { inEast } = offices;
    const project = await contracted(offices, { amount: '400.00' });
    const entryId = await paid(offices, project, '150.00');
    const help = await applied(offices, {
      use: '5004',
      title: '李秀英家庭救助',
      beneficiary: '李秀英',
      amount: '9.00',
    });

    const { items: compounds } = await open<{ items: object[] }>('/compounds');
    expect(compounds).toMatchObject([{ id: inEast, projects: 2, aside: '250.00', paid: '150.00' }]);

    const { items } = await open<{ items: Project[] }>(`/projects?compound=${inEast}`);
    expect(items).toMatchObject([
      { id: help, title: '李*家庭救助', state: 'applied', paid: '0.00' },
      { id: project, state: 'paid', paid: '150.00', aside: '250.00' },
    ]);
    const first = await open<{ items: Project[]; next: string | null }>('/projects?limit=1');
    expect([first.items.map(({ id }) => id), first.next]).toEqual([[help], help]);
    expect((await open<{ items: Project[] }>(`/projects?after=${help}`)).items.map(({ id }) => id)).toEqual([project]);

    const one = await open<Project>(`/projects/${project}`);
    expect(one).toMatchObject({ paid: '150.00', payments: [{ entryId, amount: '150.00' }] });
    const helping = await open<Project>(`/projects/${help}`);
    expect(helping).toMatchObject({ beneficiary: '李*', decision: null, payments: [] });
    expect(JSON.stringify([items, helping])).not.toContain('李秀英');
  });

  it('reads one project without going through the payments of all others', async () => {
    const project = await contracted(offices, { amount: '400.00' });
    await paid(offices, project, '150.00');
    // Thousands of paid projects as the rows that they leave, which is all that reading one of them could stumble over.
    await asOwner(
      test,
      offices.city,
      `SET session_replication_role = replica;
       WITH paid AS (INSERT INTO fund_payment (city_id, id, project_id, amount, payee, memo, at, by_id, by_name)
         SELECT ${offices.city.city.id}, uuidv7(), uuidv7(), 100, '甲公司', '尾款', now(), 'x', 'x'
         FROM generate_series(1, 5000) RETURNING city_id, id)
       INSERT INTO fund_payment_posting (city_id, payment_id, entry_id, book_id, source)
       SELECT city_id, id, uuidv7(), uuidv7(), 'F5' FROM paid;
       ANALYZE fund_payment, fund_payment_posting`,
    );
    const { city } = offices.city;
    const reads = await test.app.get(Database).transaction({ cityId: city.id }, async (manager) => {
      expect(await projectRow(manager, city.id, project)).toMatchObject({
        paid: '15000',
        decision: { drawn: '40000' },
      });
      const text = `SELECT sum(seq_tup_read + idx_tup_fetch)::int AS reads FROM pg_stat_xact_user_tables
        WHERE relname IN ('fund_payment', 'fund_payment_posting')`;
      return (await manager.query<{ reads: number }[]>(text))[0]?.reads;
    });
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThan(100);
  });

  it('knows no project of another city', async () => {
    const path = `/api/v1/public/${offices.city.code}/fund/projects/01a21d2c-9534-7000-9b9e-6ee6482ef15a`;
    expect((await test.http.get(path)).body).toMatchObject({ code: 'project.not-found' });
  });
});

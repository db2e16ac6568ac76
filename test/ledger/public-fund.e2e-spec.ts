import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sealer } from '#libs/transparency';
import { testApp, type TestApp } from '../support/app.js';
import type { Offices } from '../devolution/offices.js';
import { fundOffices, helped } from '../fund/projects.js';
import type { TestCity } from '../support/city.js';
import type { Person } from '../support/people.js';
import { aKey, sendEntry, type Legs } from './books.js';

let test: TestApp;
let offices: Offices;
let city: TestCity;
let keeper: Person;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-01T09:00:00+08:00');
  offices = await fundOffices(test);
  ({ city, admin: keeper } = offices);
});
afterAll(() => test.close());

async function keep(memo: string, legs: Legs, date: string): Promise<string> {
  const lines = legs.map(([account, amount]) => ({ account, amount }));
  const answer = await sendEntry(test, keeper, { body: { date, memo, basis: '会议纪要1号', lines }, key: aKey() });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

async function open<T>(path: string): Promise<T> {
  const answer = await test.http.get(`/api/v1/public/${city.code}/fund${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body as T;
}

interface Shown {
  readonly id: string;
  readonly memo: string;
}

describe('the fund as everybody sees it', () => {
  it('is empty, and there, from the first day of a city', async () => {
    expect(await open('')).toMatchObject({ received: '0.00', used: '0.00', balance: '0.00' });
    expect(await open('/entries')).toEqual({ items: [], next: null });
  });

  it('tells sums by source and use, every entry, and what was reversed; nobody’s name', async () => {
    const gift = await keep(
      '市民捐赠',
      [
        ['1002:F5', '500.00'],
        ['4004:F5', '-500.00'],
      ],
      '2026-10-01',
    );
    await helped(offices, '120.50');
    const wrong = await keep(
      '记错的',
      [
        ['1002:F2', '9.00'],
        ['4001:F2', '-9.00'],
      ],
      '2026-11-02',
    );
    await sendEntry(test, keeper, { body: { reason: '记错了', date: '2026-11-03' }, path: `/${wrong}/reversal` });
    const totals = await open<{ sources: object[]; uses: object[] }>('');
    expect(totals).toMatchObject({ received: '500.00', used: '120.50', balance: '379.50', unit: 'CNY' });
    expect(totals.sources[4]).toEqual({
      ...{ code: 'F5', name: '社会捐赠', received: '500.00', used: '120.50', balance: '379.50' },
    });
    expect(totals.uses[3]).toMatchObject({ code: '5004', used: '120.50' });
    expect(await open('?at=2026-10-31')).toMatchObject({ used: '0.00', balance: '500.00', at: '2026-10-31' });
    expect(await open('/course')).toEqual({
      unit: 'CNY',
      items: [
        { month: '2026-10', received: '500.00', used: '0.00', balance: '500.00' },
        { month: '2026-11', received: '0.00', used: '120.50', balance: '379.50' },
      ],
    });
    const first = await open<{ items: Shown[]; next: string }>('/entries?limit=2');
    expect(first.items.map(({ memo }) => memo)).toEqual(['记错了', '记错的']);
    expect(first.items).toMatchObject([{ reverses: wrong }, { reversedBy: first.items[0]?.id, amount: '9.00' }]);
    const rest = await open<{ items: Shown[]; next: null }>(`/entries?limit=2&after=${first.next}`);
    expect([rest.items.map(({ memo }) => memo), rest.next]).toEqual([['工程款', '市民捐赠'], null]);
    const ofSource = await open<{ items: Shown[] }>('/entries?account=4004');
    expect(ofSource.items.map(({ id }) => id)).toEqual([gift]);
    expect(JSON.stringify([totals, first, rest])).not.toContain('管理员');
  });

  it('shows an entry with its leaf, which the log then holds', async () => {
    const id = await keep(
      '银行结息',
      [
        ['1002:F7', '1.23'],
        ['4006:F7', '-1.23'],
      ],
      '2026-11-04',
    );
    const before = await open<{ leaf: string; isSealed: boolean }>(`/entries/${id}`);
    expect(before).toMatchObject({ memo: '银行结息', basis: '会议纪要1号', isSealed: false, hash: 'SHA-256' });
    while ((await test.app.get(Sealer).sealNext(city.operator)) > 0);
    expect(await open(`/entries/${id}`)).toEqual({ ...before, isSealed: true });
    const proof = await test.http.get(`/api/v1/public/${city.code}/log/proofs/inclusion?leaf=${before.leaf}`);
    expect(proof.status).toBe(200);
    const none = await test.http.get(`/api/v1/public/${city.code}/fund/entries/0190a0a0-0000-7000-8000-000000000000`);
    expect([none.status, (none.body as { code: string }).code]).toEqual([404, 'ledger.entry-unknown']);
    expect((await test.http.get('/api/v1/public/9999/fund')).status).toBe(404);
  });
});

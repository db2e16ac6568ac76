import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import type { Offices } from '../devolution/offices.js';
import { sendEntry } from '../ledger/books.js';
import { testApp, type TestApp } from '../support/app.js';
import { codeOf, fundOffices, said } from './projects.js';

let test: TestApp;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-27T09:00:00+08:00');
  offices = await fundOffices(test);
});
afterAll(() => test.close());

interface Pledge {
  readonly id: string;
  readonly state: string;
  readonly received: string;
  readonly outstanding: string;
  readonly giver: string | null;
}

const FIRM = {
  ...{ source: 'F6', amount: '1000.00', promisedOn: '2026-11-01', dueOn: '2026-11-26' },
  ...{ giver: '晋城示例公司', document: '协议1号', use: '5003' },
};

async function promised(more: object = {}): Promise<string> {
  return said<{ id: string }>(await offices.admin.post('/fund/pledges', { ...FIRM, ...more })).id;
}

function keep(id: string, amount: string, key: string = randomUUID()): Promise<Response> {
  const { accessToken } = offices.admin;
  const request = test.http.post(`/api/v1/fund/pledges/${id}/receipts`).set('authorization', `Bearer ${accessToken}`);
  return Promise.resolve(request.set('idempotency-key', key).send({ amount, date: '2026-11-20' }));
}

async function pledge(id: string): Promise<Pledge | undefined> {
  const { items } = said<{ items: Pledge[] }>(await offices.admin.get('/fund/pledges?limit=100'));
  return items.find((each) => each.id === id);
}

describe('a promise', () => {
  it('is in no book until it is kept, part by part, and no part twice', async () => {
    const id = await promised();
    const balance = async (): Promise<unknown> =>
      (await offices.admin.get('/fund/accounts/4005:F6/balance')).body as unknown;
    expect(await balance()).toMatchObject({ amount: '0.00' });
    expect(await pledge(id)).toMatchObject({ state: 'overdue', outstanding: '1000.00', giver: '晋城示例公司' });
    const first = said<{ id: string }>(await keep(id, '400.00', 'first-part'));
    expect(said(await keep(id, '400.00', 'first-part'))).toEqual(first);
    const tooMuch = await keep(id, '600.01');
    expect([tooMuch.status, (tooMuch.body as { detail: string }).detail]).toEqual([
      422,
      expect.stringContaining('还应到账 600.00 元'),
    ]);
    expect(await balance()).toMatchObject({ amount: '-400.00' });
    said(await keep(id, '600.00'));
    expect(await pledge(id)).toMatchObject({ state: 'kept', received: '1000.00', outstanding: '0.00' });
    expect(codeOf(await keep(id, '0.01'))).toBe('pledge.over');
    expect(codeOf(await offices.admin.post(`/fund/pledges/${id}/withdrawal`, { reason: '来函' }))).toBe('pledge.over');
  });

  it('that two record at once is kept once', async () => {
    const id = await promised();
    const answers = await Promise.all(Array.from({ length: 4 }, () => keep(id, '600.00')));
    expect(answers.map(codeOf).toSorted()).toEqual(['201', ...Array<string>(3).fill('pledge.exceeded')]);
    expect(await pledge(id)).toMatchObject({ received: '600.00' });
  });

  it('is owed again where what came was posted by mistake and reversed', async () => {
    const id = await promised({ dueOn: undefined });
    const receipt = said<{ id: string }>(await keep(id, '1000.00'));
    const { items } = said<{ items: { id: string; entryId: string }[] }>(await offices.admin.get('/fund/receipts'));
    const entryId = items.find((each) => each.id === receipt.id)?.entryId;
    said(await sendEntry(test, offices.admin, { body: { reason: '记错' }, path: `/${entryId}/reversal` }));
    expect(await pledge(id)).toMatchObject({ state: 'open', outstanding: '1000.00' });
  });

  it('is withdrawn once, with a reason; what came before stays', async () => {
    const id = await promised({ dueOn: undefined });
    said(await keep(id, '100.00'));
    const withdraw = (): Promise<Response> => offices.admin.post(`/fund/pledges/${id}/withdrawal`, { reason: '停产' });
    expect((await Promise.all([withdraw(), withdraw()])).map(codeOf).toSorted()).toEqual(['204', 'pledge.over']);
    expect(await pledge(id)).toMatchObject({ state: 'withdrawn', received: '100.00', outstanding: '0.00' });
    expect(codeOf(await keep(id, '1.00'))).toBe('pledge.over');
  });

  it('is refused where it could never be kept', async () => {
    const code = async (more: object): Promise<string> =>
      codeOf(await offices.admin.post('/fund/pledges', { ...FIRM, ...more }));
    expect(await code({ giver: undefined })).toBe('receipt.giver-missing');
    expect(await code({ document: undefined })).toBe('receipt.document-missing');
    expect(await code({ dueOn: '2026-10-31' })).toBe('pledge.due-before');
    expect(await code({ source: 'F1' })).toBe('request.invalid');
    expect(codeOf(await offices.east.post('/fund/pledges', FIRM))).toBe('fund.not-keeper');
    expect(codeOf(await keep(randomUUID(), '1.00'))).toBe('pledge.not-found');
  });
});

describe('what everybody reads of promises', () => {
  it('has their sums, firms and units by name, and persons behind a star', async () => {
    await promised({ source: 'F5', giver: '王小明', document: undefined, dueOn: '2026-12-31' });
    const url = `/api/v1/public/${offices.city.code}/fund/pledges`;
    const { items, ...totals } = said<{ items: Pledge[]; promised: string; received: string }>(
      await test.http.get(url),
    );
    // Kept 1,000 and 600 of 1,000; reversed 0 of 1,000; withdrawn after 100; and one of 1,000 that is still to come.
    expect(totals).toMatchObject({
      promised: '4100.00',
      received: '1700.00',
      outstanding: '2400.00',
      overdue: '400.00',
    });
    expect(items[0]).toMatchObject({ state: 'open', giver: '王*' });
    expect(JSON.stringify(items)).not.toMatch(/王小明|协议/);
    // Whoever gives as a firm or unit says so, or the source does, or its name; a person is never taken for one.
    const person = { source: 'F5', document: undefined, amount: '1.00' };
    await promised({ ...person, giver: '晋城小蜜蜂', giverKind: 'organisation' });
    await promised({ ...person, giver: '红星五金店' });
    await promised({ ...person, giver: '红星五金店', giverKind: 'person' });
    await promised({ giver: '晋城小蜜蜂', amount: '1.00' });
    const again = said<{ items: Pledge[] }>(await test.http.get(url)).items;
    const names = ['晋城小蜜蜂', '红*', '红星五金店', '晋城小蜜蜂', '王*', '晋城示例公司'];
    expect(again.slice(0, 6).map(({ giver }) => giver)).toEqual(names);
  });
});

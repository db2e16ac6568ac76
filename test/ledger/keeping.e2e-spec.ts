import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aHold, aKey, anEntry, brokenIn, earned, posted, sendEntry, someBook, spent, type Kept } from './books.js';

let test: TestApp;
let kept: Kept;

beforeAll(async () => {
  test = await testApp();
});
afterAll(async () => {
  if (kept) expect(await brokenIn(test, kept.city)).toEqual([]);
  await test.close();
});

describe('holds and months', () => {
  beforeAll(async () => {
    kept = await someBook(test);
    await posted(test, kept, earned('60.00'));
  });

  it('set an amount aside and free it again, and nothing else can use it', async () => {
    const told = { account: 'bank', memo: '绿化' };
    const id = await aHold(test, kept, { ...told, amount: '60.00' });
    const payment = { body: anEntry(kept.book, spent('1.00')), key: aKey() };
    expect(outcomeOf(await sendEntry(test, kept.keeper, payment))).toEqual([409, 'ledger.floor']);
    expect((await kept.keeper.post(`/fund/holds/${id}/release`, { reason: '工程取消' })).status).toBe(204);
    const again = await kept.keeper.post(`/fund/holds/${id}/release`, { reason: '工程取消' });
    expect(outcomeOf(again)).toEqual([409, 'ledger.hold-over']);
    const list = (query: string): Promise<{ body: unknown }> =>
      kept.keeper.get(`/fund/holds?book=${kept.book.id}${query}`);
    expect((await list('')).body).toMatchObject({ items: [{ id, over: { step: 'release', reason: '工程取消' } }] });
    expect((await list('&open=true')).body).toMatchObject({ items: [] });
  });

  it('close a month and open it again with a reason, and both stay to be seen', async () => {
    const turn = (step: string): ReturnType<typeof kept.keeper.post> =>
      kept.keeper.post(`/fund/months/2026-10/${step}`, { book: kept.book.id, reason: '理由' });
    expect(outcomeOf(await turn('reopening'))).toEqual([409, 'ledger.period-open']);
    expect((await turn('closing')).status).toBe(204);
    expect((await turn('reopening')).status).toBe(204);
    const months = await kept.keeper.get(`/fund/months?book=${kept.book.id}`);
    const steps = [{ step: 'reopening' }, { step: 'closing', reason: '理由' }];
    expect(months.body).toMatchObject({ items: [{ month: '2026-10', isClosed: false, steps }] });
    const wrong = await kept.keeper.post('/fund/months/2026-13/closing', { book: kept.book.id, reason: '理由' });
    expect(outcomeOf(wrong)).toEqual([400, 'request.invalid']);
  });
});

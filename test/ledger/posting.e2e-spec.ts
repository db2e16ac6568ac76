import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FUND_CHART } from '#libs/fund';
import { HoldsService, PeriodsService } from '#libs/ledger';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import {
  aBook,
  aKey,
  anEntry,
  balanceOf,
  brokenIn,
  earned,
  posted,
  sendEntry,
  someBook,
  spent,
  type Kept,
  type Legs,
} from './books.js';

let test: TestApp;
let kept: Kept;

beforeAll(async () => {
  test = await testApp();
  kept = await someBook(test);
});

afterAll(async () => {
  expect(await brokenIn(test, kept.city)).toEqual([]);
  await test.close();
});

async function refusal(legs: Legs, more: object = {}): Promise<[number, string]> {
  const answer = await sendEntry(test, kept.keeper, { body: anEntry(kept.book, legs, more), key: aKey() });
  return [answer.status, (answer.body as { code: string }).code];
}

async function entriesIn({ city, book }: Kept): Promise<number> {
  const text = 'SELECT count(*)::int AS n FROM ledger_entry WHERE book_id = $1';
  return (await rowsOf<{ n: number }>(test, city, text, [book.id]))[0]?.n ?? 0;
}

describe('an entry', () => {
  it('is numbered, moves both balances, and is answered alike under the same key', async () => {
    const key = aKey();
    const body = anEntry(kept.book, earned('100.00'));
    const first = await sendEntry(test, kept.keeper, { body, key });
    expect(first.status).toBe(201);
    const again = await sendEntry(test, kept.keeper, { body, key });
    expect(again.body).toEqual(first.body);
    expect([await balanceOf(kept, 'bank'), await balanceOf(kept, 'income')]).toEqual(['100.00', '-100.00']);
    const other = await sendEntry(test, kept.keeper, { body: anEntry(kept.book, earned('100.01')), key });
    expect([other.status, (other.body as { code: string }).code]).toEqual([409, 'ledger.key-used']);
    const missing = await sendEntry(test, kept.keeper, { body });
    expect([missing.status, (missing.body as { code: string }).code]).toEqual([400, 'ledger.key-missing']);
  });

  it.each<[string, Legs, object, [number, string]]>([
    [
      'unbalanced',
      [
        ['bank', '1.00'],
        ['income', '-0.99'],
      ],
      {},
      [422, 'ledger.unbalanced'],
    ],
    [
      'finer than the book',
      [
        ['bank', '0.001'],
        ['income', '-0.001'],
      ],
      {},
      [400, 'ledger.amount-invalid'],
    ],
    [
      'no amount',
      [
        ['bank', '1e3'],
        ['income', '-1000'],
      ],
      {},
      [400, 'ledger.amount-invalid'],
    ],
    [
      'beyond all bounds',
      [
        ['bank', '9'.repeat(30)],
        ['income', '-1'],
      ],
      {},
      [400, 'ledger.amount-invalid'],
    ],
    ['with one leg', [['bank', '0.00']], {}, [400, 'request.invalid']],
    [
      'on an account that is none',
      [
        ['nowhere', '1.00'],
        ['income', '-1.00'],
      ],
      {},
      [422, 'ledger.account-unknown'],
    ],
    [
      'on a sum',
      [
        ['sum', '1.00'],
        ['income', '-1.00'],
      ],
      {},
      [422, 'ledger.account-not-postable'],
    ],
    [
      'across restrictions',
      [
        ['sum:F1', '1.00'],
        ['income', '-1.00'],
      ],
      {},
      [422, 'ledger.restriction-mixed'],
    ],
    [
      'below a floor',
      [
        ['sum:F1', '-1.00'],
        ['income:F1', '1.00'],
      ],
      {},
      [409, 'ledger.floor'],
    ],
    [
      'for a hold that is none',
      earned('1.00'),
      { hold: '0190a0a0-0000-7000-8000-000000000000' },
      [409, 'ledger.hold-over'],
    ],
    ['on no day', earned('1.00'), { date: '2026-02-30' }, [400, 'request.invalid']],
    ['in no book', earned('1.00'), { book: '没有这个账套' }, [404, 'ledger.book-not-found']],
    [
      'with a number for an amount',
      earned('1.00'),
      { lines: [{ account: 'bank', amount: 1 }] },
      [400, 'request.invalid'],
    ],
  ])('is refused %s, and leaves nothing', async (_, legs, more, expected) => {
    const before = await entriesIn(kept);
    expect(await refusal(legs, more)).toEqual(expected);
    expect(await entriesIn(kept)).toBe(before);
  });

  it('is refused on an account of another book, whose money never mixes with this one’s', async () => {
    const other = await aBook(test, kept.city, [{ code: 'elsewhere' }]);
    expect(
      await refusal([
        ['elsewhere', '1.00'],
        ['income', '-1.00'],
      ]),
    ).toEqual([422, 'ledger.account-unknown']);
    expect(await balanceOf({ keeper: kept.keeper, book: other }, 'elsewhere')).toBe('0.00');
  });

  it('takes amounts of any size that a book holds, and tells of more', async () => {
    const large = await someBook(test);
    await posted(test, large, earned('1000000000000000.00'));
    const more = Array.from({ length: 20 }, () => earned('1000000000000000.00'));
    const answers = await Promise.all(
      more.map((legs) => sendEntry(test, large.keeper, { body: anEntry(large.book, legs), key: aKey() })),
    );
    const codes = answers.map(({ status, body }) => (status === 201 ? 'posted' : (body as { code: string }).code));
    expect(new Set(codes)).toEqual(new Set(['posted', 'ledger.overflow']));
    expect(await balanceOf(large, 'bank')).toBe('10000000000000000.00');
    expect(await brokenIn(test, large.city)).toEqual([]);
  });
});

describe('a reversal', () => {
  it('restores every balance, once, and is itself not reversed', async () => {
    const before = await balanceOf(kept, 'bank');
    const { id } = await posted(test, kept, earned('7.77'));
    const answers = await Promise.all(
      [1, 2].map(() => sendEntry(test, kept.keeper, { body: { reason: '金额有误' }, path: `/${id}/reversal` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await balanceOf(kept, 'bank')).toBe(before);
    const done = answers.find(({ status }) => status === 201)?.body as { id: string };
    const again = await sendEntry(test, kept.keeper, { body: { reason: '再冲销' }, path: `/${done.id}/reversal` });
    expect((again.body as { code: string }).code).toBe('ledger.is-reversal');
  });

  it('of everything twice at once: exactly half of them fail', async () => {
    const own = await someBook(test);
    const entries = await Promise.all(Array.from({ length: 30 }, (_, n) => posted(test, own, earned(`${n + 1}.00`))));
    const reverse = ({ id }: { id: string }): Promise<{ status: number }> =>
      sendEntry(test, own.keeper, { body: { reason: '全部冲销' }, path: `/${id}/reversal` });
    const answers = await Promise.all([...entries, ...entries].map(reverse));
    expect(answers.filter(({ status }) => status === 201).length).toBe(30);
    expect(await balanceOf(own, 'bank')).toBe('0.00');
    expect(await brokenIn(test, own.city)).toEqual([]);
  });

  it('is answered alike under its key, and refused for what is no entry', async () => {
    const { id } = await posted(test, kept, earned('1.00'));
    const sent = { body: { reason: '金额有误', date: '2026-11-21' }, path: `/${id}/reversal`, key: aKey() };
    const [first, again] = [await sendEntry(test, kept.keeper, sent), await sendEntry(test, kept.keeper, sent)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    const path = '/0190a0a0-0000-7000-8000-000000000000/reversal';
    expect((await sendEntry(test, kept.keeper, { ...sent, path, key: aKey() })).status).toBe(404);
  });
});

describe('a hold', () => {
  it('keeps two payments from counting on the same money, and is paid or released once', async () => {
    const own = await someBook(test);
    const holds = test.app.get(HoldsService);
    const { operator } = own.city;
    await posted(test, own, earned('100.00'));
    const told = { account: 'bank', amount: 6_000n, memo: '电梯维修', key: 'hold-0001' };
    const { id } = await holds.hold(operator, own.book, told);
    expect(await holds.hold(operator, own.book, told)).toEqual({ id, isNew: false });
    await expect(holds.hold(operator, own.book, { ...told, key: 'hold-0002' })).rejects.toThrow('ledger.floor');
    const more = await sendEntry(test, own.keeper, { body: anEntry(own.book, spent('40.01')), key: aKey() });
    expect((more.body as { code: string }).code).toBe('ledger.floor');
    const pay = (amount: string): Promise<{ status: number; body: unknown }> =>
      sendEntry(test, own.keeper, { body: anEntry(own.book, spent(amount), { hold: id }), key: aKey() });
    expect((await pay('59.00')).body).toMatchObject({ code: 'ledger.hold-differs' });
    const both = await Promise.all([pay('60.00'), pay('60.00')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await expect(holds.release(operator, own.book, id, '不再需要')).rejects.toThrow('ledger.hold-over');
    const next = await holds.hold(operator, own.book, { ...told, amount: 4_000n, key: 'hold-0003' });
    await holds.release(operator, own.book, next.id, '不再需要');
    await posted(test, own, spent('40.00'));
    expect(await balanceOf(own, 'bank')).toBe('0.00');
    expect(await brokenIn(test, own.city)).toEqual([]);
  });
});

describe('a closed month', () => {
  it('takes no entry and no reversal until it is opened again, and both stay on record', async () => {
    const own = await someBook(test);
    const periods = test.app.get(PeriodsService);
    const { operator } = own.city;
    await posted(test, own, earned('5.00'), { date: '2026-10-31' });
    const turn = (step: 'closing' | 'reopening'): Promise<void> =>
      periods.turn(operator, own.book, { month: '2026-10', step, reason: '月末' });
    await turn('closing');
    await expect(turn('closing')).rejects.toThrow('ledger.period-closed');
    const late = { body: anEntry(own.book, earned('1.00'), { date: '2026-10-01' }), key: aKey() };
    expect((await sendEntry(test, own.keeper, late)).body).toMatchObject({ code: 'ledger.period-closed' });
    await posted(test, own, earned('1.00'), { date: '2026-11-01' });
    await turn('reopening');
    expect((await sendEntry(test, own.keeper, late)).status).toBe(201);
    expect((await periods.trail(own.book)).map(({ step }) => step)).toEqual(['reopening', 'closing']);
  });
});

describe('a balance', () => {
  it('is told of any day, and as known at any instant', async () => {
    const own = await someBook(test);
    await posted(test, own, earned('10.00'), { date: '2026-01-10' });
    const knownAt = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await posted(test, own, earned('5.00'), { date: '2026-01-05' });
    await posted(
      test,
      own,
      [
        ['sum:F1', '2.00'],
        ['income:F1', '-2.00'],
      ],
      { date: '2026-02-01' },
    );
    expect(await balanceOf(own, 'bank')).toBe('15.00');
    expect(await balanceOf(own, 'bank', '&at=2026-01-09')).toBe('5.00');
    expect(await balanceOf(own, 'bank', `&at=2026-01-31&knownAt=${knownAt}`)).toBe('10.00');
    expect(await balanceOf(own, 'sum')).toBe('2.00');
    expect(await balanceOf(own, 'income', '&at=2026-02-01')).toBe('-17.00');
    const trial = await own.keeper.get(`/fund/trial-balance?book=${own.book.id}&at=2026-01-31`);
    expect(trial.body).toMatchObject({
      ...{ unit: 'CNY', debit: '15.00', credit: '15.00' },
      accounts: [
        { account: 'bank', amount: '15.00', kind: 'asset' },
        { account: 'income', amount: '-15.00', kind: 'income' },
      ],
    });
    const unknown = await own.keeper.get(`/fund/accounts/nowhere/balance?book=${own.book.id}`);
    expect([unknown.status, (unknown.body as { code: string }).code]).toEqual([404, 'ledger.account-not-found']);
  });
});

describe('the Beautiful Home fund', () => {
  it('is there with its standard chart when a city is, and keeps each source apart', async () => {
    const chart = await rowsOf<{ code: string; name: string }>(
      test,
      kept.city,
      `SELECT a.code, a.name FROM ledger_account a JOIN ledger_book b ON b.city_id = a.city_id AND b.id = a.book_id
       WHERE b.kind = 'beautiful-home' ORDER BY 1`,
    );
    const expected = FUND_CHART.map(({ code, name }) => ({ code, name }));
    expect(chart).toEqual(expected.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
    const lines = (from: string, to: string): object[] => [
      { account: to, amount: '100.00' },
      { account: from, amount: '-100.00' },
    ];
    const entry = { date: '2026-11-20', memo: '社会捐赠' };
    const send = (body: object): Promise<{ status: number; body: unknown }> =>
      sendEntry(test, kept.keeper, { body: { ...entry, ...body }, key: aKey() });
    expect((await send({ lines: lines('4004:F5', '1002:F5') })).status).toBe(201);
    expect((await send({ lines: lines('4001:F2', '1002:F5') })).body).toMatchObject({
      code: 'ledger.restriction-mixed',
    });
    expect((await kept.keeper.get('/fund/accounts/1002/balance')).body).toMatchObject({ amount: '100.00' });
  });
});

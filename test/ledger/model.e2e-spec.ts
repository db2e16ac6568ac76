import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import { BalanceQueries, PeriodsService, PostingService, type LedgerBook, type NewEntry } from '#libs/ledger';
import fc from 'fast-check';
import { post, type ModelAccount, type ModelBook, type ModelEntry } from '../../libs/ledger/src/domain/posting.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { aBook, ACCOUNTS, brokenIn } from './books.js';

const RUNS = Number(process.env.LEDGER_MODEL_RUNS ?? 20);

let test: TestApp;
let city: TestCity;

beforeAll(async () => {
  test = await testApp();
  city = await aCity(test);
});
afterAll(() => test.close());

const MODEL: ModelBook = {
  accounts: new Map(
    ACCOUNTS.map(({ code, restriction = null, isPostable = true, least = null, most = null }) => {
      const bounds = { least: least === null ? null : BigInt(least), most: most === null ? null : BigInt(most) };
      const account: ModelAccount = { code, restriction, isPostable, ...bounds, balance: 0n, held: 0n };
      return [code, account];
    }),
  ),
  entries: [],
  closedMonths: new Set(['2026-01']),
};

const code = fc.constantFrom('bank', 'income', 'expense', 'sum', 'sum:F1', 'income:F1', 'nowhere');
const leg = fc.record({ code, amount: fc.bigInt({ min: -300n, max: 300n }) });
const balanced = fc.record({ from: code, to: code, amount: fc.bigInt({ min: 0n, max: 300n }) }).map((move) => [
  { code: move.from, amount: -move.amount },
  { code: move.to, amount: move.amount },
]);
/** Income comes first, so that there is something to spend. */
const income = fc.bigInt({ min: 1n, max: 500n }).map((amount) => [
  { code: 'bank', amount },
  { code: 'income', amount: -amount },
]);
const entry: fc.Arbitrary<ModelEntry> = fc.record({
  key: fc.integer({ min: 0, max: 25 }).map((n) => `key-${n}`),
  day: fc.constantFrom('2026-01-15', '2026-02-01', '2026-02-28', '2026-03-01'),
  memo: fc.constantFrom('', '甲', '乙'),
  lines: fc.oneof(
    { weight: 4, arbitrary: income },
    { weight: 4, arbitrary: balanced },
    { weight: 1, arbitrary: fc.array(leg, { maxLength: 4 }) },
  ),
});

function newEntry({ key, day, memo, lines }: ModelEntry): NewEntry {
  return { key, day, memo, lines: lines.map(({ code: account, amount }) => ({ account, amount, memo: null })) };
}

/** What the database did, told as the core tells it. */
async function outcomeOf(book: LedgerBook, each: ModelEntry): Promise<string> {
  try {
    const { isNew } = await test.app.get(PostingService).post(city.operator, book, newEntry(each));
    return isNew ? 'posted' : 'known';
  } catch (thrown) {
    if (thrown instanceof DomainError) return thrown.code.slice('ledger.'.length);
    throw thrown;
  }
}

describe('books', () => {
  it('end where the pure core ends, whatever arrives together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(entry, { minLength: 1, maxLength: 25 }), { maxLength: 6 }), async (crowds) => {
        const book = await aBook(test, city);
        await test.app
          .get(PeriodsService)
          .turn(city.operator, book, { month: '2026-01', step: 'closing', reason: '月末' });
        let model = MODEL;
        for (const crowd of crowds) {
          const expected = crowd.map((each) => {
            const { book: next, outcome } = post(model, each);
            model = next;
            return outcome;
          });
          // All of a crowd arrive at once: the first alone, the others in one commit.
          expect(await Promise.all(crowd.map((each) => outcomeOf(book, each)))).toEqual(expected);
        }
        const balances = await test.app.get(BalanceQueries).all(book, { at: null, knownAt: null });
        const found = new Map(balances.map(({ code: of, amount }) => [of, amount]));
        for (const account of model.accounts.values()) expect(found.get(account.code) ?? 0n).toBe(account.balance);
      }),
      { numRuns: RUNS },
    );
    expect(await brokenIn(test, city)).toEqual([]);
  });
});

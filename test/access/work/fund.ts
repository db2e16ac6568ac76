import { randomUUID } from 'node:crypto';
import { FundBooks } from '#libs/fund';
import { HoldsService, PeriodsService, PostingService, type NewLine } from '#libs/ledger';
import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import { BANK_CALLS, statementIn, type FundCall, type FundOfPlace } from './bank.js';

const bookOf = (compound: string): string => `common-revenue:${compound}`;
const DAY = '2026-11-20';
const ENTRY = { day: DAY, memo: '电梯广告收入' };
const moved = (account: string, amount: bigint): readonly NewLine[] => [
  { account: '1002', amount, memo: null },
  { account, amount: -amount, memo: null },
];

/** An entry in the compound's book, which the first one opens. @returns its id */
export async function anEntryOf(test: TestApp, { city, compound }: FundOfPlace, income = '4101'): Promise<string> {
  const book = await test.app.get(FundBooks).toKeep(city.operator, bookOf(compound));
  const told = { ...ENTRY, key: randomUUID(), lines: moved(income, 10_000n) };
  return (await test.app.get(PostingService).post(city.operator, book, told)).id;
}

/** A row in every table of the ledger. */
export async function booksIn(test: TestApp, { city, compound }: FundOfPlace): Promise<void> {
  const { operator } = city;
  const [posting, holds] = [test.app.get(PostingService), test.app.get(HoldsService)];
  const entryId = await anEntryOf(test, { city, compound });
  await anEntryOf(test, { city, compound });
  const book = await test.app.get(FundBooks).toKeep(operator, bookOf(compound));
  await posting.reverse(operator, book, { entryId, day: DAY, memo: '金额有误', key: randomUUID() });
  const hold = { account: '1002', amount: 5_000n, memo: '绿化', key: randomUUID() };
  const held = await holds.hold(operator, book, hold);
  const payment = { ...ENTRY, key: randomUUID(), holdId: held.id, lines: moved('4101', -5_000n) };
  await posting.post(operator, book, payment);
  const turn = { month: '2026-10', step: 'closing', reason: '月末结账' } as const;
  await test.app.get(PeriodsService).turn(operator, book, turn);
  await statementIn(test, { city, compound });
}

/** An entry of the city's own fund. @returns its id */
async function aGift(test: TestApp, { operator }: TestCity): Promise<string> {
  const book = await test.app.get(FundBooks).toKeep(operator);
  const lines = [
    { account: '1002:F5', amount: 100n, memo: null },
    { account: '4004:F5', amount: -100n, memo: null },
  ];
  const told = { day: DAY, memo: '社会捐赠', key: randomUUID(), lines };
  return (await test.app.get(PostingService).post(operator, book, told)).id;
}

/** How each route of the fund is called. */
export const FUND_CALLS = {
  ...BANK_CALLS,
  'POST /fund/entries': ({ compound }) => ({
    key: randomUUID(),
    body: {
      ...{ book: bookOf(compound), date: DAY, memo: '电梯广告收入' },
      lines: [
        { account: '1002', amount: '100.00' },
        { account: '4101', amount: '-100.00' },
      ],
    },
  }),
  'POST /fund/entries/:id/reversal': async (at, _, test) => ({
    ids: [await anEntryOf(test, at)],
    body: { reason: '金额有误', date: DAY },
  }),
  'GET /fund/accounts/:code/balance': ({ compound }) => ({
    ids: ['1002'],
    query: `book=${bookOf(compound)}&at=2026-11-30`,
  }),
  'GET /fund/trial-balance': ({ compound }) => ({ query: `book=${bookOf(compound)}` }),
  'GET /public/:city/fund': ({ city }) => ({ ids: [city.code], query: `at=${DAY}` }),
  'GET /public/:city/fund/course': ({ city }) => ({ ids: [city.code] }),
  'GET /public/:city/fund/entries': ({ city }) => ({ ids: [city.code] }),
  'GET /public/:city/fund/entries/:id': async ({ city }, _, test) => ({ ids: [city.code, await aGift(test, city)] }),
} as const satisfies Readonly<Record<string, FundCall>>;

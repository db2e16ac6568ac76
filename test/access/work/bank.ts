import { randomUUID } from 'node:crypto';
import { FundBooks } from '#libs/fund';
import {
  HoldsService,
  MatchesService,
  PeriodsService,
  PostingService,
  StatementImportService,
  type LedgerBook,
} from '#libs/ledger';
import type { TestApp } from '../../support/app.js';
import { rowsOf } from '../../support/evidence.js';
import type { TestCity } from '../../support/city.js';

/** Where the books are: of a compound's common revenue. */
export interface FundOfPlace {
  readonly city: TestCity;
  readonly compound: string;
}

export interface FundCallMade {
  readonly ids?: readonly string[];
  readonly query?: string;
  readonly body?: object;
  readonly key?: string;
  readonly upload?: { readonly fields: Readonly<Record<string, string>>; readonly lines: readonly string[] };
}

export type FundCall = (at: FundOfPlace, who: unknown, test: TestApp) => FundCallMade | Promise<FundCallMade>;

const HEADINGS = '日期,收入金额,支出金额,账户余额,摘要,流水号';
const bookOf = (compound: string): string => `common-revenue:${compound}`;

async function openBook(test: TestApp, { city, compound }: FundOfPlace): Promise<LedgerBook> {
  return test.app.get(FundBooks).toKeep(city.operator, bookOf(compound));
}

/** Imports so many lines of 100.00 each, unlike any other. @returns their ids */
export async function bankLines(test: TestApp, at: FundOfPlace, count = 1): Promise<string[]> {
  const book = await openBook(test, at);
  const mark = randomUUID();
  const lines = Array.from({ length: count }, (_, n) => `2026-11-20,100.00,,,广告费,${mark}-${n}`);
  const content = Buffer.from([HEADINGS, ...lines].join('\n'));
  const file = { content, name: '对账单.csv', account: '1002' };
  await test.app.get(StatementImportService).run(at.city.operator, book, file);
  const text = 'SELECT id FROM bank_statement_row WHERE starts_with(reference, $1)';
  return (await rowsOf<{ id: string }>(test, at.city, text, [mark])).map(({ id }) => id);
}

async function entryOf100(test: TestApp, at: FundOfPlace): Promise<string> {
  const lines = [
    { account: '1002', amount: 10_000n, memo: null },
    { account: '4101', amount: -10_000n, memo: null },
  ];
  const entry = { day: '2026-11-20', memo: '广告费', key: randomUUID(), lines };
  const posting = test.app.get(PostingService);
  return (await posting.post(at.city.operator, await openBook(test, at), entry)).id;
}

async function match(test: TestApp, at: FundOfPlace): Promise<string> {
  const [rows, entries] = [await bankLines(test, at), [await entryOf100(test, at)]];
  const told = { account: '1002', rows, entries, note: null };
  return test.app.get(MatchesService).match(at.city.operator, await openBook(test, at), told);
}

/** A statement of which a line was matched, and the match undone. */
export async function statementIn(test: TestApp, at: FundOfPlace): Promise<void> {
  const { operator } = at.city;
  await test.app.get(MatchesService).undo(operator, await openBook(test, at), await match(test, at), '对错了');
}

async function hold(test: TestApp, at: FundOfPlace): Promise<string> {
  await entryOf100(test, at);
  const told = { account: '1002', amount: 100n, memo: '绿化', key: randomUUID() };
  return (await test.app.get(HoldsService).hold(at.city.operator, await openBook(test, at), told)).id;
}

let months = 0;

/** A month that no other call has. */
function aMonth(): string {
  months += 1;
  return `${1950 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** A read about a book that is there. */
const read: FundCall = async (at, _, test) => {
  await openBook(test, at);
  return { query: `book=${bookOf(at.compound)}` };
};
const ofMonth: FundCall = async (at, who, test) => ({ ids: ['2026-11'], ...(await read(at, who, test)) });
const REASON = '情况有变';

/** How each route of the treasurer's desk is called. */
export const BANK_CALLS = {
  'GET /fund/books': () => ({ query: 'limit=200' }),
  'GET /fund/accounts': read,
  'GET /fund/entries': read,
  'POST /fund/statements': ({ compound }) => ({
    upload: {
      fields: { book: bookOf(compound), account: '1002' },
      lines: [HEADINGS, `2026-11-20,1.00,,,广告费,${randomUUID()}`],
    },
  }),
  'GET /fund/statements': read,
  'GET /fund/matching': read,
  'GET /fund/matches': read,
  'POST /fund/matches': async (at, _, test) => ({
    body: { book: bookOf(at.compound), rows: await bankLines(test, at), entries: [await entryOf100(test, at)] },
  }),
  'POST /fund/matches/:id/undoing': async (at, _, test) => ({ ids: [await match(test, at)], body: { reason: REASON } }),
  'POST /fund/statement-rows/:id/entry': async (at, _, test) => ({
    ids: await bankLines(test, at),
    body: { counter: '4101' },
  }),
  'GET /fund/reconciliations/:month': ofMonth,
  'GET /fund/reconciliations/:month/table.xlsx': ofMonth,
  'GET /fund/holds': read,
  'POST /fund/holds': async (at, _, test) => {
    await entryOf100(test, at);
    return { key: randomUUID(), body: { book: bookOf(at.compound), account: '1002', amount: '1.00', memo: '绿化' } };
  },
  'POST /fund/holds/:id/release': async (at, _, test) => ({ ids: [await hold(test, at)], body: { reason: REASON } }),
  'GET /fund/months': read,
  'POST /fund/months/:month/closing': ({ compound }) => ({
    ids: [aMonth()],
    body: { book: bookOf(compound), reason: REASON },
  }),
  'POST /fund/months/:month/reopening': async (at, _, test) => {
    const month = aMonth();
    const turn = { month, step: 'closing', reason: REASON } as const;
    await test.app.get(PeriodsService).turn(at.city.operator, await openBook(test, at), turn);
    return { ids: [month], body: { book: bookOf(at.compound), reason: REASON } };
  },
} as const satisfies Readonly<Record<string, FundCall>>;

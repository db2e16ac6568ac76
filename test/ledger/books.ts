import { randomUUID } from 'node:crypto';
import { BooksService, GENERAL, type LedgerBook, type NewAccount } from '#libs/ledger';
import { Database } from '#libs/platform';
import pg from 'pg';
import type { Response } from 'supertest';
import type { TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { anAdministrator, type Person } from '../support/people.js';

/** A city with somebody who keeps its books, and a general book. */
export interface Kept {
  readonly city: TestCity;
  readonly keeper: Person;
  readonly book: LedgerBook;
}

export const ACCOUNTS: readonly NewAccount[] = [
  { code: 'bank', kind: 'asset', least: '0' },
  { code: 'income', kind: 'income' },
  { code: 'expense', kind: 'expense' },
  { code: 'sum', isPostable: false },
  { code: 'sum:F1', restriction: 'F1', least: '0' },
  { code: 'income:F1', restriction: 'F1' },
];

/** @param accounts of the book; by default a few of each kind */
export async function someBook(test: TestApp, accounts = ACCOUNTS): Promise<Kept> {
  const city = await aCity(test);
  const keeper = await anAdministrator(test, city);
  return { city, keeper, book: await aBook(test, city, accounts) };
}

export async function aBook(test: TestApp, city: TestCity, accounts = ACCOUNTS): Promise<LedgerBook> {
  const books = test.app.get(BooksService);
  const name = `账套 ${randomUUID().slice(0, 8)}`;
  return test.app.get(Database).transaction(city.operator, async (manager) => {
    const told = { name, kind: GENERAL, compoundId: null, unit: 'CNY', decimals: 2 };
    const book = await books.open(manager, city.city.id, told);
    await books.openAccounts(manager, book, accounts);
    return book;
  });
}

export type Legs = readonly (readonly [account: string, amount: string])[];

export const aKey = (): string => randomUUID();

export function anEntry({ id: book }: Pick<LedgerBook, 'id'>, legs: Legs, more: object = {}): object {
  const lines = legs.map(([account, amount]) => ({ account, amount }));
  return { book, date: '2026-11-20', memo: '测试', lines, ...more };
}

/** Money in, by which an account gets something to spend. */
export const earned = (amount: string): Legs => [
  ['bank', amount],
  ['income', `-${amount}`],
];

export const spent = (amount: string): Legs => [
  ['bank', `-${amount}`],
  ['expense', amount],
];

export interface Sent {
  readonly body: object;
  readonly key?: string;
  readonly path?: string;
}

export async function sendEntry(test: TestApp, person: Person, { body, key, path = '' }: Sent): Promise<Response> {
  const request = test.http.post(`/api/v1/fund/entries${path}`).set('authorization', `Bearer ${person.accessToken}`);
  if (key !== undefined) void request.set('idempotency-key', key);
  return request.send(body);
}

/** Posts legs, and fails the test when they are refused. @returns the entry */
export async function posted(
  test: TestApp,
  { keeper, book }: Kept,
  legs: Legs,
  more: object = {},
): Promise<{ id: string; number: string }> {
  const answer = await sendEntry(test, keeper, { body: anEntry(book, legs, more), key: aKey() });
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as { id: string; number: string };
}

export async function balanceOf(
  { keeper, book }: Pick<Kept, 'keeper' | 'book'>,
  code: string,
  query = '',
): Promise<string> {
  const answer = await keeper.get(`/fund/accounts/${code}/balance?book=${book.id}${query}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { amount: string }).amount;
}

/** Sets an amount aside, and fails the test when it is refused. @returns its id */
export async function aHold(test: TestApp, { keeper, book }: Kept, hold: object): Promise<string> {
  const request = test.http.post('/api/v1/fund/holds').set('authorization', `Bearer ${keeper.accessToken}`);
  const answer = await request.set('idempotency-key', aKey()).send({ book: book.id, ...hold });
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

/** Runs a statement as the owner of the tables, whom nothing holds back. */
export async function asOwner(test: TestApp, city: TestCity, text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: test.database.ownerUrl });
  await client.connect();
  try {
    await client.query(`SET app.city_id = '${city.city.id}'`);
    await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** Named invariants of every book; each is a query that finds nothing. */
const INVARIANTS = {
  'an entry sums to zero': 'SELECT entry_id FROM ledger_line GROUP BY entry_id HAVING sum(amount) <> 0',
  'an entry has legs': `SELECT e.id FROM ledger_entry e WHERE NOT EXISTS (SELECT 1 FROM ledger_line l
      WHERE l.city_id = e.city_id AND l.entry_id = e.id)`,
  'restricted money stays within itself': `SELECT l.entry_id FROM ledger_line l JOIN ledger_account a
      ON a.city_id = l.city_id AND a.id = l.account_id GROUP BY l.entry_id, a.restriction HAVING sum(l.amount) <> 0`,
  'an account holds the sum of its lines': `SELECT a.code FROM ledger_account a LEFT JOIN ledger_line l
      ON l.city_id = a.city_id AND l.account_id = a.id GROUP BY a.city_id, a.id, a.book_id
      HAVING a.balance <> coalesce(sum(l.amount), 0) OR a.line_count <> count(l.entry_id)`,
  'lines are numbered without gaps, each with the balance after it': `SELECT * FROM (SELECT l.sequence, l.balance,
      row_number() OVER w AS n, sum(l.amount) OVER w AS total FROM ledger_line l
      WINDOW w AS (PARTITION BY l.account_id ORDER BY l.sequence)) s WHERE s.sequence <> s.n OR s.balance <> s.total`,
  'entries of a book are numbered without gaps': `SELECT * FROM (SELECT number, row_number() OVER (PARTITION BY book_id
      ORDER BY number) AS n FROM ledger_entry) s WHERE s.number <> s.n`,
  'no floor is crossed': 'SELECT code FROM ledger_account WHERE balance - held < least OR balance > most',
  'what is held is what holds hold': `SELECT a.code FROM ledger_account a LEFT JOIN ledger_hold h ON h.city_id = a.city_id
      AND h.account_id = a.id AND NOT EXISTS (SELECT 1 FROM ledger_hold_step s WHERE s.city_id = h.city_id AND s.hold_id = h.id)
      GROUP BY a.city_id, a.id, a.book_id HAVING a.held <> coalesce(sum(h.amount), 0)`,
  'an entry is reversed once': `SELECT reverses FROM ledger_entry WHERE reverses IS NOT NULL GROUP BY reverses
      HAVING count(*) > 1`,
  'a match balances': `SELECT m.id FROM statement_match m WHERE (SELECT sum(r.amount) FROM statement_match_row x
      JOIN bank_statement_row r ON r.city_id = x.city_id AND r.id = x.row_id WHERE x.match_id = m.id) IS DISTINCT FROM
      (SELECT sum(l.amount) FROM statement_match_entry x JOIN ledger_line l ON l.city_id = x.city_id
        AND l.entry_id = x.entry_id JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id
        JOIN ledger_account b ON b.city_id = m.city_id AND b.id = m.account_id
        WHERE x.match_id = m.id AND (a.id = b.id OR starts_with(a.code, b.code || ':')))`,
  'a line of the bank is in one match that stands': `SELECT x.row_id FROM statement_match_row x WHERE NOT EXISTS (
      SELECT 1 FROM statement_match_undoing u WHERE u.match_id = x.match_id) GROUP BY x.row_id HAVING count(*) > 1`,
  'no key came twice': 'SELECT 1 FROM ledger_entry GROUP BY book_id, idempotency_key HAVING count(*) > 1',
} as const;

/** The invariants that do not hold in a city; there must never be one. */
export async function brokenIn(test: TestApp, city: TestCity): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, text] of Object.entries(INVARIANTS)) {
    const rows = await rowsOf(test, city, text);
    if (rows.length > 0) broken.push(`${name}: ${rows.length}`);
  }
  return broken;
}

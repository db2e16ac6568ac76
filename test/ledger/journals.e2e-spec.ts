import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import {
  amountText,
  BalanceQueries,
  BooksService,
  JournalExportService,
  JournalImportService,
  VerificationService,
  type JournalFormat,
  type JournalReport,
} from '#libs/ledger';
import { Database } from '#libs/platform';
import { Sealer } from '#libs/transparency';
import pg from 'pg';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { asOwner, brokenIn } from './books.js';

/** A complete example ledger, where it lies beside the project; it is read and never copied. */
const FOLDER = path.resolve(import.meta.dirname, '../../../shared/data/ledger');

let test: TestApp;
let city: TestCity;

beforeAll(async () => {
  test = await testApp();
  city = await aCity(test);
});
afterAll(() => test.close());

const SMALL = [
  '1,2026-01-05,Assets:银行,100.00,捐赠',
  '2,2026-01-06,Assets:银行,-30.50,采购',
  '1,2026-01-05,Income:捐赠,-100.00,',
  '2,2026-01-06,Expenses:采购,30.50,"灯具, 两盏"',
];

interface Unit {
  readonly unit: string;
  readonly decimals: number;
}

function importing(book: string, lines: readonly string[], unit?: Unit): Promise<JournalReport> {
  const text = ['txn,date,account,amount,memo', ...lines].join('\n');
  return test.app.get(JournalImportService).run(city.operator, { book, text, ...unit });
}

async function refusalOf(work: Promise<unknown>): Promise<[string, object]> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof DomainError) return [thrown.code, thrown.params];
    throw thrown;
  }
  throw new Error('nothing was refused');
}

async function balances(name: string, at: string | null = null): Promise<Map<string, string>> {
  const book = await test.app.get(BooksService).named(city.city.id, name);
  const found = await test.app.get(BalanceQueries).all(book, { at, knownAt: null });
  return new Map(found.map(({ code, amount }) => [code, amountText(amount, book.decimals)]));
}

async function faultOf(name: string): Promise<string | null> {
  const book = await test.app.get(BooksService).named(city.city.id, name);
  return (await test.app.get(VerificationService).verify(book)).fault?.zh ?? null;
}

const thousandths = (text: string): number => Math.round(Number(text) * 1000);

describe('a file of entries', () => {
  it.each<[string, string[], string, object]>([
    ['unbalanced', ['1,2026-01-05,A,1.00,', '1,2026-01-05,B,-0.99,'], 'ledger.txn-refused', { line: 2, txn: '1' }],
    ['too fine', ['1,2026-01-05,A,1.005,', '1,2026-01-05,B,-1.005,'], 'ledger.line-refused', { line: 2 }],
    ['on no day', ['1,2026-01-05,A,1,', '1,2026-02-30,B,-1,'], 'ledger.line-refused', { line: 3 }],
    ['on two days', ['1,2026-01-05,A,1,', '1,2026-01-06,B,-1,'], 'ledger.line-refused', { line: 3 }],
    ['of one line', ['1,2026-01-05,A,1,'], 'ledger.txn-refused', { line: 2 }],
    ['without an account', ['1,2026-01-05,,1,'], 'ledger.line-refused', { line: 2 }],
    ['without a number', [',2026-01-05,A,1,'], 'ledger.line-refused', { line: 2 }],
    ['in quotes that never end', ['1,2026-01-05,"A,1,'], 'ledger.file-refused', {}],
  ])('is refused as a whole for an entry %s', async (name, lines, code, params) => {
    const good = ['8,2026-01-05,A,1,', '8,2026-01-05,B,-1,'];
    const [found, told] = await refusalOf(importing(`坏账 ${name}`, [...lines, ...good]));
    expect([found, told]).toEqual([code, expect.objectContaining(params)]);
    expect(await test.app.get(BooksService).find(city.city.id, `坏账 ${name}`)).toBeNull();
  });

  it('brings each entry once, however many files hold it and however many bring it at once', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => importing('同时', SMALL)));
    expect(reports.map(({ posted }) => posted).sort()).toEqual([0, 0, 2]);
    const longer = await importing('同时', [...SMALL, '3,2026-02-01,A,1,', '3,2026-02-01,B,-1,']);
    expect(longer).toMatchObject({ posted: 1, unchanged: 2, accountsOpened: 2 });
    expect(await brokenIn(test, city)).toEqual([]);
  });
});

/** Rows that keys of entries were read for, once every connection has told what it read. */
async function readByKeys(atLeast: number): Promise<number> {
  const database = test.app.get(Database);
  const connections = Array.from({ length: 10 }, (_, n) => n);
  const client = new pg.Client({ connectionString: test.database.ownerUrl });
  await client.connect();
  try {
    for (let scans = 0, rows = 0; ;) {
      if (scans > atLeast) return rows;
      await Promise.all(
        connections.map(() =>
          database.transaction({ cityId: city.city.id }, (manager) => manager.query('SELECT pg_sleep(0.2)')),
        ),
      );
      const text = `SELECT sum(idx_scan)::int AS scans, sum(idx_tup_read)::int AS rows FROM pg_stat_user_indexes
        WHERE relname = 'ledger_entry'`;
      ({ scans, rows } = (await client.query<{ scans: number; rows: number }>(text)).rows[0] ?? { scans, rows });
    }
  } finally {
    await client.end();
  }
}

describe('a long file in a new house', () => {
  it('looks each entry up by its own key, though nobody has counted the rows yet', async () => {
    const entries = 4000;
    const lines = Array.from({ length: entries }, (_, n) => [`${n},2026-01-05,A,1,`, `${n},2026-01-05,B,-1,`]).flat();
    await importing('long', lines);
    // Only the first few come before anybody could count; all of them by a wrong key would read over ten million.
    expect(await readByKeys(3 * entries)).toBeLessThan(300_000);
  });
});

describe('a book that somebody tampered with who passes all walls', () => {
  const only = (book: string): string => `book_id = (SELECT id FROM ledger_book WHERE name = '${book}')`;

  it.each<[string, (of: string) => string, string]>([
    ['an amount', (of) => `UPDATE ledger_line SET amount = amount * 2 WHERE balance = 10000 AND ${of}`, '第 1 号分录'],
    ['a memo', (of) => `UPDATE ledger_entry SET memo = '别的' WHERE number = 2 AND ${of}`, '第 2 号分录'],
    ['a day', (of) => `UPDATE ledger_entry SET day = '2026-03-01' WHERE number = 2 AND ${of}`, '第 2 号分录'],
    ['a hash', (of) => `UPDATE ledger_entry SET input_hash = sha256('') WHERE number = 1 AND ${of}`, '第 1 号分录'],
    ['a balance', (of) => `UPDATE ledger_account SET balance = 1 WHERE code = 'Assets:银行' AND ${of}`, 'Assets:银行'],
    ['what is held', (of) => `UPDATE ledger_account SET held = 1 WHERE code = 'Assets:银行' AND ${of}`, 'Assets:银行'],
    ['a running balance', (of) => `UPDATE ledger_line SET balance = 1 WHERE sequence = 2 AND ${of}`, 'Assets:银行'],
    ['a number', (of) => `UPDATE ledger_entry SET number = 7 WHERE number = 2 AND ${of}`, '缺少第 2 号'],
    ['a key', (of) => `UPDATE ledger_entry SET idempotency_key = 'other' WHERE number = 2 AND ${of}`, '透明日志中的叶'],
    [
      'a restriction',
      (of) => `UPDATE ledger_account SET restriction = 'F1' WHERE code = 'Assets:银行' AND ${of}`,
      '限定',
    ],
    [
      'a line of no entry',
      (
        of,
      ) => `SET session_replication_role = replica; INSERT INTO ledger_line SELECT city_id, uuidv7(), book_id, position,
        account_id, day, amount, 9, balance, recorded_at, memo FROM ledger_line WHERE sequence = 2 AND ${of}`,
      '不属于任何分录',
    ],
    ['who posted', (of) => `UPDATE ledger_entry SET by_id = 'other' WHERE number = 2 AND ${of}`, '透明日志中的叶'],
  ])('is told, with the place: %s', async (what, text, named) => {
    const book = `账 ${what}`;
    await importing(book, SMALL);
    while ((await test.app.get(Sealer).sealNext(city.operator)) > 0);
    expect(await faultOf(book)).toBeNull();
    await asOwner(test, city, text(only(book)));
    expect(await faultOf(book)).toContain(named);
  });

  it('is told also when everything was made to fit but the log, or the log itself was altered', async () => {
    await importing('无痕', SMALL);
    while ((await test.app.get(Sealer).sealNext(city.operator)) > 0);
    await asOwner(
      test,
      city,
      `WITH gone AS (DELETE FROM ledger_line l USING ledger_entry e WHERE e.id = l.entry_id AND e.number = 2
           AND e.${only('无痕')} RETURNING l.account_id, l.amount)
       UPDATE ledger_account a SET balance = balance - g.amount, line_count = line_count - 1 FROM gone g
       WHERE a.id = g.account_id`,
    );
    await asOwner(test, city, `DELETE FROM ledger_entry WHERE number = 2 AND ${only('无痕')}`);
    expect(await faultOf('无痕')).toContain('已不在账上');
    await asOwner(
      test,
      city,
      `DELETE FROM log_leaf WHERE source_kind = 'ledger-entry' AND leaf_index = (SELECT max(leaf_index)
      FROM log_leaf)`,
    );
    expect(await faultOf('无痕')).toContain('树头');
  });
});

/** A reader of our own: indented lines are legs. */
function balancesOfText(text: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of text.split('\n')) {
    const leg = /^\s{2,}(\S+)\s{2,}(-?[\d.]+) "?[A-Z]/.exec(line);
    if (leg) sums.set(leg[1] ?? '', (sums.get(leg[1] ?? '') ?? 0) + thousandths(leg[2] ?? ''));
  }
  return sums;
}

async function exported(name: string, format: JournalFormat): Promise<string> {
  const book = await test.app.get(BooksService).named(city.city.id, name);
  const pieces: string[] = [];
  await test.app.get(JournalExportService).write(book, format, (text) => pieces.push(text));
  return pieces.join('');
}

function hledgerReads(journal: string): Map<string | undefined, number> | null {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'jiayuan-ledger-')), 'book.journal');
  writeFileSync(file, journal);
  const args = ['-f', file, 'balance', '--flat', '--empty', '--no-total', '-O', 'csv'];
  try {
    const rows = execFileSync('hledger', args, { encoding: 'utf8' }).trim().split('\n').slice(1);
    const cells = rows.map((row) => /^"([^"]*)","(-?[\d.]+)/.exec(row));
    return new Map(cells.map((cell) => [cell?.[1], thousandths(cell?.[2] ?? '')]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function isWrittenOutAlike(name: string, unit: Unit): Promise<void> {
  const own = new Map([...(await balances(name))].map(([account, amount]) => [account, thousandths(amount)]));
  const journal = await exported(name, 'hledger');
  expect(balancesOfText(journal)).toEqual(own);
  const read = hledgerReads(journal);
  if (read) expect(read).toEqual(own);
  // Every account begins with a root that beancount knows.
  expect(balancesOfText(await exported(name, 'beancount'))).toEqual(own);
  const [, ...lines] = (await exported(name, 'csv')).trim().split('\n');
  await importing(`${name} 再读`, lines, unit);
  expect(await balances(`${name} 再读`)).toEqual(await balances(name));
}

describe('a book that is written out', () => {
  it('is read alike by others, and by ourselves', async () => {
    const odd = ['3,2026-02-01,Assets:银行,1.00,"引号"";|分号"', '3,2026-02-01,Equity:结余,-1.00,另一行'];
    await importing('写出', [...SMALL, ...odd]);
    await isWrittenOutAlike('写出', { unit: 'CNY', decimals: 2 });
  });
});

describe('a complete ledger', () => {
  // In a city of its own: the log of the other was broken on purpose.
  beforeAll(async () => {
    city = await aCity(test);
  });

  interface Posting {
    readonly txn: string;
    readonly date: string;
    readonly account: string;
    readonly amount: string;
    readonly currency: string;
  }

  function readCsv<T>(name: string): T[] {
    const [head = '', ...rows] = readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n');
    const names = head.split(',');
    return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [names[at], cell])) as T);
  }

  const CONVERSIONS = 'Equity:Conversions';
  const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

  /** One file per currency; what does not balance in it goes over an account of conversions. */
  function fileOf(postings: readonly Posting[], currency: string): string[] {
    const own = postings.filter((each) => each.currency === currency);
    const sums = new Map<string, number>();
    for (const { txn, amount } of own) sums.set(txn, (sums.get(txn) ?? 0) + thousandths(amount));
    const days = new Map(own.map(({ txn, date }) => [txn, date]));
    const legs = [...sums].filter(([, sum]) => sum !== 0);
    return [
      ...own.map(({ txn, date, account, amount }) => `${txn},${date},${account},${amount},`),
      ...legs.map(([txn, sum]) => `${txn},${days.get(txn)},${CONVERSIONS},${(-sum / 1000).toFixed(3)},`),
    ];
  }

  it('holds every assertion and every balance, and is written out alike', async () => {
    if (!existsSync(FOLDER)) return;
    const postings = readCsv<Posting>('beancount_example_postings.csv');
    const currencies = [...new Set(postings.map(({ currency }) => currency))];
    for (const unit of currencies) await importing(`例 ${unit}`, fileOf(postings, unit), { unit, decimals: 3 });
    type Expected = { account: string; currency: string; balance: string };
    const expected = readCsv<Expected>('beancount_example_expected_balances.csv');
    const told = new Map<string, number>();
    for (const unit of currencies)
      for (const [account, amount] of await balances(`例 ${unit}`))
        if (account !== CONVERSIONS) told.set(`${account} ${unit}`, thousandths(amount));
    const wanted = expected.map(({ account, currency, balance }) => [`${account} ${currency}`, thousandths(balance)]);
    expect(told).toEqual(new Map(wanted as [string, number][]));
    type Assertion = { date_start_of_day: string; account: string; amount: string; currency: string };
    const assertions = readCsv<Assertion>('beancount_example_balance_assertions.csv');
    expect(assertions.length).toBe(92);
    for (const { date_start_of_day: date, account, amount, currency } of assertions) {
      const found = (await balances(`例 ${currency}`, dayBefore(date))).get(account) ?? '0';
      expect([date, account, thousandths(found)]).toEqual([date, account, thousandths(amount)]);
    }
    for (const unit of currencies) {
      expect(await faultOf(`例 ${unit}`)).toBeNull();
      await isWrittenOutAlike(`例 ${unit}`, { unit, decimals: 3 });
    }
    expect(await brokenIn(test, city)).toEqual([]);
  });
});

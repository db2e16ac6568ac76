import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { smallAreas } from '../support/city.js';
import { cloneDatabase, type ClonedDatabase } from '../support/database.js';
import { aFile, documentOf, environment, jiayuan, type Ended } from './command.js';

let database: ClonedDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
  const areas = await aFile('areas.csv', smallAreas('1405'));
  expect((await run(['city', 'create', '1405', '--name', '测试市', '--areas', areas])).code).toBe(0);
});
afterAll(() => database.drop());

const run = (args: readonly string[]): Promise<Ended> => jiayuan(args, environment(database));

type Balances = { accounts: { account: string; amount: string }[] };

async function balances(book: string, at?: string): Promise<Map<string, string>> {
  const ended = await run(['ledger', 'balances', '--book', book, '--json', ...(at ? ['--at', at] : [])]);
  expect([ended.code, ended.err]).toEqual([0, '']);
  return new Map(documentOf<Balances>(ended).accounts.map(({ account, amount }) => [account, amount]));
}

async function importing(book: string, lines: readonly string[], more: readonly string[] = []): Promise<Ended> {
  const file = await aFile('journal.csv', ['txn,date,account,amount,memo', ...lines].join('\n'));
  return run(['ledger', 'import', file, '--book', book, '--json', ...more]);
}

async function verifying(book: string): Promise<string> {
  const ended = await run(['ledger', 'verify', '--book', book, '--json']);
  if (ended.code === 0) return 'ok';
  expect(documentOf(ended).code).toBe('ledger.faulty');
  return documentOf(ended).detail;
}

const SMALL = [
  '1,2026-01-05,Assets:银行,100.00,捐赠',
  '2,2026-01-06,Assets:银行,-30.50,采购',
  '1,2026-01-05,Income:捐赠,-100.00,',
  '2,2026-01-06,Expenses:采购,30.50,"灯具, 两盏"',
];

describe('ledger import', () => {
  it('takes a whole file, once, and tells balances of any day', async () => {
    const first = await importing('小账', SMALL);
    const counts = { book: '小账', entries: 2, lines: 4 };
    expect(documentOf<object>(first)).toEqual({ ...counts, posted: 2, unchanged: 0, accountsOpened: 6 });
    const again = await importing('小账', SMALL);
    expect(documentOf<object>(again)).toEqual({ ...counts, posted: 0, unchanged: 2, accountsOpened: 0 });
    const longer = await importing('小账', [
      ...SMALL,
      '3,2026-02-01,Assets:银行,1.00,',
      '3,2026-02-01,Income:捐赠,-1.00,',
    ]);
    expect(documentOf<object>(longer)).toMatchObject({ posted: 1, unchanged: 2 });
    expect((await balances('小账', '2026-01-05')).get('Assets:银行')).toBe('100.00');
    expect(await balances('小账')).toEqual(
      new Map([
        ['Assets:银行', '70.50'],
        ['Expenses:采购', '30.50'],
        ['Income:捐赠', '-101.00'],
      ]),
    );
    expect(await verifying('小账')).toBe('ok');
  });

  it('refuses a file with one bad entry as a whole', async () => {
    const refused = await importing('坏账', [...SMALL, '3,2026-01-05,A,1.00,', '3,2026-01-05,B,-0.99,']);
    expect([refused.code, documentOf(refused).code]).toEqual([1, 'ledger.txn-refused']);
    expect(documentOf(refused).params).toMatchObject({ line: 6, txn: '3' });
    const asked = await run(['ledger', 'balances', '--book', '坏账', '--json']);
    expect(documentOf(asked).code).toBe('ledger.book-not-found');
  });

  it('keeps to the unit of a book, and to the chart of the fund', async () => {
    expect(documentOf(await importing('小账', SMALL, ['--unit', 'USD'])).code).toBe('ledger.book-exists');
    expect(documentOf(await importing('新账', SMALL, ['--unit', '元'])).code).toBe('ledger.unit-invalid');
    expect((await importing('新账', SMALL, ['--decimals', '12'])).code).toBe(2);
    const fund = await importing('美好家园基金', ['1,2026-01-05,1002:F9,1,', '1,2026-01-05,4004:F5,-1,']);
    expect(documentOf(fund).code).toBe('ledger.txn-refused');
    expect(documentOf(fund).detail).toContain('1002:F9');
  });
});

describe('ledger verify', () => {
  it('ends with 1 and names the first fault of whoever passes all walls', async () => {
    expect((await importing('被改的账', SMALL)).code).toBe(0);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const only = `book_id = (SELECT id FROM ledger_book WHERE name = '被改的账')`;
    await owner.query(`UPDATE ledger_entry SET memo = '别的' WHERE number = 2 AND ${only}`);
    await owner.end();
    expect(await verifying('被改的账')).toContain('第 2 号分录');
  });
});

describe('ledger export', () => {
  it('writes a book that hledger reads alike, where it is there', async () => {
    const written = await run(['ledger', 'export', '--book', '小账', '--format', 'hledger']);
    expect([written.code, written.err]).toEqual([0, '']);
    expect(written.out).toContain('2026-01-06 (2) 采购\n    Assets:银行  -30.50 CNY\n');
    const file = await aFile('book.journal', written.out);
    const read = spawnSync('hledger', ['-f', file, 'balance', '--flat', '--no-total', '-O', 'csv'], {
      encoding: 'utf8',
    });
    if (read.error === undefined) {
      expect(read.stdout.trim().split('\n').slice(1)).toEqual([
        '"Assets:银行","70.50 CNY"',
        '"Expenses:采购","30.50 CNY"',
        '"Income:捐赠","-101.00 CNY"',
      ]);
    }
    expect((await run(['ledger', 'export', '--book', '小账', '--format', 'xml'])).code).toBe(2);
  });
});

describe('statement import', () => {
  it('keeps what the bank says beside the city’s fund, and tells it on stdout alone', async () => {
    const file = await aFile('对账单.csv', '交易日期,交易金额,余额\n2026-11-01,+5.00,5.00\n2026-11-02,-2.00,4.00\n');
    const told = await run(['statement', 'import', file, '--account', '1002', '--json']);
    expect([told.code, documentOf<object>(told)]).toEqual([
      0,
      {
        ...{ layout: 'unknown', rows: 2, accepted: 2, rejected: [], sums: { in: '5.00', out: '2.00' } },
        ...{ balanceBreaks: [{ row: 3, expected: '3.00', found: '4.00' }], duplicates: [] },
      },
    ]);
    const unknown = await run(['statement', 'import', file, '--account', '1003', '--json']);
    expect([unknown.code, documentOf(unknown).code]).toEqual([1, 'ledger.account-not-found']);
  });
});

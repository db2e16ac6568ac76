import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { benchDatabase } from './support/database.mjs';
import { fillBook, openBook, openBooks, POST_ONE, prepareTpcB, tpcB } from './support/ledger-book.mjs';
import { heading, interleaved, line, median, row } from './support/measure.mjs';
import { bothServers, signIn } from './support/served.mjs';

// Posting: one call of the function against TPC-B from the same process, and over HTTP against that call; then a whole
// ledger taken in, balances of a past day, and the walk over every line, each against the least that it could cost.
// Single calls go to the books of many compounds, as they do in a city: a book numbers its entries without gaps, so its
// commits follow one another, and what goes to one book alone waits for the disk each time.
const CITY = 1;
const CONNECTIONS = 16;
const HTTP_CONNECTIONS = 64;
const ROUNDS = 5;
const MANY = 1000;
const BOOKS = { books: 1000, accounts: 10 };
const TRANSFERS = { tpcB: 1500, call: 1500, alone: 400, http: 3000 };
const LINES = Number(process.env.LEDGER_LINES ?? 1_000_000);

const built = (file) => import(`../../dist/libs/${file}`);

/** Does a work so many times from a pool's connections. @returns its rate */
async function rate(pool, count, work) {
  let left = count;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = await pool.connect();
      try {
        while ((left -= 1) >= 0) await work(client);
      } finally {
        client.release();
      }
    }),
  );
  return count / ((performance.now() - began) / 1000);
}

/** Over all accounts, or with one of the two always the same. */
function pairOf({ codes }, isHot) {
  const from = isHot ? 0 : Math.floor(Math.random() * codes.length);
  const to = isHot ? 1 + Math.floor(Math.random() * (codes.length - 1)) : (from + 1) % codes.length;
  return [codes[from], codes[to]];
}

const call = (books, isHot) => async (client) => {
  const book = books[Math.floor(Math.random() * books.length)];
  const values = [book.id, randomUUID(), '2026-11-20', randomUUID(), ...pairOf(book, isHot), '100'];
  const { rows } = await client.query({ ...POST_ONE, values });
  assert.equal(rows[0].outcome, 'posted');
};

async function overHttp(url, authorization, book, isHot) {
  const setupRequest = (request) => {
    const [debit, credit] = pairOf(book, isHot);
    const lines = [
      { account: debit, amount: '1.00' },
      { account: credit, amount: '-1.00' },
    ];
    const body = { book: book.id, date: '2026-11-20', memo: '转账', basisKind: 'act', basis: '1号', lines };
    const headers = { 'content-type': 'application/json', authorization, 'idempotency-key': randomUUID() };
    return { ...request, headers, body: JSON.stringify(body) };
  };
  const how = { connections: HTTP_CONNECTIONS, amount: TRANSFERS.http, sampleInt: 10 };
  const began = performance.now();
  const { errors, non2xx, latency } = await autocannon({ url, method: 'POST', requests: [{ setupRequest }], ...how });
  assert.deepEqual({ errors, non2xx }, { errors: 0, non2xx: 0 });
  return { rate: TRANSFERS.http / ((performance.now() - began) / 1000), p99: latency.p99 };
}

/**
 * Rates of all works, in turn; the first round only warms, and the tables that it filled are counted, as the server does
 * by itself within a minute or two. @returns each work's rates, the best first
 */
async function inTurn(works, counted) {
  const rates = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    if (round === 1) await counted();
    for (const [name, work] of Object.entries(works)) {
      const found = await work();
      if (round > 0) rates[name].push(found);
    }
  }
  for (const list of Object.values(rates)) list.sort((one, other) => other - one);
  return rates;
}

function tell(what, own, baseline, base, bound) {
  const told = (list) => `${list[0].toFixed(0)} / ${median(list).toFixed(0)} a second`;
  const ratio = own[0] / base[0];
  const medians = (median(own) / median(base)).toFixed(2);
  const judged = bound === undefined ? '–' : `≥ ${bound} ${ratio >= bound ? '✓' : '✗'}`;
  row([what, told(own), `${baseline}: ${told(base)}`, `${ratio.toFixed(2)} / ${medians}`, judged]);
}

async function posting(database, dataFolder) {
  const { served, floor } = await bothServers(database, dataFolder, 'bare-commit.mjs');
  const pool = new pg.Pool({ connectionString: database.appUrl, max: CONNECTIONS });
  pool.on('connect', (client) => void client.query(`SET app.city_id = '${CITY}'`));
  try {
    await prepareTpcB(database.ownerUrl);
    const books = await openBooks(database.ownerUrl, { cityId: CITY, ...BOOKS });
    const book = await openBook(database.ownerUrl, { cityId: CITY, accounts: MANY });
    const authorization = await signIn(served.address);
    const url = `${served.address}/api/v1/fund/entries`;
    const p99 = { spread: [], hot: [] };
    const http = async (name) => {
      const found = await overHttp(url, authorization, book, name === 'hot');
      p99[name].push(found.p99);
      return found.rate;
    };
    const insert = (client) =>
      client.query({ name: 'row', text: 'INSERT INTO bench_row VALUES ($1, $2)', values: [randomUUID(), 'x'] });
    const works = {
      tpcB: () => rate(pool, TRANSFERS.tpcB, tpcB),
      spread: () => rate(pool, TRANSFERS.call, call(books, false)),
      alone: () => rate(pool, TRANSFERS.alone, call([book], false)),
      hot: () => rate(pool, TRANSFERS.alone, call([book], true)),
      httpSpread: () => http('spread'),
      httpHot: () => http('hot'),
      rows: () => rate(pool, TRANSFERS.call, insert),
    };
    const rates = await inTurn(works, () => pool.query('SELECT count_books()'));
    const { books: bookCount } = BOOKS;
    tell(`one call of the posting function, ${bookCount} books`, rates.spread, 'TPC-B', rates.tpcB, 1.5);
    tell('one call of the posting function, all into one book', rates.alone, 'TPC-B', rates.tpcB);
    const latency = (name) => `p99 ${median(p99[name].toSorted((a, b) => a - b))} ms`;
    const many = `an entry over HTTP, ${HTTP_CONNECTIONS} connections`;
    tell(
      `${many}, one book, ${latency('spread')}`,
      rates.httpSpread,
      `one call, ${bookCount} books`,
      rates.spread,
      0.9,
    );
    tell(`${many}, one hot account, ${latency('hot')}`, rates.httpHot, 'one call, hot', rates.hot, 4);
    return rates.rows;
  } finally {
    await pool.end();
    await served.stop();
    await floor.stop();
  }
}

async function application(database, dataFolder) {
  const { NestFactory } = await import('@nestjs/core');
  const { CliModule } = await import('../../dist/apps/cli/src/cli.module.js');
  const { readConfig } = await built('platform/src/index.js');
  const config = readConfig({
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
    ...{ JWT_SECRET: 'of-a-benchmark-'.padEnd(40, 'x'), JIAYUAN_DATA: dataFolder },
  });
  return NestFactory.createApplicationContext(CliModule.for(config), { logger: ['error'] });
}

/** A ledger of 100,000 lines as one file, each time into a book of its own. */
async function importing(app, rows) {
  const { JournalImportService } = await built('ledger/src/index.js');
  const { operatorActor } = await built('identity/src/index.js');
  const lines = ['txn,date,account,amount'];
  for (let n = 0; n < 50_000; n += 1) {
    const day = `2026-${String((n % 11) + 1).padStart(2, '0')}-10`;
    lines.push(`${n},${day},Assets:A${n % 500},${n}.25`, `${n},${day},Income:B${n % 97},-${n}.25`);
  }
  const text = lines.join('\n');
  const principal = { cityId: CITY, cityCode: '0000', actor: operatorActor(), grants: [] };
  const found = [];
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now();
    await app.get(JournalImportService).run(principal, { book: `导入 ${randomUUID()}`, text });
    found.push(100_000 / ((performance.now() - began) / 1000));
  }
  found.sort((one, other) => other - one);
  tell('lines of a ledger of 100,000 lines imported', found, 'one-row inserts', rows, 0.7);
}

async function wholeBooks(app, database) {
  const { BalanceQueries, BooksService, VerificationService } = await built('ledger/src/index.js');
  const { Database, eachRow, rowsOf } = await built('platform/src/index.js');
  const { id, codes } = await openBook(database.ownerUrl, { cityId: CITY, accounts: MANY });
  await fillBook(database.ownerUrl, { cityId: CITY, book: { id, codes }, lines: LINES });
  const book = await app.get(BooksService).named(CITY, id);
  const at = '2025-12-31';
  const text = `SELECT a.code, sum(l.amount)::text FROM ledger_line l JOIN ledger_account a ON a.city_id = l.city_id
    AND a.id = l.account_id WHERE l.city_id = $1 AND l.book_id = $2 AND l.day <= $3 GROUP BY a.code`;
  const aggregate = () =>
    app.get(Database).transaction(book, (manager) => rowsOf(manager, { text, values: [CITY, id, at] }));
  const balances = (moment) => () => app.get(BalanceQueries).all(book, moment);
  const past = { at, knownAt: null };
  const sums = new Map(await aggregate());
  for (const { code, amount } of await balances(past)()) assert.equal(sums.get(code), String(amount));
  const { trial, stored, one } = await interleaved({
    trial: balances(past),
    stored: balances({ at: null, knownAt: null }),
    one: aggregate,
  });
  const lines = LINES.toLocaleString('en');
  line({
    what: `trial balance of a past day, ${lines} lines`,
    times: trial,
    baseline: 'one aggregate',
    baselineTimes: one,
    bound: 2,
  });
  line({ what: 'that of today, as it is stored', times: stored, baseline: 'one aggregate', baselineTimes: one });
  let read = 0;
  const reading = () =>
    app
      .get(Database)
      .transaction(book, (manager) =>
        eachRow(
          manager,
          { text: 'SELECT * FROM ledger_line WHERE city_id = $1 AND book_id = $2', values: [CITY, id] },
          () => (read += 1),
        ),
      );
  const verify = async () => assert.equal((await app.get(VerificationService).verify(book)).fault, null);
  const whole = await interleaved({ verify, reading }, { atLeast: 3 });
  line({
    what: `verification of ${lines} lines`,
    times: whole.verify,
    baseline: 'reading them',
    baselineTimes: whole.reading,
    bound: 3,
  });
}

const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-bench-'));
const database = await benchDatabase();
try {
  heading();
  const rows = await posting(database, dataFolder);
  const app = await application(database, dataFolder);
  await importing(app, rows);
  await wholeBooks(app, database);
  await app.close();
} finally {
  await database.drop();
  await rm(dataFolder, { recursive: true, force: true });
}

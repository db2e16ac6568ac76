import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A transfer as one call of the posting function, with its key and the decision that it cites. */
export const POST_ONE = {
  name: 'post-one',
  text: `SELECT outcome FROM ledger_post($1, ARRAY[$2]::uuid[], ARRAY[$3]::date[], ARRAY['转账'], ARRAY['act'], ARRAY['1号'],
    ARRAY[NULL]::uuid[], ARRAY[NULL]::uuid[], ARRAY[$4::text], ARRAY['bench'], ARRAY['bench'], ARRAY[2],
    ARRAY[$5, $6]::text[], ARRAY[1, 2], ARRAY[$7::bigint, -($7::bigint)], ARRAY[NULL, NULL]::text[])`,
};

/** Opens a general book of so many accounts in the city, as the owner of the tables. @returns its id and codes */
export async function openBook(ownerUrl, { cityId, accounts }) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const id = randomUUID();
  const codes = Array.from({ length: accounts }, (_, n) => `A${n}`);
  try {
    await client.query(`BEGIN; SET LOCAL app.city_id = '${cityId}'`);
    await client.query(
      `INSERT INTO ledger_book (city_id, id, name, kind, unit, decimals, opened_at)
       VALUES ($1, $2, $3, 'general', 'CNY', 2, now())`,
      [cityId, id, `基准 ${id}`],
    );
    await client.query(
      `INSERT INTO ledger_account (city_id, id, book_id, code, name, kind, is_postable, least, opened_at)
       SELECT $1, gen_random_uuid(), $2, c, c, 'asset', true, -1000000000000, now() FROM unnest($3::text[]) AS c`,
      [cityId, id, codes],
    );
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return { id, codes };
}

const DAYS = Array.from({ length: 720 }, (_, n) => {
  return new Date(Date.parse('2024-12-01') + n * 86_400_000).toISOString().slice(0, 10);
});

/** Posts so many lines, two to an entry, on days of two years, by the posting function itself. */
export async function fillBook(appUrl, { cityId, book, lines }) {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  await client.query(`SET app.city_id = '${cityId}'`);
  const BATCH = 5000;
  const of = Array.from({ length: BATCH * 2 }, (_, n) => (n >> 1) + 1);
  const same = (value) => Array(BATCH).fill(value);
  for (let start = 0; start < lines / 2; start += BATCH) {
    const pick = (n) => book.codes[(start + n) % book.codes.length];
    const codes = of.map((entry, n) => (n % 2 === 0 ? pick(entry * 7) : pick(entry * 7 + 1)));
    const ids = Array.from({ length: BATCH }, () => randomUUID());
    await client.query(
      `SELECT count(*) FROM ledger_post($1, $2::uuid[], $3::date[], $4, $5, $6, $7::uuid[], $8::uuid[], $9, $10, $11, $12, $13, $14,
        $15)`,
      [
        ...[book.id, ids, ids.map((_, n) => DAYS[(start + n) % DAYS.length]), same('转账'), same('act'), same('1号')],
        ...[same(null), same(null), ids, same('bench'), same('bench'), of, codes],
        ...[of.map((entry, n) => (n % 2 === 0 ? entry : -entry)), Array(BATCH * 2).fill(null)],
      ],
    );
  }
  await client.end();
}

/** A TPC-B-like transaction as pgbench has it, at scale 20, statement by statement from this process. */
export async function prepareTpcB(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`
    CREATE TABLE b_account (id int PRIMARY KEY, branch int, balance int, filler char(84)) WITH (fillfactor = 100);
    CREATE TABLE b_teller (id int PRIMARY KEY, branch int, balance int, filler char(84));
    CREATE TABLE b_branch (id int PRIMARY KEY, balance int, filler char(88));
    CREATE TABLE b_history (teller int, branch int, account int, delta int, at timestamp, filler char(22));
    INSERT INTO b_account SELECT n, n % 20 + 1, 0, '' FROM generate_series(1, 2000000) n;
    INSERT INTO b_teller SELECT n, n % 20 + 1, 0, '' FROM generate_series(1, 200) n;
    INSERT INTO b_branch SELECT n, 0, '' FROM generate_series(1, 20) n;
    CREATE TABLE bench_row (id text PRIMARY KEY, body text NOT NULL);
    GRANT SELECT, INSERT, UPDATE ON b_account, b_teller, b_branch, b_history, bench_row TO PUBLIC;
    ANALYZE b_account, b_teller, b_branch`);
  await client.end();
}

const any = (below) => 1 + Math.floor(Math.random() * below);

export async function tpcB(client) {
  const [account, teller, branch, delta] = [any(2_000_000), any(200), any(20), any(10_000) - 5000];
  const ask = (name, text, values) => client.query({ name, text, values });
  await client.query('BEGIN');
  await ask('b1', 'UPDATE b_account SET balance = balance + $1 WHERE id = $2', [delta, account]);
  await ask('b2', 'SELECT balance FROM b_account WHERE id = $1', [account]);
  await ask('b3', 'UPDATE b_teller SET balance = balance + $1 WHERE id = $2', [delta, teller]);
  await ask('b4', 'UPDATE b_branch SET balance = balance + $1 WHERE id = $2', [delta, branch]);
  await ask('b5', 'INSERT INTO b_history VALUES ($1, $2, $3, $4, now())', [teller, branch, account, delta]);
  await client.query('END');
}

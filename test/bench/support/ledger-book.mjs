import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A transfer as one call of the posting function, with its key and the decision that it cites. */
export const POST_ONE = {
  name: 'post-one',
  text: `SELECT outcome FROM ledger_post($1, ARRAY[$2]::uuid[], ARRAY[$3]::date[], ARRAY['转账'], ARRAY['act'],
    ARRAY['1号'], ARRAY[NULL]::uuid[], ARRAY[NULL]::uuid[], ARRAY[$4::text], ARRAY['bench'], ARRAY['bench'], ARRAY[2],
    ARRAY[$5, $6]::text[], ARRAY[1, 2], ARRAY[$7::bigint, -($7::bigint)], ARRAY[NULL, NULL]::text[])`,
};

/** Opens general books of so many accounts each in the city, as the owner of the tables. @returns ids and codes */
export async function openBooks(ownerUrl, { cityId, books, accounts }) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const ids = Array.from({ length: books }, () => randomUUID());
  const codes = Array.from({ length: accounts }, (_, n) => `A${n}`);
  try {
    await client.query(`BEGIN; SET LOCAL app.city_id = '${cityId}'`);
    await client.query(
      `INSERT INTO ledger_book (city_id, id, name, kind, unit, decimals, opened_at)
       SELECT $1, id, '基准 ' || id, 'general', 'CNY', 2, now() FROM unnest($2::uuid[]) AS id`,
      [cityId, ids],
    );
    await client.query(
      `INSERT INTO ledger_account (city_id, id, book_id, code, name, kind, is_postable, least, opened_at)
       SELECT $1, uuidv7(), id, c, c, 'asset', true, -1000000000000, now()
       FROM unnest($2::uuid[]) AS id CROSS JOIN unnest($3::text[]) AS c`,
      [cityId, ids, codes],
    );
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return ids.map((id) => ({ id, codes }));
}

export async function openBook(ownerUrl, { cityId, accounts }) {
  const [book] = await openBooks(ownerUrl, { cityId, books: 1, accounts });
  return book;
}

/**
 * Fills a book that is new with so many lines, two to an entry, on days of two years: the very rows that the posting
 * function would leave, written at once by the owner of the tables, since how they come is not what is measured.
 */
export async function fillBook(ownerUrl, { cityId, book, lines }) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await writeLegs(owner, { cityId, book, lines });
    for (const table of ['line', 'entry', 'account']) await owner.query(`VACUUM ANALYZE ledger_${table}`);
  } finally {
    await owner.end();
  }
}

async function writeLegs(owner, { cityId, book, lines }) {
  await owner.query(`BEGIN; SET LOCAL app.city_id = '${cityId}'; SET LOCAL session_replication_role = replica`);
  await owner.query(
    `CREATE TEMP TABLE leg ON COMMIT DROP AS
     WITH e AS MATERIALIZED (SELECT n, uuidv7() AS id FROM generate_series(1, $3::int) n)
     SELECT n, e.id, date '2024-12-01' + n % 720 AS day, p AS position, a.id AS account_id, a.code,
       CASE p WHEN 1 THEN n ELSE -n END::bigint AS amount
     FROM e CROSS JOIN generate_series(1, 2) p
     JOIN ledger_account a ON a.city_id = $1 AND a.book_id = $2 AND a.code = 'A' || (n * 7 + p) % $4::int`,
    [cityId, book.id, lines / 2, book.codes.length],
  );
  await owner.query(
    `INSERT INTO ledger_entry (city_id, id, book_id, number, day, memo, basis_kind, basis, idempotency_key, input_hash,
       recorded_at, by_id, by_name)
     SELECT $1, id, $2, n, day, '转账', 'act', '1号', id::text, ledger_entry_hash(day, '转账', 'act', '1号', NULL, NULL,
       jsonb_agg(jsonb_build_array(code, amount::text, NULL) ORDER BY position)), now(), 'bench', 'bench'
     FROM leg GROUP BY id, n, day ORDER BY n`,
    [cityId, book.id],
  );
  await owner.query(
    `INSERT INTO ledger_line (city_id, entry_id, book_id, position, account_id, day, amount, sequence, balance,
       recorded_at)
     SELECT $1, id, $2, position, account_id, day, amount, row_number() OVER w, sum(amount) OVER w, now() FROM leg
     WINDOW w AS (PARTITION BY account_id ORDER BY n) ORDER BY n, position`,
    [cityId, book.id],
  );
  await owner.query(
    `UPDATE ledger_account a SET balance = s.balance, line_count = s.lines
     FROM (SELECT account_id, sum(amount) AS balance, count(*) AS lines FROM leg GROUP BY 1) s
     WHERE a.city_id = $1 AND a.book_id = $2 AND a.id = s.account_id`,
    [cityId, book.id],
  );
  await owner.query('COMMIT');
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

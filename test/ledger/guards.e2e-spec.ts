import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterCity } from '#libs/platform';
import pg from 'pg';
import { testApp, type TestApp } from '../support/app.js';
import { brokenIn, earned, posted, someBook, type Kept } from './books.js';

let test: TestApp;
let kept: Kept;
let app: pg.Client;

beforeAll(async () => {
  test = await testApp();
  kept = await someBook(test);
  await posted(test, kept, earned('1000.00'));
  app = new pg.Client({ connectionString: test.database.appUrl });
  await app.connect();
});

afterAll(async () => {
  await app?.end();
  await test.close();
});

async function outcomeOf(text: string, city: number | null = kept.city.city.id): Promise<string> {
  await app.query(city === null ? 'BEGIN' : `BEGIN; ${enterCity(city)}`);
  try {
    return `${(await app.query(text)).rowCount} rows`;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await app.query('ROLLBACK');
  }
}

const CALL = `SELECT * FROM ledger_post($1, ARRAY[$2]::uuid[], ARRAY['2026-11-20']::date[], ARRAY[''], ARRAY[NULL], ARRAY[NULL],
  ARRAY[NULL]::uuid[], ARRAY[NULL]::uuid[], ARRAY[$2::text], ARRAY['x'], ARRAY['x'], ARRAY[2], ARRAY['bank', 'expense'],
  ARRAY[1, 2], ARRAY[-100, 100]::bigint[], ARRAY[NULL, NULL])`;

/** One call per transaction from as many connections at once. @returns what each call came to */
async function storm(calls: number): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: test.database.appUrl, max: 8 });
  const one = async (): Promise<string> => {
    const client = await pool.connect();
    try {
      await client.query(`BEGIN; ${enterCity(kept.city.city.id)}`);
      const { rows } = await client.query<{ outcome: string }>(CALL, [kept.book.id, randomUUID()]);
      await client.query('COMMIT');
      return rows[0]?.outcome ?? 'nothing';
    } catch (error) {
      await client.query('ROLLBACK');
      return (error as { code: string }).code;
    } finally {
      client.release();
    }
  };
  const outcomes = await Promise.all(Array.from({ length: calls }, one));
  await pool.end();
  return outcomes;
}

describe('what the app may do with money', () => {
  it.each(['ledger_entry', 'ledger_line', 'ledger_hold', 'ledger_hold_step', 'ledger_period_step'])(
    '%s is read, and neither added to nor changed nor removed from',
    async (table) => {
      expect(await outcomeOf(`SELECT 1 FROM ${table} LIMIT 0`)).toBe('0 rows');
      for (const text of [
        `INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`,
        `UPDATE ${table} SET city_id = city_id`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ])
        expect([text, await outcomeOf(text)]).toEqual([text, '42501']);
    },
  );

  it('balances are not given to an account, nor moved', async () => {
    const columns = 'city_id, id, book_id, code, name, kind, is_postable, opened_at';
    const values = `${kept.city.city.id}, '${randomUUID()}', '${kept.book.id}', 'rich', '', 'asset', true, now()`;
    expect(await outcomeOf(`INSERT INTO ledger_account (${columns}) VALUES (${values})`)).toBe('1 rows');
    for (const column of ['balance', 'held', 'line_count']) {
      const text = `INSERT INTO ledger_account (${columns}, ${column}) VALUES (${values}, 1)`;
      expect([column, await outcomeOf(text)]).toEqual([column, '42501']);
      expect(await outcomeOf(`UPDATE ledger_account SET ${column} = 1`)).toBe('42501');
    }
    expect(await outcomeOf(`UPDATE ledger_account SET least = NULL`)).toBe('42501');
  });

  it('the posting function itself asks which city was entered, and finds no book of another', async () => {
    const call = CALL.replaceAll('$1', `'${kept.book.id}'`).replaceAll('$2', `'${randomUUID()}'`);
    expect(await outcomeOf(call, null)).toBe('42501');
    const other = await someBook(test);
    await app.query(`BEGIN; ${enterCity(other.city.city.id)}`);
    const { rows } = await app.query<{ outcome: string }>(call);
    await app.query('ROLLBACK');
    expect(rows[0]?.outcome).toBe('account-unknown');
  });
});

/** Several entries between bank and expense in one call, under an id that each has for its key too. */
async function together(
  entries: readonly { id: string; amounts: readonly string[]; reverses?: string }[],
): Promise<string[]> {
  const all = <T>(told: (entry: (typeof entries)[number]) => T): T[] => entries.map(told);
  const none = all(() => null);
  const amounts = entries.flatMap((entry) => entry.amounts);
  await app.query(`BEGIN; ${enterCity(kept.city.city.id)}`);
  const { rows } = await app.query<{ outcome: string }>(
    'SELECT outcome FROM ledger_post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)',
    [
      ...[kept.book.id, all(({ id }) => id), all(() => '2026-11-20'), all(() => ''), none, none],
      ...[all(({ reverses = null }) => reverses), none, all(({ id }) => id), all(() => 'x'), all(() => 'x')],
      ...[all((entry) => entry.amounts.length), ['bank', 'expense'], amounts.map((_, n) => (n % 2) + 1), amounts],
      amounts.map(() => null),
    ],
  );
  await app.query('COMMIT');
  return rows.map(({ outcome }) => outcome);
}

describe('entries of one call', () => {
  it('are judged in the order given, and what is refused leaves nothing for the next', async () => {
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    const moved = ['-60000', '60000'];
    const more = { id: randomUUID(), amounts: [] };
    // The bank has 1,000.00: the second payment of 600.00 would cross its floor, the third of 400.00 does not.
    expect(
      await together([
        { id: first, amounts: moved },
        { id: second, amounts: moved },
        { id: third, amounts: ['-40000', '40000'] },
        { id: third, amounts: ['-40000', '40000'] },
        { id: third, amounts: moved },
        { ...more, reverses: randomUUID() },
        // Nobody can mean an entry that was not there when they asked.
        { ...more, reverses: third },
        { id: randomUUID(), amounts: ['600000000000000000', '-600000000000000000'] },
      ]),
    ).toEqual(['posted', 'floor', 'posted', 'known', 'key-used', 'entry-unknown', 'entry-unknown', 'overflow']);
    expect(
      await together([
        { ...more, id: second, reverses: first },
        { ...more, reverses: first },
        { ...more, reverses: third },
      ]),
    ).toEqual(['posted', 'already-reversed', 'posted']);
    expect(await brokenIn(test, kept.city)).toEqual([]);
  });
});

describe('many connections at once', () => {
  it('never cross a floor, and number without gaps', async () => {
    // 1,000.00 are there, and 300 calls of 1.00 and then 900 more would take 1,200.00.
    expect(new Set(await storm(300))).toEqual(new Set(['posted']));
    const outcomes = await storm(900);
    expect(outcomes.filter((outcome) => outcome === 'posted').length).toBe(700);
    expect(outcomes.filter((outcome) => outcome === 'floor').length).toBe(200);
    expect(await brokenIn(test, kept.city)).toEqual([]);
  });

  it('would, without the lock of the book', async () => {
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    const text = `SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE proname = 'ledger_post'`;
    const definition = (await owner.query<{ text: string }>(text)).rows[0]?.text ?? '';
    const unlocked = definition.replace(/PERFORM pg_advisory_xact_lock\(.*\);/, '');
    expect(unlocked).not.toBe(definition);
    await posted(test, kept, earned('1000.00'));
    try {
      await owner.query(unlocked);
      const outcomes = await storm(200);
      expect(outcomes).toContain('23505');
    } finally {
      await owner.query(definition);
      await owner.end();
    }
    expect(new Set(await storm(50))).toEqual(new Set(['posted']));
  });
});

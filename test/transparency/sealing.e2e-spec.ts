import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#libs/platform';
import pg from 'pg';
import { LogKeys } from '../../libs/transparency/src/signing/log-keys.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { logOf, SOUND, type TestLog } from './log.js';

let test: TestApp;
let owner: pg.Client;
let city: TestCity;
let log: TestLog;

beforeAll(async () => {
  test = await testApp();
  owner = new pg.Client({ connectionString: test.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});
beforeEach(async () => {
  city = await aCity(test);
  log = logOf(test, city);
});

const head = async (): Promise<{ size: number; root: string; keyId: string }> =>
  (await test.http.get(`/api/v1/public/${city.code}/log/heads/latest`)).body as {
    size: number;
    root: string;
    keyId: string;
  };

interface Asked {
  readonly text: string;
  readonly values: unknown[];
}

/** What some work asks of the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const { query } = pg.Client.prototype as unknown as { query: (this: pg.Client, ...given: unknown[]) => unknown };
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]): unknown {
      const [text, values] = given;
      if (typeof text === 'string') asked.push({ text, values: Array.isArray(values) ? values : [] });
      return query.apply(this, given);
    },
  });
  await work().finally(() => Object.assign(pg.Client.prototype, { query }));
  return asked;
}

/** A transaction that has written its line and is held open until told to commit. */
function held(subjectId: string): { written: Promise<void>; commit(): Promise<void> } {
  let [release, tell] = [(): void => undefined, (): void => undefined];
  const released = new Promise<void>((resolve) => (release = resolve));
  const written = new Promise<void>((resolve) => (tell = resolve));
  const over = test.app.get(Database).transaction(city.operator, async (manager) => {
    await log.note(subjectId, manager);
    tell();
    await released;
  });
  return {
    written,
    commit: () => {
      release();
      return over;
    },
  };
}

describe('sealing', () => {
  it('takes every line once, the first of a city too, and signs nothing when there is nothing new', async () => {
    await log.note('甲');
    await log.note('乙');
    expect(await log.seal()).toBe(3);
    expect(await log.seal()).toBe(0);
    await log.note('丙');
    expect(await log.seal()).toBe(1);
    expect(await log.sealed()).toEqual(['甲', '乙', '丙']);
    expect(await log.rows('SELECT size::int FROM log_head ORDER BY size')).toEqual([{ size: 3 }, { size: 4 }]);
    expect(await log.faults()).toEqual(SOUND);
  });

  it('takes what commits late, although it began earlier and later lines are sealed already', async () => {
    const early = held('早写晚交');
    await early.written;
    await log.note('晚写早交');
    await log.seal();
    expect(await log.sealed()).toEqual(['晚写早交']);
    await early.commit();
    expect(await log.seal()).toBe(1);
    expect(await log.sealed()).toEqual(['晚写早交', '早写晚交']);
    // Its id is the smaller: whoever had gone on from the last id sealed would have lost it.
    const ids = await log.rows<{ subject: string }>(
      `SELECT subject_id AS subject FROM audit_line WHERE action = 'test.note' ORDER BY id`,
    );
    expect(ids.map(({ subject }) => subject)).toEqual(['早写晚交', '晚写早交']);
    expect(await log.faults()).toEqual(SOUND);
  });

  it('takes a late line also after several looks, with other cities and a rolled back line between', async () => {
    const early = held('早');
    await early.written;
    for (const subject of ['一', '二', '三']) {
      await log.note(subject);
      expect(await log.seal()).toBeGreaterThan(0);
    }
    const database = test.app.get(Database);
    const undone = database.transaction(city.operator, async (manager) => {
      await log.note('作废', manager);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await logOf(test, await aCity(test)).seal();
    await early.commit();
    expect(await log.seal()).toBe(1);
    expect(await log.sealed()).toEqual(['一', '二', '三', '早']);
  });

  it('loses and doubles nothing while forty transactions overlap and two sealers run', async () => {
    let isOver = false;
    const sealer = async (): Promise<void> => {
      while (!isOver) {
        await log.seal();
        await wait(1);
      }
    };
    const sealers = [sealer(), sealer()];
    const writers = Array.from({ length: 40 }, async (_, index) => {
      await wait(index * 3);
      await test.app.get(Database).transaction(city.operator, async (manager) => {
        await log.note(`${index}甲`, manager);
        await wait((index * 37) % 50);
        await log.note(`${index}乙`, manager);
      });
    });
    await Promise.all(writers);
    isOver = true;
    await Promise.all(sealers);
    while ((await log.seal()) > 0);
    expect((await log.sealed()).sort()).toEqual(writers.flatMap((_, index) => [`${index}甲`, `${index}乙`]).sort());
    expect(await log.faults()).toEqual(SOUND);
  });

  it('leaves a city to the sealer that is at it', async () => {
    const lock = [20_261_126, city.city.id];
    await owner.query('SELECT pg_advisory_lock($1, $2)', lock);
    expect(await log.seal()).toBe(0);
    await owner.query('SELECT pg_advisory_unlock($1, $2)', lock);
    expect(await log.seal()).toBe(1);
  });

  it('cuts a large transaction into batches and goes on where it stopped', async () => {
    await log.rows(
      `INSERT INTO audit_line (city_id, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id)
       SELECT $1, gen_random_uuid(), now(), 'worker', 'w', 'w', 'test.note', 'test', n::text
       FROM generate_series(1, 10100) n`,
      [city.city.id],
    );
    await log.note('后来');
    expect([await log.seal(), await log.seal(), await log.seal(), await log.seal()]).toEqual([5000, 5000, 102, 0]);
    expect(await log.faults()).toEqual(SOUND);
    const [stored] = await log.rows<{ nodes: number; reads: number }>('SELECT count(*)::int AS nodes FROM log_node');
    // A tree of n leaves has n minus its ones in binary complete nodes above them.
    expect(stored?.nodes).toBe(10_102 - [...(10_102).toString(2)].filter((digit) => digit === '1').length);
  });

  it('begins its look anew where the database was copied to a server whose numbers begin anew', async () => {
    await log.note('搬迁前');
    await log.seal();
    await log.note('搬迁时');
    await owner.query(`UPDATE log_head SET settled_before = '{"audit-line":"4000000000000"}' WHERE city_id = $1`, [
      city.city.id,
    ]);
    await owner.query(`UPDATE audit_line SET written_in = 3000000000000 WHERE city_id = $1`, [city.city.id]);
    await log.note('搬迁后');
    expect(await log.seal()).toBe(2);
    expect(await log.seal()).toBe(0);
    expect(await log.faults()).toEqual(SOUND);
  });

  it('looks only at what is new, by indexes that the wall leaves open', async () => {
    await log.seal();
    const asked = await statementsOf(() => log.seal());
    const look = asked.find(({ text }) => text.includes('audit_line'));
    const plan = await test.app.get(Database).transaction(city.operator, async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${look?.text}`, look?.values);
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/audit_line_written_in.*\n.*Index Cond: .*written_in >= /);
    expect(text).toMatch(/log_leaf_source_once.*\n.*Index Cond: .*source_id = /);
  });
});

describe('a log that was tampered with', () => {
  it.each([
    ['a node', `UPDATE log_node SET hash = sha256(hash) WHERE city_id = $1`],
    ['the root of the head', `UPDATE log_head SET root = sha256(root) WHERE city_id = $1`],
    ['the instant of the head', `UPDATE log_head SET at = at - interval '1 day' WHERE city_id = $1`],
    ['the key', `UPDATE log_key SET public_key = (SELECT public_key FROM log_key WHERE city_id <> $1 LIMIT 1)`],
  ])('is not signed on: %s', async (_, statement) => {
    const other = logOf(test, await aCity(test));
    await other.seal();
    for (const subject of ['一', '二', '三']) await log.note(subject);
    await log.seal();
    const before = await head();
    await owner.query(statement.includes('log_key SET') ? `${statement} WHERE city_id = $1` : statement, [
      city.city.id,
    ]);
    await log.note('四');
    await expect(log.seal()).rejects.toMatchObject({ code: 'log.broken', params: { city: city.code, size: 4 } });
    expect((await head()).size).toBe(before.size);
  });
});

describe('the keys of a log', () => {
  const fileOf = ({ code }: TestCity): string =>
    path.join(test.config.dataFolder, 'log-keys', `${code}-sha256-ed25519.key`);

  it('lie closed in the data folder, one per city, and stay', async () => {
    await log.seal();
    const { mode } = await stat(fileOf(city));
    expect([mode & 0o777, (await stat(path.dirname(fileOf(city)))).mode & 0o777]).toEqual([0o600, 0o700]);
    const { keyId } = await head();
    await log.note('又');
    await log.seal();
    expect((await head()).keyId).toBe(keyId);
    const other = await aCity(test);
    expect((await test.app.get(LogKeys).signerOf(other.city)).id).not.toBe(keyId);
  });

  it('are agreed on by all who make one at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => new LogKeys(test.config).signerOf(city.city)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('are all served when one took the place of another, so that old heads can be checked', async () => {
    await log.seal();
    const first = (await head()).keyId;
    await rm(fileOf(city));
    await log.note('换钥');
    expect(await log.seal()).toBe(1);
    const { keys } = (await test.http.get(`/api/v1/public/${city.code}/log/key`)).body as { keys: { id: string }[] };
    expect(keys.map(({ id }) => id)).toEqual([(await head()).keyId, first]);
    await log.note('继续');
    expect(await log.seal()).toBe(1);
  });
});

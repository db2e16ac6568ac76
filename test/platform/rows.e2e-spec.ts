import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, eachRow, READ_BY_KEY, rowsOf, type Row } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity } from '../support/city.js';

const ROWS = { text: 'SELECT n::text FROM generate_series(1, $1::int) AS g (n)', values: [5000] };

describe('rows read by themselves', () => {
  let test: TestApp;
  let database: Database;

  beforeAll(async () => {
    test = await testApp();
    database = test.app.get(Database);
  });
  afterAll(() => test.close());

  it('all arrive one by one, in order', async () => {
    const seen: Row[] = [];
    await database.transaction({ cityId: 1 }, (manager) => eachRow(manager, ROWS, (row) => seen.push(row)));
    expect([seen.length, seen[0], seen[4999]]).toEqual([5000, ['1'], ['5000']]);
  });

  it('stop where one is not taken; the caller hears why, and the connection goes on', async () => {
    let taken = 0;
    await database.transaction({ cityId: 1 }, async (manager) => {
      const reading = eachRow(manager, ROWS, () => {
        taken += 1;
        if (taken === 3) throw new Error('not this one');
      });
      await expect(reading).rejects.toThrow('not this one');
      expect(await rowsOf(manager, { text: 'SELECT $1::text', values: ['still here'] })).toEqual([['still here']]);
    });
    expect(taken).toBe(3);
  });

  it('tell of a statement that PostgreSQL refuses', async () => {
    const reading = database.transaction({ cityId: 1 }, (manager) =>
      eachRow(manager, { text: 'SELECT 1 / $1::int', values: [0] }, () => undefined),
    );
    await expect(reading).rejects.toMatchObject({ code: '22012' });
  });

  it('in a snapshot are all of one moment, and nothing is written there', async () => {
    await database.snapshot({ cityId: 1 }, async (manager) => {
      expect(await rowsOf(manager, { text: 'SHOW transaction_isolation', values: [] })).toEqual([['repeatable read']]);
      const writing = rowsOf(manager, { text: 'SELECT 1 FROM city_stamp FOR UPDATE', values: [] });
      await expect(writing).rejects.toMatchObject({ code: '25006' });
    });
  });

  it('of a snapshot that failed leave the connection as it was: no transaction, no city', async () => {
    const failing = database.snapshot({ cityId: 1 }, (manager) =>
      rowsOf(manager, { text: 'SELECT 1 / $1::int', values: [0] }),
    );
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    const left = await database.source.query<{ city: string }[]>(`SELECT current_setting('app.city_id', true) AS city`);
    expect(left[0]?.city ?? '').toBe('');
  });

  it('that travel together are one transaction: of one that fails nothing stays', async () => {
    const cityId = (await aCity(test)).city.id;
    const insert = `
      INSERT INTO audit_line (city_id, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id)
      VALUES (${cityId}, gen_random_uuid(), now(), 'user', 'u', 'u', $1, 'city', '1')`;
    const count = { text: `SELECT count(*)::text FROM audit_line WHERE action = 'together'`, values: [] };
    const together = (last: string): Promise<Row[]> =>
      database.promptly({ cityId }, READ_BY_KEY, async (manager) => {
        const answer = await rowsOf(manager, { text: insert, values: ['together'] });
        return { answer, last: () => rowsOf(manager, { text: last, values: [] }) };
      });
    await expect(together('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
    expect(await database.transaction({ cityId }, (manager) => rowsOf(manager, count))).toEqual([['0']]);
    await together('SELECT 1');
    expect(await database.transaction({ cityId }, (manager) => rowsOf(manager, count))).toEqual([['1']]);
  });
});

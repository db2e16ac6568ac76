import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Process } from '../scripts/support/process.js';
import { testApp, type TestApp } from '../support/app.js';
import { builtServer } from '../scripts/support/built-server.js';
import { rowsOf } from '../support/evidence.js';
import { aKey, anEntry, balanceOf, brokenIn, earned, sendEntry, someBook } from './books.js';

const ENTRIES = 240;

let test: TestApp;
const running: Process[] = [];

beforeAll(async () => {
  test = await testApp();
});
afterEach(() => Promise.all(running.splice(0).map((each) => each.kill())));
afterAll(() => test.close());

it('a server killed in the middle of posting loses no entry that it confirmed, and doubles none', async () => {
  const kept = await someBook(test);
  const { address, process: server } = await builtServer(test);
  running.push(server);
  const keys = Array.from({ length: ENTRIES }, aKey);
  const confirmed = new Map<number, string>();
  const send = async (n: number): Promise<void> => {
    const answer = await fetch(`${address}/api/v1/fund/entries`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${kept.keeper.accessToken}`,
        'idempotency-key': keys[n] ?? '',
      },
      body: JSON.stringify(anEntry(kept.book, earned('1.00'))),
    });
    const { id } = (await answer.json()) as { id: string };
    if (answer.status === 201) confirmed.set(n, id);
    if (confirmed.size === ENTRIES / 3) server.child.kill('SIGKILL');
  };
  await Promise.allSettled(keys.map((_, n) => send(n)));
  await server.ended;
  expect(confirmed.size).toBeGreaterThanOrEqual(ENTRIES / 3);
  const text = 'SELECT idempotency_key AS key, id FROM ledger_entry';
  const before = new Map(
    (await rowsOf<{ key: string; id: string }>(test, kept.city, text)).map(({ key, id }) => [key, id]),
  );
  for (const [n, id] of confirmed) expect(before.get(keys[n] ?? '')).toBe(id);
  // Everybody sends again, as whoever got no answer does: the same key is the same entry.
  for (const key of keys) {
    const answer = await sendEntry(test, kept.keeper, { body: anEntry(kept.book, earned('1.00')), key });
    expect(answer.status).toBe(201);
    if (before.has(key)) expect((answer.body as { id: string }).id).toBe(before.get(key));
  }
  expect(await balanceOf(kept, 'bank')).toBe(`${ENTRIES}.00`);
  expect(await brokenIn(test, kept.city)).toEqual([]);
});

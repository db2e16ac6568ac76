import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { TestApp } from './app.js';

/** Nobody waits longer, in milliseconds: a busy machine is slow, a fault lasts. */
const PATIENCE_MS = 30_000;

// Within one transaction PostgreSQL shows who waits as it was first asked, until it is told to look again.
const LOOK_AGAIN = 'SELECT pg_stat_clear_snapshot()';
const WAITING = `SELECT count(*)::int AS n FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Waits until so many sessions wait for a lock, of the holder or of each other, or there is nothing to wait for. */
export async function untilWaiting(holder: pg.Client, count: number, isOver: () => boolean): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; !isOver() && Date.now() < until; await sleep(10)) {
    await holder.query(LOOK_AGAIN);
    if ((await holder.query<{ n: number }>(WAITING)).rows[0]?.n === count) return;
  }
}

/** Waits until the work is done, or has to wait for what the holder holds: whichever the guard makes of it. */
export async function doneOrWaiting(holder: pg.Client, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const done = (): boolean => (isDone = true);
  void work.then(done, done);
  await untilWaiting(holder, 1, () => isDone);
}

/**
 * Lets requests run into each other for certain: nobody can write the table until all of them wait, each as far as it
 * comes by reading. What only reads before it writes is then seen to have read the same.
 */
export async function whileHeld<T>(
  test: TestApp,
  table: string,
  requests: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const holder = new pg.Client({ connectionString: test.database.ownerUrl });
  await holder.connect();
  try {
    await holder.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    const running = Promise.all(requests.map((request) => request()));
    await untilWaiting(holder, requests.length, () => false);
    await holder.query('COMMIT');
    return await running;
  } finally {
    await holder.end();
  }
}

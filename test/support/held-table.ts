import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { TestApp } from './app.js';

const WAITING = `SELECT count(*)::int AS n FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`;

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
    const until = Date.now() + 10_000;
    while ((await holder.query<{ n: number }>(WAITING)).rows[0]?.n !== requests.length && Date.now() < until) {
      await sleep(10);
    }
    await holder.query('COMMIT');
    return await running;
  } finally {
    await holder.end();
  }
}

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { query } from '../scripts/support/installation.js';
import { testApp, type TestApp } from '../support/app.js';
import { Register } from './register.js';

const ROWS = 3000;

let test: TestApp;
let city: Register;
beforeAll(async () => {
  test = await testApp();
  city = await Register.of(test);
});
afterAll(() => test.close());

async function readBySequence(table: string): Promise<{ written: number; read: number }> {
  // The session that imported is the one that is handed out next; it tells its counts when asked to.
  await city.rows('SELECT pg_stat_force_next_flush()');
  const [row] = await query<{ written: number; read: number }>(
    test.database.ownerUrl,
    `SELECT n_tup_ins::int AS written, seq_tup_read::int AS read FROM pg_stat_user_tables WHERE relname = '${table}'`,
  );
  return row ?? { written: -1, read: -1 };
}

it('looks rows up by index, although PostgreSQL last counted the tables when they were empty', async () => {
  // Long rows make a small first batch, after which a table still seems too small to be worth an index.
  const lines = Array.from({ length: ROWS }, (_, n) => `C${n},第${n}小区,解放路${n}号,${'备注'.repeat(200)}`);
  const list = ['小区编码,小区名称,地址,备注', ...lines].join('\n');
  await city.send(list, { dryRun: true });
  for (const table of ['compound', 'compound_version', 'compound_source', 'claim', 'import']) {
    await query(test.database.ownerUrl, `VACUUM ${table}`);
  }
  const before = await readBySequence('compound');
  expect(await city.send(list)).toMatchObject({ accepted: ROWS });
  const after = await readBySequence('compound');
  expect(after.written - before.written).toBe(ROWS);
  expect(after.read - before.read).toBeLessThan(ROWS);
});

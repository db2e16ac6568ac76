import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATION_LOCKS, MIGRATIONS, ownerDataSource, type MigrationLocks } from '#libs/schema';
import type { DataSource, QueryRunner } from 'typeorm';
import { emptyDatabase, type ClonedDatabase } from '../support/database.js';

const TABLES = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;

const HELD = `
  SELECT c.relname AS name, bool_or(l.mode = 'AccessExclusiveLock') AS wholly
  FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
  WHERE l.pid = pg_backend_pid() AND l.granted AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
  GROUP BY 1 ORDER BY 1`;

async function locksOf(runner: QueryRunner, up: (runner: QueryRunner) => Promise<void>): Promise<MigrationLocks> {
  await runner.startTransaction();
  const before = new Set(((await runner.query(TABLES)) as { name: string }[]).map(({ name }) => name));
  await up(runner);
  const held = (await runner.query(HELD)) as { name: string; wholly: boolean }[];
  await runner.commitTransaction();
  const old = held.filter(({ name }) => before.has(name));
  const named = (wholly: boolean): string[] => old.filter((each) => each.wholly === wholly).map(({ name }) => name);
  return { wholly: named(true), forWriting: named(false) };
}

describe('migrations', () => {
  let database: ClonedDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await emptyDatabase();
    source = await ownerDataSource(database.ownerUrl).initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('say which tables they lock, and lock no other', async () => {
    const runner = source.createQueryRunner();
    const held: Record<string, MigrationLocks> = {};
    for (const migration of MIGRATIONS) {
      held[migration.name] = await locksOf(runner, (on) => new migration().up(on));
    }
    await runner.release();
    expect(MIGRATION_LOCKS).toEqual(held);
  });
});

import { databaseOptions } from '#libs/platform';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/index.js';

/** The key of the advisory lock under which only one process migrates at a time ("jiayuan" as an integer). */
const MIGRATION_LOCK = 20_261_123;

/** A data source of the owner's role, with the migrations. */
export function ownerDataSource(ownerUrl: string): DataSource {
  return new DataSource({ ...databaseOptions(ownerUrl, ENTITIES, 'jiayuan-migrate'), migrations: MIGRATIONS } as never);
}

/**
 * Brings the database to the newest migration, under a lock, so that any number of starters may call it at once.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<readonly string[]> {
  const appRole = decodeURIComponent(new URL(appUrl).username);
  const source = ownerDataSource(ownerUrl);
  source.setOptions({ extra: { options: `-c jit=off -c jiayuan.app_role=${appRole}` } });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await source.destroy();
  }
}

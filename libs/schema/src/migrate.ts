import { databaseOptions } from '#libs/platform';
import {
  AbstractLogger,
  DataSource,
  type LogMessage,
  type LogLevel,
  type MigrationInterface,
  type MixedList,
} from 'typeorm';
import { ENTITIES } from './entities.js';
import type { MigrationLocks } from './migration-locks.js';
import { MIGRATIONS } from './migrations/index.js';
import { recordStoppage, stoppageBy } from './stoppage.js';

/** The key of the advisory lock under which only one process migrates at a time ("jiayuan" as an integer). */
const MIGRATION_LOCK = 20_261_123;

type Migration = new () => MigrationInterface;

/** How a database is brought up to date; by default with all that there is, and never over an open vote. */
export interface Migrating {
  /** Why open votes have to be stopped for it; without one a migration that would stop them is refused. */
  readonly duringVotes?: string | null;
  readonly migrations?: readonly Migration[];
  readonly locks?: Readonly<Record<string, MigrationLocks>>;
}

/** What TypeORM says of a migration that broke off: beside the one document that a command prints, never within it. */
class BesideTheAnswer extends AbstractLogger {
  protected writeLog(_: LogLevel, told: LogMessage | LogMessage[]): void {
    for (const { message } of [told].flat()) process.stderr.write(`${String(message)}\n`);
  }
}

/** A data source of the owner's role, with the migrations. */
export function ownerDataSource(ownerUrl: string, migrations: readonly Migration[] = MIGRATIONS): DataSource {
  const options = databaseOptions(ownerUrl, ENTITIES, 'jiayuan-migrate');
  return new DataSource({
    ...options,
    ...{ migrations: migrations as MixedList<Migration>, logger: new BesideTheAnswer() },
  } as never);
}

/** The names of migrations that the database does not have yet. */
async function pendingOf(source: DataSource): Promise<readonly string[]> {
  const [row] = await source.query<{ there: boolean }[]>(`SELECT to_regclass('migrations') IS NOT NULL AS there`);
  const applied = row?.there ? await source.query<{ name: string }[]>('SELECT name FROM migrations') : [];
  const known = new Set(applied.map(({ name }) => name));
  return source.migrations
    .map((migration) => migration.name ?? migration.constructor.name)
    .filter((name) => !known.has(name));
}

/**
 * Brings the database to the newest migration, under a lock, so that any number of starters may call it at once.
 * @returns the names of the migrations that were applied now
 * @throws DomainError `database.votes-open`
 */
export async function migrate(
  ownerUrl: string,
  appUrl: string,
  { duringVotes = null, migrations = MIGRATIONS, locks }: Migrating = {},
): Promise<readonly string[]> {
  const appRole = decodeURIComponent(new URL(appUrl).username);
  const source = ownerDataSource(ownerUrl, migrations);
  source.setOptions({ extra: { options: `-c jit=off -c jiayuan.app_role=${appRole}` } });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = await pendingOf(source);
    const stoppage = await stoppageBy(source.manager, pending, { reason: duringVotes, ...(locks && { locks }) });
    const [began] = await source.query<{ at: Date }[]>('SELECT clock_timestamp() AS at');
    try {
      const applied = await source.runMigrations({ transaction: 'each' });
      return applied.map((migration) => migration.name);
    } finally {
      // Also when it failed: the voters waited all the same.
      if (stoppage && began) await recordStoppage(source.manager, stoppage, began.at);
    }
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await source.destroy();
  }
}

import { DomainError } from '#libs/kernel';
import type { Config } from '#libs/platform';
import pg from 'pg';
import './database.errors.js';
import { migrate, type Migrating } from './migrate.js';

type Urls = Pick<Config, 'databaseUrl' | 'databaseOwnerUrl'>;

/** Connects once, so that a wrong address is told at once and in words, not retried for half a minute. */
async function ask<Row extends pg.QueryResultRow>(
  name: string,
  url: string,
  { text, values = [] }: { readonly text: string; readonly values?: unknown[] },
): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return (await client.query<Row>(text, values)).rows[0];
  } catch (error) {
    const { message, code = '' } = error as Error & { code?: string };
    throw new DomainError('database.unreachable', { name, reason: message || code });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A role counts as every role that it may become. */
const WHO_AM_I = `
  SELECT current_user AS role,
    EXISTS (SELECT FROM pg_roles r WHERE (r.rolsuper OR r.rolbypassrls) AND pg_has_role(r.oid, 'MEMBER')) AS unwalled,
    (SELECT r.rolname FROM pg_roles r WHERE pg_has_role(r.oid, 'MEMBER') AND (r.rolname = $1 OR EXISTS (
       SELECT FROM pg_tables t WHERE t.schemaname = 'public' AND t.tableowner = r.rolname)) LIMIT 1) AS owner`;

/** The wall between cities holds only for a role that neither passes it nor may take it down. */
async function refuseUnwalledRole({ databaseUrl, databaseOwnerUrl }: Urls): Promise<void> {
  const owner = databaseOwnerUrl ? decodeURIComponent(new URL(databaseOwnerUrl).username) : null;
  type Row = { role: string; unwalled: boolean; owner: string | null };
  const found = await ask<Row>('DATABASE_URL', databaseUrl, { text: WHO_AM_I, values: [owner] });
  if (found?.unwalled) throw new DomainError('database.role-unwalled', { role: found.role });
  if (found?.owner) throw new DomainError('database.role-owns', { role: found.role, owner: found.owner });
}

/**
 * What every program does before it opens the application: looks whether the databases can be used as they were named,
 * and migrates where it was given the owner's role.
 * @returns the names of the migrations that were applied now
 * @throws DomainError `database.unreachable`, `database.role-unwalled`, `database.role-owns`,
 *   `database.owner-powerless`, `database.votes-open` unless it was said why open votes have to stop
 */
export async function prepareDatabase(
  urls: Urls,
  { duringVotes = null }: Pick<Migrating, 'duringVotes'> = {},
): Promise<readonly string[]> {
  await refuseUnwalledRole(urls);
  const { databaseUrl, databaseOwnerUrl } = urls;
  if (databaseOwnerUrl === null) return [];
  await ask('DATABASE_OWNER_URL', databaseOwnerUrl, { text: 'SELECT 1' });
  try {
    return await migrate(databaseOwnerUrl, databaseUrl, { duringVotes });
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    throw code === '42501' ? new DomainError('database.owner-powerless', { reason: message }) : error;
  }
}

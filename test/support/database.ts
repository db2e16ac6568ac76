import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Addresses of the throw-away server that the test command started. */
interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly template: string;
}

function testServer(): TestServer {
  const { JIAYUAN_TEST_OWNER_URL, JIAYUAN_TEST_APP_URL, JIAYUAN_TEST_TEMPLATE } = process.env;
  if (!JIAYUAN_TEST_OWNER_URL || !JIAYUAN_TEST_APP_URL || !JIAYUAN_TEST_TEMPLATE) {
    throw new Error('No test database: run the tests with `npm test` (or `node scripts/test.mjs contexts`).');
  }
  return { ownerUrl: JIAYUAN_TEST_OWNER_URL, appUrl: JIAYUAN_TEST_APP_URL, template: JIAYUAN_TEST_TEMPLATE };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** A database of one's own, cloned from the migrated template. */
export interface ClonedDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

async function asOwner(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** Clones the template under a new name; a spec file takes one and makes a fresh city per test inside it. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const server = testServer();
  const name = `t_${process.env.JEST_WORKER_ID ?? '0'}_${randomUUID().slice(0, 8)}`;
  await asOwner(server.ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${server.template} STRATEGY file_copy`);
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    drop: () => asOwner(server.ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** An empty database that was never migrated, for the tests of migrations themselves. */
export async function emptyDatabase(): Promise<ClonedDatabase> {
  const server = testServer();
  const name = `e_${process.env.JEST_WORKER_ID ?? '0'}_${randomUUID().slice(0, 8)}`;
  await asOwner(server.ownerUrl, `CREATE DATABASE ${name}`);
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    drop: () => asOwner(server.ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

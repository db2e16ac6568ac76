import { randomUUID } from 'node:crypto';
import pg from 'pg';
import 'reflect-metadata';
import { DataSource } from 'typeorm';

const { JIAYUAN_TEST_OWNER_URL: ownerUrl, JIAYUAN_TEST_APP_URL: appUrl, JIAYUAN_TEST_TEMPLATE: template } = process.env;

function at(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** A database of one benchmark, cloned from the migrated template; the same for what is measured and its baseline. */
export async function benchDatabase() {
  const name = `b_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Client({ connectionString: at(ownerUrl, 'postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    appUrl: at(appUrl, name),
    ownerUrl: at(ownerUrl, name),
    drop: async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** The pool of the application over that database, with the entities of the build. */
export async function dataSource(appUrlOfDatabase, more = {}) {
  const { databaseOptions } = await import('../../../dist/libs/platform/src/index.js');
  const { ENTITIES } = await import('../../../dist/libs/schema/src/index.js');
  return new DataSource({ ...databaseOptions(appUrlOfDatabase, ENTITIES, 'jiayuan-bench'), ...more }).initialize();
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENTITIES, migrate, MIGRATIONS, ownerDataSource } from '#libs/schema';
import pg from 'pg';
import { cloneDatabase, emptyDatabase, type ClonedDatabase } from '../support/database.js';

/** Tables that all cities share; everything else belongs to one city. */
const SHARED_TABLES = ['city', 'migrations'];

describe('schema', () => {
  let database: ClonedDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await cloneDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  async function names(text: string): Promise<string[]> {
    return (await owner.query<{ name: string }>(text)).rows.map((row) => row.name);
  }

  it('walls every table of a city, its owner included', async () => {
    const open = await names(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1`,
    );
    expect(open).toEqual(SHARED_TABLES);
  });

  it('begins every key, unique index and foreign key of a city table with city_id', async () => {
    const keys = await names(
      `SELECT c.relname || '.' || i.relname AS name
       FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
       WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ('{${SHARED_TABLES.join(',')}}')
         AND (x.indisunique OR x.indisprimary OR x.indisexclusion) AND a.attname <> 'city_id'`,
    );
    const foreign = await names(
      `SELECT c.relname || '.' || k.conname AS name
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND a.attname <> 'city_id'`,
    );
    expect({ keys, foreign }).toEqual({ keys: [], foreign: [] });
  });

  it('lets the app only add to what is append-only, and own nothing', async () => {
    const changeable = await names(
      `SELECT table_name AS name FROM information_schema.role_table_grants
       WHERE grantee = 'jiayuan_app' AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
         AND (table_name IN ('audit_line', 'fact_change', 'file', 'file_upload', 'scan', 'area_change',
           'field_check', 'act', 'act_paper', 'act_step', 'act_issue', 'act_record', 'administrative_record',
           'data_access', 'owner', 'ownership_share', 'personal_data_reveal')
           OR table_name LIKE 'log\\_%' OR table_name LIKE 'ledger\\_%' OR table_name LIKE 'bank\\_%'
           OR table_name LIKE 'fund\\_%')`,
    );
    const owned = await names(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tableowner = 'jiayuan_app'`,
    );
    expect({ changeable, owned }).toEqual({ changeable: [], owned: [] });
    const role = await owner.query(`SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'jiayuan_app'`);
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  it('has an entity for every table, without drift of columns', async () => {
    const source = await ownerDataSource(database.ownerUrl).initialize();
    try {
      const log = await source.driver.createSchemaBuilder().log();
      const columns = log.upQueries
        .map((query) => query.query)
        .filter((query) => /CREATE TABLE|COLUMN|ALTER COLUMN/.test(query));
      expect(columns).toEqual([]);
      const tables = await names(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
      );
      expect(ENTITIES.map((entity) => source.getMetadata(entity).tableName).sort()).toEqual(tables);
    } finally {
      await source.destroy();
    }
  });

  it('goes up once when many start at once, and down and up again', async () => {
    const empty = await emptyDatabase();
    try {
      const applied = await Promise.all([1, 2, 3].map(() => migrate(empty.ownerUrl, empty.appUrl)));
      expect(applied.flat().sort()).toEqual(MIGRATIONS.map((migration) => migration.name).sort());
      const source = await ownerDataSource(empty.ownerUrl).initialize();
      await source.undoLastMigration({ transaction: 'each' });
      await source.destroy();
      expect(await migrate(empty.ownerUrl, empty.appUrl)).toEqual([MIGRATIONS.at(-1)?.name]);
    } finally {
      await empty.drop();
    }
  });
});

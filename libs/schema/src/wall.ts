import type { QueryRunner } from 'typeorm';

/** What the app's role may do with a table; append-only tables get INSERT and SELECT, and no more. */
export type Privileges =
  | `UPDATE (${string})`
  | `INSERT (${string})`
  | 'EXECUTE'
  | 'USAGE'
  | 'SELECT'
  | 'SELECT, INSERT'
  | 'SELECT, INSERT, UPDATE'
  | 'SELECT, INSERT, UPDATE, DELETE';

/** The login role of the app, told to the migration by its session; the owner of the tables is another role. */
const APP_ROLE = `coalesce(nullif(current_setting('jiayuan.app_role', true), ''), 'jiayuan_app')`;

/** Grants the app's role its privileges on one table, USAGE on a `SEQUENCE …`, or EXECUTE on a `FUNCTION …`. */
export async function grant(runner: QueryRunner, table: string, privileges: Privileges): Promise<void> {
  await runner.query(`DO $$ BEGIN EXECUTE format('GRANT ${privileges} ON ${table} TO %I', ${APP_ROLE}); END $$`);
}

/** Takes from the app's role what an earlier step granted it. */
export async function revoke(runner: QueryRunner, table: string, privileges: Privileges): Promise<void> {
  await runner.query(`DO $$ BEGIN EXECUTE format('REVOKE ${privileges} ON ${table} FROM %I', ${APP_ROLE}); END $$`);
}

/**
 * Puts a tenant table behind the wall: even its owner sees only the rows of the city that the transaction entered,
 * and a row of another city cannot be written.
 */
export async function wall(runner: QueryRunner, table: string, privileges: Privileges): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY city_wall ON ${table}
       USING (city_id = nullif(current_setting('app.city_id', true), '')::smallint)
       WITH CHECK (city_id = nullif(current_setting('app.city_id', true), '')::smallint)`,
  );
  await grant(runner, table, privileges);
}

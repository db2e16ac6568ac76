import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../wall.js';

/** The order of the log: first by transaction, so that nothing else that is asked of entries could go through it. */
const BY_TRANSACTION = 'CREATE INDEX ledger_entry_written_in ON ledger_entry (written_in, city_id, id)';
const FORMER = 'CREATE INDEX ledger_entry_written_in ON ledger_entry (city_id, written_in, id)';

/**
 * Lets the app have PostgreSQL count the rows of books while a long ledger comes in: of a table that it takes for
 * empty it looks up each entry by whatever key begins alike, and a file of seconds would be one of many minutes.
 */
export class CountingBooks1790000000138 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ledger_entry_written_in`);
    await runner.query(BY_TRANSACTION);
    await runner.query(`CREATE FUNCTION count_books() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public AS $$ BEGIN ANALYZE ledger_account, ledger_entry, ledger_line; END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION count_books() FROM PUBLIC`);
    await grant(runner, 'FUNCTION count_books()', 'EXECUTE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION count_books()`);
    await runner.query(`DROP INDEX ledger_entry_written_in`);
    await runner.query(FORMER);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was told of a statement when it was imported is kept with it; of those imported before, nothing is. How far each
 * is matched is asked of its lines, by statement.
 */
export class StatementReports1790000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE bank_statement ADD COLUMN report jsonb`);
    await runner.query(`CREATE INDEX bank_statement_row_by_statement ON bank_statement_row (city_id, statement_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX bank_statement_row_by_statement`);
    await runner.query(`ALTER TABLE bank_statement DROP COLUMN report`);
  }
}

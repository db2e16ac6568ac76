import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['fund_pledge', 'fund_receipt'] as const;

/** Whether a giver is a person, who is masked for everybody, or a firm or unit, which is not; F6 comes from no person. */
export class KindsOfGivers1790000000148 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN giver_kind text NOT NULL DEFAULT 'person',
        ADD CONSTRAINT ${table}_giver_kind CHECK (giver_kind IN ('person', 'organisation'))`);
      await runner.query(`UPDATE ${table} SET giver_kind = 'organisation' WHERE source = 'F6'`);
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN giver_kind DROP DEFAULT`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP COLUMN giver_kind`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const DRAWS = 'fund_draws(smallint)';

/**
 * What one project or decision has drawn is found by its key: a function with settings of its own is worked out for the
 * whole city before any condition is asked. It is no definer, and whoever calls it as one has set the path already.
 */
export class DrawsOfOneProject1790000000156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER FUNCTION ${DRAWS} RESET search_path`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER FUNCTION ${DRAWS} SET search_path = public, pg_temp`);
  }
}

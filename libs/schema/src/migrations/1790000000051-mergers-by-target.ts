import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence of a merged compound speaks for the one that stays, so every audit asks who was merged into whom. */
export class MergersByTarget1790000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX compound_version_merged_into ON compound_version (city_id, merged_into)
      WHERE merged_into IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX compound_version_merged_into`);
  }
}

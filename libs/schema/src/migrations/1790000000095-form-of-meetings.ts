import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 会议形式与地点: published with the notice; all earlier votes were held in writing. */
export class FormOfMeetings1790000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE assembly ADD COLUMN form text NOT NULL DEFAULT 'written'
      CONSTRAINT assembly_form CHECK (form IN ('written', 'collective')), ADD COLUMN place text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE assembly DROP COLUMN form, DROP COLUMN place`);
  }
}

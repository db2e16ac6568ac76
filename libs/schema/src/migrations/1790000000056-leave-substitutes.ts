import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A grant handed over for a leave is a grant too: it names the one it stands in for, and always has a last day. */
export class LeaveSubstitutes1790000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE role_grant
      ADD COLUMN stands_in_for uuid,
      ADD CONSTRAINT role_grant_stands_in_for FOREIGN KEY (city_id, stands_in_for) REFERENCES role_grant (city_id, id),
      ADD CONSTRAINT role_grant_stand_in_ends CHECK (stands_in_for IS NULL OR (valid_to IS NOT NULL
        AND stands_in_for <> id))`);
    await runner.query(`CREATE INDEX role_grant_stand_ins ON role_grant (city_id, stands_in_for)
      WHERE stands_in_for IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE role_grant DROP COLUMN stands_in_for`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which device, address and in which way a session was begun, and when its person was last proven. */
export class DevicesOfSessions1790000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session
      ADD COLUMN user_agent text NOT NULL DEFAULT '',
      ADD COLUMN address text NOT NULL DEFAULT '',
      ADD COLUMN way text NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'directory')),
      ADD COLUMN proven_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session
      DROP COLUMN user_agent, DROP COLUMN address, DROP COLUMN way, DROP COLUMN proven_at`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code that the desk hands out instead of a message: it lives longer, and the sign-in by it is told apart. */
export class DeskCodes1790000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE owner_code
      ADD COLUMN seconds integer NOT NULL DEFAULT 300 CHECK (seconds BETWEEN 60 AND 3600),
      ADD COLUMN issued_by text`);
    await runner.query(`ALTER TABLE session DROP CONSTRAINT session_way_check,
      ADD CONSTRAINT session_way_check CHECK (way IN ('password', 'directory', 'phone-code', 'desk-code'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Sessions that were begun by a code of the desk stay as they are; no more are added.
    await runner.query(`ALTER TABLE session DROP CONSTRAINT session_way_check,
      ADD CONSTRAINT session_way_check CHECK (way IN ('password', 'directory', 'phone-code')) NOT VALID`);
    await runner.query('ALTER TABLE owner_code DROP COLUMN seconds, DROP COLUMN issued_by');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Owners sign in by a code to their phone: the phone is their login, kept sealed and found by its keyed hash. */
export class OwnerAccounts1790000000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE user_account
      ADD COLUMN kind text NOT NULL DEFAULT 'staff' CHECK (kind IN ('staff', 'owner')),
      ADD COLUMN phone_hash text,
      ADD COLUMN sealed_phone text,
      ADD CONSTRAINT user_account_of_owner
        CHECK ((kind = 'owner') = (phone_hash IS NOT NULL) AND (kind = 'owner') = (sealed_phone IS NOT NULL))`);
    await runner.query(`CREATE UNIQUE INDEX user_account_phone_once ON user_account (city_id, phone_hash)
      WHERE phone_hash IS NOT NULL`);
    await runner.query(`ALTER TABLE session DROP CONSTRAINT session_way_check,
      ADD CONSTRAINT session_way_check CHECK (way IN ('password', 'directory', 'phone-code'))`);
    await runner.query(`CREATE TABLE owner_code (
      city_id smallint NOT NULL REFERENCES city (id),
      phone_hash text NOT NULL,
      code_hash text NOT NULL,
      sent_at timestamptz NOT NULL,
      day date NOT NULL,
      sent_on_day integer NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      used_at timestamptz,
      PRIMARY KEY (city_id, phone_hash))`);
    await wall(runner, 'owner_code', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE owner_code`);
    // Sessions of owners that were there stay as they are; no more are added.
    await runner.query(`ALTER TABLE session DROP CONSTRAINT session_way_check,
      ADD CONSTRAINT session_way_check CHECK (way IN ('password', 'directory')) NOT VALID`);
    await runner.query(`ALTER TABLE user_account DROP CONSTRAINT user_account_of_owner,
      DROP COLUMN kind, DROP COLUMN phone_hash, DROP COLUMN sealed_phone`);
  }
}

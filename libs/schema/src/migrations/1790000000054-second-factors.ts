import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** The second factor of a person, its recovery codes, and from which day a city asks it of which roles. */
export class SecondFactors1790000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE second_factor (
      city_id smallint NOT NULL REFERENCES city (id),
      user_id uuid NOT NULL,
      sealed_key text,
      last_step integer,
      created_at timestamptz NOT NULL,
      confirmed_at timestamptz,
      PRIMARY KEY (city_id, user_id),
      CONSTRAINT second_factor_has_key CHECK (confirmed_at IS NULL OR sealed_key IS NOT NULL),
      CONSTRAINT second_factor_user FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id))`);
    await wall(runner, 'second_factor', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE recovery_code (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      user_id uuid NOT NULL,
      code_hash text NOT NULL,
      used_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT recovery_code_user FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id))`);
    await runner.query(`CREATE INDEX recovery_code_of_user ON recovery_code (city_id, user_id)`);
    await wall(runner, 'recovery_code', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE second_factor_rule (
      city_id smallint NOT NULL REFERENCES city (id),
      roles text[] NOT NULL,
      from_day date NOT NULL,
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      PRIMARY KEY (city_id))`);
    await wall(runner, 'second_factor_rule', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE second_factor_rule, recovery_code, second_factor`);
  }
}

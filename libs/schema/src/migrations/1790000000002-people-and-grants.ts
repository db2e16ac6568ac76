import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** People, what they were granted over which area, compound or company, and their sessions. */
export class PeopleAndGrants1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE user_account (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      login text NOT NULL,
      name text NOT NULL,
      phone text,
      password_hash text NOT NULL,
      must_change_password boolean NOT NULL,
      failed_attempts integer NOT NULL DEFAULT 0,
      locked_until timestamptz,
      created_at timestamptz NOT NULL,
      disabled_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT user_account_login_once UNIQUE (city_id, login))`);
    await wall(runner, 'user_account', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE role_grant (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      user_id uuid NOT NULL,
      role text NOT NULL CHECK (role IN ('city-administrator', 'county-staff', 'sub-district-staff',
        'community-staff', 'property-firm-staff', 'auditor')),
      area_id uuid,
      compound_id uuid,
      company_id uuid,
      valid_from date NOT NULL,
      valid_to date,
      granted_by text NOT NULL,
      recorded_at timestamptz NOT NULL,
      ended_at timestamptz,
      ended_by text,
      end_reason text,
      PRIMARY KEY (city_id, id),
      CONSTRAINT role_grant_user FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id),
      CONSTRAINT role_grant_area FOREIGN KEY (city_id, area_id) REFERENCES area (city_id, id),
      CONSTRAINT role_grant_one_scope CHECK (num_nonnulls(area_id, compound_id, company_id) = 1),
      CONSTRAINT role_grant_days CHECK (valid_to IS NULL OR valid_to >= valid_from))`);
    await runner.query(`CREATE INDEX role_grant_of_user ON role_grant (city_id, user_id)`);
    await wall(runner, 'role_grant', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE session (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      user_id uuid NOT NULL,
      refresh_hash text NOT NULL,
      previous_hash text,
      created_at timestamptz NOT NULL,
      refreshed_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,
      end_reason text,
      PRIMARY KEY (city_id, id),
      CONSTRAINT session_user_of FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id))`);
    await runner.query(`CREATE INDEX session_of_user ON session (city_id, user_id)`);
    await wall(runner, 'session', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE session, role_grant, user_account`);
  }
}

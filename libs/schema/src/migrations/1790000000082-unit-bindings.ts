import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Which signed-in person speaks for which owner of the register, and the codes on paper by which they bind. */
export class UnitBindings1790000000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE unit_binding (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      unit_id uuid NOT NULL,
      owner_id uuid NOT NULL,
      user_id uuid NOT NULL,
      way text NOT NULL CHECK (way IN ('register', 'code', 'desk')),
      phone_hash text,
      seen_document text,
      reason text,
      bound_at timestamptz NOT NULL,
      bound_by text NOT NULL,
      bound_by_name text NOT NULL,
      ended_at timestamptz,
      ended_by_name text,
      end_reason text,
      PRIMARY KEY (city_id, id),
      CONSTRAINT unit_binding_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT unit_binding_unit FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
      CONSTRAINT unit_binding_owner FOREIGN KEY (city_id, owner_id) REFERENCES owner (city_id, id),
      CONSTRAINT unit_binding_user FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id),
      CONSTRAINT unit_binding_register CHECK ((way = 'register') = (phone_hash IS NOT NULL)),
      CONSTRAINT unit_binding_desk CHECK ((way = 'desk') = (seen_document IS NOT NULL AND reason IS NOT NULL)),
      CONSTRAINT unit_binding_ended CHECK ((ended_at IS NULL) = (ended_by_name IS NULL)))`);
    await runner.query(`CREATE UNIQUE INDEX unit_binding_once ON unit_binding (city_id, unit_id, owner_id, user_id)
      WHERE ended_at IS NULL`);
    await runner.query(`CREATE INDEX unit_binding_of_user ON unit_binding (city_id, user_id)`);
    await wall(runner, 'unit_binding', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE binding_code (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      unit_id uuid NOT NULL,
      owner_id uuid NOT NULL,
      code_hash text NOT NULL,
      printed_at timestamptz NOT NULL,
      printed_by text NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      replaced_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT binding_code_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT binding_code_unit FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
      CONSTRAINT binding_code_owner FOREIGN KEY (city_id, owner_id) REFERENCES owner (city_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX binding_code_once ON binding_code (city_id, code_hash)`);
    await runner.query(`CREATE INDEX binding_code_of_owner ON binding_code (city_id, unit_id, owner_id)`);
    await wall(runner, 'binding_code', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE binding_code, unit_binding`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Compounds with every version of their facts, what each list said of them, claims, field checks, reconciliation. */
export class Compounds1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE compound (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      own_code text,
      created_at timestamptz NOT NULL,
      import_id uuid,
      PRIMARY KEY (city_id, id))`);
    await runner.query(
      `CREATE UNIQUE INDEX compound_own_code_once ON compound (city_id, own_code) WHERE own_code IS NOT NULL`,
    );
    await wall(runner, 'compound', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE compound_version (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      name text NOT NULL CHECK (name <> ''),
      aliases text[] NOT NULL DEFAULT '{}',
      address text,
      area_id uuid,
      longitude double precision,
      latitude double precision,
      buildings integer CHECK (buildings >= 0),
      households integer CHECK (households >= 0),
      floor_area bigint CHECK (floor_area >= 0),
      built_year smallint,
      kind text,
      delivered_on date,
      status text NOT NULL CHECK (status IN ('in-use', 'under-construction', 'demolished', 'merged')),
      merged_into uuid,
      valid_from date NOT NULL,
      valid_to date,
      recorded_at timestamptz NOT NULL,
      superseded_at timestamptz,
      recorded_by text NOT NULL,
      reason text NOT NULL,
      import_id uuid,
      import_row integer,
      PRIMARY KEY (city_id, id),
      CONSTRAINT compound_version_of FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT compound_version_area FOREIGN KEY (city_id, area_id) REFERENCES area (city_id, id),
      CONSTRAINT compound_version_merged FOREIGN KEY (city_id, merged_into) REFERENCES compound (city_id, id),
      CONSTRAINT compound_version_days CHECK (valid_to IS NULL OR valid_to > valid_from),
      CONSTRAINT compound_version_one_at_a_time EXCLUDE USING gist (city_id WITH =, compound_id WITH =,
        daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL))`);
    await runner.query(`CREATE INDEX compound_version_history ON compound_version (city_id, compound_id, valid_from)`);
    await runner.query(
      `CREATE INDEX compound_version_name ON compound_version (city_id, name) WHERE superseded_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX compound_version_area_of ON compound_version (city_id, area_id) WHERE superseded_at IS NULL`,
    );
    await wall(runner, 'compound_version', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE compound_source (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      import_id uuid NOT NULL,
      list_name text NOT NULL,
      row_number integer NOT NULL,
      row_key text NOT NULL,
      as_of date NOT NULL,
      said jsonb NOT NULL,
      extra jsonb NOT NULL DEFAULT '{}',
      recorded_at timestamptz NOT NULL,
      superseded_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT compound_source_of FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT compound_source_import FOREIGN KEY (city_id, import_id) REFERENCES import (city_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX compound_source_row_once ON compound_source (city_id, list_name, row_key)
      WHERE superseded_at IS NULL`);
    await runner.query(`CREATE INDEX compound_source_of_compound ON compound_source (city_id, compound_id)`);
    await wall(runner, 'compound_source', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE claim (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      target text NOT NULL CHECK (target IN ('C1', 'C2', 'C3', 'C4')),
      subject_kind text NOT NULL CHECK (subject_kind IN ('compound', 'committee', 'company')),
      subject_id uuid NOT NULL,
      mode text NOT NULL CHECK (mode IN ('company', 'self', 'community', 'none', 'unknown', 'committee', 'party')),
      words text NOT NULL,
      as_of date NOT NULL,
      import_id uuid NOT NULL,
      import_row integer NOT NULL,
      recorded_at timestamptz NOT NULL,
      superseded_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT claim_import FOREIGN KEY (city_id, import_id) REFERENCES import (city_id, id))`);
    await runner.query(`CREATE INDEX claim_of_subject ON claim (city_id, subject_id)`);
    await wall(runner, 'claim', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE field_check (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      subject_kind text NOT NULL CHECK (subject_kind IN ('service-mode', 'committee', 'party-organisation')),
      subject_id uuid NOT NULL,
      checked_on date NOT NULL,
      outcome text NOT NULL CHECK (outcome IN ('confirmed', 'refuted')),
      checked_by text NOT NULL,
      note text,
      recorded_at timestamptz NOT NULL,
      PRIMARY KEY (city_id, id))`);
    await runner.query(`CREATE INDEX field_check_of ON field_check (city_id, subject_id)`);
    await wall(runner, 'field_check', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE reconciliation (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      left_list text NOT NULL,
      right_list text NOT NULL,
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      PRIMARY KEY (city_id, id))`);
    await wall(runner, 'reconciliation', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE reconciliation_pair (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      reconciliation_id uuid NOT NULL,
      left_source_id uuid NOT NULL,
      right_source_id uuid NOT NULL,
      score smallint NOT NULL CHECK (score BETWEEN 0 AND 100),
      reasons jsonb NOT NULL,
      decision text CHECK (decision IN ('same', 'different')),
      decided_at timestamptz,
      decided_by text,
      PRIMARY KEY (city_id, id),
      CONSTRAINT reconciliation_pair_of FOREIGN KEY (city_id, reconciliation_id) REFERENCES reconciliation (city_id, id),
      CONSTRAINT reconciliation_pair_left FOREIGN KEY (city_id, left_source_id) REFERENCES compound_source (city_id, id),
      CONSTRAINT reconciliation_pair_right FOREIGN KEY (city_id, right_source_id) REFERENCES compound_source (city_id, id))`);
    await runner.query(
      `CREATE INDEX reconciliation_pair_list ON reconciliation_pair (city_id, reconciliation_id, score DESC, id)`,
    );
    await wall(runner, 'reconciliation_pair', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE reconciliation_pair, reconciliation, field_check, claim, compound_source, compound_version, compound`,
    );
  }
}

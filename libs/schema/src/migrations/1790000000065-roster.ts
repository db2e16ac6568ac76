import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Columns of everything that holds true from day to day and is known from moment to moment. */
const TWO_CLOCKS = `
  valid_from date NOT NULL,
  valid_to date,
  recorded_at timestamptz NOT NULL,
  superseded_at timestamptz,
  recorded_by text NOT NULL,
  reason text NOT NULL,
  import_id uuid,
  import_row integer,
  change_id uuid NOT NULL,
  superseded_by uuid`;

/** 房屋与业主: units, owners, and who holds which unit by what share; personal data lies here sealed. */
export class Roster1790000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.units(runner);
    await this.owners(runner);
    await this.ownerships(runner);
    await this.reveals(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE personal_data_reveal, ownership_share, ownership, owner_detail, owner, unit_version, unit`,
    );
  }

  private async units(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE unit (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT unit_of FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE INDEX unit_of_compound ON unit (city_id, compound_id)`);
    await wall(runner, 'unit', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE unit_version (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      unit_id uuid NOT NULL,
      compound_id uuid NOT NULL,
      building text,
      stairway text,
      room text NOT NULL CHECK (room <> ''),
      address_key text NOT NULL,
      floor integer,
      use text NOT NULL CHECK (use IN ('dwelling', 'shop', 'office', 'parking', 'storage', 'other')),
      floor_area bigint CHECK (floor_area >= 0),
      area_source text CHECK (area_source IN ('registration', 'measured', 'contract', 'list')),
      area_document text,
      common_numerator bigint,
      common_denominator bigint CHECK (common_denominator > 0),
      ${TWO_CLOCKS},
      PRIMARY KEY (city_id, id),
      CONSTRAINT unit_version_of FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
      CONSTRAINT unit_version_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT unit_version_import FOREIGN KEY (city_id, import_id) REFERENCES import (city_id, id),
      CONSTRAINT unit_version_days CHECK (valid_to IS NULL OR valid_to > valid_from),
      CONSTRAINT unit_version_one_at_a_time EXCLUDE USING gist (city_id WITH =, unit_id WITH =,
        daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL),
      CONSTRAINT unit_version_address_once EXCLUDE USING gist (city_id WITH =, compound_id WITH =, address_key WITH =,
        daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL))`);
    await runner.query(`CREATE INDEX unit_version_of_unit ON unit_version (city_id, unit_id, valid_from)`);
    await runner.query(
      `CREATE INDEX unit_version_of_compound ON unit_version (city_id, compound_id) WHERE superseded_at IS NULL`,
    );
    await runner.query(`CREATE INDEX unit_version_change ON unit_version (city_id, change_id)`);
    await wall(runner, 'unit_version', 'SELECT, INSERT, UPDATE');
  }

  private async owners(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE owner (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT owner_of FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await wall(runner, 'owner', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE owner_detail (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      owner_id uuid NOT NULL,
      compound_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('person', 'legal-person', 'developer')),
      sealed_name text NOT NULL,
      name_hash text NOT NULL,
      sealed_id_number text,
      id_hash text,
      sealed_phone text,
      phone_hash text,
      recorded_at timestamptz NOT NULL,
      superseded_at timestamptz,
      recorded_by text NOT NULL,
      import_id uuid,
      change_id uuid NOT NULL,
      superseded_by uuid,
      PRIMARY KEY (city_id, id),
      CONSTRAINT owner_detail_of FOREIGN KEY (city_id, owner_id) REFERENCES owner (city_id, id),
      CONSTRAINT owner_detail_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT owner_detail_import FOREIGN KEY (city_id, import_id) REFERENCES import (city_id, id))`);
    await runner.query(
      `CREATE UNIQUE INDEX owner_detail_once ON owner_detail (city_id, owner_id) WHERE superseded_at IS NULL`,
    );
    await runner.query(`CREATE UNIQUE INDEX owner_detail_id_once ON owner_detail (city_id, compound_id, id_hash)
      WHERE superseded_at IS NULL`);
    await runner.query(`CREATE INDEX owner_detail_name ON owner_detail (city_id, compound_id, name_hash)
      WHERE superseded_at IS NULL`);
    await runner.query(`CREATE INDEX owner_detail_phone ON owner_detail (city_id, phone_hash)
      WHERE superseded_at IS NULL`);
    await runner.query(`CREATE INDEX owner_detail_change ON owner_detail (city_id, change_id)`);
    await wall(runner, 'owner_detail', 'SELECT, INSERT, UPDATE');
  }

  private async ownerships(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ownership (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      unit_id uuid NOT NULL,
      compound_id uuid NOT NULL,
      standing text NOT NULL CHECK (standing IN ('owned', 'unsold', 'undelivered', 'unknown')),
      cause text NOT NULL,
      document_number text,
      issuing_body text,
      issued_on date,
      file_id uuid,
      ${TWO_CLOCKS},
      PRIMARY KEY (city_id, id),
      CONSTRAINT ownership_of FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
      CONSTRAINT ownership_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT ownership_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id),
      CONSTRAINT ownership_import FOREIGN KEY (city_id, import_id) REFERENCES import (city_id, id),
      CONSTRAINT ownership_days CHECK (valid_to IS NULL OR valid_to > valid_from),
      CONSTRAINT ownership_one_at_a_time EXCLUDE USING gist (city_id WITH =, unit_id WITH =,
        daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL))`);
    await runner.query(`CREATE INDEX ownership_of_unit ON ownership (city_id, unit_id, valid_from)`);
    await runner.query(
      `CREATE INDEX ownership_of_compound ON ownership (city_id, compound_id) WHERE superseded_at IS NULL`,
    );
    await runner.query(`CREATE INDEX ownership_change ON ownership (city_id, change_id)`);
    await runner.query(`CREATE INDEX ownership_paper ON ownership (city_id, file_id) WHERE file_id IS NOT NULL`);
    await wall(runner, 'ownership', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE ownership_share (
      city_id smallint NOT NULL REFERENCES city (id),
      ownership_id uuid NOT NULL,
      position smallint NOT NULL,
      owner_id uuid NOT NULL,
      numerator bigint CHECK (numerator > 0),
      denominator bigint CHECK (denominator >= numerator),
      is_representative boolean NOT NULL,
      guardian_id uuid,
      PRIMARY KEY (city_id, ownership_id, position),
      CONSTRAINT ownership_share_of FOREIGN KEY (city_id, ownership_id) REFERENCES ownership (city_id, id),
      CONSTRAINT ownership_share_owner FOREIGN KEY (city_id, owner_id) REFERENCES owner (city_id, id),
      CONSTRAINT ownership_share_guardian FOREIGN KEY (city_id, guardian_id) REFERENCES owner (city_id, id),
      CONSTRAINT ownership_share_told CHECK ((numerator IS NULL) = (denominator IS NULL)))`);
    await runner.query(`CREATE UNIQUE INDEX ownership_share_once ON ownership_share (city_id, ownership_id, owner_id)`);
    await runner.query(`CREATE INDEX ownership_share_of_owner ON ownership_share (city_id, owner_id)`);
    await wall(runner, 'ownership_share', 'SELECT, INSERT');
  }

  private async reveals(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE personal_data_reveal (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      owner_id uuid NOT NULL,
      field text NOT NULL CHECK (field IN ('name', 'id-number', 'phone')),
      reason text NOT NULL CHECK (reason <> ''),
      at timestamptz NOT NULL,
      viewer_id text NOT NULL,
      viewer_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT personal_data_reveal_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT personal_data_reveal_of FOREIGN KEY (city_id, owner_id) REFERENCES owner (city_id, id))`);
    await runner.query(`CREATE INDEX personal_data_reveal_of_owner ON personal_data_reveal (city_id, owner_id, at)`);
    await wall(runner, 'personal_data_reveal', 'SELECT, INSERT');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** The paper behind a fact: its number, who issued it, and the days it speaks for. */
const DOCUMENT = `
      document_number text NOT NULL,
      issuing_body text NOT NULL,
      issued_on date,
      effective_from date NOT NULL,
      effective_to date,
      filed_on date,
      file_id uuid`;

const RECORD = `
      import_id uuid,
      import_row integer,
      recorded_at timestamptz NOT NULL,
      superseded_at timestamptz,
      recorded_by text NOT NULL`;

/** The evidence of the four targets: service modes and signs, committees, party organisations, and companies. */
export class ServicesCommitteesParty1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE company (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      name text NOT NULL CHECK (name <> ''),
      credit_code text,
      address text,
      contact text,
      registered_on date,
      document_number text,
      issuing_body text,
      recorded_at timestamptz NOT NULL,
      superseded_at timestamptz,
      recorded_by text NOT NULL,
      import_id uuid,
      import_row integer,
      PRIMARY KEY (city_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX company_credit_code_once ON company (city_id, credit_code)
      WHERE credit_code IS NOT NULL AND superseded_at IS NULL`);
    await runner.query(`CREATE INDEX company_name ON company (city_id, name)`);
    await wall(runner, 'company', 'SELECT, INSERT, UPDATE');
    // Grants were there before the tables of what they are about.
    await runner.query(`ALTER TABLE role_grant
      ADD CONSTRAINT role_grant_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      ADD CONSTRAINT role_grant_company FOREIGN KEY (city_id, company_id) REFERENCES company (city_id, id)`);
    await this.services(runner);
    await this.bodies(runner);
  }

  private async services(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE service_mode (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      record_id uuid NOT NULL,
      mode text NOT NULL CHECK (mode IN ('P', 'M', 'S', 'U', 'T', 'B', 'E')),
      company_id uuid,
      provider_name text,${DOCUMENT},${RECORD},
      PRIMARY KEY (city_id, id),
      CONSTRAINT service_mode_company FOREIGN KEY (city_id, company_id) REFERENCES company (city_id, id),
      CONSTRAINT service_mode_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id),
      CONSTRAINT service_mode_days CHECK (effective_to IS NULL OR effective_to >= effective_from))`);
    await runner.query(
      `CREATE UNIQUE INDEX service_mode_current ON service_mode (city_id, record_id) WHERE superseded_at IS NULL`,
    );
    await runner.query(`CREATE INDEX service_mode_document ON service_mode (city_id, document_number)`);
    await wall(runner, 'service_mode', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE service_mode_compound (
      city_id smallint NOT NULL REFERENCES city (id),
      service_mode_id uuid NOT NULL,
      compound_id uuid NOT NULL,
      PRIMARY KEY (city_id, compound_id, service_mode_id),
      CONSTRAINT service_mode_compound_mode FOREIGN KEY (city_id, service_mode_id) REFERENCES service_mode (city_id, id),
      CONSTRAINT service_mode_compound_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE INDEX service_mode_compound_of ON service_mode_compound (city_id, service_mode_id)`);
    await wall(runner, 'service_mode_compound', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE service_sign (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('inspection', 'fee-run', 'work-order')),
      on_day date NOT NULL,
      note text,${RECORD},
      PRIMARY KEY (city_id, id),
      CONSTRAINT service_sign_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE INDEX service_sign_of ON service_sign (city_id, compound_id, on_day)`);
    await wall(runner, 'service_sign', 'SELECT, INSERT, UPDATE');
  }

  private async bodies(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE committee (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      record_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('committee', 'pmc', 'exemption')),
      name text NOT NULL,
      seats integer CHECK (seats >= 0),
      members integer CHECK (members >= 0),
      members_changed_on date,
      elected_on date,
      last_activity_on date,
      reelection_group_on date,${DOCUMENT},${RECORD},
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id),
      CONSTRAINT committee_days CHECK (effective_to IS NULL OR effective_to >= effective_from))`);
    await runner.query(
      `CREATE UNIQUE INDEX committee_current ON committee (city_id, record_id) WHERE superseded_at IS NULL`,
    );
    await wall(runner, 'committee', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE committee_compound (
      city_id smallint NOT NULL REFERENCES city (id),
      committee_id uuid NOT NULL,
      compound_id uuid NOT NULL,
      PRIMARY KEY (city_id, compound_id, committee_id),
      CONSTRAINT committee_compound_committee FOREIGN KEY (city_id, committee_id) REFERENCES committee (city_id, id),
      CONSTRAINT committee_compound_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE INDEX committee_compound_of ON committee_compound (city_id, committee_id)`);
    await wall(runner, 'committee_compound', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE party_organisation (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      record_id uuid NOT NULL,
      subject_kind text NOT NULL CHECK (subject_kind IN ('committee', 'company')),
      subject_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('own', 'joint', 'function', 'attached', 'instructor')),
      name text NOT NULL,
      secretary text,
      member_count integer CHECK (member_count >= 0),${DOCUMENT},${RECORD},
      PRIMARY KEY (city_id, id),
      CONSTRAINT party_organisation_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id),
      CONSTRAINT party_organisation_days CHECK (effective_to IS NULL OR effective_to >= effective_from))`);
    await runner.query(`CREATE UNIQUE INDEX party_organisation_current ON party_organisation (city_id, record_id)
      WHERE superseded_at IS NULL`);
    await runner.query(`CREATE INDEX party_organisation_of ON party_organisation (city_id, subject_id)`);
    await wall(runner, 'party_organisation', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE role_grant DROP CONSTRAINT role_grant_compound, DROP CONSTRAINT role_grant_company`,
    );
    await runner.query(`DROP TABLE party_organisation, committee_compound, committee, service_sign,
      service_mode_compound, service_mode, company`);
  }
}

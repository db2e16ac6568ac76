import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Cases from intake to paper: everything that happened is a row that nobody can change. */
export class AdministrativeActs1790000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE act (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      power_code text NOT NULL,
      power_version_id uuid,
      body_area_id uuid NOT NULL,
      compound_id uuid NOT NULL,
      applicant text NOT NULL CHECK (applicant <> ''),
      form jsonb NOT NULL,
      amount_fen bigint CHECK (amount_fen >= 0),
      opened_at timestamptz NOT NULL,
      opened_on date NOT NULL,
      opened_by text NOT NULL,
      opened_by_name text NOT NULL,
      idempotency_key text,
      input_hash text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT act_key_once UNIQUE (city_id, opened_by, idempotency_key),
      CONSTRAINT act_power_version FOREIGN KEY (city_id, power_version_id) REFERENCES power_version (city_id, id),
      CONSTRAINT act_body FOREIGN KEY (city_id, body_area_id) REFERENCES area (city_id, id),
      CONSTRAINT act_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE INDEX act_of_body ON act (city_id, body_area_id, id)`);
    await wall(runner, 'act', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE act_paper (
      city_id smallint NOT NULL REFERENCES city (id),
      act_id uuid NOT NULL,
      paper text NOT NULL,
      file_id uuid,
      received_at timestamptz NOT NULL,
      PRIMARY KEY (city_id, act_id, paper),
      CONSTRAINT act_paper_act FOREIGN KEY (city_id, act_id) REFERENCES act (city_id, id),
      CONSTRAINT act_paper_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query(`CREATE INDEX act_paper_by_file ON act_paper (city_id, file_id) WHERE file_id IS NOT NULL`);
    await wall(runner, 'act_paper', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE act_step (
      city_id smallint NOT NULL REFERENCES city (id),
      act_id uuid NOT NULL,
      sequence integer NOT NULL,
      step text NOT NULL,
      at timestamptz NOT NULL,
      on_day date NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      by_body text NOT NULL,
      note text,
      PRIMARY KEY (city_id, act_id, sequence),
      CONSTRAINT act_step_act FOREIGN KEY (city_id, act_id) REFERENCES act (city_id, id))`);
    await wall(runner, 'act_step', 'SELECT, INSERT');
    await this.papers(runner);
  }

  private async papers(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE act_issue (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      document_number text NOT NULL,
      chain uuid[] NOT NULL,
      decision text NOT NULL,
      issued_at timestamptz NOT NULL,
      issued_on date NOT NULL,
      signer text NOT NULL,
      salt uuid NOT NULL DEFAULT gen_random_uuid(),
      written_in bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
      PRIMARY KEY (city_id, id),
      CONSTRAINT act_issue_number UNIQUE (city_id, document_number),
      CONSTRAINT act_issue_act FOREIGN KEY (city_id, id) REFERENCES act (city_id, id))`);
    await runner.query(`CREATE INDEX act_issue_written_in ON act_issue (city_id, written_in, id)`);
    await wall(runner, 'act_issue', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE act_record (
      city_id smallint NOT NULL REFERENCES city (id),
      act_id uuid NOT NULL,
      record_kind text NOT NULL,
      record_id uuid NOT NULL,
      PRIMARY KEY (city_id, act_id),
      CONSTRAINT act_record_act FOREIGN KEY (city_id, act_id) REFERENCES act (city_id, id))`);
    await wall(runner, 'act_record', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE administrative_record (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      kind text NOT NULL,
      compound_id uuid NOT NULL,
      content jsonb NOT NULL,
      recorded_at timestamptz NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT administrative_record_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE INDEX administrative_record_of ON administrative_record (city_id, compound_id)`);
    await wall(runner, 'administrative_record', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE document_serial (
      city_id smallint NOT NULL REFERENCES city (id),
      power_code text NOT NULL,
      year smallint NOT NULL,
      last integer NOT NULL,
      PRIMARY KEY (city_id, power_code, year))`);
    await wall(runner, 'document_serial', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE interest_declaration (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      user_id text NOT NULL,
      compound_id uuid NOT NULL,
      reason text NOT NULL CHECK (reason <> ''),
      declared_at timestamptz NOT NULL,
      ended_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT interest_declaration_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX interest_declaration_once ON interest_declaration (city_id, user_id, compound_id)
      WHERE ended_at IS NULL`);
    await wall(runner, 'interest_declaration', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE interest_declaration, document_serial, administrative_record, act_record, act_issue,
      act_step, act_paper, act`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, wall } from '../wall.js';

/** 业主大会: assemblies with their motions, steps, roll and objections; nothing here is ever changed. */
export class Assemblies1790000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.assemblies(runner);
    await this.roll(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE party_succession, roll_entry, roll_party, roll_version, objection_answer, assembly_objection, assembly_step, motion, assembly`,
    );
  }

  private async assemblies(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE assembly (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      title text NOT NULL,
      organiser text NOT NULL,
      organiser_name text NOT NULL,
      organiser_basis text,
      is_first boolean NOT NULL,
      is_rehearsal boolean NOT NULL,
      building text,
      stairway text,
      rules jsonb NOT NULL,
      petition jsonb,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      created_by_name text NOT NULL,
      idempotency_key text,
      input_hash text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT assembly_scope CHECK (stairway IS NULL OR building IS NOT NULL),
      CONSTRAINT assembly_key_once UNIQUE (city_id, created_by, idempotency_key),
      CONSTRAINT assembly_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE INDEX assembly_of_compound ON assembly (city_id, compound_id, id)`);
    await wall(runner, 'assembly', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE motion (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      position smallint NOT NULL,
      title text NOT NULL,
      body text NOT NULL,
      kind text NOT NULL,
      matters text[] NOT NULL,
      voting_class text NOT NULL,
      offered text[] NOT NULL,
      candidates jsonb,
      seats smallint,
      alternates smallint,
      withdrawn_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT motion_position_once UNIQUE (city_id, assembly_id, position),
      CONSTRAINT motion_kind CHECK (kind IN ('plain', 'options', 'election')),
      CONSTRAINT motion_class CHECK (voting_class IN ('ordinary', 'special')),
      CONSTRAINT motion_seats CHECK ((kind = 'election') = (seats IS NOT NULL)),
      CONSTRAINT motion_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await wall(runner, 'motion', 'SELECT, INSERT');
    await grant(runner, 'motion', 'UPDATE (withdrawn_at)');
    await runner.query(`CREATE TABLE assembly_step (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      step text NOT NULL,
      sequence smallint NOT NULL,
      at timestamptz NOT NULL,
      on_day date NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      basis text,
      opens_at timestamptz,
      closes_at timestamptz,
      detail jsonb NOT NULL,
      PRIMARY KEY (city_id, assembly_id, step),
      CONSTRAINT assembly_step_order UNIQUE (city_id, assembly_id, sequence),
      CONSTRAINT assembly_step_window CHECK (opens_at IS NULL OR closes_at > opens_at),
      CONSTRAINT assembly_step_days CHECK ((step IN ('notice', 'extension')) = (closes_at IS NOT NULL) AND (step = 'notice') = (opens_at IS NOT NULL)),
      CONSTRAINT assembly_step_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await wall(runner, 'assembly_step', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE assembly_objection (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      kind text NOT NULL,
      objector text NOT NULL,
      content text NOT NULL,
      at timestamptz NOT NULL,
      on_day date NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT assembly_objection_kind CHECK (kind IN ('roll', 'result')),
      CONSTRAINT assembly_objection_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await runner.query(`CREATE INDEX assembly_objection_of ON assembly_objection (city_id, assembly_id)`);
    await wall(runner, 'assembly_objection', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE objection_answer (
      city_id smallint NOT NULL REFERENCES city (id),
      objection_id uuid NOT NULL,
      outcome text NOT NULL,
      content text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, objection_id),
      CONSTRAINT objection_answer_outcome CHECK (outcome IN ('upheld', 'dismissed')),
      CONSTRAINT objection_answer_of FOREIGN KEY (city_id, objection_id) REFERENCES assembly_objection (city_id, id))`);
    await wall(runner, 'objection_answer', 'SELECT, INSERT');
  }

  private async roll(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE roll_version (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      version smallint NOT NULL,
      frozen_at timestamptz NOT NULL,
      frozen_on date NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      reason text NOT NULL,
      parties integer NOT NULL,
      heads integer NOT NULL,
      weight bigint NOT NULL,
      roll_hash text NOT NULL,
      PRIMARY KEY (city_id, assembly_id, version),
      CONSTRAINT roll_version_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await wall(runner, 'roll_version', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE roll_party (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      id uuid NOT NULL,
      key text NOT NULL,
      PRIMARY KEY (city_id, assembly_id, id),
      CONSTRAINT roll_party_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await wall(runner, 'roll_party', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE roll_entry (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      version smallint NOT NULL,
      party_id uuid NOT NULL,
      heads smallint NOT NULL,
      weight bigint NOT NULL,
      kind text NOT NULL,
      units text[] NOT NULL,
      label text NOT NULL,
      building text,
      stairway text,
      doubts text[] NOT NULL,
      PRIMARY KEY (city_id, assembly_id, version, party_id),
      CONSTRAINT roll_entry_amounts CHECK (heads >= 0 AND weight >= 0),
      CONSTRAINT roll_entry_version FOREIGN KEY (city_id, assembly_id, version) REFERENCES roll_version (city_id, assembly_id, version),
      CONSTRAINT roll_entry_party FOREIGN KEY (city_id, assembly_id, party_id) REFERENCES roll_party (city_id, assembly_id, id))`);
    await wall(runner, 'roll_entry', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE party_succession (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      party_id uuid NOT NULL,
      successor text NOT NULL,
      on_day date NOT NULL,
      document text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, assembly_id, party_id),
      CONSTRAINT party_succession_of FOREIGN KEY (city_id, assembly_id, party_id) REFERENCES roll_party (city_id, assembly_id, id))`);
    await wall(runner, 'party_succession', 'SELECT, INSERT');
  }
}

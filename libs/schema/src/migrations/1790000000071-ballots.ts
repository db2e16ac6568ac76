import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** 表决: delivery, proxies, paper and ballots, and the result that is counted from them; only added to. */
export class Ballots1790000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.reaching(runner);
    await this.paper(runner);
    await this.ballots(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE resolution, assembly_result, ballot, paper_batch_casting, paper_keying, paper_batch, paper_slip_step, paper_slip, proxy_revocation, proxy, delivery`,
    );
  }

  private async reaching(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE delivery (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      party_id uuid NOT NULL,
      method text NOT NULL,
      outcome text NOT NULL,
      recipient text NOT NULL,
      at timestamptz NOT NULL,
      note text,
      file_id uuid,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT delivery_outcome CHECK (outcome IN ('delivered', 'failed', 'refused')),
      CONSTRAINT delivery_party FOREIGN KEY (city_id, assembly_id, party_id) REFERENCES roll_party (city_id, assembly_id, id),
      CONSTRAINT delivery_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query(`CREATE INDEX delivery_of_party ON delivery (city_id, assembly_id, party_id)`);
    await runner.query(`CREATE INDEX delivery_proof ON delivery (city_id, file_id) WHERE file_id IS NOT NULL`);
    await wall(runner, 'delivery', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE proxy (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      party_id uuid NOT NULL,
      holder_key text NOT NULL,
      holder_name text NOT NULL,
      holder_kind text NOT NULL,
      holder_party_id uuid,
      instruction text,
      from_day date NOT NULL,
      to_day date NOT NULL,
      file_id uuid,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT proxy_days CHECK (to_day >= from_day),
      CONSTRAINT proxy_party FOREIGN KEY (city_id, assembly_id, party_id) REFERENCES roll_party (city_id, assembly_id, id),
      CONSTRAINT proxy_holder FOREIGN KEY (city_id, assembly_id, holder_party_id) REFERENCES roll_party (city_id, assembly_id, id),
      CONSTRAINT proxy_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query(`CREATE INDEX proxy_of_party ON proxy (city_id, assembly_id, party_id)`);
    await runner.query(`CREATE INDEX proxy_paper ON proxy (city_id, file_id) WHERE file_id IS NOT NULL`);
    await wall(runner, 'proxy', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE proxy_revocation (
      city_id smallint NOT NULL REFERENCES city (id),
      proxy_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, proxy_id),
      CONSTRAINT proxy_revocation_of FOREIGN KEY (city_id, proxy_id) REFERENCES proxy (city_id, id))`);
    await wall(runner, 'proxy_revocation', 'SELECT, INSERT');
  }

  private async paper(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE paper_slip (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      party_id uuid NOT NULL,
      number text NOT NULL,
      sequence smallint NOT NULL,
      issued_at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT paper_slip_number UNIQUE (city_id, assembly_id, number),
      CONSTRAINT paper_slip_once UNIQUE (city_id, assembly_id, party_id, sequence),
      CONSTRAINT paper_slip_party FOREIGN KEY (city_id, assembly_id, party_id) REFERENCES roll_party (city_id, assembly_id, id))`);
    await wall(runner, 'paper_slip', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE paper_slip_step (
      city_id smallint NOT NULL REFERENCES city (id),
      slip_id uuid NOT NULL,
      step text NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      at timestamptz NOT NULL,
      reason text,
      PRIMARY KEY (city_id, slip_id, step, by_id),
      CONSTRAINT paper_slip_step_word CHECK (step IN ('return', 'void')),
      CONSTRAINT paper_slip_step_of FOREIGN KEY (city_id, slip_id) REFERENCES paper_slip (city_id, id))`);
    await runner.query(
      `CREATE UNIQUE INDEX paper_slip_returned_once ON paper_slip_step (city_id, slip_id) WHERE step = 'return'`,
    );
    await wall(runner, 'paper_slip_step', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE paper_batch (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      file_id uuid NOT NULL,
      opened_at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT paper_batch_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id),
      CONSTRAINT paper_batch_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query(`CREATE INDEX paper_batch_of ON paper_batch (city_id, assembly_id)`);
    await runner.query(`CREATE INDEX paper_batch_image ON paper_batch (city_id, file_id)`);
    await wall(runner, 'paper_batch', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE paper_keying (
      city_id smallint NOT NULL REFERENCES city (id),
      batch_id uuid NOT NULL,
      sequence smallint NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      at timestamptz NOT NULL,
      entries jsonb NOT NULL,
      PRIMARY KEY (city_id, batch_id, sequence),
      CONSTRAINT paper_keying_of FOREIGN KEY (city_id, batch_id) REFERENCES paper_batch (city_id, id))`);
    await wall(runner, 'paper_keying', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE paper_batch_casting (
      city_id smallint NOT NULL REFERENCES city (id),
      batch_id uuid NOT NULL,
      at timestamptz NOT NULL,
      keyed_by text[] NOT NULL,
      PRIMARY KEY (city_id, batch_id),
      CONSTRAINT paper_batch_casting_of FOREIGN KEY (city_id, batch_id) REFERENCES paper_batch (city_id, id))`);
    await wall(runner, 'paper_batch_casting', 'SELECT, INSERT');
  }

  private async ballots(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ballot (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      party_id uuid NOT NULL,
      id uuid NOT NULL,
      channel text NOT NULL,
      capacity text NOT NULL,
      cast_by text NOT NULL,
      witness text,
      basis text,
      proxy_id uuid,
      slip_id uuid,
      answers text[] NOT NULL,
      cast_at timestamptz NOT NULL,
      salt bytea NOT NULL,
      receipt text NOT NULL,
      replaces uuid,
      idempotency_key text NOT NULL,
      input_hash text NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, assembly_id, party_id, id),
      CONSTRAINT ballot_key_once UNIQUE (city_id, assembly_id, idempotency_key),
      CONSTRAINT ballot_channel CHECK (channel IN ('phone', 'desk', 'paper')),
      CONSTRAINT ballot_paper CHECK ((channel = 'paper') = (slip_id IS NOT NULL)),
      CONSTRAINT ballot_of_proxy CHECK ((capacity = 'proxy') = (proxy_id IS NOT NULL)),
      CONSTRAINT ballot_party FOREIGN KEY (city_id, assembly_id, party_id) REFERENCES roll_party (city_id, assembly_id, id),
      CONSTRAINT ballot_replaces FOREIGN KEY (city_id, assembly_id, party_id, replaces) REFERENCES ballot (city_id, assembly_id, party_id, id),
      CONSTRAINT ballot_proxy FOREIGN KEY (city_id, proxy_id) REFERENCES proxy (city_id, id),
      CONSTRAINT ballot_slip FOREIGN KEY (city_id, slip_id) REFERENCES paper_slip (city_id, id))`);
    await runner.query(
      `CREATE UNIQUE INDEX ballot_first ON ballot (city_id, assembly_id, party_id) WHERE replaces IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX ballot_replaced_once ON ballot (city_id, replaces) WHERE replaces IS NOT NULL`,
    );
    await runner.query(`CREATE UNIQUE INDEX ballot_slip_once ON ballot (city_id, slip_id) WHERE slip_id IS NOT NULL`);
    await runner.query(`CREATE INDEX ballot_proxies ON ballot (city_id, proxy_id) WHERE proxy_id IS NOT NULL`);
    await wall(runner, 'ballot', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE assembly_result (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      record jsonb NOT NULL,
      record_hash text NOT NULL,
      board_root text NOT NULL,
      certified_at timestamptz NOT NULL,
      signers text[] NOT NULL,
      PRIMARY KEY (city_id, assembly_id),
      CONSTRAINT assembly_result_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await wall(runner, 'assembly_result', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE resolution (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      motion_id uuid NOT NULL,
      compound_id uuid NOT NULL,
      title text NOT NULL,
      matters text[] NOT NULL,
      choice text,
      adopted_on date NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT resolution_once UNIQUE NULLS NOT DISTINCT (city_id, motion_id, choice),
      CONSTRAINT resolution_assembly FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id),
      CONSTRAINT resolution_motion FOREIGN KEY (city_id, motion_id) REFERENCES motion (city_id, id),
      CONSTRAINT resolution_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE INDEX resolution_of ON resolution (city_id, compound_id)`);
    await wall(runner, 'resolution', 'SELECT, INSERT');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** The transparency log: leaves, complete nodes, signed heads and their keys; and what makes an audit line a leaf. */
export class TransparencyLog1790000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE city ADD COLUMN crypto_suite text NOT NULL DEFAULT 'sha256-ed25519'
      CONSTRAINT city_crypto_suite CHECK (crypto_suite IN ('sha256-ed25519', 'sm3-sm2'))`);
    await runner.query(`ALTER TABLE audit_line
      ADD COLUMN salt uuid NOT NULL DEFAULT gen_random_uuid(),
      ADD COLUMN written_in bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint`);
    await runner.query(`CREATE INDEX audit_line_written_in ON audit_line (city_id, written_in, id)`);
    await runner.query(`CREATE TABLE log_key (
      city_id smallint NOT NULL REFERENCES city (id),
      id text NOT NULL,
      algorithm text NOT NULL CHECK (algorithm IN ('Ed25519', 'SM2-SM3')),
      public_key text NOT NULL,
      first_used_at timestamptz NOT NULL,
      PRIMARY KEY (city_id, id))`);
    await wall(runner, 'log_key', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE log_leaf (
      city_id smallint NOT NULL REFERENCES city (id),
      leaf_index bigint NOT NULL CHECK (leaf_index >= 0),
      leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
      source_kind text NOT NULL,
      source_id uuid NOT NULL,
      sealed_at timestamptz NOT NULL,
      PRIMARY KEY (city_id, leaf_index),
      CONSTRAINT log_leaf_hash_once UNIQUE (city_id, leaf_hash),
      CONSTRAINT log_leaf_source_once UNIQUE (city_id, source_kind, source_id))`);
    await wall(runner, 'log_leaf', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE log_node (
      city_id smallint NOT NULL REFERENCES city (id),
      level smallint NOT NULL CHECK (level > 0),
      position bigint NOT NULL CHECK (position >= 0),
      hash bytea NOT NULL CHECK (octet_length(hash) = 32),
      PRIMARY KEY (city_id, level, position))`);
    await wall(runner, 'log_node', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE log_head (
      city_id smallint NOT NULL REFERENCES city (id),
      size bigint NOT NULL CHECK (size > 0),
      root bytea NOT NULL CHECK (octet_length(root) = 32),
      at timestamptz NOT NULL,
      signature bytea NOT NULL,
      key_id text NOT NULL,
      settled_before jsonb NOT NULL,
      PRIMARY KEY (city_id, size),
      CONSTRAINT log_head_key FOREIGN KEY (city_id, key_id) REFERENCES log_key (city_id, id))`);
    await wall(runner, 'log_head', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE log_head, log_node, log_leaf, log_key`);
    await runner.query(`ALTER TABLE audit_line DROP COLUMN salt, DROP COLUMN written_in`);
    await runner.query(`ALTER TABLE city DROP COLUMN crypto_suite`);
  }
}

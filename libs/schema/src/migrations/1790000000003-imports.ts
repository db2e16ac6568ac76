import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Lists that were read, and what was said about their rows. */
export class Imports1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE import (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      kind text NOT NULL,
      list_name text NOT NULL,
      file_name text NOT NULL,
      file_sha256 text NOT NULL,
      file_id uuid,
      as_of date NOT NULL,
      dry_run boolean NOT NULL,
      template_version text,
      status text NOT NULL CHECK (status IN ('running', 'done', 'refused', 'undone')),
      rows integer NOT NULL DEFAULT 0,
      accepted integer NOT NULL DEFAULT 0,
      unchanged integer NOT NULL DEFAULT 0,
      rejected integer NOT NULL DEFAULT 0,
      warnings integer NOT NULL DEFAULT 0,
      duplicates integer NOT NULL DEFAULT 0,
      extra_columns text[] NOT NULL DEFAULT '{}',
      claims jsonb,
      refusal jsonb,
      started_at timestamptz NOT NULL,
      finished_at timestamptz,
      started_by text NOT NULL,
      started_by_id text NOT NULL,
      undone_at timestamptz,
      undone_by text,
      PRIMARY KEY (city_id, id),
      CONSTRAINT import_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await wall(runner, 'import', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE import_issue (
      city_id smallint NOT NULL REFERENCES city (id),
      import_id uuid NOT NULL,
      seq integer NOT NULL,
      severity text NOT NULL CHECK (severity IN ('rejected', 'warning', 'duplicate')),
      row_number integer NOT NULL,
      column_name text,
      value text,
      code text NOT NULL,
      message text NOT NULL,
      fix text NOT NULL,
      PRIMARY KEY (city_id, import_id, seq),
      CONSTRAINT import_issue_of FOREIGN KEY (city_id, import_id) REFERENCES import (city_id, id))`);
    await wall(runner, 'import_issue', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_issue, import`);
  }
}

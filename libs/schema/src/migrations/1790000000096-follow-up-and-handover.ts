import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** 决议落实与移交: what was promised after a vote, and what a committee hands to the next; only added to. */
export class FollowUpAndHandover1790000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.followUp(runner);
    await this.handover(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE handover_signature, handover_item, handover, resolution_task_completion, resolution_task`,
    );
  }

  private async followUp(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE resolution_task (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      resolution_id uuid NOT NULL,
      what text NOT NULL,
      who text NOT NULL,
      due_on date NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT resolution_task_of FOREIGN KEY (city_id, resolution_id) REFERENCES resolution (city_id, id))`);
    await runner.query(`CREATE INDEX resolution_task_by ON resolution_task (city_id, resolution_id)`);
    await wall(runner, 'resolution_task', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE resolution_task_completion (
      city_id smallint NOT NULL REFERENCES city (id),
      task_id uuid NOT NULL,
      note text NOT NULL,
      file_id uuid,
      done_on date NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      CONSTRAINT resolution_task_completion_pkey PRIMARY KEY (city_id, task_id),
      CONSTRAINT task_completion_of FOREIGN KEY (city_id, task_id) REFERENCES resolution_task (city_id, id),
      CONSTRAINT task_completion_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await wall(runner, 'resolution_task_completion', 'SELECT, INSERT');
  }

  private async handover(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE handover (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      from_name text NOT NULL,
      to_name text NOT NULL,
      ended_on date NOT NULL,
      due_on date NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT handover_once UNIQUE (city_id, compound_id, ended_on),
      CONSTRAINT handover_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await wall(runner, 'handover', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE handover_item (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      handover_id uuid NOT NULL,
      position smallint NOT NULL,
      name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT handover_item_place UNIQUE (city_id, handover_id, position),
      CONSTRAINT handover_item_of FOREIGN KEY (city_id, handover_id) REFERENCES handover (city_id, id))`);
    await wall(runner, 'handover_item', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE handover_signature (
      city_id smallint NOT NULL REFERENCES city (id),
      item_id uuid NOT NULL,
      side text NOT NULL,
      signer text NOT NULL,
      note text,
      file_id uuid,
      on_day date NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      CONSTRAINT handover_signature_pkey PRIMARY KEY (city_id, item_id, side),
      CONSTRAINT handover_signature_side CHECK (side IN ('from', 'to')),
      CONSTRAINT handover_signature_of FOREIGN KEY (city_id, item_id) REFERENCES handover_item (city_id, id),
      CONSTRAINT handover_signature_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await wall(runner, 'handover_signature', 'SELECT, INSERT');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** 抽签: what parts candidates who are equal; a row for each lot that was drawn, added once and never changed. */
export class LotsOfElections1790000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE election_lot (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      motion_id uuid NOT NULL,
      round smallint NOT NULL CHECK (round > 0),
      border text NOT NULL CHECK (border IN ('seats', 'alternates')),
      places smallint NOT NULL CHECK (places > 0),
      drawn text[] NOT NULL CHECK (cardinality(drawn) >= 2),
      drawn_at timestamptz NOT NULL,
      place text NOT NULL,
      method text NOT NULL,
      witnesses text[] NOT NULL CHECK (cardinality(witnesses) = 2),
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, assembly_id, motion_id, round),
      CONSTRAINT election_lot_after_result FOREIGN KEY (city_id, assembly_id)
        REFERENCES assembly_result (city_id, assembly_id),
      CONSTRAINT election_lot_of FOREIGN KEY (city_id, motion_id) REFERENCES motion (city_id, id))`);
    await wall(runner, 'election_lot', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE election_lot');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Target values, daily snapshots of the rates, and how far the audit service has come. */
export class Coverage1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE target_value (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      area_id uuid NOT NULL,
      target text NOT NULL CHECK (target IN ('C1', 'C2', 'C3', 'C4A', 'C4B')),
      year smallint NOT NULL,
      required numeric(5, 2) NOT NULL CHECK (required BETWEEN 0 AND 100),
      deadline date NOT NULL,
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT target_value_once UNIQUE (city_id, area_id, target, year),
      CONSTRAINT target_value_area FOREIGN KEY (city_id, area_id) REFERENCES area (city_id, id))`);
    await wall(runner, 'target_value', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE coverage_snapshot (
      city_id smallint NOT NULL REFERENCES city (id),
      day date NOT NULL,
      area_id uuid NOT NULL,
      target text NOT NULL,
      denominator integer NOT NULL,
      strict integer NOT NULL,
      broad integer NOT NULL,
      claimed integer NOT NULL,
      states jsonb NOT NULL,
      recorded_at timestamptz NOT NULL,
      PRIMARY KEY (city_id, area_id, target, day),
      CONSTRAINT coverage_snapshot_area FOREIGN KEY (city_id, area_id) REFERENCES area (city_id, id))`);
    await wall(runner, 'coverage_snapshot', 'SELECT, INSERT, UPDATE');
    await runner.query(`CREATE TABLE audited_state (
      city_id smallint PRIMARY KEY REFERENCES city (id),
      fact_version bigint NOT NULL,
      day date NOT NULL,
      recorded_at timestamptz NOT NULL)`);
    await wall(runner, 'audited_state', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audited_state, coverage_snapshot, target_value`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** 停机记录: when an open vote could not be reached because the database was changed; written by the owner alone. */
export class VoteStoppages1790000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE vote_stoppage (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      started_at timestamptz NOT NULL,
      ended_at timestamptz NOT NULL,
      reason text NOT NULL,
      migrations text[] NOT NULL,
      PRIMARY KEY (city_id, assembly_id, started_at),
      CONSTRAINT vote_stoppage_times CHECK (ended_at >= started_at),
      CONSTRAINT vote_stoppage_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await wall(runner, 'vote_stoppage', 'SELECT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vote_stoppage');
  }
}

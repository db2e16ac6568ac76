import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, wall } from '../wall.js';

/** Co-owners who say different things: the ballot that one of them cast is not counted until they agree. */
export class BallotDissents1790000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ballot_dissent (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      party_id uuid NOT NULL,
      ballot_id uuid NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      at timestamptz NOT NULL,
      ended_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT ballot_dissent_from FOREIGN KEY (city_id, assembly_id, party_id, ballot_id)
        REFERENCES ballot (city_id, assembly_id, party_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX ballot_dissent_once ON ballot_dissent (city_id, ballot_id, by_id)
      WHERE ended_at IS NULL`);
    await wall(runner, 'ballot_dissent', 'SELECT, INSERT');
    await grant(runner, 'ballot_dissent', 'UPDATE (ended_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ballot_dissent');
  }
}

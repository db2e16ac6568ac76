import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** 议事规则: the dated versions of a compound's own rules of its meetings, each with its document. */
export class RulesOfMeetings1790000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE meeting_rules (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      compound_id uuid NOT NULL,
      title text NOT NULL,
      adopted_by text NOT NULL,
      effective_from date NOT NULL,
      notice_days smallint CHECK (notice_days > 0),
      rules jsonb NOT NULL,
      file_id uuid NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT meeting_rules_once_a_day UNIQUE (city_id, compound_id, effective_from),
      CONSTRAINT meeting_rules_of FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT meeting_rules_document FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await wall(runner, 'meeting_rules', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meeting_rules');
  }
}

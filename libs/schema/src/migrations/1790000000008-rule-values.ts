import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** A city's own values for what the rule pack only proposes, each with its document and its days. */
export class RuleValues1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE rule_value (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      key text NOT NULL,
      value integer NOT NULL CHECK (value BETWEEN 0 AND 3650),
      source text NOT NULL,
      article text NOT NULL,
      effective_from date NOT NULL,
      recorded_at timestamptz NOT NULL,
      superseded_at timestamptz,
      recorded_by text NOT NULL,
      PRIMARY KEY (city_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX rule_value_once ON rule_value (city_id, key, effective_from)
      WHERE superseded_at IS NULL`);
    await wall(runner, 'rule_value', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE rule_value`);
  }
}

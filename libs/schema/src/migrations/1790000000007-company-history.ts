import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** A company's entry keeps its id while lists correct it; what it said before is kept, so that a list can be undone. */
export class CompanyHistory1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE company_history (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      company_id uuid NOT NULL,
      name text NOT NULL,
      credit_code text,
      address text,
      contact text,
      registered_on date,
      document_number text,
      issuing_body text,
      replaced_at timestamptz NOT NULL,
      replaced_by_import uuid,
      PRIMARY KEY (city_id, id),
      CONSTRAINT company_history_of FOREIGN KEY (city_id, company_id) REFERENCES company (city_id, id))`);
    await runner.query(`CREATE INDEX company_history_by_import ON company_history (city_id, replaced_by_import)`);
    await wall(runner, 'company_history', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE company_history`);
  }
}

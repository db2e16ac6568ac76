import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';

/** 季度公示: the statement of a quarter word for word with its digest, and where it hung on paper, with a photo. */
export class CommonRevenueStatements1790000000128 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE common_revenue_publication (
      ${KEY}, id uuid NOT NULL, compound_id uuid NOT NULL, period text NOT NULL, on_day date NOT NULL,
      statement text NOT NULL, digest text NOT NULL, publisher text NOT NULL, note text, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT common_revenue_publication_period CHECK (period ~ '^[0-9]{4}-Q[1-4]$'),
      CONSTRAINT common_revenue_publication_digest
        CHECK (digest = encode(sha256(convert_to(statement, 'UTF8')), 'hex')),
      CONSTRAINT common_revenue_publication_once UNIQUE (city_id, compound_id, period, digest),
      CONSTRAINT common_revenue_publication_compound FOREIGN KEY (city_id, compound_id)
        REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE TABLE common_revenue_notice (
      ${KEY}, id uuid NOT NULL, publication_id uuid NOT NULL, place text NOT NULL, on_day date NOT NULL,
      file_id uuid NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT common_revenue_notice_of FOREIGN KEY (city_id, publication_id)
        REFERENCES common_revenue_publication (city_id, id),
      CONSTRAINT common_revenue_notice_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query(`CREATE INDEX common_revenue_notice_by ON common_revenue_notice (city_id, publication_id)`);
    for (const table of ['publication', 'notice']) await wall(runner, `common_revenue_${table}`, 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE common_revenue_notice, common_revenue_publication');
  }
}

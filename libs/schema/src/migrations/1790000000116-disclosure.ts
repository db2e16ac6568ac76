import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';

/**
 * 信息公开: a statement as it was published, word for word with its digest, so that anybody sees that the figures are
 * those of then; and where on paper it hung, with a photo. A statement changed later is published anew beside it.
 */
export class Disclosure1790000000116 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE disclosure_publication (
      ${KEY}, id uuid NOT NULL, book_id uuid NOT NULL, duty text NOT NULL, period text NOT NULL, from_day date NOT NULL,
      to_day date NOT NULL, on_day date NOT NULL, last_entry bigint NOT NULL, statement text NOT NULL,
      digest text NOT NULL, publisher text NOT NULL, note text, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT disclosure_publication_duty CHECK (duty IN ('quarter', 'half-year', 'year')),
      CONSTRAINT disclosure_publication_days CHECK (from_day <= to_day AND to_day < on_day),
      CONSTRAINT disclosure_publication_digest CHECK (digest = encode(sha256(convert_to(statement, 'UTF8')), 'hex')),
      CONSTRAINT disclosure_publication_once UNIQUE (city_id, book_id, period, digest),
      CONSTRAINT disclosure_publication_book FOREIGN KEY (city_id, book_id) REFERENCES ledger_book (city_id, id))`);
    await runner.query(`CREATE TABLE disclosure_posting (
      ${KEY}, id uuid NOT NULL, publication_id uuid NOT NULL, place text NOT NULL, on_day date NOT NULL,
      file_id uuid NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT disclosure_posting_of FOREIGN KEY (city_id, publication_id)
        REFERENCES disclosure_publication (city_id, id),
      CONSTRAINT disclosure_posting_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query(
      'CREATE INDEX disclosure_posting_by_publication ON disclosure_posting (city_id, publication_id)',
    );
    for (const table of ['disclosure_publication', 'disclosure_posting']) await wall(runner, table, 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE disclosure_posting, disclosure_publication');
  }
}

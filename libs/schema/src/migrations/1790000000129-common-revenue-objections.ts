import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const OBJECTION = 'FOREIGN KEY (city_id, objection_id) REFERENCES common_revenue_objection (city_id, id)';
const FILE = 'FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id)';

/** 异议: what owners object to, what they are answered, and what the sub-district took up. */
export class CommonRevenueObjections1790000000129 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE common_revenue_objection (
      ${KEY}, id uuid NOT NULL, compound_id uuid NOT NULL, period text NOT NULL, entry_id uuid, book_id uuid,
      content text NOT NULL, objector text, file_id uuid, on_day date NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT common_revenue_objection_period CHECK (period ~ '^[0-9]{4}-Q[1-4]$'),
      CONSTRAINT common_revenue_objection_entry CHECK ((entry_id IS NULL) = (book_id IS NULL)),
      CONSTRAINT common_revenue_objection_paper CHECK ((objector IS NULL) = (file_id IS NULL)),
      CONSTRAINT common_revenue_objection_compound FOREIGN KEY (city_id, compound_id)
        REFERENCES compound (city_id, id),
      CONSTRAINT common_revenue_objection_line FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id),
      CONSTRAINT common_revenue_objection_file ${FILE})`);
    await runner.query(`CREATE INDEX common_revenue_objection_of ON common_revenue_objection (city_id, compound_id)`);
    await runner.query(`CREATE TABLE common_revenue_answer (
      ${KEY}, objection_id uuid NOT NULL, content text NOT NULL, file_id uuid NOT NULL, on_day date NOT NULL, ${BY},
      CONSTRAINT common_revenue_answer_pkey PRIMARY KEY (city_id, objection_id),
      CONSTRAINT common_revenue_answer_of ${OBJECTION},
      CONSTRAINT common_revenue_answer_file ${FILE})`);
    await runner.query(`CREATE TABLE common_revenue_escalation (
      ${KEY}, objection_id uuid NOT NULL, note text NOT NULL, act_id uuid, on_day date NOT NULL, ${BY},
      CONSTRAINT common_revenue_escalation_pkey PRIMARY KEY (city_id, objection_id),
      CONSTRAINT common_revenue_escalation_of ${OBJECTION},
      CONSTRAINT common_revenue_escalation_act FOREIGN KEY (city_id, act_id) REFERENCES act (city_id, id))`);
    for (const table of ['objection', 'answer', 'escalation'])
      await wall(runner, `common_revenue_${table}`, 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE common_revenue_escalation, common_revenue_answer, common_revenue_objection');
  }
}

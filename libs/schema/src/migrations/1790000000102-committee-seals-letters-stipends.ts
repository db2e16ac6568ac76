import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const RESOLUTION = 'FOREIGN KEY (city_id, resolution_id) REFERENCES resolution (city_id, id)';
const FILE = 'FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id)';

/** Seals with their custody and every use, letters in and out, and what members were paid. Nothing is edited. */
export class CommitteeSealsLettersStipends1790000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.seals(runner);
    await runner.query(`CREATE TABLE committee_letter (
      ${KEY}, id uuid NOT NULL, committee_id uuid NOT NULL, direction text NOT NULL CHECK (direction IN ('in', 'out')),
      number text NOT NULL, their_number text, counterpart text NOT NULL, subject text NOT NULL, on_day date NOT NULL,
      answer_by date, answers_id uuid, file_id uuid, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_letter_number UNIQUE (city_id, committee_id, number),
      CONSTRAINT committee_letter_waits CHECK (answer_by IS NULL OR direction = 'in'),
      CONSTRAINT committee_letter_answers FOREIGN KEY (city_id, answers_id) REFERENCES committee_letter (city_id, id),
      CONSTRAINT committee_letter_file ${FILE})`);
    await runner.query(`CREATE INDEX committee_letter_answered ON committee_letter (city_id, answers_id)
      WHERE answers_id IS NOT NULL`);
    await runner.query(`CREATE INDEX committee_letter_scan ON committee_letter (city_id, file_id)
      WHERE file_id IS NOT NULL`);
    await runner.query(`CREATE TABLE committee_stipend (
      ${KEY}, id uuid NOT NULL, committee_id uuid NOT NULL, person_id uuid NOT NULL, amount_fen bigint NOT NULL,
      period text NOT NULL, paid_on date NOT NULL, resolution_id uuid NOT NULL, reverses_id uuid, reason text, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_stipend_amount CHECK ((reverses_id IS NULL AND amount_fen > 0)
        OR (reverses_id IS NOT NULL AND amount_fen < 0 AND reason IS NOT NULL)),
      CONSTRAINT committee_stipend_reversed_once UNIQUE (city_id, reverses_id),
      CONSTRAINT committee_stipend_reverses FOREIGN KEY (city_id, reverses_id)
        REFERENCES committee_stipend (city_id, id),
      CONSTRAINT committee_stipend_resolution ${RESOLUTION})`);
    await runner.query(`CREATE INDEX committee_stipend_of ON committee_stipend (city_id, committee_id)`);
    for (const table of ['seal', 'seal_custody', 'seal_request', 'seal_consent', 'seal_use', 'letter', 'stipend']) {
      await wall(runner, `committee_${table}`, 'SELECT, INSERT');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE committee_stipend, committee_letter, committee_seal_use, committee_seal_consent,
      committee_seal_request, committee_seal_custody, committee_seal`);
  }

  private async seals(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE committee_seal (
      ${KEY}, id uuid NOT NULL, committee_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('assembly', 'committee', 'finance')), inscription text NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_seal_once UNIQUE (city_id, committee_id, inscription))`);
    await runner.query(`CREATE TABLE committee_seal_custody (
      ${KEY}, id uuid NOT NULL, seal_id uuid NOT NULL, holder text NOT NULL, person_id uuid, from_day date NOT NULL,
      ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_seal_custody_of FOREIGN KEY (city_id, seal_id) REFERENCES committee_seal (city_id, id))`);
    await runner.query(`CREATE INDEX committee_seal_held ON committee_seal_custody (city_id, seal_id)`);
    await runner.query(`CREATE TABLE committee_seal_request (
      ${KEY}, id uuid NOT NULL, committee_id uuid NOT NULL, seal_id uuid NOT NULL, person_id uuid NOT NULL,
      paper text NOT NULL, purpose text NOT NULL, copies integer NOT NULL CHECK (copies > 0), file_id uuid NOT NULL,
      resolution_id uuid, members integer NOT NULL, needed integer NOT NULL, on_day date NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_seal_request_seal FOREIGN KEY (city_id, seal_id) REFERENCES committee_seal (city_id, id),
      CONSTRAINT committee_seal_request_file ${FILE},
      CONSTRAINT committee_seal_request_resolution ${RESOLUTION})`);
    await runner.query(`CREATE INDEX committee_seal_request_of ON committee_seal_request (city_id, committee_id)`);
    await runner.query(`CREATE INDEX committee_seal_paper ON committee_seal_request (city_id, file_id)`);
    const request = 'FOREIGN KEY (city_id, request_id) REFERENCES committee_seal_request (city_id, id)';
    await runner.query(`CREATE TABLE committee_seal_consent (
      ${KEY}, request_id uuid NOT NULL, person_id uuid NOT NULL, agrees boolean NOT NULL, ${BY},
      PRIMARY KEY (city_id, request_id, person_id), CONSTRAINT committee_seal_consent_of ${request})`);
    await runner.query(`CREATE TABLE committee_seal_use (
      ${KEY}, request_id uuid NOT NULL, on_day date NOT NULL, holder text NOT NULL, ${BY},
      PRIMARY KEY (city_id, request_id), CONSTRAINT committee_seal_use_of ${request})`);
  }
}

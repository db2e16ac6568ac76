import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const ENTRY = 'FOREIGN KEY (city_id, entry_id, book_id) REFERENCES ledger_entry (city_id, id, book_id)';
const PROJECT = 'FOREIGN KEY (city_id, project_id) REFERENCES fund_project (city_id, id)';

/** 到账与凭证: what came in, from whom and for what; and the scans that show an entry or a project. */
export class MoneyIn1790000000136 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE fund_receipt (
      ${KEY}, id uuid NOT NULL, kind text NOT NULL, source text NOT NULL, entry_id uuid NOT NULL, book_id uuid NOT NULL,
      amount bigint NOT NULL, on_day date NOT NULL, giver text, is_anonymous boolean NOT NULL, use_code text,
      project_id uuid, document text, certificate_year smallint, certificate_serial integer, code text, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT fund_receipt_kind CHECK (kind IN ('grant', 'bond', 'asset', 'donation', 'contribution', 'interest')),
      CONSTRAINT fund_receipt_amount CHECK (amount > 0),
      CONSTRAINT fund_receipt_bond CHECK (kind <> 'bond' OR project_id IS NOT NULL),
      CONSTRAINT fund_receipt_proven CHECK (kind = 'donation' OR document IS NOT NULL),
      CONSTRAINT fund_receipt_certified CHECK ((kind = 'donation') = (certificate_year IS NOT NULL)
        AND (kind = 'donation') = (certificate_serial IS NOT NULL) AND (kind = 'donation') = (code IS NOT NULL)),
      CONSTRAINT fund_receipt_entry UNIQUE (city_id, entry_id),
      CONSTRAINT fund_receipt_certificate UNIQUE (city_id, certificate_year, certificate_serial),
      CONSTRAINT fund_receipt_posted ${ENTRY},
      CONSTRAINT fund_receipt_project ${PROJECT})`);
    await runner.query(`CREATE TABLE fund_voucher (
      ${KEY}, id uuid NOT NULL, entry_id uuid, book_id uuid, project_id uuid, kind text NOT NULL, title text NOT NULL,
      file_id uuid NOT NULL, is_public boolean NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT fund_voucher_of CHECK (num_nonnulls(entry_id, project_id) = 1
        AND (entry_id IS NULL) = (book_id IS NULL)),
      CONSTRAINT fund_voucher_kind CHECK (kind IN ('application', 'quote', 'contract', 'invoice', 'transfer', 'photo',
        'acceptance', 'other')),
      CONSTRAINT fund_voucher_entry ${ENTRY},
      CONSTRAINT fund_voucher_project ${PROJECT},
      CONSTRAINT fund_voucher_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query('CREATE INDEX fund_voucher_by_entry ON fund_voucher (city_id, entry_id)');
    await runner.query('CREATE INDEX fund_voucher_by_project ON fund_voucher (city_id, project_id)');
    await runner.query('CREATE INDEX fund_voucher_by_file ON fund_voucher (city_id, file_id)');
    for (const table of ['fund_receipt', 'fund_voucher']) await wall(runner, table, 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fund_voucher, fund_receipt');
  }
}

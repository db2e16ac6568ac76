import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** 银行对账单: what the bank says happened on an account, row by row, and which entry each row turned out to be. */
export class BankStatements1790000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE bank_statement (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      book_id uuid NOT NULL,
      account_id uuid NOT NULL,
      file_name text NOT NULL,
      file_hash text NOT NULL,
      layout text NOT NULL,
      imported_at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id, account_id),
      CONSTRAINT bank_statement_account FOREIGN KEY (city_id, account_id, book_id)
        REFERENCES ledger_account (city_id, id, book_id))`);
    await runner.query(`CREATE INDEX bank_statement_of ON bank_statement (city_id, account_id, id)`);
    await wall(runner, 'bank_statement', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE bank_statement_row (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      statement_id uuid NOT NULL,
      account_id uuid NOT NULL,
      row_number integer NOT NULL,
      day date NOT NULL,
      time text,
      amount bigint NOT NULL,
      is_neutral boolean NOT NULL,
      balance bigint,
      counterparty text,
      summary text,
      reference text,
      fingerprint text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT bank_statement_row_once UNIQUE (city_id, account_id, fingerprint),
      CONSTRAINT bank_statement_row_of FOREIGN KEY (city_id, statement_id, account_id)
        REFERENCES bank_statement (city_id, id, account_id))`);
    await runner.query(`CREATE INDEX bank_statement_row_by_day ON bank_statement_row (city_id, account_id, day, id)`);
    await wall(runner, 'bank_statement_row', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE statement_match (
      city_id smallint NOT NULL REFERENCES city (id),
      row_id uuid NOT NULL,
      entry_id uuid NOT NULL,
      book_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, row_id),
      CONSTRAINT statement_match_entry_once UNIQUE (city_id, entry_id),
      CONSTRAINT statement_match_row FOREIGN KEY (city_id, row_id) REFERENCES bank_statement_row (city_id, id),
      CONSTRAINT statement_match_entry FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id))`);
    await wall(runner, 'statement_match', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE statement_match, bank_statement_row, bank_statement`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/**
 * 对账: a match is of several lines of the bank and several entries, since a gift may come in parts and a payment of many
 * be one line; and it can be undone. How many times a line or an entry was matched is part of its key, so that two who
 * match the same at once cannot both do so. The table that was there, into which nobody wrote, becomes that of the lines:
 * to drop it would lock the cities.
 */
export class StatementMatches1790000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE statement_match RENAME TO statement_match_row`);
    await runner.query(`ALTER TABLE statement_match_row DROP CONSTRAINT statement_match_pkey, DROP COLUMN entry_id,
      DROP COLUMN book_id, DROP COLUMN reason, DROP COLUMN at, DROP COLUMN by_id, DROP COLUMN by_name`);
    await runner.query(`CREATE TABLE statement_match (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      book_id uuid NOT NULL,
      account_id uuid NOT NULL,
      reasons text[] NOT NULL,
      note text,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id, account_id),
      CONSTRAINT statement_match_account FOREIGN KEY (city_id, account_id, book_id)
        REFERENCES ledger_account (city_id, id, book_id))`);
    await runner.query(`CREATE INDEX statement_match_of ON statement_match (city_id, account_id, id)`);
    await wall(runner, 'statement_match', 'SELECT, INSERT');
    await runner.query(`ALTER TABLE statement_match_row ADD COLUMN nth smallint NOT NULL,
      ADD COLUMN match_id uuid NOT NULL, ADD COLUMN account_id uuid NOT NULL, ADD PRIMARY KEY (city_id, row_id, nth),
      ADD CONSTRAINT statement_match_row_of FOREIGN KEY (city_id, match_id, account_id)
        REFERENCES statement_match (city_id, id, account_id)`);
    await runner.query(`CREATE INDEX statement_match_row_by_match ON statement_match_row (city_id, match_id)`);
    await runner.query(`CREATE TABLE statement_match_entry (
      city_id smallint NOT NULL REFERENCES city (id),
      entry_id uuid NOT NULL,
      account_id uuid NOT NULL,
      nth smallint NOT NULL,
      match_id uuid NOT NULL,
      book_id uuid NOT NULL,
      PRIMARY KEY (city_id, entry_id, account_id, nth),
      CONSTRAINT statement_match_entry_of FOREIGN KEY (city_id, match_id, account_id)
        REFERENCES statement_match (city_id, id, account_id),
      CONSTRAINT statement_match_entry_entry FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id))`);
    await runner.query(`CREATE INDEX statement_match_entry_by_match ON statement_match_entry (city_id, match_id)`);
    await wall(runner, 'statement_match_entry', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE statement_match_undoing (
      city_id smallint NOT NULL REFERENCES city (id),
      match_id uuid NOT NULL,
      account_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, match_id),
      CONSTRAINT statement_match_undoing_of FOREIGN KEY (city_id, match_id, account_id)
        REFERENCES statement_match (city_id, id, account_id))`);
    await wall(runner, 'statement_match_undoing', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE statement_match_undoing, statement_match_entry`);
    await runner.query(`DROP INDEX statement_match_row_by_match`);
    await runner.query(`ALTER TABLE statement_match_row DROP CONSTRAINT statement_match_row_of,
      DROP CONSTRAINT statement_match_row_pkey, DROP COLUMN nth, DROP COLUMN match_id, DROP COLUMN account_id`);
    await runner.query(`DROP TABLE statement_match`);
    await runner.query(`ALTER TABLE statement_match_row RENAME TO statement_match`);
    await runner.query(`ALTER TABLE statement_match ADD COLUMN entry_id uuid NOT NULL, ADD COLUMN book_id uuid NOT NULL,
      ADD COLUMN reason text NOT NULL, ADD COLUMN at timestamptz NOT NULL, ADD COLUMN by_id text NOT NULL,
      ADD COLUMN by_name text NOT NULL, ADD PRIMARY KEY (city_id, row_id),
      ADD CONSTRAINT statement_match_entry_once UNIQUE (city_id, entry_id),
      ADD CONSTRAINT statement_match_entry FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id)`);
  }
}

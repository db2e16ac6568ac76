import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, wall } from '../wall.js';

/**
 * 账套、科目、分录: books that are never mixed, since every line names book, entry and account in one key. The app
 * reads entries, lines, holds and periods, and writes none of them: that is done by the functions that come next.
 */
export class Ledger1790000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.books(runner);
    await this.entries(runner);
    await this.lines(runner);
    await this.periods(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE ledger_period_step, ledger_line, ledger_hold_step, ledger_entry, ledger_hold, ledger_account, ledger_book`,
    );
  }

  private async books(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ledger_book (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      name text NOT NULL,
      kind text NOT NULL,
      compound_id uuid,
      unit text NOT NULL,
      decimals smallint NOT NULL,
      opened_at timestamptz NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT ledger_book_name UNIQUE (city_id, name),
      CONSTRAINT ledger_book_named CHECK (name <> ''),
      CONSTRAINT ledger_book_unit CHECK (unit ~ '^[A-Z][A-Z0-9]{0,23}$'),
      CONSTRAINT ledger_book_decimals CHECK (decimals BETWEEN 0 AND 8),
      CONSTRAINT ledger_book_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(
      `CREATE UNIQUE INDEX ledger_book_once ON ledger_book (city_id, kind, compound_id) NULLS NOT DISTINCT
         WHERE kind <> 'general'`,
    );
    await wall(runner, 'ledger_book', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE ledger_account (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      book_id uuid NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      kind text NOT NULL,
      parent_id uuid,
      restriction text,
      is_postable boolean NOT NULL,
      least bigint,
      most bigint,
      opened_at timestamptz NOT NULL,
      balance bigint NOT NULL DEFAULT 0,
      held bigint NOT NULL DEFAULT 0,
      line_count bigint NOT NULL DEFAULT 0,
      PRIMARY KEY (city_id, id, book_id),
      CONSTRAINT ledger_account_code UNIQUE (city_id, book_id, code),
      CONSTRAINT ledger_account_coded CHECK (code ~ '^[^[:space:][:cntrl:]/?#%]{1,120}$'),
      CONSTRAINT ledger_account_kind CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense', 'other')),
      CONSTRAINT ledger_account_held CHECK (held >= 0),
      CONSTRAINT ledger_account_book FOREIGN KEY (city_id, book_id) REFERENCES ledger_book (city_id, id),
      CONSTRAINT ledger_account_parent FOREIGN KEY (city_id, parent_id, book_id)
        REFERENCES ledger_account (city_id, id, book_id)) WITH (fillfactor = 70)`);
    await wall(runner, 'ledger_account', 'SELECT');
    // What an account holds is no matter of whoever opens it.
    await grant(
      runner,
      'ledger_account',
      'INSERT (city_id, id, book_id, code, name, kind, parent_id, restriction, is_postable, least, most, opened_at)',
    );
  }

  private async entries(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ledger_hold (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      book_id uuid NOT NULL,
      account_id uuid NOT NULL,
      amount bigint NOT NULL,
      memo text NOT NULL,
      basis_kind text,
      basis text,
      idempotency_key text NOT NULL,
      input_hash bytea NOT NULL,
      held_at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id, book_id),
      CONSTRAINT ledger_hold_key UNIQUE (city_id, book_id, idempotency_key),
      CONSTRAINT ledger_hold_amount CHECK (amount > 0),
      CONSTRAINT ledger_hold_account FOREIGN KEY (city_id, account_id, book_id)
        REFERENCES ledger_account (city_id, id, book_id))`);
    await wall(runner, 'ledger_hold', 'SELECT');
    await runner.query(`CREATE TABLE ledger_entry (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      book_id uuid NOT NULL,
      number bigint NOT NULL,
      day date NOT NULL,
      memo text NOT NULL,
      basis_kind text,
      basis text,
      reverses uuid,
      hold_id uuid,
      idempotency_key text NOT NULL,
      input_hash bytea NOT NULL,
      recorded_at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      salt uuid NOT NULL DEFAULT gen_random_uuid(),
      written_in bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
      PRIMARY KEY (city_id, id, book_id),
      CONSTRAINT ledger_entry_number UNIQUE (city_id, book_id, number),
      CONSTRAINT ledger_entry_key UNIQUE (city_id, book_id, idempotency_key),
      CONSTRAINT ledger_entry_book FOREIGN KEY (city_id, book_id) REFERENCES ledger_book (city_id, id),
      CONSTRAINT ledger_entry_reverses FOREIGN KEY (city_id, reverses, book_id)
        REFERENCES ledger_entry (city_id, id, book_id),
      CONSTRAINT ledger_entry_hold FOREIGN KEY (city_id, hold_id, book_id)
        REFERENCES ledger_hold (city_id, id, book_id))`);
    await runner.query(`CREATE UNIQUE INDEX ledger_entry_reversed_once ON ledger_entry (city_id, book_id, reverses)
      WHERE reverses IS NOT NULL`);
    await runner.query(`CREATE INDEX ledger_entry_written_in ON ledger_entry (city_id, written_in, id)`);
    await wall(runner, 'ledger_entry', 'SELECT');
    await runner.query(`CREATE TABLE ledger_hold_step (
      city_id smallint NOT NULL REFERENCES city (id),
      hold_id uuid NOT NULL,
      book_id uuid NOT NULL,
      step text NOT NULL,
      entry_id uuid,
      reason text,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, hold_id, book_id),
      CONSTRAINT ledger_hold_step_word CHECK (step IN ('post', 'release')),
      CONSTRAINT ledger_hold_step_entry CHECK ((step = 'post') = (entry_id IS NOT NULL)),
      CONSTRAINT ledger_hold_step_of FOREIGN KEY (city_id, hold_id, book_id)
        REFERENCES ledger_hold (city_id, id, book_id),
      CONSTRAINT ledger_hold_step_posted FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id))`);
    await wall(runner, 'ledger_hold_step', 'SELECT');
  }

  private async lines(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ledger_line (
      city_id smallint NOT NULL REFERENCES city (id),
      entry_id uuid NOT NULL,
      book_id uuid NOT NULL,
      position smallint NOT NULL,
      account_id uuid NOT NULL,
      day date NOT NULL,
      amount bigint NOT NULL,
      sequence bigint NOT NULL,
      balance bigint NOT NULL,
      recorded_at timestamptz NOT NULL,
      memo text,
      PRIMARY KEY (city_id, entry_id, position),
      CONSTRAINT ledger_line_sequence UNIQUE (city_id, account_id, sequence) INCLUDE (day, amount, recorded_at),
      CONSTRAINT ledger_line_entry FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id),
      CONSTRAINT ledger_line_account FOREIGN KEY (city_id, account_id, book_id)
        REFERENCES ledger_account (city_id, id, book_id))`);
    await wall(runner, 'ledger_line', 'SELECT');
  }

  private async periods(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ledger_period_step (
      city_id smallint NOT NULL REFERENCES city (id),
      book_id uuid NOT NULL,
      month date NOT NULL,
      sequence smallint NOT NULL,
      step text NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, book_id, month, sequence),
      CONSTRAINT ledger_period_step_word CHECK (step IN ('closing', 'reopening')),
      CONSTRAINT ledger_period_step_month CHECK (month = date_trunc('month', month)::date),
      CONSTRAINT ledger_period_step_book FOREIGN KEY (city_id, book_id) REFERENCES ledger_book (city_id, id))`);
    await wall(runner, 'ledger_period_step', 'SELECT');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const PLEDGE = 'FOREIGN KEY (city_id, pledge_id) REFERENCES fund_pledge (city_id, id)';

/** 认捐: promises of persons and of firms, which are in no book until their money comes in. */
export class Pledges1790000000139 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE fund_pledge (
      ${KEY}, id uuid NOT NULL, source text NOT NULL, amount bigint NOT NULL, promised_on date NOT NULL, due_on date,
      giver text, is_anonymous boolean NOT NULL, use_code text, document text, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT fund_pledge_source CHECK (source IN ('F5', 'F6')),
      CONSTRAINT fund_pledge_amount CHECK (amount > 0),
      CONSTRAINT fund_pledge_due CHECK (due_on >= promised_on))`);
    await runner.query(`CREATE TABLE fund_pledge_withdrawal (
      ${KEY}, pledge_id uuid NOT NULL, reason text NOT NULL, ${BY},
      CONSTRAINT fund_pledge_withdrawn_once PRIMARY KEY (city_id, pledge_id),
      CONSTRAINT fund_pledge_withdrawal_of ${PLEDGE})`);
    await runner.query(
      `ALTER TABLE fund_receipt ADD COLUMN pledge_id uuid, ADD CONSTRAINT fund_receipt_pledge ${PLEDGE}`,
    );
    await runner.query('CREATE INDEX fund_receipt_by_pledge ON fund_receipt (city_id, pledge_id)');
    for (const table of ['fund_pledge', 'fund_pledge_withdrawal']) await wall(runner, table, 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fund_receipt DROP COLUMN pledge_id');
    await runner.query('DROP TABLE fund_pledge_withdrawal, fund_pledge');
  }
}

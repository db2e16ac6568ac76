import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const CONTRACT = 'FOREIGN KEY (city_id, contract_id) REFERENCES common_revenue_contract (city_id, id)';

/** What books had until now, and what they get: income by kind. */
const KINDS: readonly (readonly [code: string, name: string])[] = [
  ['4111', '公共场地停车'],
  ['4112', '电梯和外墙广告'],
  ['4113', '公用房屋出租'],
  ['4114', '摊位和场地租用'],
  ['4115', '快递柜'],
  ['4116', '售货机和回收机'],
  ['4117', '充电设施'],
  ['4118', '通信基站和管线'],
];

/** 经营合同: who uses common parts, for how long and for how much, and which entries came in under it. */
export class CommonRevenueIncome1790000000127 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE common_revenue_contract (
      ${KEY}, id uuid NOT NULL, compound_id uuid NOT NULL, kind text NOT NULL, party text NOT NULL, number text NOT NULL,
      place text NOT NULL, from_day date NOT NULL, until_day date NOT NULL, period_months smallint NOT NULL,
      amount bigint NOT NULL, grace_days smallint NOT NULL, resolution_id uuid, file_id uuid NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT common_revenue_contract_number UNIQUE (city_id, compound_id, number),
      CONSTRAINT common_revenue_contract_kind CHECK (kind ~ '^41[0-9]{2}$' AND kind <> '4102'),
      CONSTRAINT common_revenue_contract_days CHECK (until_day >= from_day),
      CONSTRAINT common_revenue_contract_period CHECK (period_months IN (1, 3, 6, 12)),
      CONSTRAINT common_revenue_contract_amount CHECK (amount > 0),
      CONSTRAINT common_revenue_contract_grace CHECK (grace_days BETWEEN 0 AND 366),
      CONSTRAINT common_revenue_contract_compound FOREIGN KEY (city_id, compound_id)
        REFERENCES compound (city_id, id),
      CONSTRAINT common_revenue_contract_resolution FOREIGN KEY (city_id, resolution_id)
        REFERENCES resolution (city_id, id),
      CONSTRAINT common_revenue_contract_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query(`CREATE TABLE common_revenue_contract_ending (
      ${KEY}, contract_id uuid NOT NULL, last_day date NOT NULL, reason text NOT NULL, ${BY},
      CONSTRAINT common_revenue_contract_ending_pkey PRIMARY KEY (city_id, contract_id),
      CONSTRAINT common_revenue_contract_ending_of ${CONTRACT})`);
    await runner.query(`CREATE TABLE common_revenue_receipt (
      ${KEY}, entry_id uuid NOT NULL, book_id uuid NOT NULL, contract_id uuid NOT NULL, amount bigint NOT NULL, ${BY},
      CONSTRAINT common_revenue_receipt_pkey PRIMARY KEY (city_id, entry_id),
      CONSTRAINT common_revenue_receipt_of ${CONTRACT},
      CONSTRAINT common_revenue_receipt_entry FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id))`);
    await runner.query(`CREATE INDEX common_revenue_receipt_by ON common_revenue_receipt (city_id, contract_id)`);
    for (const table of ['contract', 'contract_ending', 'receipt'])
      await wall(runner, `common_revenue_${table}`, 'SELECT, INSERT');
    await this.openKinds(runner);
  }

  /** Accounts of kinds stay: whatever was posted to them is history. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE common_revenue_receipt, common_revenue_contract_ending, common_revenue_contract');
  }

  private async openKinds(runner: QueryRunner): Promise<void> {
    for (const { id } of (await runner.query('SELECT id FROM city ORDER BY id')) as { id: number }[]) {
      await runner.query(`SET LOCAL app.city_id = '${Number(id)}'`);
      await runner.query(
        `INSERT INTO ledger_account (city_id, id, book_id, code, name, kind, is_postable, opened_at)
         SELECT b.city_id, gen_random_uuid(), b.id, k.code, k.name, 'income', true, now()
         FROM ledger_book b CROSS JOIN unnest($2::text[], $3::text[]) AS k(code, name)
         WHERE b.city_id = $1 AND b.kind = 'common-revenue'
         ON CONFLICT ON CONSTRAINT ledger_account_code DO NOTHING`,
        [id, KINDS.map(([code]) => code), KINDS.map(([, name]) => name)],
      );
    }
    await runner.query('RESET app.city_id');
  }
}

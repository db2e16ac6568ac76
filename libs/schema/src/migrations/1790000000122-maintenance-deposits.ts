import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';

/** 维修资金分户: which account of a compound's book is a home's, and what was paid into it. */
export class MaintenanceDeposits1790000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE maintenance_account (
      ${KEY}, unit_id uuid NOT NULL, book_id uuid NOT NULL, account_id uuid NOT NULL, opened_on date NOT NULL,
      PRIMARY KEY (city_id, unit_id),
      CONSTRAINT maintenance_account_once UNIQUE (city_id, account_id),
      CONSTRAINT maintenance_account_unit FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id),
      CONSTRAINT maintenance_account_is FOREIGN KEY (city_id, account_id, book_id)
        REFERENCES ledger_account (city_id, id, book_id))`);
    await runner.query('CREATE INDEX maintenance_account_of ON maintenance_account (city_id, book_id)');
    await runner.query(`CREATE TABLE maintenance_deposit (
      ${KEY}, id uuid NOT NULL, unit_id uuid NOT NULL, kind text NOT NULL, amount bigint NOT NULL, on_day date NOT NULL,
      document text, entry_id uuid NOT NULL, book_id uuid NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT maintenance_deposit_kind CHECK (kind IN ('first', 'top-up')),
      CONSTRAINT maintenance_deposit_amount CHECK (amount > 0),
      CONSTRAINT maintenance_deposit_entry UNIQUE (city_id, entry_id),
      CONSTRAINT maintenance_deposit_of FOREIGN KEY (city_id, unit_id) REFERENCES maintenance_account (city_id, unit_id),
      CONSTRAINT maintenance_deposit_posted FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id))`);
    await runner.query('CREATE INDEX maintenance_deposit_by ON maintenance_deposit (city_id, unit_id)');
    for (const table of ['maintenance_account', 'maintenance_deposit']) await wall(runner, table, 'SELECT, INSERT');
    await this.bind(runner, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.bind(runner, false);
    await runner.query('DROP TABLE maintenance_deposit, maintenance_account');
  }

  /** Books that were opened before: what repairs cost is posted by spendings alone, and interest is allotted once. */
  private async bind(runner: QueryRunner, isBound: boolean): Promise<void> {
    for (const { id } of (await runner.query('SELECT id FROM city ORDER BY id')) as { id: number }[]) {
      await runner.query(`SET LOCAL app.city_id = '${Number(id)}'`);
      await runner.query(
        `UPDATE ledger_account a SET is_postable = NOT $2 OR a.code <> '5201',
           most = CASE WHEN $2 AND a.code = '4201' AND a.balance <= 0 THEN 0 END
         FROM ledger_book b WHERE b.city_id = a.city_id AND b.id = a.book_id AND a.city_id = $1
           AND b.kind = 'maintenance-fund' AND a.code IN ('4201', '5201')`,
        [id, isBound],
      );
    }
    await runner.query('RESET app.city_id');
  }
}

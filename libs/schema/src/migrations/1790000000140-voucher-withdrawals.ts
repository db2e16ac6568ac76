import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/**
 * 撤回公开: a voucher that was wrongly shown to everybody is shown no more, and said to be withdrawn, when and why; that
 * it is there, and its digest, stay public.
 */
export class VoucherWithdrawals1790000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE fund_voucher_withdrawal (
      city_id smallint NOT NULL REFERENCES city (id),
      voucher_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      CONSTRAINT fund_voucher_withdrawal_once PRIMARY KEY (city_id, voucher_id),
      CONSTRAINT fund_voucher_withdrawal_of FOREIGN KEY (city_id, voucher_id) REFERENCES fund_voucher (city_id, id))`);
    await wall(runner, 'fund_voucher_withdrawal', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fund_voucher_withdrawal');
  }
}

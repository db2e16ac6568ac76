import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** 撤下扫描件: one that was attached by mistake stays on the record, as withdrawn, and shows nothing any more. */
export class ScanWithdrawals1790000000109 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE scan_withdrawal (
      city_id smallint NOT NULL REFERENCES city (id),
      scan_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, scan_id),
      CONSTRAINT scan_withdrawal_of FOREIGN KEY (city_id, scan_id) REFERENCES scan (city_id, id))`);
    await wall(runner, 'scan_withdrawal', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE scan_withdrawal');
  }
}

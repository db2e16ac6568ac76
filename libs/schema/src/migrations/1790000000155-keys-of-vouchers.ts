import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 重发不重复: a scan that is sent again under the same key hangs there once; those that come with a deed have no key. */
export class KeysOfVouchers1790000000155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE fund_voucher ADD COLUMN idempotency_key text, ADD COLUMN input_hash text,
      ADD CONSTRAINT fund_voucher_key_once UNIQUE (city_id, by_id, idempotency_key),
      ADD CONSTRAINT fund_voucher_keyed CHECK ((idempotency_key IS NULL) = (input_hash IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fund_voucher DROP COLUMN idempotency_key, DROP COLUMN input_hash');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 重发不重复: a repair that is asked for again under the same key is the same repair; those from before have no key. */
export class KeysOfRepairs1790000000144 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE maintenance_spending ADD COLUMN idempotency_key text, ADD COLUMN input_hash text,
      ADD CONSTRAINT maintenance_spending_key_once UNIQUE (city_id, by_id, idempotency_key)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE maintenance_spending DROP COLUMN idempotency_key, DROP COLUMN input_hash');
  }
}

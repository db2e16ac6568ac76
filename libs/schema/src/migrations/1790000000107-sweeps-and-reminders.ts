import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 扫楼与提醒: a result from the door may come hours later, and twice, when the signal does; and a message that was sent
 * is an attempt, of which nobody knows yet whether it reached anybody.
 */
export class SweepsAndReminders1790000000107 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE delivery
      ADD COLUMN idempotency_key text,
      ADD COLUMN told_at timestamptz,
      DROP CONSTRAINT delivery_outcome,
      ADD CONSTRAINT delivery_outcome CHECK (outcome IN ('delivered', 'failed', 'refused', 'sent'))`);
    await runner.query(`CREATE UNIQUE INDEX delivery_key_once ON delivery (city_id, assembly_id, idempotency_key)
      WHERE idempotency_key IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM delivery WHERE outcome = 'sent'`);
    await runner.query(`ALTER TABLE delivery
      DROP COLUMN idempotency_key,
      DROP COLUMN told_at,
      DROP CONSTRAINT delivery_outcome,
      ADD CONSTRAINT delivery_outcome CHECK (outcome IN ('delivered', 'failed', 'refused'))`);
  }
}

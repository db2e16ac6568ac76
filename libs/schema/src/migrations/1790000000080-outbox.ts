import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Messages on their way out: written with what they tell, sent afterwards, emptied when they are gone. */
export class Outbox1790000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE outbox_message (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      kind text NOT NULL,
      sealed_phone text NOT NULL,
      sealed_text text,
      created_at timestamptz NOT NULL,
      due_at timestamptz,
      expires_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      sent_at timestamptz,
      channel text,
      last_error text,
      PRIMARY KEY (city_id, id),
      CONSTRAINT outbox_message_sent CHECK (sent_at IS NULL OR due_at IS NULL),
      CONSTRAINT outbox_message_emptied CHECK (due_at IS NOT NULL OR sealed_text IS NULL))`);
    await runner.query(`CREATE INDEX outbox_message_due ON outbox_message (city_id, due_at) WHERE due_at IS NOT NULL`);
    await wall(runner, 'outbox_message', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE outbox_message`);
  }
}

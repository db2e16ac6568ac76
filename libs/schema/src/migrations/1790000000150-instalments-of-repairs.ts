import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const SPENDING = 'FOREIGN KEY (city_id, spending_id) REFERENCES maintenance_spending (city_id, id)';
const INSTALMENT = `FOREIGN KEY (city_id, spending_id, instalment)
  REFERENCES maintenance_instalment (city_id, spending_id, position)`;
const REQUEST = 'FOREIGN KEY (city_id, request_id) REFERENCES maintenance_request (city_id, id)';

/** Of vouchers, before there was 工程进度确认单. */
const KINDS = `'application', 'quote', 'contract', 'invoice', 'transfer', 'photo', 'acceptance', 'other'`;

const ADDED = [
  'maintenance_instalment',
  'maintenance_instalment_share',
  'maintenance_request',
  'maintenance_request_rejection',
] as const;

const APPROVED = `EXISTS (SELECT 1 FROM maintenance_spending_approval a
  WHERE a.city_id = s.city_id AND a.spending_id = s.id)`;

/** What was paid at once is a schedule of one; whoever asked for such a repair asked for its payment with it. */
const OLD_REPAIRS = [
  `INSERT INTO maintenance_instalment (city_id, spending_id, position, kind, amount)
     SELECT s.city_id, s.id, 1, 'settlement', s.amount FROM maintenance_spending s
     WHERE ${APPROVED} OR EXISTS (SELECT 1 FROM maintenance_spending_step c
       WHERE c.city_id = s.city_id AND c.spending_id = s.id AND c.step = 'contract')`,
  `INSERT INTO maintenance_instalment_share (city_id, spending_id, instalment, unit_id, amount)
     SELECT h.city_id, h.spending_id, i.position, h.unit_id, h.amount FROM maintenance_instalment i
     JOIN maintenance_share h ON h.city_id = i.city_id AND h.spending_id = i.spending_id`,
  `INSERT INTO maintenance_request (city_id, id, spending_id, instalment, asked_on, at, by_id, by_name)
     SELECT s.city_id, s.id, s.id, 1, s.asked_on, s.at, s.by_id, s.by_name FROM maintenance_spending s
     WHERE ${APPROVED}`,
  'UPDATE maintenance_spending_approval SET request_id = spending_id',
] as const;

/** Back to one payment: of several instalments, the approval of the one asked for last stands for the whole. */
const ONE_PAYMENT = [
  `UPDATE fund_voucher SET kind = 'other' WHERE kind = 'progress'`,
  `DELETE FROM maintenance_spending_approval a USING maintenance_request q, maintenance_request later
     WHERE q.city_id = a.city_id AND q.id = a.request_id AND later.city_id = q.city_id
       AND later.spending_id = q.spending_id AND later.id > q.id AND EXISTS (SELECT 1
         FROM maintenance_spending_approval b WHERE b.city_id = later.city_id AND b.request_id = later.id)`,
  `UPDATE maintenance_spending_approval a SET spending_id = q.spending_id FROM maintenance_request q
     WHERE q.city_id = a.city_id AND q.id = a.request_id`,
] as const;

/**
 * 分期付款: what a contract pays when, and what each home bears of it; each instalment is asked for, approved by two and
 * posted by itself. A repair that is paid at once is one instalment.
 */
export class InstalmentsOfRepairs1790000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.schedules(runner);
    await this.requests(runner);
    for (const table of ADDED) await wall(runner, table, 'SELECT, INSERT');
    await runner.query('ALTER TABLE maintenance_spending_approval ADD COLUMN request_id uuid');
    await eachCity(runner, OLD_REPAIRS);
    await runner.query(`ALTER TABLE maintenance_spending_approval ALTER COLUMN request_id SET NOT NULL,
      DROP COLUMN spending_id,
      ADD CONSTRAINT maintenance_spending_approval_pkey PRIMARY KEY (city_id, request_id, position),
      ADD CONSTRAINT maintenance_spending_approval_people UNIQUE (city_id, request_id, by_id),
      ADD CONSTRAINT maintenance_spending_approval_of ${REQUEST}`);
    await runner.query(`ALTER TABLE maintenance_taking ADD COLUMN instalment smallint NOT NULL DEFAULT 1,
      DROP CONSTRAINT maintenance_taking_of, ADD CONSTRAINT maintenance_taking_of
        FOREIGN KEY (city_id, spending_id, instalment, unit_id)
        REFERENCES maintenance_instalment_share (city_id, spending_id, instalment, unit_id)`);
    await runner.query('ALTER TABLE maintenance_taking ALTER COLUMN instalment DROP DEFAULT');
    await runner.query(`ALTER TABLE fund_voucher ADD COLUMN instalment smallint,
      DROP CONSTRAINT fund_voucher_kind, ADD CONSTRAINT fund_voucher_kind CHECK (kind IN (${KINDS}, 'progress')),
      ADD CONSTRAINT fund_voucher_instalment ${INSTALMENT},
      ADD CONSTRAINT fund_voucher_instalment_of CHECK (instalment IS NULL OR spending_id IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE maintenance_taking DROP COLUMN instalment, ADD CONSTRAINT maintenance_taking_of
      FOREIGN KEY (city_id, spending_id, unit_id) REFERENCES maintenance_share (city_id, spending_id, unit_id)`);
    await runner.query('ALTER TABLE maintenance_spending_approval ADD COLUMN spending_id uuid');
    await eachCity(runner, ONE_PAYMENT);
    await runner.query(`ALTER TABLE fund_voucher DROP COLUMN instalment,
      DROP CONSTRAINT fund_voucher_kind, ADD CONSTRAINT fund_voucher_kind CHECK (kind IN (${KINDS}))`);
    await runner.query(`ALTER TABLE maintenance_spending_approval ALTER COLUMN spending_id SET NOT NULL,
      DROP COLUMN request_id,
      ADD CONSTRAINT maintenance_spending_approval_pkey PRIMARY KEY (city_id, spending_id, position),
      ADD CONSTRAINT maintenance_spending_approval_people UNIQUE (city_id, spending_id, by_id),
      ADD CONSTRAINT maintenance_spending_approval_of ${SPENDING}`);
    await runner.query(`DROP TABLE ${ADDED.toReversed().join(', ')}`);
  }

  private async schedules(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE maintenance_instalment (
      ${KEY}, spending_id uuid NOT NULL, position smallint NOT NULL, kind text NOT NULL, amount bigint NOT NULL,
      due_on date,
      CONSTRAINT maintenance_instalment_pkey PRIMARY KEY (city_id, spending_id, position),
      CONSTRAINT maintenance_instalment_kind CHECK (kind IN ('advance', 'progress', 'settlement', 'retention')),
      CONSTRAINT maintenance_instalment_amount CHECK (amount > 0),
      CONSTRAINT maintenance_instalment_due CHECK ((kind = 'retention') = (due_on IS NOT NULL)),
      CONSTRAINT maintenance_instalment_of ${SPENDING})`);
    await runner.query(`CREATE TABLE maintenance_instalment_share (
      ${KEY}, spending_id uuid NOT NULL, instalment smallint NOT NULL, unit_id uuid NOT NULL, amount bigint NOT NULL,
      CONSTRAINT maintenance_instalment_share_pkey PRIMARY KEY (city_id, spending_id, instalment, unit_id),
      CONSTRAINT maintenance_instalment_share_amount CHECK (amount >= 0),
      CONSTRAINT maintenance_instalment_share_of ${INSTALMENT},
      CONSTRAINT maintenance_instalment_share_home FOREIGN KEY (city_id, spending_id, unit_id)
        REFERENCES maintenance_share (city_id, spending_id, unit_id))`);
  }

  private async requests(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE maintenance_request (
      ${KEY}, id uuid NOT NULL, spending_id uuid NOT NULL, instalment smallint NOT NULL, asked_on date NOT NULL, ${BY},
      CONSTRAINT maintenance_request_pkey PRIMARY KEY (city_id, id),
      CONSTRAINT maintenance_request_of ${INSTALMENT})`);
    await runner.query(
      'CREATE INDEX maintenance_request_for ON maintenance_request (city_id, spending_id, instalment)',
    );
    await runner.query(`CREATE TABLE maintenance_request_rejection (
      ${KEY}, request_id uuid NOT NULL, reason text NOT NULL, ${BY},
      CONSTRAINT maintenance_request_rejection_pkey PRIMARY KEY (city_id, request_id),
      CONSTRAINT maintenance_request_rejection_of ${REQUEST})`);
  }
}

/** Rows of a city are seen, even by their owner, only once that city was entered. */
async function eachCity(runner: QueryRunner, texts: readonly string[]): Promise<void> {
  for (const { id } of (await runner.query('SELECT id FROM city ORDER BY id')) as { id: number }[]) {
    await runner.query(`SET LOCAL app.city_id = '${Number(id)}'`);
    for (const text of texts) await runner.query(text);
  }
  await runner.query('RESET app.city_id');
}

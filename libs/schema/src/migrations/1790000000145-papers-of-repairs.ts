import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, revoke, wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const SPENDING = 'FOREIGN KEY (city_id, spending_id) REFERENCES maintenance_spending (city_id, id)';
const CALLED = '(uuid, uuid, date, text, text)';

/**
 * 先验收、后付款: asks for the papers of a repair before money is taken from homes. They are only ever added to, so what was
 * there still is when the book is locked. An emergency waits for its contract alone.
 */
export const SPEND = `
CREATE FUNCTION maintenance_spend(p_spending uuid, p_entry uuid, p_day date, p_by_id text, p_by_name text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_city smallint := ledger_city(); v_spending maintenance_spending; v_contract bigint;
BEGIN
  SELECT s.* INTO v_spending FROM maintenance_spending s WHERE s.city_id = v_city AND s.id = p_spending;
  IF v_spending.id IS NULL THEN RETURN 'spending-unknown'; END IF;
  SELECT t.amount INTO v_contract FROM maintenance_spending_step t
    WHERE t.city_id = v_city AND t.spending_id = p_spending AND t.step = 'contract';
  IF v_contract IS NULL THEN RETURN 'no-contract'; END IF;
  IF v_contract < v_spending.amount THEN RETURN 'beyond-contract'; END IF;
  IF v_spending.emergency IS NULL AND NOT EXISTS (SELECT 1 FROM maintenance_spending_step t
    WHERE t.city_id = v_city AND t.spending_id = p_spending AND t.step = 'acceptance') THEN
    RETURN 'not-accepted';
  END IF;
  IF v_spending.emergency IS NULL AND NOT EXISTS (SELECT 1 FROM fund_voucher v
    WHERE v.city_id = v_city AND v.spending_id = p_spending AND v.kind = 'invoice') THEN
    RETURN 'no-invoice';
  END IF;
  RETURN maintenance_take(p_spending, p_entry, p_day, p_by_id, p_by_name);
END $$`;

/** 合同、验收和凭证: what the money of a repair leads to; quotes and vouchers are kept with those of the city's fund. */
export class PapersOfRepairs1790000000145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE maintenance_spending_step (
      ${KEY}, spending_id uuid NOT NULL, step text NOT NULL, on_day date NOT NULL, note text, number text,
      counterparty text, credit_code text, amount bigint, acceptors text[], ${BY},
      CONSTRAINT maintenance_spending_step_pkey PRIMARY KEY (city_id, spending_id, step),
      CONSTRAINT maintenance_spending_step_word CHECK (step IN ('contract', 'acceptance')),
      CONSTRAINT maintenance_spending_step_contract CHECK ((step = 'contract') = (number IS NOT NULL)
        AND (step = 'contract') = (counterparty IS NOT NULL) AND (step = 'contract') = (amount IS NOT NULL)
        AND amount > 0),
      CONSTRAINT maintenance_spending_step_acceptance CHECK ((step = 'acceptance') = (acceptors IS NOT NULL)
        AND cardinality(acceptors) > 0),
      CONSTRAINT maintenance_spending_step_of ${SPENDING})`);
    await wall(runner, 'maintenance_spending_step', 'SELECT, INSERT');
    await runner.query(`ALTER TABLE fund_quote ALTER COLUMN project_id DROP NOT NULL, ADD COLUMN spending_id uuid,
      ADD CONSTRAINT fund_quote_for CHECK (num_nonnulls(project_id, spending_id) = 1),
      ADD CONSTRAINT fund_quote_once_each UNIQUE (city_id, spending_id, firm),
      ADD CONSTRAINT fund_quote_repair ${SPENDING}`);
    await runner.query(`ALTER TABLE fund_voucher ADD COLUMN spending_id uuid, DROP CONSTRAINT fund_voucher_of,
      ADD CONSTRAINT fund_voucher_of CHECK (num_nonnulls(entry_id, project_id, spending_id) = 1
        AND (entry_id IS NULL) = (book_id IS NULL)),
      ADD CONSTRAINT fund_voucher_repair ${SPENDING}`);
    await runner.query('CREATE INDEX fund_voucher_by_repair ON fund_voucher (city_id, spending_id)');
    // What takes the money is called by the one above alone, as whom it runs.
    await revoke(runner, `FUNCTION maintenance_spend${CALLED}`, 'EXECUTE');
    await runner.query(`ALTER FUNCTION maintenance_spend${CALLED} RENAME TO maintenance_take`);
    await runner.query(`ALTER FUNCTION maintenance_take${CALLED} SECURITY INVOKER`);
    await runner.query(SPEND);
    await runner.query(`REVOKE EXECUTE ON FUNCTION maintenance_spend${CALLED} FROM PUBLIC`);
    await grant(runner, `FUNCTION maintenance_spend${CALLED}`, 'EXECUTE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION maintenance_spend${CALLED}`);
    await runner.query(`ALTER FUNCTION maintenance_take${CALLED} SECURITY DEFINER`);
    await runner.query(`ALTER FUNCTION maintenance_take${CALLED} RENAME TO maintenance_spend`);
    await grant(runner, `FUNCTION maintenance_spend${CALLED}`, 'EXECUTE');
    for (const { id } of (await runner.query('SELECT id FROM city ORDER BY id')) as { id: number }[]) {
      await runner.query(`SET LOCAL app.city_id = '${Number(id)}'`);
      await runner.query(`DELETE FROM fund_voucher_withdrawal w USING fund_voucher v
        WHERE v.city_id = w.city_id AND v.id = w.voucher_id AND v.spending_id IS NOT NULL`);
      for (const table of ['fund_voucher', 'fund_quote'])
        await runner.query(`DELETE FROM ${table} WHERE spending_id IS NOT NULL`);
    }
    await runner.query('RESET app.city_id');
    await runner.query(`ALTER TABLE fund_voucher DROP COLUMN spending_id, ADD CONSTRAINT fund_voucher_of
      CHECK (num_nonnulls(entry_id, project_id) = 1 AND (entry_id IS NULL) = (book_id IS NULL))`);
    await runner.query('ALTER TABLE fund_quote DROP COLUMN spending_id, ALTER COLUMN project_id SET NOT NULL');
    await runner.query('DROP TABLE maintenance_spending_step');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const SPENDING = 'FOREIGN KEY (city_id, spending_id) REFERENCES maintenance_spending (city_id, id)';

const ADDED = [
  'maintenance_spending',
  'maintenance_share',
  'maintenance_spending_approval',
  'maintenance_spending_rejection',
] as const;

/**
 * 支付: takes from each home that bears a share what is due and there, never more and never from another, and pays that
 * much. Asks once more, with nobody else at work on the book, for what allows it: two people who did not ask for it, and a
 * decision in force with enough left. What homes lack stays due; called again, it takes what has come in since.
 */
export const SPEND = `
CREATE FUNCTION maintenance_spend(p_spending uuid, p_entry uuid, p_day date, p_by_id text, p_by_name text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_city smallint := ledger_city(); v_spending maintenance_spending; v_decision record; v_book uuid;
  v_units uuid[]; v_codes text[]; v_amounts bigint[]; v_total bigint; v_count int; v_outcome text;
BEGIN
  SELECT s.* INTO v_spending FROM maintenance_spending s WHERE s.city_id = v_city AND s.id = p_spending;
  IF v_spending.id IS NULL THEN RETURN 'spending-unknown'; END IF;
  SELECT b.id INTO v_book FROM ledger_book b WHERE b.city_id = v_city AND b.kind = 'maintenance-fund'
    AND b.compound_id = v_spending.compound_id;
  IF v_book IS NULL THEN RETURN 'nothing-there'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger:' || v_book, 0));
  SELECT d.* INTO v_decision FROM fund_decision d WHERE d.city_id = v_city
    AND (d.resolution_id = v_spending.resolution_id OR d.act_id = v_spending.act_id);
  IF v_decision.id IS NULL THEN RETURN 'no-decision'; END IF;
  IF NOT fund_decision_in_force(v_city, v_decision.id) THEN RETURN 'decision-revoked'; END IF;
  IF v_decision.use_code <> '5201' OR v_decision.compound_id <> v_spending.compound_id THEN
    RETURN 'purpose-differs';
  END IF;
  IF p_day < v_decision.decided_on THEN RETURN 'before-decision'; END IF;
  IF EXISTS (SELECT 1 FROM maintenance_spending_rejection r
    WHERE r.city_id = v_city AND r.spending_id = p_spending) THEN RETURN 'payment-rejected'; END IF;
  IF (SELECT count(DISTINCT a.by_id) FROM maintenance_spending_approval a WHERE a.city_id = v_city
    AND a.spending_id = p_spending AND a.by_id <> v_spending.by_id) < 2 THEN RETURN 'too-few-approvers'; END IF;
  SELECT array_agg(x.unit_id ORDER BY x.code), array_agg(x.code ORDER BY x.code), array_agg(x.take ORDER BY x.code),
      sum(x.take), count(*) INTO v_units, v_codes, v_amounts, v_total, v_count FROM (
    SELECT h.unit_id, a.code, least(h.amount - coalesce(t.amount, 0), -a.balance)::bigint AS take
    FROM maintenance_share h
    LEFT JOIN (SELECT t.unit_id, sum(t.amount) AS amount FROM maintenance_taken(v_city, v_spending.resolution_id, v_spending.act_id) t
      WHERE t.spending_id = p_spending GROUP BY t.unit_id) t ON t.unit_id = h.unit_id
    JOIN maintenance_account m ON m.city_id = h.city_id AND m.unit_id = h.unit_id AND m.book_id = v_book
    JOIN ledger_account a ON a.city_id = m.city_id AND a.id = m.account_id AND a.book_id = m.book_id
    WHERE h.city_id = v_city AND h.spending_id = p_spending) x
    WHERE x.take > 0;
  IF v_count = 0 THEN RETURN 'nothing-there'; END IF;
  IF v_total + coalesce((SELECT sum(t.amount) FROM maintenance_taken(v_city, v_spending.resolution_id, v_spending.act_id) t), 0)
    > v_decision.amount THEN RETURN 'beyond-decision'; END IF;
  -- Open for this one entry: nobody else sees it open, since the book is locked and this has not committed.
  UPDATE ledger_account a SET is_postable = true WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = '5201';
  SELECT x.outcome INTO v_outcome FROM ledger_post(v_book, ARRAY[p_entry], ARRAY[p_day], ARRAY[v_spending.title],
    ARRAY[v_decision.kind], ARRAY[v_decision.document], ARRAY[NULL]::uuid[], ARRAY[NULL]::uuid[],
    ARRAY['maintenance-spending:' || p_entry], ARRAY[p_by_id], ARRAY[p_by_name], ARRAY[v_count + 3],
    ARRAY['5201', '1002'] || v_codes,
    ARRAY[1, 2, 1] || (SELECT array_agg(n::int) FROM generate_series(3, v_count + 2) AS n),
    ARRAY[v_total, -v_total, -v_total] || v_amounts,
    ARRAY[v_spending.payee, v_spending.payee, '按户分摊']
      || (SELECT array_agg(NULL::text) FROM generate_series(1, v_count))) x;
  UPDATE ledger_account a SET is_postable = false WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = '5201';
  IF v_outcome = 'posted' THEN
    INSERT INTO maintenance_taking (city_id, entry_id, book_id, unit_id, spending_id, amount)
      SELECT v_city, p_entry, v_book, t.unit_id, p_spending, t.amount
      FROM unnest(v_units, v_amounts) AS t(unit_id, amount);
  END IF;
  RETURN v_outcome;
END $$`;

/** What was taken from homes under a decision and is not reversed. */
export const TAKEN = `
CREATE FUNCTION maintenance_taken(p_city smallint, p_resolution uuid, p_act uuid)
RETURNS TABLE (spending_id uuid, unit_id uuid, amount bigint)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT t.spending_id, t.unit_id, t.amount FROM maintenance_spending s
  JOIN maintenance_taking t ON t.city_id = s.city_id AND t.spending_id = s.id
  WHERE s.city_id = p_city AND (s.resolution_id = p_resolution OR s.act_id = p_act) AND NOT EXISTS (SELECT 1 FROM ledger_entry r
    WHERE r.city_id = t.city_id AND r.book_id = t.book_id AND r.reverses = t.entry_id)
$$`;

const OPEN_TO_THE_APP = [
  'maintenance_taken(smallint, uuid, uuid)',
  'maintenance_spend(uuid, uuid, date, text, text)',
] as const;

/**
 * 维修支出: what a repair costs, who bears which share, who approved it, and what was taken from whom. It names what allows
 * it, a resolution or in an emergency an act; how much that allows in all is the decision that was laid down of it.
 */
export class MaintenanceSpendings1790000000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.spendings(runner);
    await this.answers(runner);
    for (const table of ADDED) await wall(runner, table, 'SELECT, INSERT');
    await wall(runner, 'maintenance_taking', 'SELECT');
    for (const text of [TAKEN, SPEND]) await runner.query(text);
    for (const name of OPEN_TO_THE_APP) {
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
      await grant(runner, `FUNCTION ${name}`, 'EXECUTE');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of OPEN_TO_THE_APP.toReversed()) await runner.query(`DROP FUNCTION ${name}`);
    await runner.query(`DROP TABLE maintenance_taking, ${ADDED.toReversed().join(', ')}`);
  }

  private async spendings(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE maintenance_spending (
      ${KEY}, id uuid NOT NULL, compound_id uuid NOT NULL, title text NOT NULL, benefit text NOT NULL, building text,
      stairway text, amount bigint NOT NULL, payee text NOT NULL, emergency text, resolution_id uuid,
      act_id uuid, asked_on date NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT maintenance_spending_benefit CHECK (benefit IN ('compound', 'building', 'stairway', 'homes')),
      CONSTRAINT maintenance_spending_amount CHECK (amount > 0),
      CONSTRAINT maintenance_spending_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id),
      CONSTRAINT maintenance_spending_rests CHECK (num_nonnulls(resolution_id, act_id) = 1
        AND (act_id IS NULL) = (emergency IS NULL)),
      CONSTRAINT maintenance_spending_resolution FOREIGN KEY (city_id, resolution_id)
        REFERENCES resolution (city_id, id),
      CONSTRAINT maintenance_spending_act FOREIGN KEY (city_id, act_id) REFERENCES act_issue (city_id, id))`);
    await runner.query('CREATE INDEX maintenance_spending_of ON maintenance_spending (city_id, compound_id)');
    await runner.query('CREATE INDEX maintenance_spending_under ON maintenance_spending (city_id, resolution_id)');
    await runner.query('CREATE INDEX maintenance_spending_in ON maintenance_spending (city_id, act_id)');
    await runner.query(`CREATE TABLE maintenance_share (
      ${KEY}, spending_id uuid NOT NULL, unit_id uuid NOT NULL, area bigint NOT NULL, amount bigint NOT NULL,
      is_developers boolean NOT NULL,
      PRIMARY KEY (city_id, spending_id, unit_id),
      CONSTRAINT maintenance_share_amount CHECK (amount >= 0),
      CONSTRAINT maintenance_share_of ${SPENDING},
      CONSTRAINT maintenance_share_unit FOREIGN KEY (city_id, unit_id) REFERENCES unit (city_id, id))`);
  }

  private async answers(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE maintenance_spending_approval (
      ${KEY}, spending_id uuid NOT NULL, position smallint NOT NULL, declaration text NOT NULL, ${BY},
      CONSTRAINT maintenance_spending_approval_pkey PRIMARY KEY (city_id, spending_id, position),
      CONSTRAINT maintenance_spending_approval_two CHECK (position IN (1, 2)),
      CONSTRAINT maintenance_spending_approval_people UNIQUE (city_id, spending_id, by_id),
      CONSTRAINT maintenance_spending_approval_of ${SPENDING})`);
    await runner.query(`CREATE TABLE maintenance_spending_rejection (
      ${KEY}, spending_id uuid NOT NULL, reason text NOT NULL, ${BY},
      CONSTRAINT maintenance_spending_rejection_pkey PRIMARY KEY (city_id, spending_id),
      CONSTRAINT maintenance_spending_rejection_of ${SPENDING})`);
    await runner.query(`CREATE TABLE maintenance_taking (
      ${KEY}, entry_id uuid NOT NULL, book_id uuid NOT NULL, unit_id uuid NOT NULL, spending_id uuid NOT NULL,
      amount bigint NOT NULL,
      PRIMARY KEY (city_id, entry_id, unit_id),
      CONSTRAINT maintenance_taking_amount CHECK (amount > 0),
      CONSTRAINT maintenance_taking_of FOREIGN KEY (city_id, spending_id, unit_id)
        REFERENCES maintenance_share (city_id, spending_id, unit_id),
      CONSTRAINT maintenance_taking_entry FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id))`);
    await runner.query('CREATE INDEX maintenance_taking_by ON maintenance_taking (city_id, spending_id, unit_id)');
  }
}

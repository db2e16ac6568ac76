import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../wall.js';

const DEFINER = 'SECURITY DEFINER SET search_path = public, pg_temp';

/** Whoever sets money aside, pays or frees it takes turns with whoever posts to the fund. */
const LOCK = `
  SELECT b.id INTO v_book FROM ledger_book b WHERE b.city_id = v_city AND b.kind = 'beautiful-home';
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger:' || v_book, 0));`;

/** What projects have drawn: set aside and not paid yet, or paid and not reversed. */
const DRAWS = `
CREATE FUNCTION fund_draws(p_city smallint)
RETURNS TABLE (project_id uuid, use_code text, decision_id uuid, source text, amount bigint, is_paid boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT d.project_id, p.use_code, s.decision_id, d.source, d.amount, d.is_paid FROM (
    SELECT h.project_id, h.source, l.amount, false AS is_paid FROM fund_project_hold h
    JOIN ledger_hold l ON l.city_id = h.city_id AND l.id = h.hold_id AND l.book_id = h.book_id
    WHERE h.city_id = p_city
      AND NOT EXISTS (SELECT 1 FROM ledger_hold_step t WHERE t.city_id = h.city_id AND t.hold_id = h.hold_id)
    UNION ALL
    SELECT y.project_id, o.source, y.amount, true FROM fund_payment_posting o
    JOIN fund_payment y ON y.city_id = o.city_id AND y.id = o.payment_id
    WHERE o.city_id = p_city AND NOT EXISTS (SELECT 1 FROM ledger_entry r
      WHERE r.city_id = o.city_id AND r.book_id = o.book_id AND r.reverses = o.entry_id)) d
  JOIN fund_project p ON p.city_id = p_city AND p.id = d.project_id
  LEFT JOIN fund_project_step s ON s.city_id = p_city AND s.project_id = d.project_id AND s.step = 'decision'
$$`;

/** What was given for one project or one use alone, and is still in the bank. */
const EARMARKS = `
CREATE FUNCTION fund_earmarked_for_others(p_city smallint, p_source text, p_project uuid, p_use text)
RETURNS numeric LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH given AS (
    SELECT r.project_id, CASE WHEN r.project_id IS NULL THEN r.use_code END AS use_code, sum(r.amount) AS amount
    FROM fund_receipt r WHERE r.city_id = p_city AND r.source = p_source
      AND (r.project_id IS NOT NULL OR r.use_code IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM ledger_entry e
        WHERE e.city_id = r.city_id AND e.book_id = r.book_id AND e.reverses = r.entry_id)
    GROUP BY 1, 2)
  SELECT coalesce(sum(greatest(0, g.amount - coalesce((SELECT sum(d.amount) FROM fund_draws(p_city) d
    WHERE d.source = p_source AND (d.project_id = g.project_id
      OR (g.project_id IS NULL AND d.use_code = g.use_code))), 0))), 0)
  FROM given g WHERE g.project_id IS DISTINCT FROM p_project AND g.use_code IS DISTINCT FROM p_use
$$`;

/** Whether what decided is still in force: a revoked act allows nothing any more. */
const IN_FORCE = `
CREATE FUNCTION fund_decision_in_force(p_city smallint, p_decision uuid)
RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM fund_decision d
    JOIN act_step t ON t.city_id = d.city_id AND t.act_id = d.act_id AND t.step = 'revocation'
    WHERE d.city_id = p_city AND d.id = p_decision)
$$`;

const READ = `
  SELECT p.* INTO v_project FROM fund_project p WHERE p.city_id = v_city AND p.id = v_of;
  SELECT d.* INTO v_decision FROM fund_decision d JOIN fund_project_step s ON s.city_id = d.city_id
    AND s.decision_id = d.id WHERE s.city_id = v_city AND s.project_id = v_of AND s.step = 'decision';
  IF v_project.id IS NULL THEN RETURN 'project-unknown'; END IF;
  IF v_decision.id IS NULL THEN RETURN 'no-decision'; END IF;
  IF EXISTS (SELECT 1 FROM fund_project_step s WHERE s.city_id = v_city AND s.project_id = v_of
    AND s.step = 'closing') THEN RETURN 'project-closed'; END IF;
  IF NOT fund_decision_in_force(v_city, v_decision.id) THEN RETURN 'decision-revoked'; END IF;
  IF v_decision.use_code <> v_project.use_code OR v_decision.compound_id <> v_project.compound_id THEN
    RETURN 'purpose-differs';
  END IF;`;

/** 拨付: sets an amount aside for a project, out of one source, as far as its decision reaches. */
const APPROPRIATE = `
CREATE FUNCTION fund_appropriate(p_project uuid, p_hold uuid, p_source text, p_amount bigint, p_memo text,
  p_by_id text, p_by_name text) RETURNS text LANGUAGE plpgsql ${DEFINER} AS $$
DECLARE
  v_city smallint := ledger_city(); v_of uuid := p_project; v_book uuid; v_account text := '1002:' || p_source;
  v_project fund_project; v_decision fund_decision; v_free numeric; v_outcome text;
BEGIN
  ${LOCK}
  ${READ}
  IF EXISTS (SELECT 1 FROM fund_project_hold h WHERE h.city_id = v_city AND h.project_id = p_project
    AND h.source <> p_source) THEN RETURN 'source-differs'; END IF;
  IF NOT EXISTS (SELECT 1 FROM ledger_account a WHERE a.city_id = v_city AND a.book_id = v_book
    AND a.code = v_project.use_code || ':' || p_source) THEN RETURN 'source-unfit'; END IF;
  IF p_amount + coalesce((SELECT sum(d.amount) FROM fund_draws(v_city) d WHERE d.decision_id = v_decision.id), 0)
    > v_decision.amount THEN RETURN 'beyond-decision'; END IF;
  IF p_source = 'F3' AND p_amount + coalesce((SELECT sum(d.amount) FROM fund_draws(v_city) d
      WHERE d.project_id = p_project), 0) > coalesce((SELECT sum(r.amount) FROM fund_receipt r
      WHERE r.city_id = v_city AND r.source = 'F3' AND r.project_id = p_project AND NOT EXISTS (
        SELECT 1 FROM ledger_entry e WHERE e.city_id = v_city AND e.book_id = r.book_id AND e.reverses = r.entry_id)), 0)
    THEN RETURN 'bond-elsewhere'; END IF;
  SELECT a.balance::numeric - a.held INTO v_free FROM ledger_account a
    WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = v_account;
  IF p_amount <= v_free AND p_amount > v_free
    - fund_earmarked_for_others(v_city, p_source, p_project, v_project.use_code) THEN RETURN 'earmarked'; END IF;
  SELECT h.outcome INTO v_outcome FROM ledger_hold_amount(v_book, p_hold, v_account, p_amount, p_memo, v_decision.kind,
    v_decision.document, 'fund-appropriation:' || p_hold, p_by_id, p_by_name) h;
  IF v_outcome = 'held' THEN
    INSERT INTO fund_project_hold (city_id, hold_id, book_id, project_id, source)
      VALUES (v_city, p_hold, v_book, p_project, p_source);
  END IF;
  RETURN v_outcome;
END $$`;

/**
 * 付款: the one way to post to what the fund is used for. Asks once more, with nobody else at work, for what allows it:
 * two people who neither applied nor asked for it, a decision in force with enough left for this use, a contract that
 * is not passed, and money that was set aside. Its entry cites the decision.
 */
const PAY = `
CREATE FUNCTION fund_pay(p_payment uuid, p_entry uuid, p_paid_hold uuid, p_rest_hold uuid, p_day date, p_by_id text,
  p_by_name text) RETURNS text LANGUAGE plpgsql ${DEFINER} AS $$
DECLARE
  v_city smallint := ledger_city(); v_of uuid; v_book uuid; v_payment fund_payment; v_project fund_project;
  v_decision fund_decision; v_source text; v_use text; v_aside numeric; v_contract bigint; v_open uuid[];
  v_hold uuid; v_outcome text;
BEGIN
  ${LOCK}
  SELECT y.* INTO v_payment FROM fund_payment y WHERE y.city_id = v_city AND y.id = p_payment;
  v_of := v_payment.project_id;
  IF v_of IS NULL THEN RETURN 'payment-unknown'; END IF;
  ${READ}
  IF EXISTS (SELECT 1 FROM fund_payment_posting o WHERE o.city_id = v_city AND o.payment_id = p_payment) THEN
    RETURN 'payment-paid';
  END IF;
  IF EXISTS (SELECT 1 FROM fund_payment_rejection o WHERE o.city_id = v_city AND o.payment_id = p_payment) THEN
    RETURN 'payment-rejected';
  END IF;
  IF (SELECT count(DISTINCT a.by_id) FROM fund_payment_approval a WHERE a.city_id = v_city AND a.payment_id = p_payment
    AND a.by_id NOT IN (v_project.by_id, v_payment.by_id)) < 2 THEN RETURN 'too-few-approvers'; END IF;
  IF p_day < v_decision.decided_on THEN RETURN 'before-decision'; END IF;
  IF v_payment.amount + coalesce((SELECT sum(d.amount) FROM fund_draws(v_city) d
    WHERE d.decision_id = v_decision.id AND d.is_paid), 0) > v_decision.amount THEN RETURN 'beyond-decision'; END IF;
  SELECT s.amount INTO v_contract FROM fund_project_step s
    WHERE s.city_id = v_city AND s.project_id = v_of AND s.step = 'contract';
  IF v_contract IS NULL AND v_project.use_code IN ('5001', '5002', '5003') THEN RETURN 'no-contract'; END IF;
  IF v_payment.amount + coalesce((SELECT sum(d.amount) FROM fund_draws(v_city) d
    WHERE d.project_id = v_of AND d.is_paid), 0) > v_contract THEN RETURN 'beyond-contract'; END IF;
  SELECT array_agg(h.hold_id ORDER BY l.held_at), sum(l.amount), min(h.source) INTO v_open, v_aside, v_source
    FROM fund_project_hold h
    JOIN ledger_hold l ON l.city_id = h.city_id AND l.id = h.hold_id AND l.book_id = h.book_id
    WHERE h.city_id = v_city AND h.project_id = v_of AND NOT EXISTS (SELECT 1 FROM ledger_hold_step t
      WHERE t.city_id = v_city AND t.hold_id = h.hold_id);
  IF v_aside IS NULL OR v_aside < v_payment.amount THEN RETURN 'beyond-appropriation'; END IF;
  v_hold := v_open[1];
  IF cardinality(v_open) > 1 OR v_aside <> v_payment.amount THEN
    v_hold := p_paid_hold;
    PERFORM ledger_release_hold(v_book, o.id, '拆分付款', p_by_id, p_by_name) FROM unnest(v_open) AS o(id);
    PERFORM ledger_hold_amount(v_book, p_paid_hold, '1002:' || v_source, v_payment.amount, v_payment.memo,
      v_decision.kind, v_decision.document, 'fund-payment:' || p_paid_hold, p_by_id, p_by_name);
    INSERT INTO fund_project_hold (city_id, hold_id, book_id, project_id, source)
      VALUES (v_city, p_paid_hold, v_book, v_of, v_source);
    IF v_aside > v_payment.amount THEN
      PERFORM ledger_hold_amount(v_book, p_rest_hold, '1002:' || v_source, (v_aside - v_payment.amount)::bigint,
        v_project.title, v_decision.kind, v_decision.document, 'fund-rest:' || p_rest_hold, p_by_id, p_by_name);
      INSERT INTO fund_project_hold (city_id, hold_id, book_id, project_id, source)
        VALUES (v_city, p_rest_hold, v_book, v_of, v_source);
    END IF;
  END IF;
  v_use := v_project.use_code || ':' || v_source;
  -- Open for this one entry: nobody else sees it open, since the book is locked and this has not committed.
  UPDATE ledger_account a SET is_postable = true WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = v_use;
  SELECT x.outcome INTO v_outcome FROM ledger_post(v_book, ARRAY[p_entry], ARRAY[p_day], ARRAY[v_payment.memo],
    ARRAY[v_decision.kind], ARRAY[v_decision.document], ARRAY[NULL]::uuid[], ARRAY[v_hold],
    ARRAY['fund-payment:' || p_payment], ARRAY[p_by_id], ARRAY[p_by_name], ARRAY[1, 1],
    ARRAY[v_use, '1002:' || v_source], ARRAY[v_payment.amount, -v_payment.amount], ARRAY[NULL, NULL]::text[]) x;
  UPDATE ledger_account a SET is_postable = false WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = v_use;
  IF v_outcome = 'posted' THEN
    INSERT INTO fund_payment_posting (city_id, payment_id, entry_id, book_id, source)
      VALUES (v_city, p_payment, p_entry, v_book, v_source);
  END IF;
  RETURN v_outcome;
END $$`;

/** 结余退回: what was set aside for a project and not paid is free again. */
const FREE = `
CREATE FUNCTION fund_free(p_project uuid, p_reason text, p_by_id text, p_by_name text)
RETURNS bigint LANGUAGE plpgsql ${DEFINER} AS $$
DECLARE
  v_city smallint := ledger_city(); v_book uuid; v_freed bigint;
BEGIN
  ${LOCK}
  SELECT sum(l.amount) INTO v_freed FROM fund_project_hold h
    JOIN ledger_hold l ON l.city_id = h.city_id AND l.id = h.hold_id AND l.book_id = h.book_id
    WHERE h.city_id = v_city AND h.project_id = p_project AND NOT EXISTS (SELECT 1 FROM ledger_hold_step t
      WHERE t.city_id = v_city AND t.hold_id = h.hold_id);
  PERFORM ledger_release_hold(v_book, h.hold_id, p_reason, p_by_id, p_by_name) FROM fund_project_hold h
    WHERE h.city_id = v_city AND h.project_id = p_project AND NOT EXISTS (SELECT 1 FROM ledger_hold_step t
      WHERE t.city_id = v_city AND t.hold_id = h.hold_id);
  RETURN coalesce(v_freed, 0);
END $$`;

const OPEN_TO_THE_APP = [
  'fund_draws(smallint)',
  'fund_earmarked_for_others(smallint, text, uuid, text)',
  'fund_decision_in_force(smallint, uuid)',
  'fund_appropriate(uuid, uuid, text, bigint, text, text, text)',
  'fund_pay(uuid, uuid, uuid, uuid, date, text, text)',
  'fund_free(uuid, text, text, text)',
] as const;

/**
 * 用款函数: what alone sets money of the fund aside and pays it. From here on no plain entry reaches what the fund is
 * used for: those accounts are posted to through a payment, and books of another kind stay as free as they were.
 */
export class SpendingFunctions1790000000137 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [DRAWS, EARMARKS, IN_FORCE, APPROPRIATE, PAY, FREE]) await runner.query(text);
    for (const name of OPEN_TO_THE_APP) {
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
      await grant(runner, `FUNCTION ${name}`, 'EXECUTE');
    }
    await this.bind(runner, false);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.bind(runner, true);
    for (const name of OPEN_TO_THE_APP.toReversed()) await runner.query(`DROP FUNCTION ${name}`);
  }

  private async bind(runner: QueryRunner, isPostable: boolean): Promise<void> {
    for (const { id } of (await runner.query('SELECT id FROM city ORDER BY id')) as { id: number }[]) {
      await runner.query(`SET LOCAL app.city_id = '${Number(id)}'`);
      await runner.query(
        `UPDATE ledger_account a SET is_postable = $2 FROM ledger_book b WHERE b.city_id = a.city_id AND b.id = a.book_id
           AND a.city_id = $1 AND b.kind = 'beautiful-home' AND a.kind = 'expense' AND a.code ~ '^50[0-9]{2}:'`,
        [id, isPostable],
      );
    }
    await runner.query('RESET app.city_id');
  }
}

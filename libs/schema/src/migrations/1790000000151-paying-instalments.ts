import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../wall.js';
import { SPEND as TAKE_AT_ONCE, TAKEN as TAKEN_AT_ONCE } from './1790000000123-maintenance-spendings.js';
import { SPEND as SPEND_AT_ONCE } from './1790000000145-papers-of-repairs.js';

const TAKEN_CALLED = 'maintenance_taken(smallint, uuid, uuid)';
const LACKS_CALLED = 'maintenance_lacks(smallint, uuid, smallint, date)';
const CALLED = 'maintenance_spend(uuid, smallint, uuid, date, text, text)';
const BEFORE = '(uuid, uuid, date, text, text)';

/** What was taken from homes under a decision and is not reversed. */
const TAKEN = `
CREATE FUNCTION maintenance_taken(p_city smallint, p_resolution uuid, p_act uuid)
RETURNS TABLE (spending_id uuid, instalment smallint, unit_id uuid, amount bigint)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT t.spending_id, t.instalment, t.unit_id, t.amount FROM maintenance_spending s
  JOIN maintenance_taking t ON t.city_id = s.city_id AND t.spending_id = s.id
  WHERE s.city_id = p_city AND (s.resolution_id = p_resolution OR s.act_id = p_act) AND NOT EXISTS (SELECT 1
    FROM ledger_entry r WHERE r.city_id = t.city_id AND r.book_id = t.book_id AND r.reverses = t.entry_id)
$$`;

/**
 * What an instalment waits for: 预付款 the contract, 进度款 a certificate of its progress, 结算款 acceptance and invoice
 * (先验收、后付款), 质保金 the end of its days. In an emergency 结算款 waits for the contract alone. Papers are only ever
 * added to, so what was there still is when the book is locked.
 */
const LACKS = `
CREATE FUNCTION maintenance_lacks(p_city smallint, p_spending uuid, p_instalment smallint, p_day date)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  v_spending maintenance_spending; v_instalment maintenance_instalment; v_contract bigint; v_accepted boolean;
BEGIN
  SELECT s.* INTO v_spending FROM maintenance_spending s WHERE s.city_id = p_city AND s.id = p_spending;
  IF v_spending.id IS NULL THEN RETURN 'spending-unknown'; END IF;
  SELECT t.amount INTO v_contract FROM maintenance_spending_step t
    WHERE t.city_id = p_city AND t.spending_id = p_spending AND t.step = 'contract';
  IF v_contract IS NULL THEN RETURN 'no-contract'; END IF;
  SELECT i.* INTO v_instalment FROM maintenance_instalment i
    WHERE i.city_id = p_city AND i.spending_id = p_spending AND i.position = p_instalment;
  IF v_instalment.position IS NULL THEN RETURN 'instalment-unknown'; END IF;
  IF v_contract > v_spending.amount OR v_contract < (SELECT sum(i.amount) FROM maintenance_instalment i
    WHERE i.city_id = p_city AND i.spending_id = p_spending) THEN RETURN 'beyond-contract'; END IF;
  IF v_instalment.amount < (SELECT sum(h.amount) FROM maintenance_instalment_share h WHERE h.city_id = p_city
    AND h.spending_id = p_spending AND h.instalment = p_instalment) THEN RETURN 'beyond-instalment'; END IF;
  v_accepted := EXISTS (SELECT 1 FROM maintenance_spending_step t
    WHERE t.city_id = p_city AND t.spending_id = p_spending AND t.step = 'acceptance');
  IF v_instalment.kind = 'progress' AND NOT EXISTS (SELECT 1 FROM fund_voucher v WHERE v.city_id = p_city
    AND v.spending_id = p_spending AND v.instalment = p_instalment AND v.kind = 'progress') THEN
    RETURN 'no-certificate';
  END IF;
  IF v_instalment.kind = 'retention' THEN
    RETURN CASE WHEN NOT v_accepted THEN 'not-accepted' WHEN p_day < v_instalment.due_on THEN 'not-due' END;
  END IF;
  IF v_instalment.kind <> 'settlement' OR v_spending.emergency IS NOT NULL THEN RETURN NULL; END IF;
  IF NOT v_accepted THEN RETURN 'not-accepted'; END IF;
  RETURN CASE WHEN NOT EXISTS (SELECT 1 FROM fund_voucher v WHERE v.city_id = p_city AND v.spending_id = p_spending
    AND v.kind = 'invoice' AND coalesce(v.instalment, p_instalment) = p_instalment) THEN 'no-invoice' END;
END $$`;

/**
 * 支付一期: takes from each home that bears a share of an instalment what is due and there, never more and never from
 * another, and pays that much. Asks once more, with nobody else at work on the book, for what allows it: two people who
 * asked for neither repair nor payment, and a decision in force with enough left. What homes lack stays due.
 */
const SPEND = `
CREATE FUNCTION maintenance_spend(p_spending uuid, p_instalment smallint, p_entry uuid, p_day date, p_by_id text,
  p_by_name text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_city smallint := ledger_city(); v_spending maintenance_spending; v_decision record; v_book uuid; v_memo text;
  v_units uuid[]; v_codes text[]; v_amounts bigint[]; v_total bigint; v_count int; v_outcome text;
BEGIN
  v_outcome := maintenance_lacks(v_city, p_spending, p_instalment, p_day);
  IF v_outcome IS NOT NULL THEN RETURN v_outcome; END IF;
  SELECT s.* INTO v_spending FROM maintenance_spending s WHERE s.city_id = v_city AND s.id = p_spending;
  SELECT v_spending.title || CASE i.kind WHEN 'advance' THEN '（预付款）' WHEN 'progress' THEN '（进度款）'
      WHEN 'retention' THEN '（质保金）' ELSE '' END INTO v_memo FROM maintenance_instalment i
    WHERE i.city_id = v_city AND i.spending_id = p_spending AND i.position = p_instalment;
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
  IF NOT EXISTS (SELECT 1 FROM maintenance_request q JOIN maintenance_spending_approval a
      ON a.city_id = q.city_id AND a.request_id = q.id AND a.by_id NOT IN (q.by_id, v_spending.by_id)
    WHERE q.city_id = v_city AND q.spending_id = p_spending AND q.instalment = p_instalment AND NOT EXISTS (SELECT 1
      FROM maintenance_request_rejection r WHERE r.city_id = q.city_id AND r.request_id = q.id)
    GROUP BY q.id HAVING count(DISTINCT a.by_id) >= 2) THEN RETURN 'too-few-approvers'; END IF;
  SELECT array_agg(x.unit_id ORDER BY x.code), array_agg(x.code ORDER BY x.code), array_agg(x.take ORDER BY x.code),
      sum(x.take), count(*) INTO v_units, v_codes, v_amounts, v_total, v_count FROM (
    SELECT h.unit_id, a.code, least(h.amount - coalesce(t.amount, 0), -a.balance)::bigint AS take
    FROM maintenance_instalment_share h
    LEFT JOIN (SELECT t.unit_id, sum(t.amount) AS amount
      FROM maintenance_taken(v_city, v_spending.resolution_id, v_spending.act_id) t
      WHERE t.spending_id = p_spending AND t.instalment = p_instalment GROUP BY t.unit_id) t ON t.unit_id = h.unit_id
    JOIN maintenance_account m ON m.city_id = h.city_id AND m.unit_id = h.unit_id AND m.book_id = v_book
    JOIN ledger_account a ON a.city_id = m.city_id AND a.id = m.account_id AND a.book_id = m.book_id
    WHERE h.city_id = v_city AND h.spending_id = p_spending AND h.instalment = p_instalment) x
    WHERE x.take > 0;
  IF v_count = 0 THEN RETURN 'nothing-there'; END IF;
  IF v_total + coalesce((SELECT sum(t.amount)
      FROM maintenance_taken(v_city, v_spending.resolution_id, v_spending.act_id) t), 0)
    > v_decision.amount THEN RETURN 'beyond-decision'; END IF;
  -- Open for this one entry: nobody else sees it open, since the book is locked and this has not committed.
  UPDATE ledger_account a SET is_postable = true WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = '5201';
  SELECT x.outcome INTO v_outcome FROM ledger_post(v_book, ARRAY[p_entry], ARRAY[p_day], ARRAY[v_memo],
    ARRAY[v_decision.kind], ARRAY[v_decision.document], ARRAY[NULL]::uuid[], ARRAY[NULL]::uuid[],
    ARRAY['maintenance-spending:' || p_entry], ARRAY[p_by_id], ARRAY[p_by_name], ARRAY[v_count + 3],
    ARRAY['5201', '1002'] || v_codes,
    ARRAY[1, 2, 1] || (SELECT array_agg(n::int) FROM generate_series(3, v_count + 2) AS n),
    ARRAY[v_total, -v_total, -v_total] || v_amounts,
    ARRAY[v_spending.payee, v_spending.payee, '按户分摊']
      || (SELECT array_agg(NULL::text) FROM generate_series(1, v_count))) x;
  UPDATE ledger_account a SET is_postable = false WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = '5201';
  IF v_outcome = 'posted' THEN
    INSERT INTO maintenance_taking (city_id, entry_id, book_id, unit_id, spending_id, instalment, amount)
      SELECT v_city, p_entry, v_book, t.unit_id, p_spending, p_instalment, t.amount
      FROM unnest(v_units, v_amounts) AS t(unit_id, amount);
  END IF;
  RETURN v_outcome;
END $$`;

/** One instalment is paid at a time, for what its own papers and approvals allow. */
export class PayingInstalments1790000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of [`maintenance_spend${BEFORE}`, `maintenance_take${BEFORE}`, TAKEN_CALLED])
      await runner.query(`DROP FUNCTION ${name}`);
    for (const text of [TAKEN, LACKS, SPEND]) await runner.query(text);
    for (const name of [TAKEN_CALLED, LACKS_CALLED, CALLED])
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
    for (const name of [TAKEN_CALLED, CALLED]) await grant(runner, `FUNCTION ${name}`, 'EXECUTE');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [CALLED, LACKS_CALLED, TAKEN_CALLED]) await runner.query(`DROP FUNCTION ${name}`);
    for (const text of [TAKEN_AT_ONCE, TAKE_AT_ONCE]) await runner.query(text);
    await runner.query(`ALTER FUNCTION maintenance_spend${BEFORE} RENAME TO maintenance_take`);
    await runner.query(`ALTER FUNCTION maintenance_take${BEFORE} SECURITY INVOKER`);
    await runner.query(SPEND_AT_ONCE);
    for (const name of [TAKEN_CALLED, `maintenance_take${BEFORE}`, `maintenance_spend${BEFORE}`])
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
    for (const name of [TAKEN_CALLED, `maintenance_spend${BEFORE}`]) await grant(runner, `FUNCTION ${name}`, 'EXECUTE');
  }
}

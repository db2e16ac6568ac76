import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../wall.js';

/** How these functions run: with nothing found but what is meant, and by keys, whatever the tables held when planned. */
const DEFINER = `SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  SET plan_cache_mode = force_generic_plan`;

/** The city that the transaction entered; whoever entered none posts nowhere. */
const CITY = `
CREATE FUNCTION ledger_city() RETURNS smallint LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE v_city smallint := nullif(current_setting('app.city_id', true), '')::smallint;
BEGIN
  IF v_city IS NULL THEN
    RAISE EXCEPTION 'no city was entered' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN v_city;
END $$`;

/** What an entry says, as SHA-256: kept beside its key, and made again from the lines by whoever verifies. */
const HASH = `
CREATE FUNCTION ledger_entry_hash(p_day date, p_memo text, p_basis_kind text, p_basis text, p_reverses uuid,
  p_hold uuid, p_lines jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to(jsonb_build_array(p_day - DATE '1970-01-01', p_memo, p_basis_kind, p_basis, p_reverses, p_hold,
  p_lines)::text, 'UTF8'))`;

/** One writer per book at a time, closings of periods among them. */
const LOCK = `PERFORM pg_advisory_xact_lock(hashtextextended('ledger:' || p_book, 0))`;

/**
 * Single rows by their keys. The LIMIT keeps each a look into an index for every line: as joins they would be planned
 * once and for all, perhaps while the tables were empty, and then read whole tables for every entry.
 */
const account = (code: string): string =>
  `SELECT a.* FROM ledger_account a WHERE a.city_id = v_city AND a.book_id = p_book AND a.code = ${code} LIMIT 1`;
const entry = (condition: string): string =>
  `SELECT e1.* FROM ledger_entry e1 WHERE e1.city_id = v_city AND e1.book_id = p_book AND e1.${condition} LIMIT 1`;

/**
 * 记账: the one way to write lines and balances. Takes many entries and answers each by itself: posted, known (the same
 * key with the same input), or the reason why it was refused. What depends on its neighbours in the batch (keys that
 * come twice, reversals, holds, an account at its limit) is posted one by one, in the order given.
 */
const POST = `
CREATE FUNCTION ledger_post(p_book uuid, p_ids uuid[], p_days date[], p_memos text[], p_basis_kinds text[],
  p_bases text[], p_reverses uuid[], p_holds uuid[], p_keys text[], p_by_ids text[], p_by_names text[],
  l_of int[], l_codes text[], l_amounts bigint[], l_memos text[])
RETURNS TABLE (at int, outcome text, detail text, id uuid, number bigint, recorded_at timestamptz)
LANGUAGE plpgsql ${DEFINER} AS $$
#variable_conflict use_column
DECLARE
  v_city smallint := ledger_city();
  v_n int := cardinality(p_ids);
  v_now timestamptz;
  v_last bigint;
  v_hold ledger_hold;
  v_is_alone boolean;
  v_outcomes text[]; v_details text[]; v_known uuid[]; v_hashes bytea[]; v_numbers bigint[];
  m_of int[]; m_position int[]; m_account uuid[]; m_amount bigint[]; m_sequence bigint[]; m_balance bigint[];
  m_memo text[]; v_crossed text; v_is_beyond boolean;
BEGIN
  ${LOCK};
  v_is_alone := false;
  IF v_n > 1 THEN
    v_is_alone := EXISTS (SELECT 1 FROM unnest(p_reverses, p_holds) AS x(r, h) WHERE r IS NOT NULL OR h IS NOT NULL)
      OR (SELECT count(DISTINCT k) < v_n FROM unnest(p_keys) AS k);
  END IF;
  IF v_n = 1 AND p_reverses[1] IS NOT NULL THEN
    SELECT array_agg(1 ORDER BY l.position), array_agg((SELECT a.code FROM ledger_account a
          WHERE a.city_id = v_city AND a.id = l.account_id AND a.book_id = p_book) ORDER BY l.position),
        array_agg(-l.amount ORDER BY l.position), array_agg(l.memo ORDER BY l.position)
      INTO l_of, l_codes, l_amounts, l_memos FROM ledger_line l
      WHERE l.city_id = v_city AND l.entry_id = p_reverses[1] AND l.book_id = p_book;
  END IF;
  IF NOT v_is_alone THEN
    WITH l AS MATERIALIZED (
      SELECT g.of, g.code, g.amount, g.memo, g.no, a.id AS account_id, a.is_postable, a.restriction
      FROM unnest(l_of, l_codes, l_amounts, l_memos) WITH ORDINALITY AS g(of, code, amount, memo, no)
      LEFT JOIN LATERAL (${account('g.code')}) a ON true
    ), said AS (
      SELECT l.of, count(*) AS n, jsonb_agg(jsonb_build_array(l.code, l.amount::text, l.memo) ORDER BY l.no) AS lines,
        min(l.code) FILTER (WHERE l.account_id IS NULL) AS unknown,
        min(l.code) FILTER (WHERE NOT l.is_postable) AS unpostable,
        min(l.code) FILTER (WHERE abs(l.amount::numeric) > 1e17) AS oversized, sum(l.amount) AS total
      FROM l GROUP BY l.of
    ), mixed AS (
      SELECT s.of, min(s.restriction) AS restriction FROM (
        SELECT l.of, coalesce(l.restriction, '') AS restriction FROM l GROUP BY 1, 2 HAVING sum(l.amount) <> 0) s
      GROUP BY s.of
    ), e AS (
      SELECT e.*, ledger_entry_hash(e.day, e.memo, e.basis_kind, e.basis, e.reverses, e.hold, said.lines) AS hash,
        said.n, said.unknown, said.unpostable, said.oversized, said.total, mixed.restriction
      FROM unnest(p_days, p_memos, p_basis_kinds, p_bases, p_reverses, p_holds, p_keys) WITH ORDINALITY
        AS e(day, memo, basis_kind, basis, reverses, hold, key, at)
      LEFT JOIN said ON said.of = e.at LEFT JOIN mixed ON mixed.of = e.at
    ), judged AS (
      SELECT e.at, e.hash, k.id AS known, CASE
        WHEN k.id IS NOT NULL THEN CASE WHEN k.input_hash = e.hash THEN 'known' ELSE 'key-used' END
        WHEN e.reverses IS NOT NULL AND r.id IS NULL THEN 'entry-unknown'
        WHEN r.reverses IS NOT NULL THEN 'is-reversal'
        WHEN d.id IS NOT NULL THEN 'already-reversed'
        WHEN e.n IS NULL THEN 'too-few-lines'
        WHEN e.unknown IS NOT NULL THEN 'account-unknown'
        WHEN e.unpostable IS NOT NULL AND e.reverses IS NULL THEN 'account-not-postable'
        WHEN e.oversized IS NOT NULL THEN 'overflow'
        WHEN e.total <> 0 THEN 'unbalanced'
        WHEN e.restriction IS NOT NULL THEN 'restriction-mixed'
        WHEN p.step = 'closing' THEN 'period-closed'
      END AS outcome, CASE WHEN k.id IS NOT NULL THEN NULL ELSE
        coalesce(e.unknown, e.unpostable, e.oversized, CASE WHEN e.total <> 0 THEN e.total::text END, e.restriction,
          to_char(e.day, 'YYYY-MM')) END AS detail
      FROM e
      LEFT JOIN LATERAL (${entry('idempotency_key = e.key')}) k ON true
      LEFT JOIN LATERAL (${entry('id = e.reverses')}) r ON e.reverses IS NOT NULL
      LEFT JOIN LATERAL (${entry('reverses = e.reverses')}) d ON e.reverses IS NOT NULL
      LEFT JOIN LATERAL (SELECT p.step FROM ledger_period_step p WHERE p.city_id = v_city AND p.book_id = p_book
        AND p.month = date_trunc('month', e.day)::date ORDER BY p.sequence DESC LIMIT 1) p ON true
    )
    SELECT array_agg(j.outcome ORDER BY j.at), array_agg(j.detail ORDER BY j.at), array_agg(j.known ORDER BY j.at),
        array_agg(j.hash ORDER BY j.at) INTO v_outcomes, v_details, v_known, v_hashes FROM judged j;
    IF v_n = 1 AND v_outcomes[1] IS NULL AND p_holds[1] IS NOT NULL THEN
      SELECT h.* INTO v_hold FROM ledger_hold h WHERE h.city_id = v_city AND h.id = p_holds[1] AND h.book_id = p_book
        AND NOT EXISTS (SELECT 1 FROM ledger_hold_step s WHERE s.city_id = v_city AND s.hold_id = h.id);
      IF v_hold.id IS NULL THEN
        v_outcomes[1] := 'hold-over';
      ELSIF v_hold.amount <> -(SELECT coalesce(sum(g.amount), 0) FROM unnest(l_codes, l_amounts) AS g(code, amount)
          JOIN ledger_account a ON a.city_id = v_city AND a.book_id = p_book AND a.code = g.code
          WHERE a.id = v_hold.account_id) THEN
        v_outcomes[1] := 'hold-differs';
      END IF;
    END IF;
    SELECT array_agg(w.of), array_agg(w.position), array_agg(w.account_id), array_agg(w.amount),
        array_agg(w.sequence), array_agg(least(greatest(w.balance, -2e18), 2e18)::bigint), array_agg(w.memo),
        min(w.code) FILTER (WHERE w.is_last AND (w.balance - w.held < w.least OR w.balance > w.most
          OR abs(w.balance) > 1e18)), bool_or(abs(w.balance) > 1e18)
      INTO m_of, m_position, m_account, m_amount, m_sequence, m_balance, m_memo, v_crossed, v_is_beyond
      FROM (
        SELECT g.of, g.code, g.amount, g.memo, a.id AS account_id, a.least, a.most,
          a.held - CASE WHEN a.id = v_hold.account_id THEN v_hold.amount ELSE 0 END AS held,
          row_number() OVER (PARTITION BY g.of ORDER BY g.no) AS position,
          a.line_count + row_number() OVER of_account AS sequence,
          a.balance + sum(g.amount) OVER of_account AS balance,
          lead(g.of) OVER (PARTITION BY a.id ORDER BY g.of, g.no) IS DISTINCT FROM g.of AS is_last
        FROM unnest(l_of, l_codes, l_amounts, l_memos) WITH ORDINALITY AS g(of, code, amount, memo, no)
        CROSS JOIN LATERAL (${account('g.code')}) a
        WHERE v_outcomes[g.of] IS NULL
        WINDOW of_account AS (PARTITION BY a.id ORDER BY g.of, g.no)
        ORDER BY g.of, g.no) w;
    IF v_crossed IS NOT NULL THEN
      v_is_alone := v_n > 1;
      v_outcomes[1] := CASE WHEN v_n > 1 THEN v_outcomes[1] WHEN v_is_beyond THEN 'overflow' ELSE 'floor' END;
      v_details[1] := CASE WHEN v_n > 1 THEN v_details[1] ELSE v_crossed END;
    END IF;
  END IF;
  IF v_is_alone THEN
    FOR i IN 1..v_n LOOP
      RETURN QUERY SELECT i, x.outcome, x.detail, x.id, x.number, x.recorded_at FROM (
        SELECT array_agg(g.code ORDER BY g.no) AS codes, array_agg(g.amount ORDER BY g.no) AS amounts,
          array_agg(g.memo ORDER BY g.no) AS memos, array_agg(1 ORDER BY g.no) AS of
        FROM unnest(l_of, l_codes, l_amounts, l_memos) WITH ORDINALITY AS g(of, code, amount, memo, no)
        WHERE g.of = i) own
        CROSS JOIN LATERAL ledger_post(p_book, p_ids[i:i], p_days[i:i], p_memos[i:i], p_basis_kinds[i:i], p_bases[i:i],
          p_reverses[i:i], p_holds[i:i], p_keys[i:i], p_by_ids[i:i], p_by_names[i:i],
          own.of, own.codes, own.amounts, own.memos) x;
    END LOOP;
    RETURN;
  END IF;
  v_now := date_trunc('milliseconds', clock_timestamp());
  SELECT array_agg(CASE WHEN o.outcome IS NULL THEN o.n END ORDER BY o.at) INTO v_numbers FROM (
    SELECT x.outcome, x.at, count(*) FILTER (WHERE x.outcome IS NULL) OVER (ORDER BY x.at) + coalesce((
      SELECT e.number FROM ledger_entry e WHERE e.city_id = v_city AND e.book_id = p_book
      ORDER BY e.number DESC LIMIT 1), 0) AS n
    FROM unnest(v_outcomes) WITH ORDINALITY AS x(outcome, at)) o;
  IF m_of IS NOT NULL AND v_crossed IS NULL THEN
    INSERT INTO ledger_entry (city_id, id, book_id, number, day, memo, basis_kind, basis, reverses, hold_id,
        idempotency_key, input_hash, recorded_at, by_id, by_name)
      SELECT v_city, e.id, p_book, v_numbers[e.at], e.day, e.memo, e.basis_kind, e.basis, e.reverses, e.hold, e.key,
        v_hashes[e.at], v_now, e.by_id, e.by_name
      FROM unnest(p_ids, p_days, p_memos, p_basis_kinds, p_bases, p_reverses, p_holds, p_keys, p_by_ids, p_by_names)
        WITH ORDINALITY AS e(id, day, memo, basis_kind, basis, reverses, hold, key, by_id, by_name, at)
      WHERE v_outcomes[e.at] IS NULL;
    INSERT INTO ledger_line (city_id, entry_id, book_id, position, account_id, day, amount, sequence, balance,
        recorded_at, memo)
      SELECT v_city, p_ids[m.of], p_book, m.position, m.account, p_days[m.of], m.amount, m.sequence, m.balance, v_now,
        m.memo
      FROM unnest(m_of, m_position, m_account, m_amount, m_sequence, m_balance, m_memo)
        AS m(of, position, account, amount, sequence, balance, memo);
    UPDATE ledger_account a SET balance = a.balance + s.total, line_count = a.line_count + s.n,
        held = a.held - CASE WHEN a.id = v_hold.account_id THEN v_hold.amount ELSE 0 END
      FROM (SELECT (SELECT x.ctid FROM ledger_account x WHERE x.city_id = v_city AND x.id = m.account
          AND x.book_id = p_book) AS place, sum(m.amount) AS total, count(*) AS n
        FROM unnest(m_account, m_amount) AS m(account, amount) GROUP BY m.account) s
      WHERE a.ctid = s.place;
    IF v_hold.id IS NOT NULL THEN
      INSERT INTO ledger_hold_step (city_id, hold_id, book_id, step, entry_id, at, by_id, by_name)
        VALUES (v_city, v_hold.id, p_book, 'post', p_ids[1], v_now, p_by_ids[1], p_by_names[1]);
    END IF;
  END IF;
  RETURN QUERY SELECT x.at::int, coalesce(x.outcome, 'posted'), CASE WHEN x.outcome IS NOT NULL THEN x.detail END,
      coalesce(k.id, CASE WHEN x.outcome IS NULL THEN p_ids[x.at] END), coalesce(k.number, v_numbers[x.at]),
      coalesce(k.recorded_at, CASE WHEN x.outcome IS NULL THEN v_now END)
    FROM unnest(v_outcomes, v_details, v_known) WITH ORDINALITY AS x(outcome, detail, known, at)
    LEFT JOIN LATERAL (${entry('id = x.known')}) k ON x.known IS NOT NULL
    ORDER BY x.at;
END $$`;

/** 冻结: sets an amount of an account aside for a payment that is not made yet, so that nothing else can use it. */
const HOLD = `
CREATE FUNCTION ledger_hold_amount(p_book uuid, p_id uuid, p_code text, p_amount bigint, p_memo text,
  p_basis_kind text, p_basis text, p_key text, p_by_id text, p_by_name text)
RETURNS TABLE (outcome text, id uuid, held_at timestamptz)
LANGUAGE plpgsql ${DEFINER} AS $$
#variable_conflict use_column
DECLARE
  v_city smallint := ledger_city();
  v_hash bytea := sha256(convert_to(jsonb_build_array(p_code, p_amount::text, p_memo, p_basis_kind, p_basis)::text,
    'UTF8'));
  v_known ledger_hold;
  v_account ledger_account;
  v_now timestamptz;
BEGIN
  ${LOCK};
  SELECT h.* INTO v_known FROM ledger_hold h
    WHERE h.city_id = v_city AND h.book_id = p_book AND h.idempotency_key = p_key;
  SELECT a.* INTO v_account FROM ledger_account a
    WHERE a.city_id = v_city AND a.book_id = p_book AND a.code = p_code;
  v_now := clock_timestamp();
  IF v_known.id IS NOT NULL THEN
    RETURN QUERY SELECT CASE WHEN v_known.input_hash = v_hash THEN 'known' ELSE 'key-used' END, v_known.id,
      v_known.held_at;
  ELSIF v_account.id IS NULL THEN
    RETURN QUERY SELECT 'account-unknown', NULL::uuid, NULL::timestamptz;
  ELSIF NOT v_account.is_postable THEN
    RETURN QUERY SELECT 'account-not-postable', NULL::uuid, NULL::timestamptz;
  ELSIF p_amount NOT BETWEEN 1 AND 100000000000000000 THEN
    RETURN QUERY SELECT 'overflow', NULL::uuid, NULL::timestamptz;
  ELSIF v_account.balance::numeric - v_account.held - p_amount < v_account.least THEN
    RETURN QUERY SELECT 'floor', NULL::uuid, NULL::timestamptz;
  ELSE
    INSERT INTO ledger_hold (city_id, id, book_id, account_id, amount, memo, basis_kind, basis, idempotency_key,
        input_hash, held_at, by_id, by_name)
      VALUES (v_city, p_id, p_book, v_account.id, p_amount, p_memo, p_basis_kind, p_basis, p_key, v_hash, v_now,
        p_by_id, p_by_name);
    UPDATE ledger_account a SET held = a.held + p_amount
      WHERE a.city_id = v_city AND a.id = v_account.id AND a.book_id = p_book;
    RETURN QUERY SELECT 'held', p_id, v_now;
  END IF;
END $$`;

/** 解冻: what was set aside is free again. */
const RELEASE = `
CREATE FUNCTION ledger_release_hold(p_book uuid, p_hold uuid, p_reason text, p_by_id text, p_by_name text)
RETURNS text LANGUAGE plpgsql ${DEFINER} AS $$
DECLARE
  v_city smallint := ledger_city();
  v_hold ledger_hold;
BEGIN
  ${LOCK};
  SELECT h.* INTO v_hold FROM ledger_hold h WHERE h.city_id = v_city AND h.id = p_hold AND h.book_id = p_book
    AND NOT EXISTS (SELECT 1 FROM ledger_hold_step s WHERE s.city_id = v_city AND s.hold_id = h.id);
  IF v_hold.id IS NULL THEN
    RETURN 'hold-over';
  END IF;
  INSERT INTO ledger_hold_step (city_id, hold_id, book_id, step, reason, at, by_id, by_name)
    VALUES (v_city, p_hold, p_book, 'release', p_reason, clock_timestamp(), p_by_id, p_by_name);
  UPDATE ledger_account a SET held = a.held - v_hold.amount
    WHERE a.city_id = v_city AND a.id = v_hold.account_id AND a.book_id = p_book;
  RETURN 'released';
END $$`;

/** 结账与反结账: a month is closed or opened again, and who did so and why stays. */
const TURN = `
CREATE FUNCTION ledger_turn_period(p_book uuid, p_month date, p_step text, p_reason text, p_by_id text, p_by_name text)
RETURNS text LANGUAGE plpgsql ${DEFINER} AS $$
DECLARE
  v_city smallint := ledger_city();
  v_step text;
  v_sequence smallint;
BEGIN
  ${LOCK};
  SELECT p.step, p.sequence INTO v_step, v_sequence FROM ledger_period_step p
    WHERE p.city_id = v_city AND p.book_id = p_book AND p.month = p_month ORDER BY p.sequence DESC LIMIT 1;
  IF coalesce(v_step, 'reopening') = p_step THEN
    RETURN CASE p_step WHEN 'closing' THEN 'period-closed' ELSE 'period-open' END;
  END IF;
  INSERT INTO ledger_period_step (city_id, book_id, month, sequence, step, reason, at, by_id, by_name)
    VALUES (v_city, p_book, p_month, coalesce(v_sequence, 0) + 1, p_step, p_reason, clock_timestamp(), p_by_id,
      p_by_name);
  RETURN 'done';
END $$`;

const OPEN_TO_THE_APP = [
  'ledger_city()',
  'ledger_entry_hash(date, text, text, text, uuid, uuid, jsonb)',
  `ledger_post(uuid, uuid[], date[], text[], text[], text[], uuid[], uuid[], text[], text[], text[], int[], text[],
    bigint[], text[])`,
  'ledger_hold_amount(uuid, uuid, text, bigint, text, text, text, text, text, text)',
  'ledger_release_hold(uuid, uuid, text, text, text)',
  'ledger_turn_period(uuid, date, text, text, text, text)',
] as const;

/** 记账函数: what alone writes lines, balances, holds and periods, owned by whoever owns the tables. */
export class LedgerPosting1790000000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [CITY, HASH, POST, HOLD, RELEASE, TURN]) await runner.query(text);
    for (const name of OPEN_TO_THE_APP) {
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
      await grant(runner, `FUNCTION ${name}`, 'EXECUTE');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of OPEN_TO_THE_APP.toReversed()) await runner.query(`DROP FUNCTION ${name}`);
  }
}

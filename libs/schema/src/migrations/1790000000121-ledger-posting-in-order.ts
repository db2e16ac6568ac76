import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../wall.js';
import { LedgerPosting1790000000111 } from './1790000000111-ledger-posting.js';

const FORMER = `ledger_post(uuid, uuid[], date[], text[], text[], text[], uuid[], uuid[], text[], text[], text[], int[],
  text[], bigint[], text[])`;
const NEW = `ledger_post(uuid, uuid[], date[], text[], text[], text[], uuid[], uuid[], text[], text[], text[], int[],
  text[], int[], bigint[], text[])`;

/** Accounts that the lines name, as they stand; from here on they are moved in memory, and written at the end. */
const ACCOUNTS = `
  FOR i IN 1..cardinality(p_codes) LOOP
    SELECT a.* INTO v_account FROM ledger_account a
      WHERE a.city_id = v_city AND a.book_id = p_book AND a.code = p_codes[i];
    v_accounts[i] := v_account;
    v_account_ids[i] := v_account.id;
  END LOOP;`;

/** A reversal brings no lines: they are the opposite of those of the entry that it reverses, once that is posted. */
const REVERSED_LINES = `
    IF p_reverses[i] IS NOT NULL THEN
      SELECT e.* INTO v_origin FROM ledger_entry e
        WHERE e.city_id = v_city AND e.book_id = p_book AND e.id = p_reverses[i];
      v_is_reversed := EXISTS (SELECT FROM ledger_entry e
        WHERE e.city_id = v_city AND e.book_id = p_book AND e.reverses = p_reverses[i]);
      FOR v_line IN SELECT l.* FROM ledger_line l WHERE l.city_id = v_city AND l.entry_id = v_origin.id
          ORDER BY l.position LOOP
        v_at := array_position(v_account_ids, v_line.account_id);
        IF v_at IS NULL THEN
          SELECT a.* INTO v_account FROM ledger_account a
            WHERE a.city_id = v_city AND a.id = v_line.account_id AND a.book_id = p_book;
          v_at := cardinality(v_account_ids) + 1;
          v_accounts[v_at] := v_account;
          v_account_ids[v_at] := v_account.id;
        END IF;
        m_of := m_of || v_at;
        m_amounts := m_amounts || -v_line.amount;
        m_memos := m_memos || v_line.memo;
      END LOOP;
    END IF;`;

/** What the lines of an entry say together, whatever stands in the book. */
const SAID = `
    FOR l IN 1..cardinality(m_of) LOOP
      v_at := m_of[l];
      v_account := v_accounts[v_at];
      m_said[l] := jsonb_build_array(coalesce(v_account.code, p_codes[v_at]), m_amounts[l]::text, m_memos[l]);
      IF v_account.id IS NULL THEN
        v_unknown := coalesce(v_unknown, p_codes[v_at]);
      ELSIF NOT v_account.is_postable THEN
        v_unpostable := coalesce(v_unpostable, v_account.code);
      END IF;
      v_total := v_total + m_amounts[l];
      v_turnover := v_turnover + abs(m_amounts[l]::numeric);
      v_is_mixed := v_is_mixed OR v_account.restriction IS DISTINCT FROM v_accounts[m_of[1]].restriction;
    END LOOP;
    v_hash := ledger_entry_hash(p_days[i], p_memos[i], p_basis_kinds[i], p_bases[i], p_reverses[i], p_holds[i],
      to_jsonb(m_said));
    IF v_is_mixed THEN
      v_mixed := (SELECT min(s.restriction) FROM (
        SELECT coalesce(v_accounts[m.of].restriction, '') AS restriction FROM unnest(m_of, m_amounts) AS m(of, amount)
        GROUP BY 1 HAVING sum(m.amount) <> 0) s);
    END IF;`;

/** Whether the book takes it; the first reason against it is told, and nothing is written. */
const JUDGED = `
    SELECT e.* INTO v_known FROM ledger_entry e
      WHERE e.city_id = v_city AND e.book_id = p_book AND e.idempotency_key = p_keys[i];
    IF v_month IS DISTINCT FROM date_trunc('month', p_days[i])::date THEN
      v_month := date_trunc('month', p_days[i])::date;
      SELECT p.step = 'closing' INTO v_is_closed FROM ledger_period_step p
        WHERE p.city_id = v_city AND p.book_id = p_book AND p.month = v_month ORDER BY p.sequence DESC LIMIT 1;
    END IF;
    outcome := CASE
      WHEN v_known.id IS NOT NULL THEN CASE WHEN v_known.input_hash = v_hash THEN 'known' ELSE 'key-used' END
      WHEN p_reverses[i] IS NOT NULL AND cardinality(m_of) = 0 THEN 'entry-unknown'
      WHEN v_origin.reverses IS NOT NULL THEN 'is-reversal'
      WHEN v_is_reversed THEN 'already-reversed'
      WHEN cardinality(m_of) = 0 THEN 'too-few-lines'
      WHEN v_unknown IS NOT NULL THEN 'account-unknown'
      WHEN v_unpostable IS NOT NULL AND p_reverses[i] IS NULL THEN 'account-not-postable'
      WHEN v_turnover > 1e18 THEN 'overflow'
      WHEN v_total <> 0 THEN 'unbalanced'
      WHEN v_mixed IS NOT NULL THEN 'restriction-mixed'
      WHEN v_is_closed THEN 'period-closed'
    END;
    IF outcome IS NOT NULL THEN
      detail := CASE outcome WHEN 'account-unknown' THEN v_unknown WHEN 'account-not-postable' THEN v_unpostable
        WHEN 'unbalanced' THEN v_total::text WHEN 'restriction-mixed' THEN v_mixed
        WHEN 'period-closed' THEN to_char(v_month, 'YYYY-MM') WHEN 'overflow' THEN v_accounts[m_of[1]].code END;
    ELSIF p_holds[i] IS NOT NULL THEN
      SELECT h.* INTO v_hold FROM ledger_hold h WHERE h.city_id = v_city AND h.id = p_holds[i] AND h.book_id = p_book
        AND NOT EXISTS (SELECT FROM ledger_hold_step s WHERE s.city_id = v_city AND s.hold_id = h.id);
      outcome := CASE WHEN v_hold.id IS NULL THEN 'hold-over'
        WHEN v_hold.amount IS DISTINCT FROM (SELECT -sum(m.amount) FROM unnest(m_of, m_amounts) AS m(of, amount)
          WHERE v_account_ids[m.of] = v_hold.account_id) THEN 'hold-differs' END;
    END IF;`;

/** Moves the accounts in memory, and takes it back where one of them would cross its floor or ceiling. */
const MOVED = `
    IF outcome IS NULL THEN
      FOR l IN 1..cardinality(m_of) LOOP
        v_at := m_of[l];
        v_account := v_accounts[v_at];
        v_account.balance := v_account.balance + m_amounts[l];
        v_account.line_count := v_account.line_count + 1;
        v_accounts[v_at] := v_account;
        m_balances[l] := v_account.balance;
        m_sequences[l] := v_account.line_count;
      END LOOP;
      IF v_hold.id IS NOT NULL THEN
        v_at := array_position(v_account_ids, v_hold.account_id);
        v_accounts[v_at].held := v_accounts[v_at].held - v_hold.amount;
      END IF;
      FOR l IN 1..cardinality(m_of) LOOP
        v_account := v_accounts[m_of[l]];
        IF abs(v_account.balance) > 1e18 THEN
          outcome := 'overflow';
        ELSIF v_account.balance - v_account.held < v_account.least OR v_account.balance > v_account.most THEN
          outcome := coalesce(outcome, 'floor');
        END IF;
        detail := CASE WHEN outcome IS NOT NULL THEN coalesce(detail, v_account.code) END;
      END LOOP;
      IF outcome IS NOT NULL THEN
        FOR l IN 1..cardinality(m_of) LOOP
          v_at := m_of[l];
          v_accounts[v_at].balance := v_accounts[v_at].balance - m_amounts[l];
          v_accounts[v_at].line_count := v_accounts[v_at].line_count - 1;
        END LOOP;
        IF v_hold.id IS NOT NULL THEN
          v_at := array_position(v_account_ids, v_hold.account_id);
          v_accounts[v_at].held := v_accounts[v_at].held + v_hold.amount;
        END IF;
      END IF;
    END IF;`;

/** The entry is written at once, so that the next one finds its key; its lines wait for those of all the others. */
const WRITTEN = `
    IF outcome IS NULL THEN
      outcome := 'posted';
      v_number := v_number + 1;
      SELECT p_ids[i], v_number, v_now INTO id, number, recorded_at;
      INSERT INTO ledger_entry (city_id, id, book_id, number, day, memo, basis_kind, basis, reverses, hold_id,
          idempotency_key, input_hash, recorded_at, by_id, by_name)
        VALUES (v_city, p_ids[i], p_book, v_number, p_days[i], p_memos[i], p_basis_kinds[i], p_bases[i], p_reverses[i],
          p_holds[i], p_keys[i], v_hash, v_now, p_by_ids[i], p_by_names[i]);
      FOR l IN 1..cardinality(m_of) LOOP
        v_lines := v_lines + 1;
        w_of[v_lines] := i;
        w_positions[v_lines] := l;
        w_accounts[v_lines] := v_account_ids[m_of[l]];
        w_amounts[v_lines] := m_amounts[l];
        w_sequences[v_lines] := m_sequences[l];
        w_balances[v_lines] := m_balances[l];
        w_memos[v_lines] := m_memos[l];
      END LOOP;
      IF v_hold.id IS NOT NULL THEN
        INSERT INTO ledger_hold_step (city_id, hold_id, book_id, step, entry_id, at, by_id, by_name)
          VALUES (v_city, v_hold.id, p_book, 'post', p_ids[i], v_now, p_by_ids[i], p_by_names[i]);
      END IF;
    ELSE
      SELECT v_known.id, v_known.number, v_known.recorded_at INTO id, number, recorded_at;
    END IF;
    RETURN NEXT;`;

/** All lines in one statement, and each account that moved once, by its key. */
const LINES_AND_BALANCES = `
  IF v_lines > 0 THEN
    INSERT INTO ledger_line (city_id, entry_id, book_id, position, account_id, day, amount, sequence, balance,
        recorded_at, memo)
      SELECT v_city, p_ids[w.of], p_book, w.position, w.account, p_days[w.of], w.amount, w.sequence, w.balance, v_now,
        w.memo
      FROM unnest(w_of, w_positions, w_accounts, w_amounts, w_sequences, w_balances, w_memos)
        AS w(of, position, account, amount, sequence, balance, memo);
    FOR i IN 1..cardinality(v_account_ids) LOOP
      v_account := v_accounts[i];
      UPDATE ledger_account a SET balance = v_account.balance, line_count = v_account.line_count, held = v_account.held
        WHERE a.city_id = v_city AND a.id = v_account.id AND a.book_id = p_book AND a.line_count < v_account.line_count;
    END LOOP;
  END IF;`;

/**
 * 记账: the one way to write lines and balances. Takes many entries and answers each by itself, in the order given:
 * posted, known (the same key with the same input), or the reason why it was refused. `p_codes` are the accounts that
 * the lines name, each once; `l_accounts` tells which of them a line moves, `p_line_counts` how many lines are whose.
 */
const POST = `
CREATE FUNCTION ledger_post(p_book uuid, p_ids uuid[], p_days date[], p_memos text[], p_basis_kinds text[],
  p_bases text[], p_reverses uuid[], p_holds uuid[], p_keys text[], p_by_ids text[], p_by_names text[],
  p_line_counts int[], p_codes text[], l_accounts int[], l_amounts bigint[], l_memos text[])
RETURNS TABLE (outcome text, detail text, id uuid, number bigint, recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  v_city smallint := ledger_city();
  v_now timestamptz; v_number bigint; v_month date; v_is_closed boolean;
  v_accounts ledger_account[]; v_account_ids uuid[] := '{}'; v_account ledger_account; v_at int;
  v_known ledger_entry; v_origin ledger_entry; v_is_reversed boolean; v_hold ledger_hold; v_line ledger_line;
  v_hash bytea; v_total numeric; v_turnover numeric; v_unknown text; v_unpostable text;
  v_is_mixed boolean; v_mixed text;
  v_last int := 0; m_of int[]; m_amounts bigint[]; m_memos text[];
  m_said jsonb[]; m_balances bigint[]; m_sequences bigint[];
  v_lines int := 0; w_of int[]; w_positions int[]; w_accounts uuid[]; w_amounts bigint[]; w_sequences bigint[];
  w_balances bigint[]; w_memos text[];
BEGIN
  -- One writer per book at a time, closings of periods among them.
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger:' || p_book, 0));
  SELECT date_trunc('milliseconds', clock_timestamp()), coalesce((SELECT e.number FROM ledger_entry e
      WHERE e.city_id = v_city AND e.book_id = p_book ORDER BY e.number DESC LIMIT 1), 0) INTO v_now, v_number;
  ${ACCOUNTS}
  FOR i IN 1..cardinality(p_ids) LOOP
    m_of := l_accounts[v_last + 1:v_last + p_line_counts[i]];
    m_amounts := l_amounts[v_last + 1:v_last + p_line_counts[i]];
    m_memos := l_memos[v_last + 1:v_last + p_line_counts[i]];
    v_last := v_last + p_line_counts[i];
    m_said := NULL; v_total := 0; v_turnover := 0; v_unknown := NULL; v_unpostable := NULL; v_is_mixed := false;
    v_mixed := NULL; v_origin := NULL; v_is_reversed := false; v_hold := NULL; detail := NULL;
    ${REVERSED_LINES}
    ${SAID}
    ${JUDGED}
    ${MOVED}
    ${WRITTEN}
  END LOOP;
  ASSERT v_last = cardinality(l_accounts), 'every line is some entry''s';
  ${LINES_AND_BALANCES}
END $$`;

const OTHERS = `ledger_turn_period(uuid, date, text, text, text, text), ledger_city(),
  ledger_release_hold(uuid, uuid, text, text, text), ledger_entry_hash(date, text, text, text, uuid, uuid, jsonb),
  ledger_hold_amount(uuid, uuid, text, bigint, text, text, text, text, text, text)`;

/**
 * Entries of a batch are judged and posted one after another, as the rules are told, rather than all by each rule:
 * what depends on its neighbours needs no way of its own, and a single entry pays for no batch.
 */
export class LedgerPostingInOrder1790000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${FORMER}`);
    await runner.query(POST);
    await runner.query(`REVOKE EXECUTE ON FUNCTION ${NEW} FROM PUBLIC`);
    await grant(runner, `FUNCTION ${NEW}`, 'EXECUTE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${NEW}, ${OTHERS}`);
    await new LedgerPosting1790000000111().up(runner);
  }
}

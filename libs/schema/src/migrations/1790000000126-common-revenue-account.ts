import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const COMPOUND = 'FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id)';
const FILE = 'FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id)';
const WITHDRAWAL = 'FOREIGN KEY (city_id, withdrawal_id) REFERENCES common_revenue_withdrawal (city_id, id)';
const ADDED = ['account', 'basis', 'withdrawal', 'consent', 'rejection'] as const;

/** What was drawn under a decision and not reversed: of one calendar year where it allows so much each year. */
const DRAWN = `
CREATE FUNCTION common_revenue_drawn(p_city smallint, p_basis uuid, p_year int)
RETURNS numeric LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(w.amount), 0) FROM common_revenue_posting o
  JOIN common_revenue_withdrawal w ON w.city_id = o.city_id AND w.id = o.withdrawal_id
  JOIN ledger_entry e ON e.city_id = o.city_id AND e.id = o.entry_id AND e.book_id = o.book_id
  WHERE o.city_id = p_city AND w.basis_id = p_basis AND (p_year IS NULL OR extract(year FROM e.day) = p_year)
    AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.city_id = e.city_id AND r.book_id = e.book_id
      AND r.reverses = e.id)
$$`;

/**
 * 支取: the one way for common revenue to leave its account. Asks once more, with nobody else at work, whether as many
 * parties agreed as were asked, the owners' seat among them and each by a person of its own, and whether the decision
 * allows as much for this use.
 */
const PAY = `
CREATE FUNCTION common_revenue_pay(p_withdrawal uuid, p_entry uuid, p_day date, p_by_id text, p_by_name text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_city smallint := ledger_city(); v_book uuid; v_withdrawal common_revenue_withdrawal;
  v_basis common_revenue_basis; v_outcome text; v_document text; v_year int;
BEGIN
  SELECT w.* INTO v_withdrawal FROM common_revenue_withdrawal w WHERE w.city_id = v_city AND w.id = p_withdrawal;
  SELECT b.id INTO v_book FROM ledger_book b WHERE b.city_id = v_city AND b.kind = 'common-revenue'
    AND b.compound_id = v_withdrawal.compound_id;
  IF v_book IS NULL THEN RETURN 'withdrawal-unknown'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger:' || v_book, 0));
  IF EXISTS (SELECT 1 FROM common_revenue_posting o WHERE o.city_id = v_city AND o.withdrawal_id = p_withdrawal)
    OR EXISTS (SELECT 1 FROM common_revenue_rejection o WHERE o.city_id = v_city AND o.withdrawal_id = p_withdrawal)
    THEN RETURN 'withdrawal-over'; END IF;
  IF (SELECT count(DISTINCT c.by_id) < v_withdrawal.consents_needed OR NOT bool_or(c.party = 'committee')
    FROM common_revenue_consent c WHERE c.city_id = v_city AND c.withdrawal_id = p_withdrawal)
    THEN RETURN 'too-few-consents'; END IF;
  IF v_withdrawal.basis_id IS NULL THEN
    IF v_withdrawal.use_code <> '5101' THEN RETURN 'no-decision'; END IF;
    v_document := '民法典第二百八十二条：合理成本';
  ELSE
    SELECT b.* INTO v_basis FROM common_revenue_basis b WHERE b.city_id = v_city AND b.id = v_withdrawal.basis_id;
    IF v_basis.use_code <> v_withdrawal.use_code OR v_basis.compound_id <> v_withdrawal.compound_id THEN
      RETURN 'purpose-differs';
    END IF;
    IF p_day < v_basis.from_day OR p_day > v_basis.until_day THEN RETURN 'outside-decision-days'; END IF;
    IF v_basis.kind = 'rule' THEN v_year := extract(year FROM p_day); END IF;
    IF v_withdrawal.amount + common_revenue_drawn(v_city, v_basis.id, v_year) > v_basis.most THEN
      RETURN 'beyond-decision';
    END IF;
    v_document := v_basis.document;
  END IF;
  -- Open for this one entry: nobody else sees it open, since the book is locked and this has not committed.
  UPDATE ledger_account a SET is_postable = true
    WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = v_withdrawal.use_code;
  SELECT x.outcome INTO v_outcome FROM ledger_post(v_book, ARRAY[p_entry], ARRAY[p_day], ARRAY[v_withdrawal.memo],
    ARRAY[coalesce(v_basis.kind, 'cost')], ARRAY[v_document], ARRAY[NULL]::uuid[], ARRAY[NULL]::uuid[],
    ARRAY['common-revenue:' || p_withdrawal], ARRAY[p_by_id], ARRAY[p_by_name], ARRAY[2],
    ARRAY[v_withdrawal.use_code, '1002'], ARRAY[1, 2], ARRAY[v_withdrawal.amount, -v_withdrawal.amount],
    ARRAY[NULL, NULL]::text[]) x;
  UPDATE ledger_account a SET is_postable = false
    WHERE a.city_id = v_city AND a.book_id = v_book AND a.code = v_withdrawal.use_code;
  IF v_outcome = 'posted' THEN
    INSERT INTO common_revenue_posting (city_id, withdrawal_id, entry_id, book_id)
      VALUES (v_city, p_withdrawal, p_entry, v_book);
  END IF;
  RETURN v_outcome;
END $$`;

const FUNCTIONS = [
  'common_revenue_drawn(smallint, uuid, int)',
  'common_revenue_pay(uuid, uuid, date, text, text)',
] as const;

/**
 * 三方共管专户: whose account it is and since when, on what withdrawals rest, and who agreed. From here on no plain
 * entry reaches what common revenue is used for.
 */
export class CommonRevenueAccount1790000000126 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.accounts(runner);
    await this.withdrawals(runner);
    for (const table of ADDED) await wall(runner, `common_revenue_${table}`, 'SELECT, INSERT');
    await wall(runner, 'common_revenue_posting', 'SELECT');
    for (const text of [DRAWN, PAY]) await runner.query(text);
    for (const name of FUNCTIONS) {
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
      await grant(runner, `FUNCTION ${name}`, 'EXECUTE');
    }
    await this.bind(runner, false);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.bind(runner, true);
    for (const name of FUNCTIONS.toReversed()) await runner.query(`DROP FUNCTION ${name}`);
    const tables = ['posting', ...ADDED.toReversed()].map((table) => `common_revenue_${table}`);
    await runner.query(`DROP TABLE ${tables.join(', ')}`);
  }

  private async accounts(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE common_revenue_account (
      ${KEY}, id uuid NOT NULL, compound_id uuid NOT NULL, bank text NOT NULL, number text NOT NULL, company_id uuid,
      since date NOT NULL, document text NOT NULL, file_id uuid NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT common_revenue_account_since UNIQUE (city_id, compound_id, since),
      CONSTRAINT common_revenue_account_compound ${COMPOUND},
      CONSTRAINT common_revenue_account_company FOREIGN KEY (city_id, company_id) REFERENCES company (city_id, id),
      CONSTRAINT common_revenue_account_file ${FILE})`);
    await runner.query(`CREATE INDEX common_revenue_account_by_file ON common_revenue_account (city_id, file_id)`);
    await runner.query(`CREATE TABLE common_revenue_basis (
      ${KEY}, id uuid NOT NULL, compound_id uuid NOT NULL, kind text NOT NULL, resolution_id uuid, use_code text NOT NULL,
      most bigint NOT NULL, from_day date NOT NULL, until_day date, document text NOT NULL, file_id uuid, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT common_revenue_basis_kind CHECK ((kind = 'resolution' AND resolution_id IS NOT NULL)
        OR (kind = 'rule' AND resolution_id IS NULL AND file_id IS NOT NULL)),
      CONSTRAINT common_revenue_basis_use CHECK (use_code IN ('5101', '5102', '5103')),
      CONSTRAINT common_revenue_basis_most CHECK (most > 0),
      CONSTRAINT common_revenue_basis_days CHECK (until_day >= from_day),
      CONSTRAINT common_revenue_basis_once UNIQUE (city_id, resolution_id),
      CONSTRAINT common_revenue_basis_resolution FOREIGN KEY (city_id, resolution_id)
        REFERENCES resolution (city_id, id),
      CONSTRAINT common_revenue_basis_compound ${COMPOUND},
      CONSTRAINT common_revenue_basis_file ${FILE})`);
    await runner.query(`CREATE INDEX common_revenue_basis_of ON common_revenue_basis (city_id, compound_id)`);
  }

  private async withdrawals(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE common_revenue_withdrawal (
      ${KEY}, id uuid NOT NULL, compound_id uuid NOT NULL, account_id uuid NOT NULL, basis_id uuid, use_code text NOT NULL,
      amount bigint NOT NULL, payee text NOT NULL, memo text NOT NULL, file_id uuid, consents_needed smallint NOT NULL,
      ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT common_revenue_withdrawal_use CHECK (use_code IN ('5101', '5102', '5103')),
      CONSTRAINT common_revenue_withdrawal_based CHECK (basis_id IS NOT NULL OR use_code = '5101'),
      CONSTRAINT common_revenue_withdrawal_amount CHECK (amount > 0),
      CONSTRAINT common_revenue_withdrawal_needed CHECK (consents_needed BETWEEN 2 AND 3),
      CONSTRAINT common_revenue_withdrawal_compound ${COMPOUND},
      CONSTRAINT common_revenue_withdrawal_account FOREIGN KEY (city_id, account_id)
        REFERENCES common_revenue_account (city_id, id),
      CONSTRAINT common_revenue_withdrawal_basis FOREIGN KEY (city_id, basis_id)
        REFERENCES common_revenue_basis (city_id, id),
      CONSTRAINT common_revenue_withdrawal_file ${FILE})`);
    await runner.query(`CREATE INDEX common_revenue_withdrawal_of ON common_revenue_withdrawal (city_id, compound_id)`);
    await runner.query(`CREATE INDEX common_revenue_withdrawal_under ON common_revenue_withdrawal (city_id, basis_id)
      WHERE basis_id IS NOT NULL`);
    await runner.query(`CREATE TABLE common_revenue_consent (
      ${KEY}, withdrawal_id uuid NOT NULL, party text NOT NULL, signed_by text, file_id uuid, ${BY},
      CONSTRAINT common_revenue_consent_pkey PRIMARY KEY (city_id, withdrawal_id, party),
      CONSTRAINT common_revenue_consent_people UNIQUE (city_id, withdrawal_id, by_id),
      CONSTRAINT common_revenue_consent_party CHECK (party IN ('committee', 'company', 'sub-district')),
      CONSTRAINT common_revenue_consent_paper CHECK ((signed_by IS NULL) = (file_id IS NULL)
        AND (file_id IS NULL OR party = 'committee')),
      CONSTRAINT common_revenue_consent_of ${WITHDRAWAL},
      CONSTRAINT common_revenue_consent_file ${FILE})`);
    await runner.query(`CREATE TABLE common_revenue_rejection (
      ${KEY}, withdrawal_id uuid NOT NULL, reason text NOT NULL, ${BY},
      CONSTRAINT common_revenue_rejection_pkey PRIMARY KEY (city_id, withdrawal_id),
      CONSTRAINT common_revenue_rejection_of ${WITHDRAWAL})`);
    await runner.query(`CREATE TABLE common_revenue_posting (
      ${KEY}, withdrawal_id uuid NOT NULL, entry_id uuid NOT NULL, book_id uuid NOT NULL,
      PRIMARY KEY (city_id, withdrawal_id),
      CONSTRAINT common_revenue_posting_once UNIQUE (city_id, entry_id),
      CONSTRAINT common_revenue_posting_of ${WITHDRAWAL},
      CONSTRAINT common_revenue_posting_entry FOREIGN KEY (city_id, entry_id, book_id)
        REFERENCES ledger_entry (city_id, id, book_id))`);
  }

  private async bind(runner: QueryRunner, isPostable: boolean): Promise<void> {
    for (const { id } of (await runner.query('SELECT id FROM city ORDER BY id')) as { id: number }[]) {
      await runner.query(`SET LOCAL app.city_id = '${Number(id)}'`);
      await runner.query(
        `UPDATE ledger_account a SET is_postable = $2 FROM ledger_book b WHERE b.city_id = a.city_id AND b.id = a.book_id
           AND a.city_id = $1 AND b.kind = 'common-revenue' AND a.code IN ('5101', '5102', '5103')`,
        [id, isPostable],
      );
    }
    await runner.query('RESET app.city_id');
  }
}

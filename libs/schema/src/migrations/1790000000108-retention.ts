import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, wall } from '../wall.js';

/** What a vote leaves that names people: each table with the condition of its rows, those that lean on others first. */
const OF_VOTE: readonly (readonly [table: string, condition: string])[] = [
  ['ballot_dissent', 'x.assembly_id = $2'],
  ['ballot', 'x.assembly_id = $2'],
  ['paper_slip_step', of('paper_slip', 'slip_id')],
  ['paper_slip', 'x.assembly_id = $2'],
  ['paper_keying', of('paper_batch', 'batch_id')],
  ['paper_batch_casting', of('paper_batch', 'batch_id')],
  ['paper_batch', 'x.assembly_id = $2'],
  ['proxy_revocation', of('proxy', 'proxy_id')],
  ['proxy', 'x.assembly_id = $2'],
  ['delivery', 'x.assembly_id = $2'],
  ['party_succession', 'x.assembly_id = $2'],
  ['roll_entry', 'x.assembly_id = $2'],
  ['roll_party', 'x.assembly_id = $2'],
  ['objection_answer', of('assembly_objection', 'objection_id')],
  ['assembly_objection', 'x.assembly_id = $2'],
  ['assembly_overseer_ending', of('assembly_overseer', 'overseer_id')],
  ['assembly_overseer', 'x.assembly_id = $2'],
  ['paper_custody', 'x.assembly_id = $2'],
  ['early_look_key', 'x.assembly_id = $2'],
  ['audit_line', `x.subject_kind = 'assembly' AND x.subject_id = $2::text`],
];

/** Everything else, by the day on which it was over. What is said of a vote in the audit log goes with the vote. */
const BY_CATEGORY: readonly (readonly [category: string, table: string, condition: string])[] = [
  ['access-records', 'personal_data_reveal', 'x.at < $3'],
  ['access-records', 'data_access', 'x.at < $3'],
  ['audit-lines', 'audit_line', `x.at < $3 AND x.subject_kind <> 'assembly'`],
  ['sessions', 'session', 'coalesce(x.ended_at, x.expires_at) < $3'],
  ['messages', 'outbox_message', 'x.due_at IS NULL AND x.created_at < $3'],
  ['sign-in-codes', 'owner_code', 'x.sent_at < $3'],
];

function of(table: string, column: string): string {
  return `x.${column} IN (SELECT o.id FROM ${table} o WHERE o.city_id = $1 AND o.assembly_id = $2)`;
}

function lines(): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const all = [...OF_VOTE.map(([table, condition]) => ['votes', table, condition] as const), ...BY_CATEGORY];
  return all.map((line, at) => `(${at}, ${line.map(quoted).join(', ')})`).join(', ');
}

/**
 * 到期销毁: nothing else takes rows away. The app may call it, and it takes nothing before the days that no city may
 * shorten, nothing of a vote that somebody objects to or sues about, and nothing of another city.
 */
export class Retention1790000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.tables(runner);
    await runner.query(`CREATE FUNCTION erase_records(p_category text, p_before timestamptz, p_subject uuid, p_dry boolean)
      RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE
        city smallint := nullif(current_setting('app.city_id', true), '')::smallint;
        floor_age interval := CASE p_category WHEN 'votes' THEN interval '12 months' WHEN 'file' THEN interval '12 months'
          WHEN 'access-records' THEN interval '36 months' WHEN 'audit-lines' THEN interval '6 months'
          WHEN 'sessions' THEN interval '6 months' WHEN 'messages' THEN interval '6 months'
          WHEN 'sign-in-codes' THEN interval '1 day' END;
        line record;
        n bigint;
        total bigint := 0;
      BEGIN
        IF city IS NULL OR floor_age IS NULL OR p_before IS NULL OR p_before > now() - floor_age THEN
          RAISE EXCEPTION 'nothing of % may be erased before %', p_category, p_before USING ERRCODE = '42501';
        END IF;
        IF p_category = 'file' THEN
          IF p_dry THEN RETURN 1; END IF;
          BEGIN
            DELETE FROM file_upload x WHERE x.city_id = city AND x.file_id = p_subject AND x.uploaded_at < p_before;
            DELETE FROM file x WHERE x.city_id = city AND x.id = p_subject AND x.uploaded_at < p_before;
            GET DIAGNOSTICS n = ROW_COUNT;
            RETURN n;
          EXCEPTION WHEN foreign_key_violation THEN
            RETURN 0;
          END;
        END IF;
        IF p_category = 'votes' AND (NOT vote_is_over(city, p_subject, p_before) OR vote_is_held(city, p_subject)) THEN
          RAISE EXCEPTION 'the vote % is not over, or held', p_subject USING ERRCODE = '42501';
        END IF;
        FOR line IN SELECT * FROM (VALUES ${lines()}) AS l(place, category, tab, cond)
            WHERE l.category = p_category ORDER BY l.place LOOP
          EXECUTE format(CASE WHEN p_dry THEN 'SELECT count(*) FROM %I x WHERE x.city_id = $1 AND (%s)'
            ELSE 'WITH gone AS (DELETE FROM %I x WHERE x.city_id = $1 AND (%s) RETURNING 1) SELECT count(*) FROM gone' END,
            line.tab, line.cond) INTO n USING city, p_subject, p_before;
          total := total + n;
        END LOOP;
        RETURN total;
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION erase_records(text, timestamptz, uuid, boolean) FROM PUBLIC`);
    await grant(runner, 'FUNCTION erase_records(text, timestamptz, uuid, boolean)', 'EXECUTE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION erase_records(text, timestamptz, uuid, boolean)`);
    await runner.query(`DROP FUNCTION vote_is_held(smallint, uuid)`);
    await runner.query(`DROP FUNCTION vote_is_over(smallint, uuid, timestamptz)`);
    await runner.query('DROP TABLE erasure, legal_hold_release, legal_hold');
  }

  private async tables(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE legal_hold (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT legal_hold_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await runner.query(`CREATE INDEX legal_hold_of ON legal_hold (city_id, assembly_id)`);
    await wall(runner, 'legal_hold', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE legal_hold_release (
      city_id smallint NOT NULL REFERENCES city (id),
      hold_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, hold_id),
      CONSTRAINT legal_hold_release_of FOREIGN KEY (city_id, hold_id) REFERENCES legal_hold (city_id, id))`);
    await wall(runner, 'legal_hold_release', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE erasure (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      at timestamptz NOT NULL,
      on_day date NOT NULL,
      category text NOT NULL,
      assembly_id uuid,
      records bigint NOT NULL,
      files integer NOT NULL,
      before_day date NOT NULL,
      rule_key text NOT NULL,
      rule_value integer NOT NULL,
      rule_unit text NOT NULL,
      rule_source text NOT NULL,
      rule_article text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT erasure_of_vote CHECK ((category = 'votes') = (assembly_id IS NOT NULL)),
      CONSTRAINT erasure_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await runner.query(
      `CREATE UNIQUE INDEX erasure_of_vote_once ON erasure (city_id, assembly_id) WHERE assembly_id IS NOT NULL`,
    );
    await wall(runner, 'erasure', 'SELECT, INSERT');
    await runner.query(`CREATE FUNCTION vote_is_held(p_city smallint, p_assembly uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (SELECT 1 FROM legal_hold h WHERE h.city_id = p_city AND h.assembly_id = p_assembly
          AND NOT EXISTS (SELECT 1 FROM legal_hold_release r WHERE r.city_id = h.city_id AND r.hold_id = h.id))
        OR EXISTS (SELECT 1 FROM assembly_objection o WHERE o.city_id = p_city AND o.assembly_id = p_assembly
          AND NOT EXISTS (SELECT 1 FROM objection_answer a WHERE a.city_id = o.city_id AND a.objection_id = o.id)) $$`);
    await runner.query(`CREATE FUNCTION vote_is_over(p_city smallint, p_assembly uuid, p_before timestamptz) RETURNS boolean
      LANGUAGE sql STABLE AS $$
      SELECT EXISTS (SELECT 1 FROM assembly t WHERE t.city_id = p_city AND t.id = p_assembly AND CASE
        WHEN NOT EXISTS (SELECT 1 FROM assembly_step s WHERE s.city_id = p_city AND s.assembly_id = p_assembly)
          THEN t.created_at < p_before
        ELSE (SELECT bool_or(s.step IN ('closure', 'cancellation')) AND max(s.at) < p_before FROM assembly_step s
          WHERE s.city_id = p_city AND s.assembly_id = p_assembly) END) $$`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../wall.js';

const ERASE = 'erase_objectors(timestamptz, boolean)';
const PAPERS = 'papers_of_objectors(timestamptz)';

/** Over once its last step is from before: without an answer, or the street’s taking it up, it is not. */
const IS_OVER = `
CREATE FUNCTION revenue_objection_is_over(p_city smallint, p_objection uuid, p_before timestamptz)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(max(s.at) < p_before, false) FROM (
    SELECT a.at FROM common_revenue_answer a WHERE a.city_id = p_city AND a.objection_id = p_objection
    UNION ALL
    SELECT x.at FROM common_revenue_escalation x WHERE x.city_id = p_city AND x.objection_id = p_objection) s
$$`;

/** Papers on which owners objected, of what is over and not erased yet. */
const PAPERS_OF = `
CREATE FUNCTION papers_of_objectors(p_before timestamptz)
RETURNS TABLE (id uuid, sha256 text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT f.id, f.sha256 FROM common_revenue_objection o
  JOIN file f ON f.city_id = o.city_id AND f.id = o.file_id
  WHERE o.city_id = nullif(current_setting('app.city_id', true), '')::smallint AND o.names_erased_on IS NULL
    AND revenue_objection_is_over(o.city_id, o.id, p_before)
$$`;

/**
 * 异议人: what was objected to and answered stays public; who objected goes, also from the words in which it is told.
 * It takes nothing before the days that no city may shorten, and nothing of another city.
 */
const ERASE_OBJECTORS = `
CREATE FUNCTION erase_objectors(p_before timestamptz, p_dry boolean)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  v_city smallint := nullif(current_setting('app.city_id', true), '')::smallint;
  v_one common_revenue_objection;
  v_name text; v_mask text; v_count bigint := 0;
BEGIN
  IF v_city IS NULL OR p_before IS NULL OR p_before > now() - interval '12 months' THEN
    RAISE EXCEPTION 'no name may be erased before %', p_before USING ERRCODE = '42501';
  END IF;
  FOR v_one IN SELECT o.* FROM common_revenue_objection o WHERE o.city_id = v_city AND o.names_erased_on IS NULL
      AND revenue_objection_is_over(v_city, o.id, p_before) ORDER BY o.id LOOP
    v_count := v_count + 1;
    CONTINUE WHEN p_dry;
    v_name := coalesce(v_one.objector, v_one.by_name);
    -- A name of one sign would take that sign out of every word.
    IF length(btrim(v_name)) > 1 THEN
      v_mask := left(btrim(v_name), 1) || '*';
      UPDATE common_revenue_answer a SET content = replace(a.content, v_name, v_mask)
        WHERE a.city_id = v_city AND a.objection_id = v_one.id;
      UPDATE common_revenue_escalation x SET note = replace(x.note, v_name, v_mask)
        WHERE x.city_id = v_city AND x.objection_id = v_one.id;
      v_one.content := replace(v_one.content, v_name, v_mask);
    END IF;
    UPDATE common_revenue_objection o SET content = v_one.content, file_id = NULL,
        names_erased_on = (now() AT TIME ZONE 'Asia/Shanghai')::date,
        objector = CASE WHEN o.objector IS NOT NULL THEN '' END,
        by_id = CASE WHEN o.objector IS NULL THEN '' ELSE o.by_id END,
        by_name = CASE WHEN o.objector IS NULL THEN '' ELSE o.by_name END
      WHERE o.city_id = v_city AND o.id = v_one.id;
  END LOOP;
  RETURN v_count;
END $$`;

const PAPER = 'common_revenue_objection_paper';

/** Names of who objected to common revenue are kept for their days, and no longer. */
export class ObjectorsToCommonRevenue1790000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE common_revenue_objection ADD COLUMN names_erased_on date,
      DROP CONSTRAINT ${PAPER}, ADD CONSTRAINT ${PAPER}
        CHECK (CASE WHEN names_erased_on IS NULL THEN (objector IS NULL) = (file_id IS NULL) ELSE file_id IS NULL END)`);
    for (const text of [IS_OVER, PAPERS_OF, ERASE_OBJECTORS]) await runner.query(text);
    for (const name of [ERASE, PAPERS]) {
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
      await grant(runner, `FUNCTION ${name}`, 'EXECUTE');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [ERASE, PAPERS, 'revenue_objection_is_over(smallint, uuid, timestamptz)'])
      await runner.query(`DROP FUNCTION ${name}`);
    // What was erased does not come back: its objection stays as if it had been raised without a paper.
    await runner.query(`UPDATE common_revenue_objection SET objector = NULL WHERE names_erased_on IS NOT NULL`);
    await runner.query(`ALTER TABLE common_revenue_objection DROP COLUMN names_erased_on, ADD CONSTRAINT ${PAPER}
      CHECK ((objector IS NULL) = (file_id IS NULL))`);
  }
}

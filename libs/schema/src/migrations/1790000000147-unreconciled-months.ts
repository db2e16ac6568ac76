import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../wall.js';

const FORMER = 'ledger_turn_period(uuid, date, text, text, text, text)';
const NEW = 'ledger_turn_period(uuid, date, text, text, text, text, jsonb, text)';

interface More {
  readonly asked: string;
  readonly columns: string;
  readonly values: string;
}

const turn = ({ asked, columns, values }: More): string => `
CREATE FUNCTION ledger_turn_period(p_book uuid, p_month date, p_step text, p_reason text, p_by_id text,
  p_by_name text${asked})
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_city smallint := ledger_city();
  v_step text;
  v_sequence smallint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger:' || p_book, 0));
  SELECT p.step, p.sequence INTO v_step, v_sequence FROM ledger_period_step p
    WHERE p.city_id = v_city AND p.book_id = p_book AND p.month = p_month ORDER BY p.sequence DESC LIMIT 1;
  IF coalesce(v_step, 'reopening') = p_step THEN
    RETURN CASE p_step WHEN 'closing' THEN 'period-closed' ELSE 'period-open' END;
  END IF;
  INSERT INTO ledger_period_step (city_id, book_id, month, sequence, step, reason, at, by_id, by_name${columns})
    VALUES (v_city, p_book, p_month, coalesce(v_sequence, 0) + 1, p_step, p_reason, clock_timestamp(), p_by_id,
      p_by_name${values});
  RETURN 'done';
END $$`;

const BEFORE = turn({ asked: '', columns: '', values: '' });
const SINCE = turn({
  asked: ', p_differences jsonb, p_differences_reason text',
  columns: ', differences, differences_reason',
  values: ', p_differences, p_differences_reason',
});

/**
 * A month whose bank reconciliation does not come out is closed only with a reason of its own; that reason, and by how
 * much each account differed, stay with the closing.
 */
export class UnreconciledMonths1790000000147 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ledger_period_step ADD COLUMN differences jsonb, ADD COLUMN differences_reason text,
      ADD CONSTRAINT ledger_period_step_says_why CHECK ((differences IS NULL) = (differences_reason IS NULL))`);
    await replace(runner, { former: FORMER, text: SINCE, named: NEW });
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, { former: NEW, text: BEFORE, named: FORMER });
    await runner.query(`ALTER TABLE ledger_period_step DROP COLUMN differences, DROP COLUMN differences_reason`);
  }
}

interface Replaced {
  readonly former: string;
  readonly text: string;
  readonly named: string;
}

async function replace(runner: QueryRunner, { former, text, named }: Replaced): Promise<void> {
  await runner.query(`DROP FUNCTION ${former}`);
  await runner.query(text);
  await runner.query(`REVOKE EXECUTE ON FUNCTION ${named} FROM PUBLIC`);
  await grant(runner, `FUNCTION ${named}`, 'EXECUTE');
}

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CoverageService, coverageQuestion } from '#libs/coverage';
import { query } from '../scripts/support/installation.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';

const COMPOUNDS = 400;
const TODAY = '2026-11-20';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
  test.at(`${TODAY}T09:00:00+08:00`);
});
afterAll(() => test.close());

/** A list of one row for each compound. */
function listOf(heading: string, row: (n: number) => string): string[] {
  return [heading, ...Array.from({ length: COMPOUNDS }, (_, n) => row(n))];
}

it('reads each table a few times over, although PostgreSQL has not counted it since it was empty', async () => {
  const city = await aCity(test);
  const term = '2026-01-01,2028-12-31';
  await importList(
    test,
    city,
    'compounds',
    listOf('小区编码,小区名称', (n) => `C${n},第${n}小区`),
  );
  const services = listOf('小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期', (n) => {
    return `C${n},物业企业,某物业公司,备${n}号,住建局,${term}`;
  });
  await importList(test, city, 'services', services);
  const read = async (): Promise<number> => {
    // Every session of the pool tells its counts: which of them did the work is nobody's business.
    const sessions = Array.from({ length: 10 }, () => 'SELECT pg_stat_force_next_flush(), pg_sleep(0.05)');
    await Promise.all(sessions.map((text) => rowsOf(test, city, text)));
    const [row] = await query<{ read: number }>(
      test.database.ownerUrl,
      `SELECT (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_user_tables
       WHERE relname = 'service_mode'`,
    );
    return row?.read ?? -1;
  };
  const before = await read();
  const answer = await test.app.get(CoverageService).answer(city.operator, coverageQuestion({}));
  expect(answer.targets[0]?.denominator).toBe(COMPOUNDS);
  expect((await read()) - before).toBeLessThan(COMPOUNDS * 20);
});

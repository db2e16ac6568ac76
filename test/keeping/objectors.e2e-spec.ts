import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayInShanghai, type Day } from '#libs/kernel';
import { RetentionService, type ErasedLine } from '#libs/retention';
import { enterCity } from '#libs/platform';
import pg from 'pg';
import { bound, neighbours } from '../assembly/support/own-voters.js';
import { asOwner } from '../assembly/support/votes.js';
import { said } from '../fund/projects.js';
import { withAccount, type RevenuePlace } from '../fund/revenue.js';
import { outcomeOf } from '../support/answers.js';
import { aCity } from '../support/city.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { aScan, opened } from '../support/files.js';
import type { Person } from '../support/people.js';

let test: TestApp;
let place: RevenuePlace;
let owner: Person;
let paper: string;
const today = dayInShanghai(new Date());
const period = `${today.slice(0, 4)}-Q1`;
const PAPER = { period, content: '业主李秀英要求公布广告合同', objector: '李秀英' };

beforeAll(async () => {
  test = await testApp();
  const { owners, phones } = await neighbours(test);
  place = await withAccount(test, { owners });
  owner = await bound(test, owners, phones.zhao);
  paper = await onPaper(PAPER);
  for (const id of [paper, await raised('没有看到停车费收入')]) await answered(id);
  await onPaper({ ...PAPER, objector: '王建国' });
});
afterAll(() => test.close());

async function onPaper(told: typeof PAPER): Promise<string> {
  const fileId = await aScan(test, place.community, randomUUID());
  return said<{ id: string }>(await place.community.post(`${place.at}/objections`, { ...told, fileId })).id;
}

async function raised(content: string): Promise<string> {
  const told = { compoundId: place.compound, period, content };
  return said<{ id: string }>(await owner.post('/me/common-revenue/objections', told)).id;
}

async function answered(id: string): Promise<void> {
  const answer = { content: '李秀英女士：已核对合同。', fileId: await aScan(test, place.firm, randomUUID()) };
  said(await place.firm.post(`/common-revenue/objections/${id}/answer`, answer));
}

/** All of it happened on another day. */
async function happened(day: Day): Promise<void> {
  const noon = `${day}T12:00:00+08:00`;
  for (const table of ['common_revenue_objection', 'common_revenue_answer'])
    await asOwner(test, place.city, `UPDATE ${table} SET at = $1`, [noon]);
  for (const table of ['file', 'file_upload'])
    await asOwner(test, place.city, `UPDATE ${table} SET uploaded_at = $1`, [noon]);
}

const run = (dry = false): Promise<readonly ErasedLine[]> =>
  test.app.get(RetentionService).run(place.city.operator, { dry });
const told = (lines: readonly ErasedLine[]): [string, number, number][] =>
  lines.map(({ category, records, files }) => [category, records, files]);
interface Kept {
  readonly id: string;
  readonly objector: string | null;
  readonly by: string;
  readonly words: string;
  readonly file: string | null;
}
const kept = (): Promise<Kept[]> =>
  rowsOf<Kept>(
    test,
    place.city,
    `SELECT o.id, o.objector, o.by_id || o.by_name AS by, concat_ws(' ', o.content, a.content) AS words,
       o.file_id AS file
     FROM common_revenue_objection o LEFT JOIN common_revenue_answer a ON a.objection_id = o.id ORDER BY o.id`,
  );

describe('who objected to common revenue', () => {
  it('is kept until the last day, and while nobody answered', async () => {
    await happened(addMonths(today, -60));
    expect(told(await run())).toEqual([]);
    await happened(addDays(addMonths(today, -60), -1));
    expect(told(await run(true))).toEqual([['objectors', 2, 1]]);
    expect((await kept()).map(({ objector }) => objector)).toEqual(['李秀英', null, '王建国']);
  });

  it('goes then with the paper, also from the words, and what was said stays for everybody', async () => {
    const [first, raisedOne] = await kept();
    expect(raisedOne?.by).not.toBe('');
    expect(told(await run())).toEqual([['objectors', 2, 1]]);
    const [onPaperOne, own, waiting] = await kept();
    expect(onPaperOne).toMatchObject({ objector: '', file: null });
    expect(onPaperOne?.words).toBe('业主李*要求公布广告合同 李*女士：已核对合同。');
    expect(own?.by).toBe('');
    expect(waiting).toMatchObject({ objector: '王建国' });
    expect((await opened(test, place.desk, first?.file ?? '')).status).toBe(404);
    const path = `/api/v1/public/${place.city.code}/compounds/${place.compound}/common-revenue`;
    const { objections } = (await test.http.get(path)).body as { objections: { id: string; isOnPaper: boolean }[] };
    expect(objections).toHaveLength(3);
    expect(objections.find(({ id }) => id === paper)).toMatchObject({ isOnPaper: true, state: 'answered' });
    expect(told(await run())).toEqual([]);
  });

  it('is in the list of what went, with day and rule', async () => {
    const { items } = said<{ items: object[] }>(await place.admin.get('/retention/erasures'));
    const rule = { ruleKey: 'retention.objectors.months', ruleValue: 60, ruleUnit: 'months' };
    expect(items).toEqual([expect.objectContaining({ category: 'objectors', records: 2, files: 1, ...rule })]);
    expect(JSON.stringify(items)).not.toContain('李秀英');
  });

  it('is not taken sooner by anybody, and not from another city', async () => {
    const app = new pg.Client({ connectionString: test.database.appUrl });
    await app.connect();
    const erase = (enter: string, before: string): Promise<unknown> =>
      app.query(`BEGIN; ${enter}; SELECT erase_objectors(${before}, false)`).then(
        (results) => (results as unknown as { rows: { erase_objectors: string }[] }[])[2]?.rows[0]?.erase_objectors,
        (error: { code: string }) => error.code,
      );
    const other = await aCity(test);
    const found: unknown[] = [];
    for (const [enter, before] of [
      [enterCity(place.city.city.id), `now() - interval '11 months'`],
      [enterCity(place.city.city.id), 'NULL'],
      ['SELECT 1', `now() - interval '5 years'`],
      [enterCity(other.city.id), `now() - interval '1 year'`],
    ] as const) {
      found.push(await erase(enter, before));
      await app.query('ROLLBACK');
    }
    await app.end();
    expect(found).toEqual(['42501', '42501', '42501', '0']);
    expect(outcomeOf(await owner.get('/retention/erasures'))).toEqual([403, 'request.forbidden']);
  });
});

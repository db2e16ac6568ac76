import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { anAdministrator, invited, type Person } from '../support/people.js';

const HEADINGS = '小区名称,所在区域,名称,类型,应有席位,在任人数,任期开始,任期截止,最近活动日期,文号,备案机关,备案日期';
const PAPER = '2025-01-01,2029-12-31,2026-10-01,街业备1号,街道办,2025-01-20';

let test: TestApp;
let city: TestCity;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-23T08:00:00+08:00');
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  ids = { ...(await compoundsOf(test, city, ['A', 'B', 'C'], { area: '02001' })) };
});

const sent = (lines: readonly string[], options = {}) =>
  importList(test, city, 'committees', [HEADINGS, ...lines], options);

function bodies(condition = 'c.superseded_at IS NULL'): Promise<Record<string, unknown>[]> {
  return rowsOf(
    test,
    city,
    `SELECT c.kind, c.name, c.seats, c.members, c.last_activity_on::text AS active, c.filed_on::text AS filed,
       ARRAY(SELECT l.compound_id::text FROM committee_compound l WHERE l.committee_id = c.id ORDER BY 1) AS compounds
     FROM committee c WHERE ${condition} ORDER BY c.recorded_at, c.id`,
  );
}

describe('a list of committees', () => {
  it('writes filings, keeps claims, and tells the rest', async () => {
    const report = await sent([
      `小区A,,,业委会,7,7,${PAPER}`,
      '小区B,,小区B物管会,物管会,,,,,,,,',
      '小区C,,,未成立,,,,,,,,',
      `小区A,,,业委会,7,8,${PAPER}`,
      `没有的小区,,,业委会,7,7,${PAPER}`,
    ]);
    expect(report).toMatchObject({ rows: 5, accepted: 3, unchanged: 0 });
    expect(report.claims).toEqual({ company: 0, self: 0, community: 0, none: 1, unknown: 0, committee: 1 });
    expect(report.rejected.map(({ row, code }) => [row, code])).toEqual([
      [5, 'committee.more-members-than-seats'],
      [6, 'record.compound-unknown'],
    ]);
    expect(await bodies()).toEqual([
      {
        kind: 'committee',
        name: '小区A业主委员会',
        seats: 7,
        members: 7,
        active: '2026-10-01',
        filed: '2025-01-20',
        compounds: [ids.A],
      },
    ]);
    const claims = await rowsOf(test, city, `SELECT subject_id AS id, target, mode FROM claim ORDER BY mode`);
    expect(claims).toEqual([
      { id: ids.B, target: 'C2', mode: 'committee' },
      { id: ids.C, target: 'C2', mode: 'none' },
    ]);
  });

  it('is unchanged when it comes again, corrected by another, and given back by undoing', async () => {
    const lines = [`小区A、小区B,,,业委会,7,7,${PAPER}`, '小区C,,,未成立,,,,,,,,'];
    await sent(lines);
    const before = await bodies();
    expect(await sent(lines)).toMatchObject({ accepted: 2, unchanged: 2 });
    const change = await sent([`小区A,,,业委会,,3,${PAPER}`], { list: 'other' });
    expect(await bodies()).toMatchObject([{ seats: 7, members: 3, compounds: [ids.A, ids.B].sort() }]);
    await test.app.get(ImportsService).undo(city.operator, change.id);
    expect(await bodies()).toEqual(before);
    expect(await rowsOf(test, city, 'SELECT DISTINCT record_id FROM committee')).toHaveLength(1);
  });

  it('tells namesakes apart by their area', async () => {
    const there = await compoundsOf(test, city, ['Z'], { name: '小区A', area: '81001' });
    const report = await sent([`小区A,,,业委会,7,7,${PAPER}`, `小区A,北城街道,,业委会,7,7,${PAPER}`]);
    expect(report.rejected).toMatchObject([{ row: 2, code: 'record.compound-ambiguous' }]);
    expect(await bodies()).toMatchObject([{ compounds: [there.Z] }]);
  });
});

describe('a committee by hand', () => {
  const PAPER_BODY = { documentNumber: '街业备1号', issuingBody: '街道办', from: '2025-01-01', to: '2029-12-31' };
  let admin: Person;

  beforeEach(async () => {
    admin = await anAdministrator(test, city);
  });

  it('is registered within the scope, with an audit line', async () => {
    const request = { compoundIds: [ids.A, ids.B], kind: 'pmc', seats: 9, members: 9, ...PAPER_BODY };
    const scope = { kind: 'area', code: `${city.code}81001` } as const;
    const neighbour = await invited(test, city, admin, { role: 'sub-district-staff', scope });
    expect((await neighbour.post('/committees', request)).body).toMatchObject({
      status: 404,
      code: 'compound.not-found',
    });
    const answer = await admin.post('/committees', request);
    expect(answer.status).toBe(201);
    expect(await bodies()).toMatchObject([
      { kind: 'pmc', name: '小区A物业管理委员会', compounds: [ids.A, ids.B].sort() },
    ]);
    const { id } = answer.body as { id: string };
    expect(await rowsOf(test, city, 'SELECT action FROM audit_line WHERE subject_id = $1', [id])).toEqual([
      { action: 'committee.register' },
    ]);
  });

  it('is refused for a future activity, an open term, and wrong fields', async () => {
    const request = { compoundIds: [ids.A], kind: 'committee', ...PAPER_BODY };
    const future = await admin.post('/committees', { ...request, lastActivityOn: '2026-11-24' });
    expect(future.body).toMatchObject({ status: 422, code: 'committee.day-in-future' });
    const open = await admin.post('/committees', { ...request, to: undefined });
    expect(open.body).toMatchObject({
      status: 422,
      code: 'record.document-incomplete',
      params: { missing: '结束日期' },
    });
    expect((await admin.post('/committees', { ...request, seats: -1 })).status).toBe(400);
    expect(await bodies('true')).toEqual([]);
  });
});

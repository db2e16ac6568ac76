import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { anAdministrator, invited } from '../support/people.js';

const HEADINGS = '对象类型,小区编码,物业企业,组织形式,名称,书记,党员人数,批准日期,任期开始,任期截止,批准机关,文号';
const PAPER = '2025-01-01,2025-01-01,2027-12-31,街道党工委,街党组1号';
const COMMITTEES = '小区编码,类型,应有席位,在任人数,任期开始,任期截止,文号,备案机关';
const SERVICES = '小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期';

let test: TestApp;
let city: TestCity;
let ids: Readonly<Record<string, string>>;
let body: string;
let firm: string;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-23T08:00:00+08:00');
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  ids = await compoundsOf(test, city, ['A', 'B', 'C'], { area: '02001' });
  await importList(test, city, 'committees', [COMMITTEES, 'A,业委会,7,7,2025-01-01,2029-12-31,街业备1号,街道办']);
  await importList(test, city, 'services', [SERVICES, 'B,物业企业,甲物业公司,备1号,住建局,2025-01-01,2027-12-31']);
  body = (await rowsOf<{ id: string }>(test, city, 'SELECT record_id AS id FROM committee'))[0]?.id as string;
  firm = (await rowsOf<{ id: string }>(test, city, 'SELECT id FROM company'))[0]?.id as string;
});

const sent = (lines: readonly string[], options = {}) =>
  importList(test, city, 'party-organisations', [HEADINGS, ...lines], options);

function organisations(condition = 'superseded_at IS NULL'): Promise<Record<string, unknown>[]> {
  const columns = 'subject_kind AS subject, subject_id AS id, kind, name, secretary, member_count AS members';
  return rowsOf(
    test,
    city,
    `SELECT ${columns} FROM party_organisation WHERE ${condition} ORDER BY subject_kind, recorded_at, id`,
  );
}

async function touched(): Promise<string[]> {
  const text = 'SELECT compound_ids AS ids FROM fact_change ORDER BY version DESC LIMIT 1';
  return (await rowsOf<{ ids: string[] }>(test, city, text))[0]?.ids ?? [];
}

describe('a list of party organisations', () => {
  it('writes approvals of committees and companies, and tells the rest', async () => {
    const report = await sent([
      `业委会,A,,独立党支部,,李四,5,${PAPER}`,
      `物业企业,,甲物业公司,挂靠党支部,,王五,2,${PAPER}`,
      `业委会,C,,独立党支部,,,5,${PAPER}`,
      `,A,甲物业公司,独立党支部,,,5,${PAPER}`,
    ]);
    expect(report).toMatchObject({ rows: 4, accepted: 2, unchanged: 0 });
    expect(report.claims).toEqual({ company: 0, self: 0, community: 0, none: 0, unknown: 0, party: 0 });
    expect(report.rejected.map(({ row, code }) => [row, code])).toEqual([
      [4, 'party.no-committee'],
      [5, 'party.subject-unclear'],
    ]);
    expect(await organisations()).toEqual([
      { subject: 'committee', id: body, kind: 'own', name: '小区A业主委员会独立党支部', secretary: '李四', members: 5 },
      { subject: 'company', id: firm, kind: 'attached', name: '甲物业公司挂靠', secretary: '王五', members: 2 },
    ]);
    expect((await touched()).sort()).toEqual([ids.A, ids.B].sort());
  });

  it('keeps claims of committees as C3 and of companies as C4, once', async () => {
    const lines = ['业委会,A,,独立党支部,,,,,,,,', '物业企业,,甲物业公司,无,,,,,,,,'];
    expect(await sent(lines)).toMatchObject({ accepted: 2, unchanged: 0, claims: { party: 1, none: 1 } });
    expect(await sent(lines)).toMatchObject({ accepted: 2, unchanged: 2, claims: { party: 1, none: 1 } });
    const claims = await rowsOf(
      test,
      city,
      `SELECT target, subject_kind AS subject, subject_id AS id, mode FROM claim ORDER BY target`,
    );
    expect(claims).toEqual([
      { target: 'C3', subject: 'committee', id: body, mode: 'party' },
      { target: 'C4', subject: 'company', id: firm, mode: 'none' },
    ]);
  });

  it('is unchanged when it comes again, corrected by another, and given back by undoing', async () => {
    const line = `业委会,A,,独立党支部,,李四,5,${PAPER}`;
    await sent([line]);
    expect(await sent([line])).toMatchObject({ accepted: 1, unchanged: 1 });
    const change = await sent([line.replace('李四,5', '赵六,2'), '物业企业,,甲物业公司,独立党支部,,,,,,,,'], {
      list: 'other',
    });
    expect(await organisations()).toMatchObject([{ secretary: '赵六', members: 2 }]);
    await test.app.get(ImportsService).undo(city.operator, change.id);
    expect(await organisations()).toMatchObject([{ secretary: '李四', members: 5 }]);
    expect(await rowsOf(test, city, 'SELECT 1 FROM claim WHERE superseded_at IS NULL')).toEqual([]);
    expect((await touched()).sort()).toEqual([ids.A, ids.B].sort());
  });
});

describe('a party organisation by hand', () => {
  const approval = {
    kind: 'joint',
    documentNumber: '街党组1号',
    issuingBody: '街道党工委',
    from: '2025-01-01',
    to: '2027-12-31',
  };

  it('is registered for a committee inside the scope, with an audit line', async () => {
    const admin = await anAdministrator(test, city);
    const request = { subjectKind: 'committee', subjectId: body, secretary: '李四', memberCount: 3, ...approval };
    const scope = { kind: 'area', code: `${city.code}81001` } as const;
    const neighbour = await invited(test, city, admin, { role: 'sub-district-staff', scope });
    expect((await neighbour.post('/party-organisations', request)).body).toMatchObject({
      status: 404,
      code: 'party.subject-not-found',
    });
    const answer = await admin.post('/party-organisations', request);
    expect(answer.status).toBe(201);
    expect(await organisations()).toMatchObject([{ subject: 'committee', id: body, kind: 'joint', members: 3 }]);
    expect(await touched()).toEqual([ids.A]);
    const { id } = answer.body as { id: string };
    const lines = await rowsOf(test, city, 'SELECT action FROM audit_line WHERE subject_id = $1', [id]);
    expect(lines).toEqual([{ action: 'party-organisation.register' }]);
  });

  it('is registered for a company, and refused for one that nobody knows', async () => {
    const admin = await anAdministrator(test, city);
    const request = { subjectKind: 'company', subjectId: firm, ...approval };
    expect((await admin.post('/party-organisations', request)).status).toBe(201);
    expect(await touched()).toEqual([ids.B]);
    const unknown = await admin.post('/party-organisations', { ...request, subjectId: body });
    expect(unknown.body).toMatchObject({ status: 404, code: 'party.subject-not-found' });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#libs/platform';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { aScan, opened } from '../support/files.js';
import { importList } from '../support/lists.js';
import { anAdministrator, invited, signIn, type Person } from '../support/people.js';

const PAPER = { issuingBody: '住建局', from: '2025-01-01', to: '2027-12-31' };
const SERVICES = '小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期';

let test: TestApp;
let city: TestCity;
let admin: Person;
let own: string;
let foreign: string;
/** Staff of the sub-district in which the own compound lies, and of another. */
let official: Person;
let neighbour: Person;
let auditor: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-23T08:00:00+08:00');
  city = await aCity(test);
  admin = await anAdministrator(test, city);
  own = (await compoundsOf(test, city, ['A'], { area: '02001' })).A as string;
  foreign = (await compoundsOf(test, city, ['B'], { area: '81001' })).B as string;
  const of = (role: Parameters<typeof invited>[3]['role'], area: string): Promise<Person> =>
    invited(test, city, admin, { role, scope: { kind: 'area', code: `${city.code}${area}` } });
  official = await of('sub-district-staff', '02001');
  neighbour = await of('sub-district-staff', '81001');
  auditor = await of('auditor', '02');
});

/** Tokens live for minutes: on another day people sign in again. */
async function later(instant: string): Promise<void> {
  test.at(instant);
  admin = await signIn(test, city, admin.login, admin.password);
  official = await signIn(test, city, official.login, official.password);
}

interface Scan {
  readonly fileId: string;
  readonly name: string;
  readonly attachedAt: string;
  readonly attachedBy: string;
}
interface File {
  readonly evidence: readonly {
    readonly id: string;
    readonly kind: string;
    readonly effectiveFrom: string;
    readonly effectiveTo: string;
    readonly uploadedAt: string;
    readonly supersededAt: string | null;
    readonly scans: readonly Scan[];
    readonly checks: readonly { readonly id: string; readonly scans: readonly Scan[] }[];
  }[];
  readonly signs: readonly { readonly id: string; readonly scans: readonly Scan[] }[];
}

async function fileOf(compound: string, query = ''): Promise<File> {
  return bodyOf<File>(await admin.get(`/compounds/${compound}/coverage${query}`));
}

async function made(path: string, body: object, by = official): Promise<string> {
  const answer = await by.post(path, body);
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return bodyOf<{ id: string }>(answer).id;
}

const contract = (more: object = {}) => ({ ...PAPER, documentNumber: '备1号', compoundIds: [own], mode: 'S', ...more });
const committee = { ...PAPER, documentNumber: '委1号', kind: 'committee', seats: 5, members: 5 };
const party = { ...PAPER, documentNumber: '党1号', subjectKind: 'committee', kind: 'own', memberCount: 5 };

/** One of each kind of evidence about the own compound, each with the scan that was given, if any. */
async function evidence(scanOf: (text: string) => Promise<object>): Promise<Readonly<Record<string, string>>> {
  const service = await made('/service-modes', contract(await scanOf('合同')));
  const body = await made('/committees', { ...committee, compoundIds: [own], ...(await scanOf('备案')) });
  const organisation = await made('/party-organisations', { ...party, subjectId: body, ...(await scanOf('批复')) });
  const sign = { compoundId: own, kind: 'inspection', onDay: '2026-11-20' };
  const check = { subjectKind: 'service-mode', subjectId: service, checkedOn: '2026-11-21', outcome: 'confirmed' };
  return {
    'service-mode': service,
    committee: body,
    'party-organisation': organisation,
    'service-sign': await made('/service-signs', { ...sign, ...(await scanOf('照片')) }),
    'field-check': await made('/field-checks', { ...check, ...(await scanOf('核查表')) }),
  };
}

/** The scans of every piece of evidence, as the page of the compound shows them. */
async function scansByKind(): Promise<Record<string, readonly Scan[]>> {
  const { evidence: papers, signs } = await fileOf(own);
  const ofPapers = papers.map(({ kind, scans }) => [kind, scans] as const);
  const ofChecks = papers.flatMap(({ checks }) => checks.map(({ scans }) => ['field-check', scans] as const));
  return Object.fromEntries([...ofPapers, ...ofChecks, ...signs.map(({ scans }) => ['service-sign', scans] as const)]);
}

describe('the scan of a piece of evidence', () => {
  it('comes with it when it is recorded by hand, whatever its kind', async () => {
    const fileIds: string[] = [];
    await evidence(async (text) => {
      const fileId = await aScan(test, official, text);
      fileIds.push(fileId);
      return { fileId };
    });
    const scans = await scansByKind();
    expect(
      Object.values(scans)
        .flatMap((each) => each.map(({ fileId }) => fileId))
        .sort(),
    ).toEqual(fileIds.sort());
    expect(Object.values(scans).map((each) => each.length)).toEqual([1, 1, 1, 1, 1]);
    for (const id of fileIds) expect((await opened(test, auditor, id)).status).toBe(200);
  });

  it('comes afterwards, with who and when, and leaves the days of the evidence as they are', async () => {
    const ids = await evidence(async () => ({}));
    await later('2026-11-25T09:30:00+08:00');
    for (const [subjectKind, subjectId] of Object.entries(ids)) {
      await made('/scans', { subjectKind, subjectId, fileId: await aScan(test, official, subjectKind) });
    }
    const scans = await scansByKind();
    expect(Object.keys(scans).sort()).toEqual(Object.keys(ids).sort());
    for (const each of Object.values(scans)) {
      expect(each).toMatchObject([{ name: '合同.pdf', attachedBy: '某人' }]);
      expect(new Date(each[0]?.attachedAt ?? '').toISOString()).toBe('2026-11-25T01:30:00.000Z');
    }
    const papers = (await fileOf(own)).evidence;
    expect(papers).toHaveLength(3);
    for (const paper of papers) {
      expect(paper).toMatchObject({
        ...{ effectiveFrom: '2025-01-01', effectiveTo: '2027-12-31', supersededAt: null },
        uploadedAt: '2026-11-23T00:00:00.000Z',
      });
    }
    const lines = await rowsOf(
      test,
      city,
      `SELECT subject_kind FROM audit_line WHERE action = 'scan.attach' ORDER BY 1`,
    );
    expect(lines.map((line) => line.subject_kind)).toEqual(Object.keys(ids).sort());
  });

  it('is not known before it came', async () => {
    const subjectId = await made('/service-modes', contract());
    await later('2026-11-25T09:30:00+08:00');
    await made('/scans', { subjectKind: 'service-mode', subjectId, fileId: await aScan(test, official, '甲') });
    const then = await fileOf(own, `?knownAt=${encodeURIComponent('2026-11-24T00:00:00+08:00')}`);
    expect(then.evidence.map(({ scans }) => scans)).toEqual([[]]);
  });

  it('may have several pages, stays through corrections, and is taken once', async () => {
    const subjectId = await made('/service-modes', contract());
    const pages = [await aScan(test, official, '一'), await aScan(test, official, '二')];
    for (const fileId of pages) await made('/scans', { subjectKind: 'service-mode', subjectId, fileId });
    const again = await official.post('/scans', { subjectKind: 'service-mode', subjectId, fileId: pages[0] });
    expect(outcomeOf(again)).toEqual([409, 'scan.already-attached']);
    await made('/service-modes', contract({ to: '2028-12-31', fileId: pages[0] }));
    for (const paper of (await fileOf(own)).evidence) {
      expect(paper.scans.map(({ fileId }) => fileId)).toEqual(pages);
    }
  });

  it('is kept with the record when its list is taken back and sent again', async () => {
    const rows = [SERVICES, 'A,业主自管,,备9号,住建局,2025-01-01,2027-12-31'];
    const { id } = await importList(test, city, 'services', rows);
    const [record] = await rowsOf<{ id: string }>(test, city, 'SELECT record_id AS id FROM service_mode');
    const fileId = await aScan(test, official, '甲');
    await made('/scans', { subjectKind: 'service-mode', subjectId: record?.id, fileId });
    await test.app.get(ImportsService).undo(city.operator, id);
    // What stands on the page as taken back can still be opened there, but nothing is added to it.
    expect((await opened(test, auditor, fileId)).status).toBe(200);
    const late = { subjectKind: 'service-mode', subjectId: record?.id, fileId: await aScan(test, official, '乙') };
    expect(outcomeOf(await official.post('/scans', late))).toEqual([404, 'scan.subject-not-found']);
    await importList(test, city, 'services', rows);
    const papers = (await fileOf(own)).evidence.filter(({ supersededAt }) => supersededAt === null);
    expect(papers.map(({ scans }) => scans.map((each) => each.fileId))).toEqual([[fileId]]);
  });
});

describe('who may', () => {
  it('open it: whoever sees a compound of its evidence, and nobody else, its uploader included once it hangs', async () => {
    const fileId = await aScan(test, official, '甲');
    const company = await invited(test, city, admin, {
      role: 'property-firm-staff',
      scope: { kind: 'compound', id: own },
    });
    const elsewhere = await anAdministrator(test, await aCity(test));
    const all = [official, auditor, company, admin, neighbour, elsewhere];
    const statuses = (): Promise<number[]> =>
      Promise.all(all.map(async (person) => (await opened(test, person, fileId)).status));
    expect(await statuses()).toEqual([200, 404, 404, 404, 404, 404]);
    await made('/service-modes', contract({ fileId }));
    expect(await statuses()).toEqual([200, 200, 200, 200, 404, 404]);

    const theirs = await aScan(test, official, '乙');
    await made('/service-modes', { ...contract({ documentNumber: '备2号', fileId: theirs }), compoundIds: [own] });
    const moved = { area: `${city.code}81001`, on: '2020-01-01', reason: '更正' };
    expect((await admin.post(`/compounds/${own}/versions`, moved)).status).toBe(204);
    expect((await opened(test, official, theirs)).status).toBe(404);
    expect((await opened(test, neighbour, theirs)).status).toBe(200);
  });

  it('attach it: only what they sent or may open, to evidence inside their area', async () => {
    const subjectId = await made('/service-modes', contract());
    const theirs = await made('/service-modes', { ...contract(), compoundIds: [foreign] }, neighbour);
    const hidden = await aScan(test, neighbour, '外');
    const mine = await aScan(test, official, '内');
    const attach = (by: Person, id: string, fileId: string) =>
      by.post('/scans', { subjectKind: 'service-mode', subjectId: id, fileId });
    expect(outcomeOf(await attach(official, subjectId, hidden))).toEqual([404, 'file.not-found']);
    expect(outcomeOf(await attach(official, theirs, mine))).toEqual([404, 'scan.subject-not-found']);
    expect(outcomeOf(await attach(auditor, subjectId, mine))).toEqual([403, 'request.forbidden']);
    const elsewhere = await anAdministrator(test, await aCity(test));
    expect(outcomeOf(await attach(elsewhere, subjectId, mine))).toEqual([404, 'scan.subject-not-found']);
    expect((await attach(official, subjectId, mine)).status).toBe(201);
    // Equal content of two areas is one file, and each sees it by their own evidence.
    expect(await aScan(test, neighbour, '内')).toBe(mine);
    expect((await opened(test, neighbour, mine)).status).toBe(200);
    expect((await attach(neighbour, theirs, mine)).status).toBe(201);
  });

  it('attach to a field check what may be attached to no contract', async () => {
    const subjectId = await made('/service-modes', contract());
    const scope = { kind: 'compound', id: own } as const;
    const community = await invited(test, city, admin, { role: 'community-staff', scope });
    const fileId = await aScan(test, community, '照片');
    const paper = { subjectKind: 'service-mode', subjectId, fileId };
    expect(outcomeOf(await community.post('/scans', paper))).toEqual([403, 'request.forbidden']);
    const seen = { subjectKind: 'service-mode', subjectId, checkedOn: '2026-11-21', outcome: 'confirmed' };
    const check = await made('/field-checks', seen, community);
    await made('/scans', { subjectKind: 'field-check', subjectId: check, fileId }, community);
    expect((await opened(test, auditor, fileId)).status).toBe(200);
    expect(outcomeOf(await community.post('/field-checks', { ...seen, fileId: own }))).toEqual([404, 'file.not-found']);
  });
});

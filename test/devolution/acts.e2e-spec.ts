import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActRecords, STANDARD_EDITION } from '#libs/devolution';
import { Sealer } from '#libs/transparency';
import pg from 'pg';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { aScan, opened as openedFile } from '../support/files.js';
import { aFiling, issued, opened } from './cases.js';
import { granted, handedDown, someOffices, type Offices } from './offices.js';

const MATTER = { matter: '筹备组', conclusion: '同意' };
const MATTER_PAPERS = [{ paper: 'application' }, { paper: 'material' }];
const OWN_MAKERS = ['WY-04', 'WY-06', 'WY-12', 'WY-15', 'WY-16'];

let test: TestApp;
let city: TestCity;
let offices: Offices;
let delegation: string;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-06-01T10:00:00+08:00');
  city = await aCity(test);
  offices = await someOffices(test, city);
  delegation = await granted(offices.admin, offices.east, handedDown(city));
});

/** What only the owner of the tables can do: change what was written. */
async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: test.database.ownerUrl });
  await owner.connect();
  await owner.query(statement, [city.city.id]).finally(() => owner.end());
}

async function stateOfC2(): Promise<unknown> {
  const answer = await offices.east.get(`/compounds/${offices.inEast}/coverage`);
  const { verdicts } = answer.body as { verdicts: { target: string; state: string }[] };
  return verdicts.find(({ target }) => target === 'C2')?.state;
}

async function verified(number: string): Promise<Record<string, unknown>> {
  const answer = await test.http.get(`/api/v1/verify/${encodeURIComponent(number)}`);
  expect(answer.status).toBe(200);
  return answer.body as Record<string, unknown>;
}

describe('the record that an act makes', () => {
  it('has one maker for each of the 21 powers', () => {
    const records = test.app.get(ActRecords);
    const own = new Set(records.registered);
    const makers = STANDARD_EDITION.map(({ code }) => [code, own.has(code) ? 'its own' : 'generic']);
    expect(makers.filter(([, maker]) => maker === 'its own').map(([code]) => code)).toEqual(OWN_MAKERS);
    expect(makers).toHaveLength(21);
    const none = (): Promise<never> => Promise.reject(new Error('never asked'));
    expect(() => records.register('WY-04', none, none)).toThrow('WY-04 has two makers');
    expect(() => records.register('WY-22', none, none)).toThrow('there is no power WY-22');
  });
});

describe('an act', () => {
  it('goes from the window to a paper that anybody can check, and makes the evidence of its power', async () => {
    const { east, eastToo } = offices;
    expect(await stateOfC2()).toBe('NOT_COVERED');
    const { id, documentNumber } = await issued(east, eastToo, aFiling(offices));
    expect(documentNumber).toBe(`${city.code}-WY04-2026-000001`);
    expect(await stateOfC2()).toBe('COVERED');
    const whole = (await east.get(`/acts/${id}`)).body as { steps: { step: string }[] };
    expect(whole).toMatchObject({
      state: 'issued',
      dueOn: null,
      issue: { documentNumber, recordKind: 'committee_filing', decision: '准予备案。' },
    });
    expect(whole.steps.map(({ step }) => step)).toEqual(['acceptance', 'approval-of-review', 'issue']);
    expect(await verified(documentNumber.toLowerCase())).toEqual({
      documentNumber,
      city: '测试市',
      power: 'WY-04',
      powerName: '业主大会、业委会备案及印章刻制证明（含变更、注销）',
      legalBasis: '《物业管理条例》第十六条',
      issuedBy: '东街街道办事处',
      issuedOn: '2026-06-01',
      compound: '凤台花园',
      powerHeld: true,
      byOrigin: false,
      chain: [expect.objectContaining({ delegationId: delegation, documentNumber: '市建〔2026〕1号' })],
      standing: 'stands',
      revokedOn: null,
      revokedBy: null,
      revocationReason: null,
    });
  });

  it('is revoked by its office or one above, which withdraws what it made; the power was held all the same', async () => {
    const { east, eastToo, west, county, admin } = offices;
    const { id, documentNumber } = await issued(east, eastToo, aFiling(offices));
    expect((await west.post(`/acts/${id}/revocation`, { reason: '不归我管' })).status).toBe(404);
    expect((await county.post(`/acts/${id}/revocation`, { reason: '选举程序违法' })).status).toBe(204);
    expect(await stateOfC2()).toBe('NOT_COVERED');
    expect(await verified(documentNumber)).toMatchObject({
      powerHeld: true,
      standing: 'revoked',
      revokedOn: '2026-06-01',
      revokedBy: '城区住房和城乡建设局',
      revocationReason: '选举程序违法',
    });
    expect(outcomeOf(await admin.post(`/acts/${id}/revocation`, { reason: '再次' }))).toEqual([
      409,
      'act.step-refused',
    ]);
  });

  it('waits for papers that are missing, and its clock begins when they are there', async () => {
    const { east } = offices;
    const id = await opened(east, aFiling(offices, { papers: [{ paper: 'application' }] }));
    const seen = async (): Promise<Record<string, unknown>> =>
      (await east.get(`/acts/${id}`)).body as Record<string, unknown>;
    expect(await seen()).toMatchObject({
      state: 'papers-missing',
      dueOn: null,
      steps: [{ step: 'missing-papers', note: '业主大会决议、业主委员会委员名单、业主大会议事规则、管理规约' }],
    });
    const papers = ['resolution', 'members', 'rules'].map((paper) => ({ paper }));
    expect((await east.post(`/acts/${id}/supplement`, { papers })).status).toBe(204);
    // Five working days after Monday, 1 June 2026.
    expect(await seen()).toMatchObject({ state: 'accepted', dueOn: '2026-06-08', isOverdue: false });
    expect((await east.post(`/acts/${id}/suspension`, { reason: '现场核查' })).status).toBe(204);
    expect(await seen()).toMatchObject({ state: 'suspended', dueOn: null });
    expect((await east.post(`/acts/${id}/resumption`, { reason: '核查完毕' })).status).toBe(204);
    expect(await seen()).toMatchObject({ state: 'accepted' });
  });

  it('is not reviewed by who opened it, nor issued by who reviewed it, nor touched by who has an interest', async () => {
    const { east, eastToo, inEast } = offices;
    const id = await opened(east, aFiling(offices));
    expect(outcomeOf(await east.post(`/acts/${id}/review`, { agrees: true }))).toEqual([403, 'act.own-review']);
    expect(outcomeOf(await east.post(`/acts/${id}/issue`, { decision: '准予备案' }))).toEqual([
      409,
      'act.step-refused',
    ]);
    expect((await eastToo.post(`/acts/${id}/review`, { agrees: true })).status).toBe(204);
    expect(outcomeOf(await eastToo.post(`/acts/${id}/issue`, { decision: '准予备案' }))).toEqual([
      403,
      'act.own-issue',
    ]);
    expect((await east.post('/interests', { compoundId: inEast, reason: '本人是业主' })).status).toBe(201);
    expect(outcomeOf(await east.post(`/acts/${id}/issue`, { decision: '准予备案' }))).toEqual([
      403,
      'act.conflict-of-interest',
    ]);
    expect(outcomeOf(await east.post('/acts', aFiling(offices)))).toEqual([403, 'act.conflict-of-interest']);
    expect(await rowsOf(test, city, 'SELECT 1 FROM act_issue')).toEqual([]);
  });

  it('is refused where its office has no power, with the rule and the next step', async () => {
    const { east, west, inWest } = offices;
    const foreign = await west.post('/acts', aFiling(offices, { body: `${city.code}02002`, compoundId: inWest }));
    expect(outcomeOf(foreign)).toEqual([422, 'devolution.power-not-held']);
    expect((foreign.body as { detail: string }).detail).toContain('可转交 城区住房和城乡建设局');
    expect(outcomeOf(await east.post('/acts', aFiling(offices, { compoundId: inWest })))).toEqual([
      404,
      'compound.not-found',
    ]);
    expect(outcomeOf(await west.post('/acts', aFiling(offices, { compoundId: inWest })))).toEqual([
      404,
      'area.not-found',
    ]);
  });

  it('is refused at the signature when the delegation was revoked meanwhile, and nothing is written', async () => {
    const { admin, east, eastToo } = offices;
    const id = await opened(east, aFiling(offices));
    await eastToo.post(`/acts/${id}/review`, { agrees: true });
    expect((await admin.post(`/delegations/${delegation}/revocation`, { reason: '收回' })).status).toBe(204);
    expect(outcomeOf(await east.post(`/acts/${id}/issue`, { decision: '准予备案' }))).toEqual([
      422,
      'devolution.ended',
    ]);
    const left = `SELECT (SELECT count(*) FROM act_issue)::int AS issued, (SELECT count(*) FROM document_serial)::int AS serials,
      (SELECT count(*) FROM committee)::int AS committees`;
    expect(await rowsOf(test, city, left)).toEqual([{ issued: 0, serials: 0, committees: 0 }]);
  });

  it('is refused when the maker of its record refuses, and nothing is written', async () => {
    const { east, eastToo } = offices;
    const form = { name: '凤台', seats: 5, members: 7, electedOn: '2026-05-20', from: '2026-05-20', to: '2031-05-19' };
    const id = await opened(east, aFiling(offices, { form }));
    await eastToo.post(`/acts/${id}/review`, { agrees: true });
    expect(outcomeOf(await east.post(`/acts/${id}/issue`, { decision: '准予备案' }))).toEqual([
      422,
      'committee.more-members-than-seats',
    ]);
    expect(await rowsOf(test, city, 'SELECT 1 FROM act_issue')).toEqual([]);
    expect(((await east.get(`/acts/${id}`)).body as { state: string }).state).toBe('reviewed');
  });

  it('is opened once for one key, and another request under the key is refused', async () => {
    const { east } = offices;
    const send = (body: object): Promise<{ status: number; body: unknown }> =>
      test.http
        .post('/api/v1/acts')
        .set('authorization', `Bearer ${east.accessToken}`)
        .set('idempotency-key', 'k1')
        .send(body);
    const answers = await Promise.all([1, 2, 3].map(() => send(aFiling(offices))));
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(outcomeOf(await send(aFiling(offices, { applicant: '别人' })))).toEqual([409, 'act.key-used']);
    expect(await rowsOf(test, city, 'SELECT 1 FROM act')).toHaveLength(1);
  });

  it('names every fault of its form and papers', async () => {
    const { east } = offices;
    const form = {
      name: '',
      seats: -1,
      members: 'x',
      electedOn: '2026-02-30',
      from: '2026-05-20',
      to: '2031-05-19',
      more: 1,
    };
    const answer = await east.post('/acts', aFiling(offices, { form }));
    const { errors } = answer.body as { errors: { field: string }[] };
    expect([answer.status, errors.map(({ field }) => field).sort()]).toEqual([
      400,
      ['form.electedOn', 'form.members', 'form.more', 'form.name', 'form.seats'],
    ]);
    for (const papers of [
      [{ paper: 'contract' }],
      [{ paper: 'rules' }, { paper: 'rules' }],
      [{ paper: 'rules', fileId: '018f0000-0000-7000-8000-000000000000' }],
    ]) {
      expect(outcomeOf(await east.post('/acts', aFiling(offices, { papers })))).toEqual([400, 'request.invalid']);
    }
  });

  it('opens its papers, and the instrument of its power, to whoever reads them, and to nobody else', async () => {
    const { admin, county, east, eastToo, west } = offices;
    const rules = await aScan(test, east, '议事规则');
    const papers = [{ paper: 'rules', fileId: rules }];
    const read = async (file: string): Promise<number[]> =>
      Promise.all([eastToo, county, west].map(async (by) => (await openedFile(test, by, file)).status));
    expect(await read(rules)).toEqual([404, 404, 404]);
    const id = await opened(east, aFiling(offices, { papers }));
    expect(await read(rules)).toEqual([200, 200, 404]);
    const scans = ((await eastToo.get(`/acts/${id}`)).body as { papers: { paper: string; scan: unknown }[] }).papers;
    expect(scans.filter(({ scan }) => scan !== null)).toEqual([
      expect.objectContaining({
        paper: 'rules',
        scan: expect.objectContaining({
          fileId: rules,
          mediaType: 'application/pdf',
          name: '合同.pdf',
        }),
      }),
    ]);
    const instrument = await aScan(test, admin, '委托书');
    await granted(admin, east, handedDown(city, { power: 'WY-06', fileId: instrument }));
    expect(await read(instrument)).toEqual([200, 200, 404]);
  });

  it('is found in the list of its office, open or closed', async () => {
    const { east, eastToo, west, community } = offices;
    const { id } = await issued(east, eastToo, aFiling(offices));
    const open = await opened(east, aFiling(offices));
    const ids = async (by: typeof east, query: string): Promise<string[]> =>
      ((await by.get(`/acts?${query}`)).body as { items: { id: string }[] }).items.map((item) => item.id);
    expect(await ids(east, '')).toEqual([open, id]);
    expect(await ids(east, 'show=open')).toEqual([open]);
    expect(await ids(east, 'show=closed&power=WY-04')).toEqual([id]);
    expect(await ids(community, 'limit=1')).toEqual([open]);
    expect(await ids(west, '')).toEqual([]);
    expect(await ids(east, `compound=${offices.inEast}`)).toEqual([open, id]);
    expect(await ids(east, `compound=${offices.inEast}&show=open`)).toEqual([open]);
    for (const show of ['', '&show=open']) expect(await ids(east, `compound=${offices.inWest}${show}`)).toEqual([]);
  });

  it('lies on the desk in the order in which it is due, those that wait for the applicant last', async () => {
    const { admin, east } = offices;
    await granted(admin, east, handedDown(city, { power: 'WY-02' }));
    const slow = await opened(east, aFiling(offices, { power: 'WY-02', form: MATTER, papers: MATTER_PAPERS }));
    const waiting = await opened(east, aFiling(offices, { papers: [{ paper: 'rules' }] }));
    const quick = await opened(east, aFiling(offices));
    const walked: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const page = (await east.get(`/acts?show=open&limit=1${query}`)).body as {
        items: { id: string }[];
        next: string | null;
      };
      walked.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(walked).toEqual([quick, slow, waiting]);
    for (const after of ['x', slow]) {
      expect(outcomeOf(await east.get(`/acts?show=open&after=${after}`))).toEqual([400, 'request.invalid']);
    }
  });
});

describe('a paper that is checked', () => {
  it.each(['', 'abc', '1405-WY04-2026-000001', '9999-WY04-2026-000001'])(
    '%j is not found without a trace of why',
    async (number) => {
      const answer = await test.http.get(`/api/v1/verify/${encodeURIComponent(number || ' ')}`);
      expect(outcomeOf(answer)).toEqual([404, 'document.not-found']);
    },
  );

  it('has a leaf in the public log, sealed soon after, and another one if it was altered since', async () => {
    const { east, eastToo } = offices;
    const { id, documentNumber } = await issued(east, eastToo, aFiling(offices));
    const leaf = async (): Promise<{ leafHash: string; isSealed: boolean }> =>
      bodyOf(await test.http.get(`/api/v1/verify/${documentNumber}/leaf`));
    const proofOf = (hash: string): Promise<unknown> =>
      test.http.get(`/api/v1/public/${city.code}/log/proofs/inclusion?leaf=${hash}`).then(({ status }) => status);
    const atOnce = await leaf();
    expect(atOnce).toMatchObject({ documentNumber, city: city.code, hash: 'SHA-256', isSealed: false });
    await test.app.get(Sealer).sealNext(city.operator);
    expect(await leaf()).toEqual({ ...atOnce, isSealed: true });
    expect(bodyOf<{ leafHash: string }>(await east.get(`/acts/${id}/receipt`)).leafHash).toBe(atOnce.leafHash);
    expect(await proofOf(atOnce.leafHash)).toBe(200);
    await asOwner(`UPDATE act_issue SET decision = '不予备案。' WHERE city_id = $1`);
    const altered = await leaf();
    expect(altered.leafHash).not.toBe(atOnce.leafHash);
    expect(await proofOf(altered.leafHash)).toBe(404);
    expect(outcomeOf(await test.http.get(`/api/v1/verify/${documentNumber}9/leaf`))).toEqual([
      404,
      'document.not-found',
    ]);
  });
});

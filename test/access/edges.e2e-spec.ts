import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '#libs/platform';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import type { Person } from '../support/people.js';
import { send, type Who } from './calls.js';
import { aCase, handedDown, POWER } from './work/office.js';
import { cityOf, PASSWORD, peopleOfRoles, placeOf, TODAY, type Place } from './places.js';

/** What the matrix of routes cannot say with a status: bodies that name two areas, or rows inside a file. */
let test: TestApp;
let own: Place;
let foreign: Place;
let otherCity: Place;
let people: Awaited<ReturnType<typeof peopleOfRoles>>;
let official: Person;

beforeAll(async () => {
  test = await testApp();
  test.at(`${TODAY}T08:00:00+08:00`);
  const city = await cityOf(test, ['本区', '外区']);
  own = await placeOf(test, city, { mark: '本区', number: 1 });
  foreign = await placeOf(test, city, { mark: '外区', number: 2 });
  otherCity = await placeOf(test, await cityOf(test, ['邻市']), { mark: '邻市', number: 1 });
  people = await peopleOfRoles(test, own);
  official = people['sub-district-staff'] as Person;
}, 120_000);
afterAll(() => test.close());

const PAPER = { issuingBody: '街道办', from: '2026-01-01', to: '2028-12-31' };

describe('a request that reaches into another area', () => {
  it('is refused as a whole when one of several compounds lies there', async () => {
    const compoundIds = [own.compound, foreign.compound];
    const body = { ...PAPER, documentNumber: '街1号', compoundIds, kind: 'committee', seats: 5, members: 5 };
    expect(outcomeOf(await official.post('/committees', body))).toEqual([404, 'compound.not-found']);
    const service = { ...PAPER, documentNumber: '街2号', compoundIds, mode: 'S' };
    expect(outcomeOf(await official.post('/service-modes', service))).toEqual([404, 'compound.not-found']);
    expect(
      await rowsOf(test, own.city, `SELECT 1 FROM audit_line WHERE actor_id = $1 AND action LIKE '%.register'`, [
        official.id,
      ]),
    ).toEqual([]);
  });

  it('may not move a compound out of the own area, nor merge it with one outside', async () => {
    const [id] = own.compounds as [string];
    const moved = await official.post(`/compounds/${id}/versions`, {
      area: foreign.community,
      on: TODAY,
      reason: '调整',
    });
    expect(outcomeOf(moved)).toEqual([403, 'compound.outside-scope']);
    for (const [from, into] of [
      [id, foreign.compound],
      [foreign.compound, id],
    ] as const) {
      const merged = await official.post(`/compounds/${from}/merges`, { into, reason: '重复' });
      expect(outcomeOf(merged)).toEqual([404, 'compound.not-found']);
    }
  });

  it('neither sees nor decides a pair of which one compound lies there', async () => {
    const [left, right] = ['跨区甲', '跨区乙'];
    const heading = '小区名称,地址,区划代码';
    await importList(test, own.city, 'compounds', [heading, `桃源里小区,一路1号,${own.community}`], {
      list: left as string,
    });
    await importList(test, own.city, 'compounds', [heading, `桃源里小区,一路1号,${foreign.community}`], {
      list: right as string,
    });
    const admin = people['city-administrator'] as Person;
    const { id } = bodyOf<{ id: string }>(await admin.post('/reconciliations', { left, right }));
    interface View {
      pairs: { id: string }[];
      counts: Record<string, number>;
      onlyLeft: unknown[];
    }
    const whole = bodyOf<View>(await admin.get(`/reconciliations/${id}`));
    expect(whole.pairs).toHaveLength(1);
    const part = await official.get(`/reconciliations/${id}`);
    expect(part.status).toBe(200);
    expect(bodyOf<View>(part)).toMatchObject({ pairs: [], onlyLeft: [], counts: { pairs: 0, undecided: 0 } });
    for (const decision of ['same', 'different']) {
      const refused = await official.post(`/reconciliations/${id}/pairs/${whole.pairs[0]?.id}/decision`, { decision });
      expect(outcomeOf(refused)).toEqual([404, 'reconciliation.not-found']);
    }
  });

  it('takes no row of a file for a compound or area there', async () => {
    const who: Who = { role: 'sub-district-staff', person: official, password: PASSWORD };
    const sent = async (kind: string, lines: readonly string[]): Promise<ImportReport> => {
      const upload = { fields: { kind, list: `越界${kind}`, asOf: TODAY }, lines };
      return bodyOf<ImportReport>(await send(test, 'POST /imports', { upload }, who));
    };
    const areas = [own, foreign, otherCity].map((at, n) => `新小区${n},${at.community}`);
    const compounds = await sent('compounds', ['小区名称,区划代码', ...areas]);
    expect([compounds.accepted, compounds.rejected.map(({ row }) => row)]).toEqual([1, [3, 4]]);
    const codes = ['本区A', '外区A', '邻市A'];
    const lists: Readonly<Record<string, readonly [string, (code: string) => string]>> = {
      services: [
        '小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期',
        (code) => `${code},业主自管,,越${code},街道办,2026-01-01,2027-01-01`,
      ],
      committees: [
        '小区编码,类型,应有席位,在任人数,任期开始,任期截止,文号,备案机关',
        (code) => `${code},业委会,5,5,2026-01-01,2028-01-01,越委${code},街道办`,
      ],
      owners: ['小区编码,房号,业主', (code) => `${code},7-7-707,越界业主`],
      'service-signs': ['小区编码,类型,日期', (code) => `${code},巡查,2026-10-10`],
      'party-organisations': [
        '对象类型,小区编码,组织形式,名称,党员人数,任期开始,任期截止,批准机关,文号',
        (code) => `业委会,${code},独立党支部,新支部,5,2026-01-01,2028-01-01,街道党工委,越党${code}`,
      ],
    };
    for (const [kind, [heading, line]] of Object.entries(lists)) {
      const report = await sent(kind, [heading, ...codes.map(line)]);
      expect([kind, report.accepted, report.rejected.map(({ row }) => row)]).toEqual([kind, 1, [3, 4]]);
    }
  });

  it('attaches no file that is not of the own city', async () => {
    const [file] = await rowsOf<{ id: string }>(test, otherCity.city, 'SELECT id FROM file LIMIT 1');
    const body = { ...PAPER, documentNumber: '街3号', compoundIds: [own.compound], mode: 'S', fileId: file?.id };
    expect(outcomeOf(await official.post('/service-modes', body))).toEqual([404, 'file.not-found']);
  });

  it('hands on no file that is not of the own city or area, with a delegation or a case', async () => {
    const [there] = await rowsOf<{ id: string }>(test, otherCity.city, 'SELECT id FROM file LIMIT 1');
    const county = people['county-staff'] as Person;
    for (const fileId of [there?.id, foreign.file]) {
      const { to, power, ...paper } = handedDown(own.office);
      const one = await county.post('/delegations', { ...paper, to, power, fileId });
      expect(outcomeOf(one)).toEqual([404, 'file.not-found']);
      const several = await county.post('/delegation-batches', { ...paper, to: [to], powers: [power], fileId });
      expect(outcomeOf(several)).toEqual([404, 'file.not-found']);
      const papers = [{ paper: 'application', fileId }];
      const taken = await official.post('/acts', aCase(own.office, { papers }));
      expect(outcomeOf(taken)).toEqual([400, 'request.invalid']);
    }
  });

  it('hands no power out of the own area, and takes no case about a compound there', async () => {
    const county = people['county-staff'] as Person;
    for (const at of [foreign, otherCity]) {
      const away = await county.post('/delegations', { ...handedDown(own.office), to: at.township });
      const expected = at === foreign ? [422, 'delegation.not-downward'] : [404, 'area.not-found'];
      expect(outcomeOf(away)).toEqual(expected);
      const taken = await official.post('/acts', aCase(own.office, { compoundId: at.compound }));
      expect(outcomeOf(taken)).toEqual([404, 'compound.not-found']);
      const query = `power=${POWER}&body=${own.township}&compound=${at.compound}`;
      expect(outcomeOf(await official.get(`/authority?${query}`))).toEqual([404, 'compound.not-found']);
    }
  });

  it('finds nothing behind a cursor that is none', async () => {
    const cursors = [
      '/compounds?after=x',
      '/companies?after=x',
      '/audit-lines?after=x',
      '/imports?after=x',
      '/users?after=x',
      '/acts?after=x',
      '/delegations?after=x',
      '/me/data-accesses?after=x',
      '/coverage/gaps?after=x',
    ];
    const parts = ['pairs', 'only-left', 'only-right'].map(
      (part) => `/reconciliations/${own.reconciliation}?part=${part}&after=x`,
    );
    for (const path of [...cursors, ...parts]) {
      expect([path, ...outcomeOf(await official.get(path))]).toEqual([path, 400, 'request.invalid']);
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoverageAnswer } from '#libs/coverage';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { importList } from '../support/lists.js';
import { anAdministrator, signIn, type Person } from '../support/people.js';

const SERVICES = '小区编码,服务模式,物业企业,文号,备案机关,开始日期,截止日期';
const COMMITTEES = '小区编码,名称,类型,应有席位,在任人数,选举日期,备案日期,任期开始,任期截止,文号,备案机关';
const PARTY = '对象类型,小区编码,物业企业,组织形式,名称,党员人数,批准日期,任期开始,任期截止,批准机关,文号';
const BEFORE_THE_MERGER = '2026-11-16T08:00:00+08:00';

interface File {
  readonly verdicts: readonly { target: string; state: string }[];
  readonly evidence: readonly { kind: string; documentNumber: string }[];
  readonly claims: readonly { words: string }[];
  readonly history: readonly { day: string; target: string; to: string }[];
}

describe('compounds that are merged, or leave', () => {
  let test: TestApp;
  let city: TestCity;
  let admin: Person;
  let ids: Readonly<Record<string, string>>;

  beforeAll(async () => {
    test = await testApp();
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    test.at('2026-11-15T09:00:00+08:00');
    city = await aCity(test);
    const area = `${city.code}02001`;
    await importList(
      test,
      city,
      'compounds',
      [
        '小区编码,小区名称,地址,区划代码,物业公司',
        `A,和顺苑,一号路1号,${area},`,
        `B,景明苑,一号路2号,${area},同心物业服务有限公司`,
        `C,瑞丰苑,一号路3号,${area},`,
      ],
      { asOf: '2026-01-01' },
    );
    admin = await anAdministrator(test, city);
    const page = await admin.get('/compounds');
    const { items } = page.body as { items: { id: string; name: string }[] };
    ids = Object.fromEntries(items.map(({ id, name }) => [name, id]));
  });

  /** B has everything: a contract with a sign of service, a committee, and its branch. */
  async function everythingAt(code: string): Promise<void> {
    const company = '安居物业有限公司';
    await importList(test, city, 'services', [
      SERVICES,
      `${code},物业企业,${company},备1号,东街街道,2026-01-01,2027-12-31`,
    ]);
    await importList(test, city, 'service-signs', ['小区编码,类型,日期', `${code},巡查,2026-11-01`]);
    await committeeAt(code);
  }

  async function committeeAt(codes: string): Promise<void> {
    const term = '2026-03-01,2026-03-20,2026-03-01,2031-02-28';
    await importList(test, city, 'committees', [COMMITTEES, `${codes},业委会,业委会,7,7,${term},街备1号,东街街道`]);
    const [first] = codes.split('、');
    await importList(test, city, 'party-organisations', [
      PARTY,
      `业委会,${first},,独立党支部,支部,5,2026-05-01,2026-05-01,2029-04-30,街道党工委,党1号`,
    ]);
  }

  async function at(instant: string): Promise<void> {
    test.at(instant);
    admin = await signIn(test, city, admin.login);
  }

  async function numbers(query = ''): Promise<Record<string, [number, number]>> {
    const response = await admin.get(`/coverage${query}`);
    expect(response.status).toBe(200);
    const { targets } = response.body as CoverageAnswer;
    return Object.fromEntries(targets.map(({ code, numerator, denominator }) => [code, [numerator, denominator]]));
  }

  async function statesOfC1(): Promise<Record<string, number>> {
    const { targets } = (await admin.get('/coverage')).body as CoverageAnswer;
    return Object.fromEntries(Object.entries(targets[0]?.states ?? {}).filter(([, count]) => count > 0));
  }

  async function file(name: string, query = ''): Promise<File> {
    const response = await admin.get(`/compounds/${ids[name]}/coverage${query}`);
    expect(response.status).toBe(200);
    return response.body as File;
  }

  async function merge(from: string, into: string, on: string): Promise<void> {
    const answer = await admin.post(`/compounds/${ids[from]}/merges`, { into: ids[into], on, reason: '同一小区' });
    expect(answer.status).toBe(204);
  }

  it('lets the evidence of the one that left speak for the one that stays, from the day of the merger', async () => {
    await everythingAt('B');
    await at('2026-11-17T09:00:00+08:00');
    expect(await numbers()).toEqual({ C1: [1, 3], C2: [1, 3], C3: [1, 1], C4A: [0, 1], C4B: [0, 3] });
    await merge('景明苑', '和顺苑', '2026-11-10');
    const merged = { C1: [1, 2], C2: [1, 2], C3: [1, 1], C4A: [0, 1], C4B: [0, 2] };
    expect(await numbers()).toEqual(merged);
    expect(await numbers('?asOf=2026-11-10')).toEqual(merged);
    // The day before they were two, and on the day before it was recorded nobody knew that they are one.
    const two = { C1: [1, 3], C2: [1, 3], C3: [1, 1], C4A: [0, 1], C4B: [0, 3] };
    expect(await numbers('?asOf=2026-11-09')).toEqual(two);
    expect(await numbers(`?knownAt=${encodeURIComponent(BEFORE_THE_MERGER)}`)).toEqual(two);
  });

  it('shows in the file of the one that stays what it rests on, and when that began', async () => {
    await everythingAt('B');
    await merge('景明苑', '和顺苑', '2026-11-10');
    const { verdicts, evidence, claims, history } = await file('和顺苑');
    expect(verdicts.map(({ target, state }) => [target, state])).toEqual([
      ['C1', 'COVERED'],
      ['C2', 'COVERED'],
      ['C3', 'COVERED'],
      ['C4B', 'NOT_COVERED'],
    ]);
    expect(evidence.map(({ documentNumber }) => documentNumber).sort()).toEqual(['党1号', '备1号', '街备1号'].sort());
    expect(claims.map(({ words }) => words)).toEqual(['同心物业服务有限公司']);
    expect(history.filter(({ target }) => target === 'C1').map(({ day, to }) => [day, to])).toEqual([
      ['2026-01-01', 'NOT_COVERED'],
      ['2026-11-10', 'COVERED'],
    ]);
    const before = await file('和顺苑', '?asOf=2026-11-09');
    expect([before.verdicts[0]?.state, before.evidence]).toEqual(['NOT_COVERED', []]);
  });

  it('counts what a list said of the one that left on the claimed basis of the one that stays', async () => {
    await merge('景明苑', '和顺苑', '2026-11-01');
    expect((await numbers('?basis=claimed')).C1).toEqual([1, 2]);
    expect((await numbers('?basis=strict')).C1).toEqual([0, 2]);
  });

  it('takes one paper of two compounds that became one for a paper of one', async () => {
    const paper = '物业企业,安居物业有限公司,备1号,东街街道,2026-01-01,2027-12-31';
    await importList(test, city, 'services', [SERVICES, `A,${paper}`, `B,${paper}`]);
    await importList(test, city, 'service-signs', ['小区编码,类型,日期', 'A,巡查,2026-11-01', 'B,巡查,2026-11-01']);
    expect((await file('和顺苑')).verdicts[0]).toMatchObject({ target: 'C1', state: 'COVERED_WITH_DEFECT' });
    await merge('景明苑', '和顺苑', '2026-11-10');
    expect((await file('和顺苑')).verdicts[0]).toMatchObject({ target: 'C1', state: 'COVERED' });
  });

  it.each(['和顺苑', '景明苑'])(
    'counts a committee of two compounds once, also after %s is demolished',
    async (gone) => {
      await committeeAt('A、B');
      expect(await numbers()).toMatchObject({ C2: [2, 3], C3: [1, 1] });
      await admin.post(`/compounds/${ids[gone]}/versions`, { status: 'demolished', on: '2026-11-05', reason: '征收' });
      expect(await numbers()).toMatchObject({ C2: [1, 2], C3: [1, 1] });
      expect(await numbers('?asOf=2026-11-04')).toMatchObject({ C2: [2, 3], C3: [1, 1] });
    },
  );

  it.each(['和顺苑', '景明苑'])('counts it once, also after %s became part of a third', async (gone) => {
    await committeeAt('A、B');
    await merge(gone, '瑞丰苑', '2026-11-05');
    expect(await numbers()).toMatchObject({ C2: [2, 2], C3: [1, 1] });
  });

  describe('where the audit is kept and follows changes', () => {
    const paper = '备1号,东街街道,2026-01-01,2027-12-31';

    it('judges again who took over a compound, when a third one uses its paper', async () => {
      await importList(test, city, 'services', [SERVICES, `B,物业企业,安居物业有限公司,${paper}`]);
      await importList(test, city, 'service-signs', ['小区编码,类型,日期', 'B,巡查,2026-11-01']);
      await merge('景明苑', '和顺苑', '2026-11-10');
      expect(await statesOfC1()).toEqual({ COVERED: 1, NOT_COVERED: 1 });
      await importList(test, city, 'services', [SERVICES, `C,物业企业,安居物业有限公司,${paper}`], { list: '另一份' });
      expect(await statesOfC1()).toEqual({ COVERED_WITH_DEFECT: 1, UNVERIFIED: 1 });
    });

    it('counts a committee elsewhere, when who took over its first compound is gone', async () => {
      await committeeAt('B、C');
      await merge('景明苑', '和顺苑', '2026-11-10');
      expect(await numbers()).toMatchObject({ C2: [2, 2], C3: [1, 1] });
      await admin.post(`/compounds/${ids['和顺苑']}/versions`, {
        status: 'demolished',
        on: '2026-11-12',
        reason: '征收',
      });
      expect(await numbers()).toMatchObject({ C2: [1, 1], C3: [1, 1] });
    });
  });
});

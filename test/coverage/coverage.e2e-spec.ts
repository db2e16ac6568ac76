import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoverageAnswer } from '#libs/coverage';
import { aCity, type TestCity } from '../support/city.js';
import { testApp, type TestApp } from '../support/app.js';
import { importList } from '../support/lists.js';
import { anAdministrator, signIn, type Person } from '../support/people.js';

const COMPOUNDS = ['小区编码,小区名称,地址,区划代码,物业公司'];
const SERVICES = ['小区编码,服务模式,物业企业,文号,备案机关,开始日期,截止日期'];
const SIGNS = ['小区编码,类型,日期'];
const COMMITTEES = ['小区编码,名称,类型,应有席位,在任人数,选举日期,备案日期,任期开始,任期截止,文号,备案机关'];
const PARTY = ['对象类型,小区编码,物业企业,组织形式,名称,党员人数,批准日期,任期开始,任期截止,批准机关,文号'];

describe('coverage', () => {
  let test: TestApp;
  let city: TestCity;
  let admin: Person;

  beforeAll(async () => {
    test = await testApp();
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    test.at('2026-11-20T09:00:00+08:00');
    city = await aCity(test);
    admin = await anAdministrator(test, city);
    const area = (n: number): string => `${city.code}0200100${n}`;
    await importList(test, city, 'compounds', [
      ...COMPOUNDS,
      `A,和顺苑,一号路1号,${area(1)},`,
      `B,景明苑,一号路2号,${area(1)},同心物业服务有限公司`,
      `C,瑞丰苑,一号路3号,${area(2)},无`,
      'D,锦悦苑,一号路4号,,暂无资料',
    ]);
  });

  async function coverage(query = ''): Promise<CoverageAnswer> {
    const response = await admin.get(`/coverage${query}`);
    expect(response.status).toBe(200);
    return response.body as CoverageAnswer;
  }

  function numbers(answer: CoverageAnswer, code: string): [number, number, string | null] {
    const target = answer.targets.find((each) => each.code === code);
    if (!target) throw new Error(`no target ${code}`);
    return [target.numerator, target.denominator, target.rate];
  }

  async function serve(): Promise<void> {
    await importList(test, city, 'services', [
      ...SERVICES,
      'A,物业企业,安居物业有限公司,备〔2026〕1号,东街街道,2026-01-01,2027-12-31',
    ]);
    await importList(test, city, 'service-signs', [...SIGNS, 'A,巡查,2026-11-01']);
  }

  it('counts only what evidence shows, and tells claims apart on their own basis', async () => {
    await serve();
    expect(numbers(await coverage(), 'C1')).toEqual([1, 4, '25.00']);
    expect(numbers(await coverage('?basis=broad'), 'C1')).toEqual([1, 4, '25.00']);
    expect(numbers(await coverage('?basis=claimed'), 'C1')).toEqual([2, 4, '50.00']);
    const answer = await coverage();
    expect(answer.targets[0]?.states).toMatchObject({ COVERED: 1, NOT_COVERED: 3 });
    expect(answer.children.map((child) => [child.area.name, child.targets[0]?.denominator])).toEqual([
      ['城区', 3],
      ['高平市', 0],
    ]);
    expect(answer.children[1]?.targets[0]).toMatchObject({ rate: null, met: null });
  });

  it('follows committees and both party targets', async () => {
    await serve();
    await importList(test, city, 'committees', [
      ...COMMITTEES,
      'A,和顺苑业委会,业委会,7,7,2026-03-01,2026-03-20,2026-03-01,2031-02-28,街备〔2026〕1号,东街街道',
    ]);
    await importList(test, city, 'party-organisations', [
      ...PARTY,
      '业委会,A,,功能型党支部,和顺苑支部,4,2026-05-01,2026-05-01,2029-04-30,街道党工委,党〔2026〕1号',
      '物业企业,,安居物业有限公司,党建指导员,指导员,1,2026-05-01,2026-05-01,2029-04-30,行业党委,党〔2026〕2号',
    ]);
    const strict = await coverage();
    expect(numbers(strict, 'C2')).toEqual([1, 4, '25.00']);
    expect(numbers(strict, 'C3')).toEqual([1, 1, '100.00']);
    expect(numbers(strict, 'C4A')).toEqual([0, 1, '0.00']);
    expect(numbers(strict, 'C4B')).toEqual([0, 4, '0.00']);
    const broad = await coverage('?basis=broad');
    expect(numbers(broad, 'C4A')).toEqual([1, 1, '100.00']);
    expect(numbers(broad, 'C4B')).toEqual([1, 4, '25.00']);
  });

  it('tells each gap with its reasons, articles and what to do', async () => {
    await serve();
    const response = await admin.get('/coverage/gaps?target=C1&limit=2');
    const page = response.body as {
      items: { subject: { name: string }; state: string; reasons: { code: string }[] }[];
      next: string;
    };
    expect(page.items.map((gap) => [gap.subject.name, gap.state, gap.reasons[0]?.code])).toEqual([
      ['景明苑', 'NOT_COVERED', 'c1.none'],
      ['瑞丰苑', 'NOT_COVERED', 'c1.none'],
    ]);
    const rest = await admin.get(`/coverage/gaps?target=C1&limit=2&after=${encodeURIComponent(page.next)}`);
    expect((rest.body as typeof page).items.map((gap) => gap.subject.name)).toEqual(['锦悦苑']);
    expect((rest.body as typeof page).next).toBeNull();
  });

  it('tells what is missing altogether before what has lapsed, also where a page ends between them', async () => {
    const lapsed = 'B,物业企业,同心物业服务有限公司,备〔2025〕2号,东街街道,2025-01-01,2025-12-31';
    await importList(test, city, 'services', [...SERVICES, lapsed]);
    const names: string[] = [];
    for (let after = ''; ;) {
      const response = await admin.get(`/coverage/gaps?target=C1&limit=1${after}`);
      const { items, next } = response.body as { items: { subject: { name: string } }[]; next: string | null };
      names.push(...items.map(({ subject }) => subject.name));
      if (next === null) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    expect(names).toEqual(['和顺苑', '瑞丰苑', '锦悦苑', '景明苑']);
  });

  it('answers as of any day and as known at any moment', async () => {
    test.at('2026-11-21T09:00:00+08:00');
    await serve();
    test.at('2026-11-22T09:00:00+08:00');
    admin = await signIn(test, city, admin.login);
    expect(numbers(await coverage('?asOf=2026-11-21'), 'C1')[0]).toBe(1);
    expect(numbers(await coverage('?asOf=2026-11-21&knownAt=2026-11-20T12:00:00%2B08:00'), 'C1')).toEqual([
      0,
      4,
      '0.00',
    ]);
    expect(numbers(await coverage('?asOf=2026-11-19'), 'C1')).toEqual([0, 0, null]);
    // 90 days after the last sign of 1 November the sign is too old, though the contract runs on.
    expect(numbers(await coverage('?asOf=2027-01-30'), 'C1')[0]).toBe(1);
    expect(numbers(await coverage('?asOf=2027-01-31'), 'C1')[0]).toBe(0);
    expect(numbers(await coverage('?asOf=2027-01-31&basis=broad'), 'C1')[0]).toBe(1);
  });

  it('refuses an unknown area, a day that is none and a future moment of knowing, naming the field', async () => {
    for (const [query, field] of [
      ['area=9999', 'area'],
      ['area=abc', 'area'],
      ['asOf=2026-02-30', 'asOf'],
      ['knownAt=2027-01-01T00:00:00Z', 'knownAt'],
      ['knownAt=yesterday', 'knownAt'],
      ['basis=loose', 'basis'],
    ] as const) {
      const response = await admin.get(`/coverage?${query}`);
      expect([query, response.status]).toEqual([query, 400]);
      expect((response.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([field]);
    }
  });

  it('tells the rate without newly delivered compounds beside the one with them', async () => {
    await serve();
    const delivered = `E,新交付苑,一号路5号,${city.code}02001001,2026-08-01`;
    await importList(test, city, 'compounds', ['小区编码,小区名称,地址,区划代码,交付日期', delivered]);
    const settledOn = async (day: string): Promise<unknown> =>
      (await coverage(`?asOf=${day}`)).targets.find((each) => each.code === 'C1')?.withoutNew;
    expect(numbers(await coverage(), 'C1')).toEqual([1, 5, '20.00']);
    expect(await settledOn('2026-11-20')).toEqual({ numerator: 1, denominator: 4, rate: '25.00' });
    expect(await settledOn('2027-08-01')).toMatchObject({ denominator: 4 });
    expect(await settledOn('2027-08-02')).toMatchObject({ denominator: 5 });
  });

  it('keeps a padded area code and a plain one apart from nobody', async () => {
    await serve();
    const padded = await coverage(`?area=${city.code}02000000`);
    expect(padded.area.name).toBe('城区');
    expect(numbers(padded, 'C1')).toEqual([1, 3, '33.33']);
  });

  it('shows one compound with evidence, claims and history', async () => {
    await serve();
    const gaps = await admin.get('/coverage/gaps?target=C1&state=COVERED');
    const id = (gaps.body as { items: { subject: { id: string } }[] }).items[0]?.subject.id ?? '';
    const response = await admin.get(`/compounds/${id}/coverage`);
    const file = response.body as {
      verdicts: { target: string; state: string; nextChangeOn: string | null }[];
      evidence: { documentNumber: string; listRow: number }[];
      history: { day: string; target: string; to: string }[];
    };
    expect(file.verdicts[0]).toMatchObject({ target: 'C1', state: 'COVERED', nextChangeOn: '2027-01-31' });
    expect(file.evidence.map((piece) => [piece.documentNumber, piece.listRow])).toEqual([['备〔2026〕1号', 2]]);
    expect(file.history.filter((change) => change.target === 'C1').map((change) => change.to)).toEqual(['COVERED']);
  });

  it('lets a city lay down its own value for a proposal, from a day on and by its document', async () => {
    await serve();
    const own = { key: 'coverage.service-sign.days', value: 10, source: '市住建局〔2026〕8号', article: '第三条' };
    expect((await admin.put('/coverage/rule-values', { ...own, effectiveFrom: '2026-11-15' })).status).toBe(204);
    expect(numbers(await coverage(), 'C1')[0]).toBe(0);
    expect(numbers(await coverage('?knownAt=2026-11-20T08:59:00%2B08:00'), 'C1')).toEqual([0, 0, null]);
    const listed = await admin.get('/coverage/rule-values');
    const { items } = listed.body as { items: { key: string; value: number; changeable: boolean }[] };
    expect(items.find(({ key }) => key === own.key)).toMatchObject({ value: 10, changeable: true });
    const law = { ...own, key: 'coverage.filing.days', effectiveFrom: '2026-11-15' };
    expect((await admin.put('/coverage/rule-values', law)).status).toBe(422);
    expect((await admin.put('/coverage/rule-values', { ...law, key: 'no.such' })).status).toBe(400);
  });
});

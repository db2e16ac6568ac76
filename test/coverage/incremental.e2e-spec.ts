import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Auditor, Audits } from '#libs/coverage';
import { addDays } from '#libs/kernel';
import { Database } from '#libs/platform';
import fc from 'fast-check';
import { aCity, type TestCity } from '../support/city.js';
import { testApp, type TestApp } from '../support/app.js';
import { importList } from '../support/lists.js';

const TODAY = '2026-11-20';
const COMPOUNDS = 8;

/** A change that somebody makes: which list, for which compound, and how the days lie. */
interface Change {
  readonly kind: 'services' | 'service-signs' | 'committees' | 'party-organisations' | 'company-party';
  readonly compound: number;
  readonly company: number;
  readonly age: number;
  readonly length: number;
  readonly serial: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('services', 'service-signs', 'committees', 'party-organisations', 'company-party'),
  compound: fc.integer({ min: 0, max: COMPOUNDS - 1 }),
  company: fc.integer({ min: 0, max: 2 }),
  age: fc.integer({ min: 0, max: 500 }),
  length: fc.integer({ min: 1, max: 900 }),
  serial: fc.integer({ min: 0, max: 5 }),
});

function listOf({ kind, compound, company, age, length, serial }: Change, n: number): [string, string[]] {
  const from = addDays(TODAY, -age);
  const to = addDays(from, length);
  if (kind === 'services') {
    const row = `K${compound},物业企业,第${company}物业有限公司,备${serial},街道,${from},${to}`;
    return ['services', ['小区编码,服务模式,物业企业,文号,备案机关,开始日期,截止日期', row]];
  }
  if (kind === 'service-signs') return ['service-signs', ['小区编码,类型,日期', `K${compound},巡查,${from}`]];
  if (kind === 'committees') {
    const row = `K${compound},第${compound}业委会,业委会,7,${serial + 3},${from},${from},${from},${to},街备${n},街道`;
    return [
      'committees',
      ['小区编码,名称,类型,应有席位,在任人数,选举日期,备案日期,任期开始,任期截止,文号,备案机关', row],
    ];
  }
  const subject = kind === 'company-party' ? `物业企业,,第${company}物业有限公司` : `业委会,K${compound},`;
  const row = `${subject},独立党支部,支部,${serial + 1},${from},${from},${to},党工委,党${n}`;
  return [
    'party-organisations',
    ['对象类型,小区编码,物业企业,组织形式,名称,党员人数,批准日期,任期开始,任期截止,批准机关,文号', row],
  ];
}

describe('an audit that follows changes', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await testApp();
    test.at(`${TODAY}T09:00:00+08:00`);
  });
  afterAll(() => test.close());

  async function kept(city: TestCity): Promise<unknown> {
    const { factVersion } = await test.app.get(Database).stamp(city.city.id);
    const { state } = await test.app.get(Audits).at(city.operator, { asOf: TODAY, knownAt: null }, factVersion);
    return shape(state);
  }

  async function anew(city: TestCity): Promise<unknown> {
    const moment = { asOf: TODAY, knownAt: null };
    const state = await test.app
      .get(Database)
      .transaction(city.operator, (manager) => test.app.get(Auditor).full({ manager, cityId: city.city.id, moment }));
    return shape(state);
  }

  it('ends where a full pass ends, after any sequence of lists', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const city = await aCity(test);
        const rows = Array.from({ length: COMPOUNDS }, (_, n) => `K${n},第${n}小区,${n}号,${city.code}02001`);
        await importList(test, city, 'compounds', ['小区编码,小区名称,地址,区划代码', ...rows], { asOf: '2024-01-01' });
        const companies = [0, 1, 2].map((n) => `第${n}物业有限公司`);
        await importList(test, city, 'companies', ['企业名称', ...companies]);
        await kept(city);
        for (const [n, one] of changes.entries()) {
          const [kind, lines] = listOf(one, n);
          await importList(test, city, kind, lines, { list: `list-${n}`, asOf: TODAY });
          expect(await kept(city)).toEqual(await anew(city));
        }
      }),
      { numRuns: 8 },
    );
  });
});

type State = Awaited<ReturnType<Auditor['full']>>;

function shape(state: State): unknown {
  const perCompound = state.ids.map((id, place) => [
    id,
    state.nodes[place],
    state.packed.slice(place * 4, place * 4 + 4),
    state.companies[place],
    state.changesOn[place],
  ]);
  return perCompound.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

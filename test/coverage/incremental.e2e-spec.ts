import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Auditor, Audits } from '#libs/coverage';
import { addDays, DomainError, type Day } from '#libs/kernel';
import { Database } from '#libs/platform';
import { CompoundMergersService, CompoundsService } from '#libs/registry';
import fc from 'fast-check';
import { TargetValues } from '../../libs/coverage/src/target-values/target-values.service.js';
import { aCity, type TestCity } from '../support/city.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { runs } from '../support/runs.js';

const TODAY = '2026-11-20';
/** The days as of which audits are followed: mergers and demolitions begin before, between and after them. */
const DAYS = [addDays(TODAY, -150), TODAY, addDays(TODAY, 100)];
const COMPOUNDS = 4;

const LISTS = ['services', 'service-signs', 'committees', 'party-organisations', 'company-party'] as const;
const REGISTER = ['merger', 'demolished', 'in-use'] as const;

/** A change that somebody makes: a row of a list or a change of the register, of which compounds, and how days lie. */
interface Change {
  readonly kind: (typeof LISTS)[number] | (typeof REGISTER)[number];
  readonly compound: number;
  /** Another compound (or the same): named in the same row, or merged into. */
  readonly other: number;
  readonly company: number;
  readonly age: number;
  readonly length: number;
  readonly serial: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('services' as const, ...LISTS) },
    { weight: 2, arbitrary: fc.constantFrom('merger' as const, ...REGISTER) },
  ),
  compound: fc.integer({ min: 0, max: COMPOUNDS - 1 }),
  other: fc.integer({ min: 0, max: COMPOUNDS - 1 }),
  company: fc.integer({ min: 0, max: 2 }),
  age: fc.integer({ min: 0, max: 500 }),
  length: fc.integer({ min: 1, max: 900 }),
  serial: fc.integer({ min: 0, max: 2 }),
});

function listOf({ kind, compound, other, company, age, length, serial }: Change, n: number): [string, string[]] {
  const from = addDays(TODAY, -age);
  const to = addDays(from, length);
  const codes = compound === other ? `K${compound}` : `K${compound}、K${other}`;
  if (kind === 'services') {
    const row = `${codes},物业企业,第${company}物业有限公司,备${serial},街道,${from},${to}`;
    return ['services', ['小区编码,服务模式,物业企业,文号,备案机关,开始日期,截止日期', row]];
  }
  if (kind === 'service-signs') return ['service-signs', ['小区编码,类型,日期', `K${compound},巡查,${from}`]];
  if (kind === 'committees') {
    const row = `${codes},第${compound}业委会,业委会,7,${serial + 3},${from},${from},${from},${to},街备${n},街道`;
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

  async function kept(city: TestCity, asOf: Day): Promise<unknown> {
    const { factVersion } = await test.app.get(Database).stamp(city.city.id);
    const { state } = await test.app.get(Audits).at(city.operator, { asOf, knownAt: null }, factVersion);
    return shape(state);
  }

  async function anew(city: TestCity, asOf: Day): Promise<unknown> {
    const moment = { asOf, knownAt: null };
    const state = await test.app
      .get(Database)
      .transaction(city.operator, (manager) => test.app.get(Auditor).full({ manager, cityId: city.city.id, moment }));
    return shape(state);
  }

  async function make(city: TestCity, ids: readonly string[], [n, one]: [number, Change]): Promise<void> {
    const [id, other] = [ids[one.compound] as string, ids[one.other] as string];
    const on = addDays(TODAY, 120 - one.age);
    if (one.kind === 'merger') {
      await test.app
        .get(CompoundMergersService)
        .merge(city.operator, { from: id, into: other, on, reason: '同一小区' });
    } else if (one.kind === 'demolished' || one.kind === 'in-use') {
      await test.app.get(CompoundsService).change(city.operator, id, { status: one.kind, on, reason: '核实' });
    } else {
      const [kind, lines] = listOf(one, n);
      await importList(test, city, kind, lines, { list: `list-${n}`, asOf: TODAY });
    }
  }

  async function aSmallCity(): Promise<{ city: TestCity; ids: readonly string[] }> {
    const city = await aCity(test);
    const rows = Array.from({ length: COMPOUNDS }, (_, n) => `K${n},第${n}小区,${n}号,${city.code}02001`);
    await importList(test, city, 'compounds', ['小区编码,小区名称,地址,区划代码', ...rows], { asOf: '2024-01-01' });
    await importList(test, city, 'companies', ['企业名称', ...[0, 1, 2].map((n) => `第${n}物业有限公司`)]);
    const found = await rowsOf<{ id: string }>(test, city, 'SELECT id FROM compound ORDER BY own_code');
    return { city, ids: found.map(({ id }) => id) };
  }

  it('ends where a full pass ends, on every day, after any sequence of lists, mergers and demolitions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 12 }), async (changes) => {
        const { city, ids } = await aSmallCity();
        for (const day of DAYS) await kept(city, day);
        for (const step of changes.entries()) {
          await make(city, ids, step).catch((refused: unknown) => {
            // A merger with itself, or of one that is gone, is rightly refused; nothing changes then.
            if (!(refused instanceof DomainError)) throw refused;
          });
          for (const day of DAYS) expect(await kept(city, day)).toEqual(await anew(city, day));
        }
      }),
      runs(8),
    );
  }, 600_000);

  it('leaves what a reader holds as it was', async () => {
    const { city, ids } = await aSmallCity();
    const audits = test.app.get(Audits);
    const held = async () => {
      const { factVersion } = await test.app.get(Database).stamp(city.city.id);
      return audits.at(city.operator, { asOf: TODAY, knownAt: null }, factVersion);
    };
    const before = await held();
    const [shapeBefore, countsBefore] = [shape(before.state), before.rollUp.own(0)];
    await make(city, ids, [0, { ...A_CHANGE, kind: 'services' }]);
    await make(city, ids, [1, { ...A_CHANGE, kind: 'demolished', compound: 2 }]);
    const asked = { area: city.code, target: 'C1' as const, year: 2026, required: '95.00', deadline: '2026-12-31' };
    await test.app.get(TargetValues).set(city.operator, asked);
    const after = await held();
    expect(shape(after.state)).not.toEqual(shapeBefore);
    expect(after.rollUp.own(0)).not.toEqual(countsBefore);
    expect([shape(before.state), before.rollUp.own(0)]).toEqual([shapeBefore, countsBefore]);
    const root = before.state.areas.nodes[0]?.id as string;
    expect(after.required(root, 'C1')).toEqual({ rate: '95.00', deadline: '2026-12-31' });
    expect(before.required(root, 'C1')).toBeUndefined();
    expect(before.state.placeOf(ids[2] as string)).toBeDefined();
    expect(after.state.placeOf(ids[2] as string)).toBeUndefined();
  });
});

const A_CHANGE = { compound: 0, other: 0, company: 0, age: 200, length: 900, serial: 0 };

type State = Awaited<ReturnType<Auditor['full']>>;

function shape(state: State): unknown {
  const perCompound = state.ids.map((id, place) => [
    id,
    state.nodeAt(place),
    [0, 1, 2, 3].map((target) => state.packedAt(place, target)),
    state.companiesAt(place),
    state.changesOnAt(place),
  ]);
  return perCompound.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#libs/kernel';
import { COVERAGE_PACK } from '#libs/law';
import {
  aBranch,
  aCompany,
  aCompound,
  aGoodCompound,
  anyCompanies,
  anyCompound,
  aService,
  on,
  REVISED_PACK,
  TODAY,
} from '../../../../test/support/coverage-facts.js';
import { runs } from '../../../../test/support/runs.js';
import { indexAreas, isBelow, type AreaNode } from './area-index.js';
import { AuditState, COMPOUND_TARGETS } from './audit-state.js';
import { countsOn, pack, rateOf, stateOf, type TargetCount } from './counts.js';
import type { CompanyFacts, CompoundFacts } from './facts.js';
import { RollUp } from './roll-up.js';
import { BASES, STATES, TARGETS, type Target } from './state.js';

function area(id: string, parent: AreaNode | null): AreaNode {
  return { id, code: id, name: id, level: 'city', path: `${parent?.path ?? ''}${id}/`, parentId: parent?.id ?? null };
}

const city = area('city', null);
const [north, south] = [area('north', city), area('south', city)];
const leaves = [area('n1', north), area('n2', north), area('s1', south)];
const AREAS = indexAreas([...leaves, south, city, north]);
const LEAF_IDS = leaves.map((leaf) => leaf.id);
const IDS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];

/** A whole city as facts: what a full pass would read. */
interface World {
  day: string;
  compounds: Map<string, CompoundFacts>;
  companies: readonly CompanyFacts[];
}

type Step =
  | { readonly kind: 'change'; readonly facts: CompoundFacts }
  | { readonly kind: 'leave'; readonly id: string }
  | { readonly kind: 'companies'; readonly companies: readonly CompanyFacts[] }
  | { readonly kind: 'advance'; readonly days: number };

const someCompound = fc.constantFrom(...IDS).chain((id) => anyCompound(id, LEAF_IDS));
const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: someCompound.map((facts) => ({ kind: 'change' as const, facts })) },
  { weight: 1, arbitrary: fc.constantFrom(...IDS).map((id) => ({ kind: 'leave' as const, id })) },
  { weight: 1, arbitrary: anyCompanies.map((companies) => ({ kind: 'companies' as const, companies })) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 120 }).map((days) => ({ kind: 'advance' as const, days })) },
);
const somePack = fc.constantFrom(COVERAGE_PACK, REVISED_PACK);

function full(world: World, rules = COVERAGE_PACK): AuditState {
  const state = new AuditState(AREAS, on(world.day, rules), world.companies);
  state.take(world.compounds.values());
  return state;
}

/** Everything that a state keeps, whatever the order in which it came. */
function kept(state: AuditState): unknown {
  const rows = state.ids.map((id, place) => [
    id,
    state.nodeAt(place),
    COMPOUND_TARGETS.map((_, target) => state.packedAt(place, target)),
    state.companiesAt(place),
    state.isNewlyDeliveredAt(place),
    state.changesOnAt(place),
  ]);
  return rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

function numbers(state: AuditState): unknown {
  const rollUp = new RollUp(state);
  return AREAS.nodes.map((node, number) => [node.id, ...rollUp.own(number), ...rollUp.withoutNew.own(number)]);
}

function follow(world: World, state: AuditState, step: Step, rules: typeof COVERAGE_PACK): void {
  if (step.kind === 'change') {
    world.compounds.set(step.facts.id, step.facts);
    state.take([step.facts]);
  } else if (step.kind === 'leave') {
    world.compounds.delete(step.id);
    state.drop([step.id]);
  } else if (step.kind === 'companies') {
    world.companies = step.companies;
    const moved = state.renewCompanies(step.companies);
    state.take(moved.map((id) => world.compounds.get(id) as CompoundFacts));
  } else {
    world.day = addDays(world.day, step.days);
    const due = state.dueBy(world.day).map((id) => world.compounds.get(id) as CompoundFacts);
    state.advance(on(world.day, rules), due);
  }
}

describe('the state of an audit', () => {
  it('comes out the same incrementally as in a full pass, after any changes and days', () => {
    fc.assert(
      fc.property(
        fc.array(someCompound, { maxLength: 6 }),
        anyCompanies,
        fc.array(someStep, { minLength: 1, maxLength: 8 }),
        somePack,
        (compounds, companies, steps, rules) => {
          const world: World = {
            day: TODAY,
            compounds: new Map(compounds.map((facts) => [facts.id, facts])),
            companies,
          };
          const state = full(world, rules);
          for (const step of steps) {
            follow(world, state, step, rules);
            expect(kept(state)).toEqual(kept(full(world, rules)));
          }
          expect(numbers(state)).toEqual(numbers(full(world, rules)));
        },
      ),
      runs(150),
    );
  });

  it('judges again only who is due', () => {
    const lapsing = aGoodCompound({
      id: 'c1',
      services: [aService({ effectiveTo: '2026-06-30', lastSignOn: '2026-06-01' })],
    });
    const lasting = aGoodCompound({ id: 'c2' });
    const state = full({
      day: TODAY,
      compounds: new Map([
        ['c1', lapsing],
        ['c2', lasting],
      ]),
      companies: [],
    });
    expect(state.dueBy('2026-06-30')).toEqual([]);
    expect(state.dueBy('2026-07-01')).toEqual(['c1']);
    state.advance(on('2026-07-01'), [lapsing]);
    expect(stateOf(state.packedAt(0, 0))).toBe('COVERED_WITH_DEFECT');
    expect(state.on.asOf).toBe('2026-07-01');
  });

  it('lets a compound go on the day its version ends', () => {
    const leaving = aGoodCompound({ validTo: '2026-06-15' });
    const state = full({ day: TODAY, compounds: new Map([['c1', leaving]]), companies: [] });
    expect(state.dueBy('2026-06-14')).toEqual([]);
    expect(state.dueBy('2026-06-15')).toEqual(['c1']);
    state.advance(on('2026-06-15'), []);
    expect(state.ids).toEqual([]);
  });
});

/** The numbers by definition: every verdict below a node counted one by one. */
function counted(state: AuditState, node: number, target: Target): Record<string, number> {
  const below = state.ids.map((_, place) => place).filter((place) => isBelow(AREAS, state.nodeAt(place), node));
  const companies = new Set(below.flatMap((place) => state.companiesAt(place)));
  const n = (COMPOUND_TARGETS as readonly string[]).indexOf(target);
  const packed =
    target === 'C4A'
      ? [...companies].map((id) => pack(state.company(id)))
      : below.map((place) => state.packedAt(place, n));
  return {
    denominator: packed.filter((each) => stateOf(each) !== 'NOT_APPLICABLE').length,
    ...Object.fromEntries(STATES.map((name) => [name, packed.filter((each) => stateOf(each) === name).length])),
    ...Object.fromEntries(BASES.map((basis) => [basis, packed.filter((each) => countsOn(each, basis)).length])),
  };
}

describe('the roll-up', () => {
  it('is, at every node, what counting one by one gives; bases grow and never pass the denominator', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someCompound, { selector: (facts) => facts.id }),
        anyCompanies,
        (compounds, companies) => {
          const state = full({
            day: TODAY,
            compounds: new Map(compounds.map((facts) => [facts.id, facts])),
            companies,
          });
          const rollUp = new RollUp(state);
          AREAS.nodes.forEach((_, node) => {
            for (const target of TARGETS) {
              const { denominator, states, numerators } = rollUp.own(node).get(target) ?? {
                denominator: -1,
                states: {},
                numerators: {},
              };
              expect({ denominator, ...states, ...numerators }).toEqual(counted(state, node, target));
              const { strict, broad, claimed } = numerators as Record<string, number>;
              expect([strict, broad, claimed, denominator]).toEqual(
                [strict, broad, claimed, denominator].sort((a, b) => Number(a) - Number(b)),
              );
            }
          });
        },
      ),
      runs(60),
    );
  });

  it('counts a company once in the city and once in each county that it serves', () => {
    const compounds = LEAF_IDS.map((areaId, n) => aGoodCompound({ id: `c${n}`, areaId }));
    const firm = aCompany({ party: [aBranch()] });
    const state = full({
      day: TODAY,
      compounds: new Map(compounds.map((facts) => [facts.id, facts])),
      companies: [firm],
    });
    const rollUp = new RollUp(state);
    const number = (id: string): number => AREAS.numberOf.get(id) as number;
    const companies = (id: string): number | undefined => rollUp.own(number(id)).get('C4A')?.numerators.strict;
    expect(['city', 'north', 'south', 'n1', 's1'].map(companies)).toEqual([1, 1, 1, 1, 1]);
    expect(rollUp.own(number('north')).get('C1')).toMatchObject({ denominator: 2, numerators: { strict: 2 } });
  });

  it('tells the numbers without newly delivered compounds too, until a year has passed', () => {
    const compounds = [
      aGoodCompound({ id: 'c0', areaId: 'n1' }),
      aCompound({ id: 'c1', areaId: 'n1', deliveredOn: '2025-06-01' }),
    ];
    const world = { compounds: new Map(compounds.map((each) => [each.id, each])), companies: [] };
    const c1On = (day: string): unknown[] => {
      const rollUp = new RollUp(full({ day, ...world }));
      return [rollUp, rollUp.withoutNew].map((counted) => {
        const { numerators, denominator } = counted.own(0).get('C1') as TargetCount;
        return [numerators.broad, denominator];
      });
    };
    expect(c1On('2026-06-01')).toEqual([
      [1, 2],
      [1, 1],
    ]);
    expect(c1On('2026-06-02')).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(full({ day: '2026-06-01', ...world }).dueBy('2026-06-02')).toContain('c1');
  });

  it('counts a company without new compounds only where it serves another one', () => {
    const compounds = [
      aGoodCompound({ id: 'c0', areaId: 'n1', deliveredOn: '2026-01-01' }),
      aGoodCompound({ id: 'c1', areaId: 's1' }),
    ];
    const firm = aCompany({ party: [aBranch()] });
    const { withoutNew } = new RollUp(
      full({ day: TODAY, compounds: new Map(compounds.map((each) => [each.id, each])), companies: [firm] }),
    );
    const companies = (id: string): number | undefined =>
      withoutNew.own(AREAS.numberOf.get(id) as number).get('C4A')?.denominator;
    expect(['city', 'north', 'south'].map(companies)).toEqual([1, 0, 1]);
  });

  it('counts what has no place for the city alone', () => {
    const compounds = [aGoodCompound({ id: 'c1', areaId: null }), aCompound({ id: 'c2', areaId: 'closed-long-ago' })];
    const rollUp = new RollUp(
      full({ day: TODAY, compounds: new Map(compounds.map((each) => [each.id, each])), companies: [] }),
    );
    const of = (id: string): number | undefined => rollUp.own(AREAS.numberOf.get(id) as number).get('C1')?.denominator;
    expect(['city', 'north', 'south', 'n1'].map(of)).toEqual([2, 0, 0, 0]);
  });

  it.each([
    [1741, 1742, '99.94', false],
    [1742, 1742, '100.00', true],
    [0, 0, null, null],
  ])('%i of %i is %s, met: %s', (numerator, denominator, rate, met) => {
    expect(rateOf(numerator, denominator)).toEqual({ rate, met });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partiesOf, type RollOwner, type RollUnit } from './parties.js';
import { outweighs, readStanding, readUse, STANDINGS, UNIT_USES } from './unit-words.js';

const owner = (id: string, more: Partial<RollOwner> = {}): RollOwner => ({
  id,
  kind: 'person',
  share: null,
  isRepresentative: false,
  ...more,
});
const developer = (id: string): RollOwner => owner(id, { kind: 'developer' });
const half = { numerator: 1, denominator: 2 };

let next = 0;
const unit = (owners: readonly RollOwner[], more: Partial<RollUnit> = {}): RollUnit => ({
  id: `u${String((next += 1)).padStart(4, '0')}`,
  building: '1',
  stairway: '1',
  use: 'dwelling',
  floorArea: 10_000,
  standing: owners.length === 0 ? 'unknown' : 'owned',
  owners,
  ...more,
});
const unsold = (owners: readonly RollOwner[] = []): RollUnit => unit(owners, { standing: 'unsold' });
const each = (count: number, made: (at: number) => RollUnit): RollUnit[] =>
  Array.from({ length: count }, (_, at) => made(at));
const counted = (units: readonly RollUnit[]): [heads: number, weight: number] => {
  const { heads, weight } = partiesOf(units);
  return [heads, weight];
};

describe('owners as the law counts them', () => {
  it('worked example 8: an owner of 11 of 100 units is one person', () => {
    const units = [...each(11, () => unit([owner('X')])), ...each(89, (at) => unit([owner(`p${at}`)]))];
    expect(counted(units)).toEqual([90, 1_000_000]);
  });

  it('worked example 10: thirty units of the developer, unsold or not delivered, are one person', () => {
    const homes = each(90, (at) => unit([owner(`p${at}`)]));
    const unnamed = each(10, () => unsold());
    const named = each(10, () => unsold([developer('D')]));
    const sold = each(10, (at) => unit([owner(`buyer${at}`)], { standing: 'undelivered' }));
    const found = partiesOf([...homes, ...unnamed, ...named, ...sold]);
    expect([found.heads, found.weight]).toEqual([91, 1_200_000]);
    expect(found.parties.find(({ kind }) => kind === 'developer')).toMatchObject({
      party: 'developer:D',
      weight: 300_000,
      representative: 'D',
      doubts: [],
    });
  });

  it('worked example 12: a couple with one unit is one person', () => {
    const units = [...each(29, (at) => unit([owner(`p${at}`)])), unit([owner('a'), owner('b')])];
    expect(counted(units)).toEqual([30, 300_000]);
  });

  it('worked example 19: a stairway of twelve units', () => {
    const units = [
      ...each(12, (at) => unit([owner(`p${at}`)])),
      ...each(12, (at) => unit([owner(`q${at}`)], { stairway: '2' })),
      ...each(12, (at) => unit([owner(`r${at}`)], { building: '2' })),
    ];
    const { heads, weight, excluded } = partiesOf(units, { building: '1', stairway: '1' });
    expect([heads, weight, excluded.length]).toEqual([12, 120_000, 24]);
    expect(partiesOf(units, { building: '2' }).heads).toBe(12);
  });

  it('worked example 20: parking counts only where the rules of the compound say so', () => {
    const homes = each(90, (at) => unit([owner(`p${at}`)]));
    const spaces = each(60, (at) => unit([owner(`p${at}`)], { use: 'parking', floorArea: 1_300 }));
    const found = partiesOf([...homes, ...spaces]);
    expect([found.heads, found.weight, found.excluded.length]).toEqual([90, 900_000, 60]);
    expect(new Set(found.excluded.map(({ reason }) => reason))).toEqual(new Set(['parking-or-storage']));
    const all = partiesOf([...homes, ...spaces], {}, { countsParking: true });
    expect([all.heads, all.weight]).toEqual([90, 978_000]);
    expect(partiesOf([unit([owner('z')], { use: 'storage' })]).parties).toEqual([]);
  });

  it('worked example 22: a big shop is one person with all its area', () => {
    const units = [
      ...each(100, (at) => unit([owner(`p${at}`)])),
      unit([owner('s')], { use: 'shop', floorArea: 500_000 }),
    ];
    expect(counted(units)).toEqual([101, 1_500_000]);
  });

  it('worked example 25: a unit that is delivered leaves the pool of the developer', () => {
    const pool = each(2, () => unsold([developer('D')]));
    const sold = unit([owner('buyer')], { standing: 'undelivered' });
    expect(partiesOf([...pool, sold]).heads).toBe(1);
    expect(partiesOf([...pool, { ...sold, standing: 'owned' }]).heads).toBe(2);
  });

  it('two developers of two phases are two, and what names none of them is apart', () => {
    const found = partiesOf([unsold([developer('D')]), unsold([developer('E')]), unsold()]);
    expect(found.parties.map(({ party }) => party)).toEqual(['developer:D', 'developer:E', 'developer:unnamed']);
  });

  it('the same two people in two units are one; one of them alone is another', () => {
    const pair = [owner('a'), owner('b')];
    const found = partiesOf([unit(pair), unit([...pair].reverse()), unit([owner('a')])]);
    expect(found.parties.map(({ party, kind, weight }) => [party, kind, weight])).toEqual([
      ['a', 'owner', 10_000],
      ['a+b', 'co-owners', 20_000],
    ]);
  });

  it('a unit whose owner nobody knows has its head and its area all the same', () => {
    const found = partiesOf([unit([]), unit([])]);
    expect([found.heads, found.weight]).toEqual([2, 20_000]);
    expect(found.parties[0]).toMatchObject({ kind: 'unknown', representative: null, doubts: ['owner-unknown'] });
  });

  it('tells what should be looked at, and takes no vote for it', () => {
    const found = partiesOf([
      unit([owner('a')], { floorArea: null }),
      unit([owner('b', { share: half }), owner('c')]),
      unit([owner('d', { isRepresentative: true, share: half }), owner('e', { share: half })]),
      unit([owner('f', { share: half })]),
    ]);
    expect(found.parties.map(({ party, representative, doubts }) => [party, representative, doubts])).toEqual([
      ['a', 'a', ['area-unknown']],
      ['b+c', null, ['shares-incomplete', 'representative-missing']],
      ['d+e', 'd', []],
      ['f', 'f', ['shares-incomplete']],
    ]);
  });

  it('two representatives of one party are none', () => {
    const [a, b] = [owner('a'), owner('b')];
    const one = unit([{ ...a, isRepresentative: true }, b]);
    const two = unit([a, { ...b, isRepresentative: true }]);
    expect(partiesOf([one]).parties[0]?.representative).toBe('a');
    expect(partiesOf([one, two]).parties[0]).toMatchObject({
      representative: null,
      doubts: ['representative-missing'],
    });
  });
});

const kinds = { a: 'person', b: 'person', c: 'legal-person', D: 'developer', E: 'developer' } as const;
const owners = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'D', 'E'), { maxLength: 3 })
  .map((ids) => ids.map((id) => owner(id, { kind: kinds[id as keyof typeof kinds] })));
const units = fc
  .array(
    fc.record({
      owners,
      building: fc.constantFrom('1', '2', null),
      stairway: fc.constantFrom('1', null),
      use: fc.constantFrom(...UNIT_USES),
      floorArea: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
      standing: fc.constantFrom(...STANDINGS),
    }),
    { maxLength: 30 },
  )
  .map((made) => made.map((each, at): RollUnit => ({ id: `u${String(at).padStart(2, '0')}`, ...each })));

describe('whatever the units are', () => {
  const holds = (check: (made: RollUnit[]) => void): void => fc.assert(fc.property(units, check));

  it('each of them counts exactly once or is left out with a reason', () => {
    holds((made) => {
      const { parties, excluded } = partiesOf(made);
      const all = [...parties.flatMap((party) => party.units), ...excluded.map((left) => left.unit)].sort();
      expect(all).toEqual(made.map(({ id }) => id));
    });
  });

  it('area is the sum of what counts, and heads are parties', () => {
    holds((made) => {
      const { parties, excluded, weight, heads } = partiesOf(made);
      const left = new Set(excluded.map(({ unit: id }) => id));
      const sum = made.filter(({ id }) => !left.has(id)).reduce((total, each) => total + (each.floorArea ?? 0), 0);
      expect([weight, heads]).toEqual([sum, parties.length]);
      expect(new Set(parties.map(({ party }) => party)).size).toBe(heads);
    });
  });

  it('their order does not matter', () => {
    holds((made) => expect(partiesOf([...made].reverse())).toEqual(partiesOf(made)));
  });

  it('one more unit of an owner adds area and no head', () => {
    holds((made) => {
      const first = unit([owner('a')], { id: 'x1' });
      const [before, after] = [
        [...made, first],
        [...made, first, { ...first, id: 'x2' }],
      ].map(counted);
      expect(after).toEqual([before![0], before![1] + 10_000]);
    });
  });

  it('buildings taken one by one have all the area, and no fewer heads', () => {
    holds((made) => {
      const placed = made.map((each) => ({ ...each, building: each.building ?? '3' }));
      const whole = partiesOf(placed);
      const parts = ['1', '2', '3'].map((building) => partiesOf(placed, { building }));
      expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBe(whole.weight);
      expect(parts.reduce((sum, part) => sum + part.heads, 0)).toBeGreaterThanOrEqual(whole.heads);
    });
  });
});

describe('the words of lists', () => {
  it.each([
    [null, 'dwelling'],
    ['成套住宅', 'dwelling'],
    ['商业服务', 'shop'],
    ['地下车位', 'parking'],
    ['储藏室', 'storage'],
    ['办公', 'office'],
    ['托老所', 'other'],
  ])('%s is used as %s', (written, use) => {
    expect(readUse(written)).toBe(use);
  });

  it.each([
    ['未售', 'unsold'],
    ['已售未交付', 'undelivered'],
    ['已交房', 'owned'],
    ['自住', 'owned'],
    ['？', null],
    [null, null],
  ])('%s stands as %s', (written, standing) => {
    expect(readStanding(written)).toBe(standing);
  });

  it('let a deed outweigh a contract, and never the other way round', () => {
    expect(outweighs('registration', 'contract')).toBe(true);
    expect(outweighs('measured', 'measured')).toBe(true);
    expect(outweighs('list', 'registration')).toBe(false);
  });
});

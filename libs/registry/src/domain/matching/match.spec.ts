import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareListed, PROPOSE_FROM, proposeMatches, type ListedCompound } from './match.js';

const HERE = { longitude: 112.86, latitude: 35.5 };
const METRE = 1 / 111_195;

function row(id: string, name: string, more: Partial<ListedCompound> = {}): ListedCompound {
  return { id, name, address: null, point: null, ...more };
}

function north(metres: number): ListedCompound['point'] {
  return { ...HERE, latitude: HERE.latitude + metres * METRE };
}

describe('comparing two rows', () => {
  it('an equal name without points is proposed', () => {
    expect(compareListed(row('a', '凤鸣小区'), row('b', '凤鸣小区')).score).toBeGreaterThanOrEqual(PROPOSE_FROM);
  });

  it('an equal name 50 m away is certain, 50 km away is not proposed', () => {
    const a = row('a', '凤鸣小区', { point: HERE });
    expect(compareListed(a, row('b', '凤鸣小区', { point: north(50) })).score).toBe(100);
    expect(compareListed(a, row('b', '凤鸣小区', { point: north(50_000) })).score).toBeLessThan(PROPOSE_FROM);
  });

  it('a name within the other needs nearness', () => {
    const a = row('a', '铭基凤凰城', { point: HERE });
    expect(compareListed(a, row('b', '凤凰城')).score).toBeLessThan(PROPOSE_FROM);
    const near = compareListed(a, row('b', '凤凰城', { point: north(200) }));
    expect(near.score).toBe(70);
    expect(near.reasons.map((reason) => reason.code)).toEqual(['name-contained', 'near']);
    expect(near.reasons[1]?.metres).toBe(200);
  });

  it('phases and sections are never taken for each other', () => {
    const a = row('a', '富力城A区', { point: HERE });
    const other = compareListed(a, row('b', '富力城E区', { point: HERE }));
    expect(other.score).toBeLessThan(PROPOSE_FROM);
    expect(other.reasons.map((reason) => reason.code)).toContain('part-differs');
    expect(compareListed(row('a', '凤凰城一期'), row('b', '凤凰城1期')).score).toBeGreaterThanOrEqual(PROPOSE_FROM);
  });

  it('nearness alone proposes nothing', () => {
    expect(compareListed(row('a', '文凤苑', { point: HERE }), row('b', '白云小区', { point: HERE })).score).toBe(30);
  });

  it('an equal address speaks for a pair', () => {
    const with1 = compareListed(
      row('a', '凤鸣', { address: '太行路 1号' }),
      row('b', '凤鸣园', { address: '太行路1号' }),
    );
    expect(with1.reasons.map((reason) => reason.code)).toContain('equal-address');
  });
});

const name = fc
  .array(fc.constantFrom(...'凤凰城鸣园一期A区小花'), { minLength: 1, maxLength: 6 })
  .map((letters) => letters.join(''));
const place = fc.option(fc.integer({ min: 0, max: 3000 }).map(north), { nil: null });
const list = (prefix: string): fc.Arbitrary<ListedCompound[]> =>
  fc
    .array(fc.record({ name, point: place }), { maxLength: 12 })
    .map((rows) =>
      rows.map((each, index) => row(`${prefix}${String(index).padStart(2, '0')}`, each.name, { point: each.point })),
    );

describe('proposing pairs of two lists', () => {
  it('takes the better partner and leaves the other alone', () => {
    const left = [row('l1', '凤鸣小区', { point: HERE })];
    const right = [row('r1', '凤鸣花园', { point: north(700) }), row('r2', '凤鸣小区', { point: north(20) })];
    expect(proposeMatches(left, right).map((match) => match.right)).toEqual(['r2']);
  });

  it('each row has one partner at most, whatever the lists', () => {
    fc.assert(
      fc.property(list('l'), list('r'), (left, right) => {
        const found = proposeMatches(left, right);
        expect(new Set(found.map((match) => match.left)).size).toBe(found.length);
        expect(new Set(found.map((match) => match.right)).size).toBe(found.length);
        for (const match of found) expect(match.score).toBeGreaterThanOrEqual(PROPOSE_FROM);
      }),
    );
  });

  it('nothing that could be paired is left over on both sides', () => {
    fc.assert(
      fc.property(list('l'), list('r'), (left, right) => {
        const found = proposeMatches(left, right);
        const alone = (id: string): boolean => !found.some((match) => match.left === id || match.right === id);
        for (const a of left.filter((each) => alone(each.id))) {
          for (const b of right.filter((each) => alone(each.id)))
            expect(compareListed(a, b).score).toBeLessThan(PROPOSE_FROM);
        }
      }),
    );
  });

  it('the order of rows and the order of lists do not matter', () => {
    fc.assert(
      fc.property(list('l'), list('r'), (left, right) => {
        const found = proposeMatches(left, right);
        expect(proposeMatches([...left].reverse(), [...right].reverse())).toEqual(found);
        for (const a of left) for (const b of right) expect(compareListed(b, a).score).toBe(compareListed(a, b).score);
      }),
    );
  });

  it('compares two lists of 3,000 rows without looking at every pair', () => {
    const rows = (prefix: string): ListedCompound[] =>
      Array.from({ length: 3_000 }, (_, index) =>
        row(`${prefix}${index}`, `凤${String.fromCharCode(0x4e00 + (index % 1500))}园${index}号`),
      );
    const started = performance.now();
    expect(proposeMatches(rows('l'), rows('r')).length).toBe(3_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { benefiting, costShares, splitFault, takenFrom, type CostScope, type SplitHome } from './cost-split.js';

const home = (place: string, area: number | null, use = 'dwelling'): SplitHome => {
  const [building = null, stairway = null] = place.split('-');
  return { unitId: `u${place}`, place, building, stairway, use, area: area === null ? null : BigInt(area) };
};
const HOMES = [
  ...[home('1-1-101', 10_000), home('1-1-102', 10_000), home('1-2-101', 10_000), home('2-1-101', 20_000)],
  home('1-1-P1', 1_300, 'parking'),
];
const scope = (of: Partial<CostScope>): CostScope => {
  return { benefit: 'compound', building: null, stairway: null, unitIds: [], ...of };
};

describe('who benefits', () => {
  it.each([
    [{ benefit: 'compound' }, ['1-1-101', '1-1-102', '1-2-101', '2-1-101']],
    [{ benefit: 'building', building: '1' }, ['1-1-101', '1-1-102', '1-2-101']],
    [{ benefit: 'stairway', building: '1', stairway: '1' }, ['1-1-101', '1-1-102']],
    [{ benefit: 'homes', unitIds: ['u1-1-P1', 'u2-1-101'] }, ['2-1-101', '1-1-P1']],
    [{ benefit: 'building', building: '9' }, []],
  ] as const)('%j', (of, expected) => {
    expect(benefiting(HOMES, scope(of)).map(({ place }) => place)).toEqual(expected);
  });

  it('is nobody, or somebody of unknown area, and then nothing is split', () => {
    expect(splitFault([])).toBe('maintenance.scope-empty');
    expect(splitFault([home('1-1-101', null)])).toBe('maintenance.area-missing');
    expect(splitFault([home('1-1-101', 0)])).toBe('maintenance.area-missing');
    expect(splitFault(HOMES)).toBeNull();
  });
});

describe('the cost of a repair', () => {
  it('falls on those who benefit by their floor area, the odd fen on the first address', () => {
    const stairway = HOMES.slice(0, 3);
    expect(costShares(1_000n, stairway).map(({ share }) => share)).toEqual([334n, 333n, 333n]);
    expect(costShares(100_000n, HOMES.slice(0, 4)).map(({ share }) => share)).toEqual([
      ...[20_000n, 20_000n, 20_000n, 40_000n],
    ]);
  });

  it('takes from each no more than there is, and tells what is lacking', () => {
    expect(takenFrom(500n, 334n)).toEqual({ taken: 334n, lacking: 0n });
    expect(takenFrom(100n, 334n)).toEqual({ taken: 100n, lacking: 234n });
    expect(takenFrom(0n, 334n)).toEqual({ taken: 0n, lacking: 334n });
    expect(takenFrom(-5n, 334n)).toEqual({ taken: 0n, lacking: 334n });
  });

  it('never overdraws a home, and is taken or lacking to the fen', () => {
    const owned = fc.record({
      area: fc.integer({ min: 1, max: 50_000 }),
      balance: fc.bigInt({ min: 0n, max: 10n ** 7n }),
    });
    const homes = fc.array(owned, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), homes, (cost, told) => {
        const split = costShares(
          cost,
          told.map(({ area }, at) => home(`1-1-${at}`, area)),
        );
        const given = split.map(({ share }, at) => takenFrom(told[at]?.balance ?? 0n, share));
        const sum = given.reduce((total, { taken, lacking }) => total + taken + lacking, 0n);
        expect(sum).toBe(cost);
        given.forEach(({ taken, lacking }, at) => {
          expect(taken >= 0n && lacking >= 0n && taken <= (told[at]?.balance ?? 0n)).toBe(true);
        });
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pathsOf, type Gift, type Outlay } from './gift-path.js';

const gift = (id: string, amount: bigint, at: bigint, more: Partial<Gift> = {}): Gift => {
  return { id, amount, at, use: null, projectId: null, ...more };
};
const paid = (id: string, amount: bigint, at: bigint, more: Partial<Outlay> = {}): Outlay => {
  return { id, amount, at, use: '5003', projectId: 'p', ...more };
};

describe('the way of a gift', () => {
  it('is first in, first out', () => {
    const paths = pathsOf([gift('a', 100n, 1n), gift('b', 50n, 2n)], [paid('x', 70n, 3n), paid('y', 60n, 4n)]);
    expect(paths.get('a')).toEqual([
      { outlayId: 'x', amount: 70n },
      { outlayId: 'y', amount: 30n },
    ]);
    expect(paths.get('b')).toEqual([{ outlayId: 'y', amount: 30n }]);
  });

  it('is the one that its giver allows, before others pay', () => {
    const gifts = [gift('any', 100n, 1n), gift('help', 50n, 2n, { use: '5004' })];
    const paths = pathsOf(gifts, [paid('repair', 30n, 3n), paid('help', 60n, 4n, { use: '5004' })]);
    expect(paths.get('help')).toEqual([{ outlayId: 'help', amount: 50n }]);
    expect(paths.get('any')).toEqual([
      { outlayId: 'repair', amount: 30n },
      { outlayId: 'help', amount: 10n },
    ]);
  });

  it('never leads back in time', () => {
    expect(pathsOf([gift('late', 10n, 5n)], [paid('x', 10n, 4n)]).get('late')).toEqual([]);
  });

  it('never spends a gift beyond itself, nor on what its giver does not allow, nor a payment twice', () => {
    const use = fc.constantFrom('5003', '5004', null) as fc.Arbitrary<Gift['use']>;
    const amount = fc.bigInt({ min: 1n, max: 1000n });
    const at = fc.bigInt({ min: 1n, max: 30n });
    const projectId = fc.constantFrom('p', 'q', null);
    const some = fc.array(fc.record({ amount, at, use, projectId }), { maxLength: 12 });
    fc.assert(
      fc.property(some, some, (first, second) => {
        const gifts = first.map((each, n) => ({ ...each, id: `g${n}` }));
        const outlays = second.map((each, n) => ({ ...each, id: `o${n}` }));
        const spent = new Map<string, bigint>();
        for (const [id, shares] of pathsOf(gifts, outlays)) {
          const of = gifts.find((each) => each.id === id) as Gift;
          expect(shares.reduce((sum, share) => sum + share.amount, 0n) <= of.amount).toBe(true);
          for (const { outlayId, amount: share } of shares) {
            const to = outlays.find((each) => each.id === outlayId) as Outlay;
            expect(share > 0n && of.at <= to.at).toBe(true);
            if (of.projectId !== null) expect(to.projectId).toBe(of.projectId);
            else if (of.use !== null) expect(to.use).toBe(of.use);
            spent.set(outlayId, (spent.get(outlayId) ?? 0n) + share);
          }
        }
        for (const { id, amount: whole } of outlays) expect((spent.get(id) ?? 0n) <= whole).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reconcile, type Moved, type ReconciliationFacts } from './reconciliation.js';

const moved = (...all: bigint[]): Moved => {
  const sum = (sign: bigint): bigint =>
    all.reduce((total, each) => (each * sign > 0n ? total + each * sign : total), 0n);
  return { received: sum(1n), paid: sum(-1n) };
};
const FACTS: ReconciliationFacts = {
  ...{ bookBalance: 1_000n, bankBalance: 1_000n, bookBefore: 1_000n, bankBefore: 1_000n },
  ...{ bookedAhead: 0n, bankLines: 0n, rows: moved(), entries: moved() },
};

describe('a reconciliation', () => {
  it('agrees where both sides have the same', () => {
    expect(reconcile(FACTS)).toMatchObject({ difference: 0n, opening: 0n, missing: 0n, isDerived: false });
  });

  it('brings each side to the day by what the other has alone', () => {
    const found = reconcile({
      ...FACTS,
      ...{ bookBalance: 1_250n, bankBalance: 900n, bankLines: -100n },
      ...{ rows: moved(20n, -120n), entries: moved(300n, -50n) },
    });
    expect(found.book).toEqual({ balance: 1_250n, received: 20n, paid: 120n, adjusted: 1_150n });
    expect(found.bank).toEqual({ balance: 900n, received: 300n, paid: 50n, adjusted: 1_150n });
    expect(found.difference).toBe(0n);
  });

  it('names what differed from the start, and lines of the bank that are missing', () => {
    const opened = reconcile({ ...FACTS, bankBalance: 990n, bankBefore: 990n });
    expect([opened.difference, opened.opening, opened.missing]).toEqual([-10n, -10n, 0n]);
    const broken = reconcile({ ...FACTS, bankBalance: 1_005n });
    expect([broken.difference, broken.opening, broken.missing]).toEqual([5n, 0n, 5n]);
  });

  it('takes the balance of a bank that writes none from its lines', () => {
    const found = reconcile({ ...FACTS, bankBalance: null, bankBefore: null, bankLines: 7n, rows: moved(7n) });
    expect(found).toMatchObject({ isDerived: true, difference: 0n, opening: 0n, missing: 0n });
    expect(found.bank.balance).toBe(1_007n);
  });

  /**
   * What happened: money that both sides have, the one side before the other or within the same days; what one side has
   * alone; a difference from the start, and lines that the bank lost.
   */
  const amount = fc.bigInt({ min: -1_000n, max: 1_000n });
  const some = fc.array(amount, { maxLength: 8 });
  const history = fc.record({
    ...{ before: amount, both: some, ahead: some, bookOnly: some, bankOnly: some, aheadLater: some },
    ...{ opening: amount, lost: amount },
  });

  it('is explained to the last fen, whatever happened', () => {
    const sum = (all: readonly bigint[]): bigint => all.reduce((total, each) => total + each, 0n);
    fc.assert(
      fc.property(history, ({ before, both, ahead, aheadLater, bookOnly, bankOnly, opening, lost }) => {
        const bookedAhead = sum(ahead) + sum(aheadLater);
        const bookBefore = before + bookedAhead;
        const bankBefore = before + opening;
        const bankLines = sum(both) + sum(ahead) + sum(bankOnly);
        const found = reconcile({
          ...{ bookBefore, bankBefore, bookedAhead, bankLines },
          bookBalance: bookBefore + sum(both) + sum(bookOnly),
          bankBalance: bankBefore + bankLines + lost,
          rows: moved(...bankOnly),
          entries: moved(...bookOnly, ...aheadLater),
        });
        expect(found.difference).toBe(found.opening + found.missing);
        expect([found.opening, found.missing]).toEqual([opening, lost]);
      }),
    );
  });
});

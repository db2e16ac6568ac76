import { describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import fc from 'fast-check';
import { onDay, planFrom, type Dated } from './version-plan.js';

type Version = Dated & { readonly facts: string };

const version = (facts: string, validFrom: string, validTo: string | null = null): Version => ({
  facts,
  validFrom,
  validTo,
});

/** The history after a plan, as the tables would show it. */
function after(history: readonly Version[], facts: string, from: string): Version[] {
  const plan = planFrom(history, facts, from);
  const kept = history.filter((each) => !plan.ends.includes(each));
  const begun = plan.begins.map((each) => version(each.facts ?? each.of!.facts, each.validFrom, each.validTo));
  return [...kept, ...begun].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
}

describe('facts from a day on', () => {
  const history = [version('first', '2020-01-01', '2024-01-01'), version('second', '2024-01-01')];

  it.each([
    ['2022-05-01', ['first 2020-01-01 2022-05-01', 'new 2022-05-01 2024-01-01', 'second 2024-01-01 null']],
    ['2025-05-01', ['first 2020-01-01 2024-01-01', 'second 2024-01-01 2025-05-01', 'new 2025-05-01 null']],
    ['2024-01-01', ['first 2020-01-01 2024-01-01', 'new 2024-01-01 null']],
    ['2019-01-01', ['new 2019-01-01 2020-01-01', 'first 2020-01-01 2024-01-01', 'second 2024-01-01 null']],
  ])('%s', (from, told) => {
    expect(after(history, 'new', from).map((each) => `${each.facts} ${each.validFrom} ${each.validTo}`)).toEqual(told);
  });

  it('never overlap, leave no other day changed, and say the new thing on their first day', () => {
    const offsets = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(offsets, (days) => {
        let known: Version[] = [];
        days.forEach((offset, at) => {
          const from = addDays('2026-01-01', offset);
          const before = known;
          known = after(known, `v${at}`, from);
          expect(onDay(known, from)?.facts).toBe(`v${at}`);
          const earlier = addDays(from, -1);
          expect(onDay(known, earlier)?.facts).toBe(onDay(before, earlier)?.facts);
        });
        known.slice(1).forEach((each, at) => expect(known[at]!.validTo! <= each.validFrom).toBe(true));
      }),
    );
  });
});

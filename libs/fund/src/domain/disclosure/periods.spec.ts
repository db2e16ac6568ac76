import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#libs/kernel';
import { DUTY_KINDS, periodOf, periodsBetween, periodWith } from './periods.js';

describe('a period', () => {
  it('is told by its key, and no other key is one', () => {
    expect(periodOf('2026-Q3')).toEqual({ kind: 'quarter', key: '2026-Q3', from: '2026-07-01', to: '2026-09-30' });
    expect(periodOf('2024-H1')).toEqual({ kind: 'half-year', key: '2024-H1', from: '2024-01-01', to: '2024-06-30' });
    expect(periodOf('2026')).toEqual({ kind: 'year', key: '2026', from: '2026-01-01', to: '2026-12-31' });
    for (const key of ['', '2026-Q5', '2026-Q0', '2026-H3', '26-Q1', '2026-Q1 ', '2026-07', '1826', '2026-q1'])
      expect([key, periodOf(key)]).toEqual([key, null]);
  });

  it('holds every day once, and follows the one before it', () => {
    const kinds = fc.constantFrom(...DUTY_KINDS);
    const days = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1990-02-28', n));
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: 0, max: 2000 }), (kind, first, more) => {
        const last = addDays(first, more);
        const all = periodsBetween(kind, first, last);
        const [head, tail] = [all[0], all.at(-1)];
        expect(head && head.from <= first && tail && tail.from <= last && last <= tail.to).toBe(true);
        all.slice(1).forEach((each, at) => expect(each.from).toBe(addDays(all[at]?.to ?? '', 1)));
        for (const each of all) expect([periodOf(each.key), periodWith(kind, each.to)]).toEqual([each, each]);
      }),
    );
  });
});

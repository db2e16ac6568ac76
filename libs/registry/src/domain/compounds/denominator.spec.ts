import { describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import fc from 'fast-check';
import { COMPOUND_STATUSES, versionOn, unknownFacts, type CompoundStatus } from './compound-facts.js';
import { denominatorLines, isCounted, type CountedVersion } from './denominator.js';

function version(
  validFrom: string,
  validTo: string | null,
  status: CompoundStatus = 'in-use',
  inside = true,
): CountedVersion {
  return { versionId: `v${validFrom}`, compoundId: 'c', validFrom, validTo, status, inside };
}

function told(history: CountedVersion[], from = '2026-01-01', to = '2026-12-31'): string[] {
  return denominatorLines(history, from, to).map((line) => `${line.day} ${line.change} ${line.cause}`);
}

describe('lines of the denominator', () => {
  it('tells who came and who left, and why', () => {
    const history = [
      version('2026-02-01', '2026-05-01', 'under-construction'),
      version('2026-05-01', '2026-07-01'),
      version('2026-07-01', '2026-08-01', 'in-use', false),
      version('2026-08-01', '2026-11-01'),
      version('2026-11-01', null, 'demolished'),
    ];
    expect(told(history)).toEqual([
      '2026-05-01 in delivered',
      '2026-07-01 out moved-out',
      '2026-08-01 in moved-in',
      '2026-11-01 out demolished',
    ]);
  });

  it('the first day belongs to the opening count, the last to the lines', () => {
    expect(told([version('2026-01-01', null)])).toEqual([]);
    expect(told([version('2026-12-31', null)])).toEqual(['2026-12-31 in registered']);
    expect(told([version('2027-01-01', null)])).toEqual([]);
  });

  it('a compound that was another from the start is told and counts for nothing', () => {
    expect(told([version('2026-03-01', null, 'merged')])).toEqual([
      '2026-03-01 in registered',
      '2026-03-01 out merged',
    ]);
  });

  it('a change of other facts is no line', () => {
    expect(told([version('2025-03-01', '2026-03-01'), version('2026-03-01', null)])).toEqual([]);
  });
});

const day = (offset: number): string => addDays('2026-01-01', offset);
const history = fc
  .record({
    starts: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
    states: fc.array(fc.tuple(fc.constantFrom(...COMPOUND_STATUSES), fc.boolean(), fc.boolean()), {
      minLength: 6,
      maxLength: 6,
    }),
  })
  .map(({ starts, states }) => {
    const sorted = [...starts].sort((a, b) => a - b);
    return sorted.map((start, index) => {
      const [status, inside, gap] = states[index] as [CompoundStatus, boolean, boolean];
      const next = sorted[index + 1];
      const end = next === undefined ? (gap ? start + 3 : null) : gap ? Math.max(start + 1, next - 1) : next;
      return version(day(start), end === null ? null : day(end), status, inside);
    });
  });

describe('any histories', () => {
  it('opening + in − out = closing, always', () => {
    const range = fc.tuple(fc.integer({ min: -2, max: 45 }), fc.integer({ min: 0, max: 45 }));
    fc.assert(
      fc.property(fc.array(history, { maxLength: 6 }), range, (histories, [first, length]) => {
        const [from, to] = [day(first), day(first + length)];
        const count = (on: string): number =>
          histories.filter((each) =>
            isCounted(
              versionOn(
                each.map((one) => ({ ...unknownFacts('x'), ...one })),
                on,
              ),
            ),
          ).length;
        const lines = histories.flatMap((each) => denominatorLines(each, from, to));
        const entered = lines.filter((line) => line.change === 'in').length;
        expect(count(from) + entered - (lines.length - entered)).toBe(count(to));
      }),
      { numRuns: 500 },
    );
  });

  it('two periods told one after the other are the whole period told at once', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 40 }), (each, middle) => {
        const whole = denominatorLines(each, day(-1), day(45));
        expect([
          ...denominatorLines(each, day(-1), day(middle)),
          ...denominatorLines(each, day(middle), day(45)),
        ]).toEqual(whole);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import fc from 'fast-check';
import { unknownFacts, versionOn, type CompoundFacts, type DatedFacts } from './compound-facts.js';
import { planChange } from './version-plan.js';

function version(validFrom: string, validTo: string | null, facts: Partial<CompoundFacts> = {}): DatedFacts {
  return { ...unknownFacts('凤鸣小区'), ...facts, validFrom, validTo };
}

/** The history as it is known once the plan is written. */
function after(history: readonly DatedFacts[], patch: Partial<CompoundFacts>, from: string): DatedFacts[] {
  const plan = planChange(history, patch, from);
  const begun = plan.begins.map(({ facts, validFrom, validTo }) => ({ ...facts, validFrom, validTo }));
  const kept = history.filter((each) => !plan.ends.includes(each));
  return [...kept, ...begun].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

describe('planning a change of a compound', () => {
  it('cuts the version of that day', () => {
    const plan = planChange([version('2020-01-01', null, { households: 100 })], { households: 120 }, '2026-06-01');
    expect(plan.fields).toEqual(['households']);
    expect(
      plan.begins.map(({ validFrom, validTo, facts, changed }) => [validFrom, validTo, facts.households, changed]),
    ).toEqual([
      ['2020-01-01', '2026-06-01', 100, false],
      ['2026-06-01', null, 120, true],
    ]);
  });

  it('replaces a version that begins on that day', () => {
    const plan = planChange([version('2020-01-01', null, { households: 100 })], { households: 120 }, '2020-01-01');
    expect(plan.begins.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([['2020-01-01', null]]);
  });

  it('changes nothing when nothing differs', () => {
    expect(
      planChange([version('2020-01-01', null, { households: 100 })], { households: 100 }, '2026-06-01').begins,
    ).toEqual([]);
  });

  it('carries a late correction on, up to the version that was set on purpose', () => {
    const history = [
      version('2020-01-01', '2022-01-01', { households: 100, buildings: 5 }),
      version('2022-01-01', '2024-01-01', { households: 100, buildings: 6 }),
      version('2024-01-01', null, { households: 130, buildings: 6 }),
    ];
    expect(
      after(history, { households: 110 }, '2021-01-01').map((each) => [
        each.validFrom,
        each.households,
        each.buildings,
      ]),
    ).toEqual([
      ['2020-01-01', 100, 5],
      ['2021-01-01', 110, 5],
      ['2022-01-01', 110, 6],
      ['2024-01-01', 130, 6],
    ]);
  });

  it('a day before the first version makes the compound older', () => {
    const history = [version('2026-11-23', null, { households: 100 })];
    expect(after(history, {}, '2026-01-01').map((each) => [each.validFrom, each.validTo])).toEqual([
      ['2026-01-01', '2026-11-23'],
      ['2026-11-23', null],
    ]);
  });
});

const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays('2026-01-01', offset));
const small = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });
const histories = fc
  .record({
    days: fc.uniqueArray(day, { minLength: 1, maxLength: 5 }),
    values: fc.array(fc.tuple(small, small), { minLength: 5, maxLength: 5 }),
  })
  .map(({ days, values }) => {
    const sorted = [...days].sort();
    return sorted.map((from, index) => {
      const [households, buildings] = values[index] as [number | null, number | null];
      return version(from, sorted[index + 1] ?? null, { households, buildings });
    });
  });

describe('any change of any history', () => {
  it('leaves every earlier day and every other value alone, holds on its day, and leaves no hole or overlap', () => {
    fc.assert(
      fc.property(histories, day, small, (history, from, households) => {
        const changed = after(history, { households }, from);
        expect(versionOn(changed, from)?.households).toBe(households);
        for (let offset = -1; offset <= 62; offset += 1) {
          const on = addDays('2026-01-01', offset);
          const was = versionOn(history, on);
          const is = versionOn(changed, on);
          expect(changed.filter((each) => versionOn([each], on)).length).toBe(is ? 1 : 0);
          if (was) expect(is?.buildings).toBe(was.buildings);
          if (on < from) expect(is?.households).toBe(was?.households);
          if (on >= from) expect(is).toBeDefined();
        }
      }),
    );
  });

  it('is idempotent: the same change again plans nothing', () => {
    fc.assert(
      fc.property(histories, day, small, (history, from, households) => {
        expect(planChange(after(history, { households }, from), { households }, from).begins).toEqual([]);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  atOnce,
  instalmentShares,
  instalmentWaitsFor,
  scheduleFault,
  stateOfInstalment,
  stateOfRepair,
  type Awaited,
  type Instalment,
  type InstalmentKind,
} from './instalments.js';
import type { RepairPaper } from './repair-papers.js';

const FACTS = { contract: 100_001n, signedOn: '2026-11-20', advanceMost: 30, retentionMost: 3 } as const;
const part = (kind: InstalmentKind, amount: bigint, dueOn: string | null = null): Instalment => ({
  ...{ kind, amount, dueOn },
});
const RETAINED = part('retention', 3_000n, '2028-11-20');
const [MORE, AT_ONCE] = [part('retention', 3_001n, '2028-11-20'), part('retention', 3_000n, '2026-11-20')];
const [ADVANCE, PROGRESS] = [part('advance', 30_000n), part('progress', 40_000n)];

describe('a schedule of payments', () => {
  it.each<[string, readonly Instalment[], string | null]>([
    ['one payment', atOnce(100_001n), null],
    ['all four', [ADVANCE, PROGRESS, part('settlement', 27_001n), RETAINED], null],
    ['twice by progress', [PROGRESS, PROGRESS, part('settlement', 20_001n)], null],
    ['a fen too much', [ADVANCE, part('settlement', 70_002n)], 'maintenance.schedule-sum'],
    ['a fen too little', [ADVANCE, part('settlement', 70_000n)], 'maintenance.schedule-sum'],
    ['something of nothing', [part('advance', 0n), ...atOnce(100_001n)], 'maintenance.schedule-sum'],
    ['nothing after acceptance', [ADVANCE, part('progress', 70_001n)], 'maintenance.schedule-order'],
    ['nothing at all', [], 'maintenance.schedule-order'],
    ['an advance at the end', [part('settlement', 70_001n), ADVANCE], 'maintenance.schedule-order'],
    ['two advances', [ADVANCE, ADVANCE, part('settlement', 40_001n)], 'maintenance.schedule-order'],
    ['a fen above the advance', [part('advance', 30_001n), part('settlement', 70_000n)], 'maintenance.advance-beyond'],
    ['a fen above the retention', [part('settlement', 97_000n), MORE], 'maintenance.retention-beyond'],
    ['no day for defects', [part('settlement', 97_001n), part('retention', 3_000n)], 'maintenance.retention-day'],
    ['defects over at once', [part('settlement', 97_001n), AT_ONCE], 'maintenance.retention-day'],
    ['a day for the rest', [part('settlement', 100_001n, '2028-11-20')], 'maintenance.retention-day'],
  ])('with %s', (_, schedule, fault) => {
    expect(scheduleFault(schedule, FACTS)).toBe(fault);
  });
});

const keyed = (weights: readonly bigint[]): { key: string; weight: bigint }[] =>
  weights.map((weight, at) => ({ key: String(at).padStart(3, '0'), weight }));

describe('what a home bears of an instalment', () => {
  it('is its part of what homes have left to bear; the last takes the rest', () => {
    const shares = keyed([334n, 333n, 333n]);
    const split = instalmentShares([300n, 670n, 30n], shares).map((borne) => [...borne.values()]);
    expect(split).toEqual([
      [100n, 100n, 100n],
      [224n, 223n, 223n],
      [10n, 10n, 10n],
    ]);
  });

  it('sums to the instalment and to the share, to the fen, and is never less than nothing', () => {
    const cuts = fc.array(fc.nat({ max: 1000 }), { maxLength: 6 });
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 7n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(weights, cuts, (shares, at) => {
        const whole = shares.reduce((sum, share) => sum + share, 0n);
        const ends = [...at.map((cut) => (whole * BigInt(cut)) / 1000n), whole].toSorted((a, b) => (a < b ? -1 : 1));
        const amounts = ends.map((end, index) => end - (ends[index - 1] ?? 0n));
        const split = instalmentShares(amounts, keyed(shares));
        split.forEach((borne, index) => {
          const values = [...borne.values()];
          expect(values.reduce((sum, value) => sum + value, 0n)).toBe(amounts[index]);
          expect(values.every((value) => value >= 0n)).toBe(true);
        });
        for (const { key, weight } of keyed(shares))
          expect(split.reduce((sum, borne) => sum + (borne.get(key) ?? 0n), 0n)).toBe(weight);
      }),
    );
  });
});

describe('an instalment waits', () => {
  const all: RepairPaper[] = ['contract', 'acceptance', 'invoice'];
  const ends = '2028-11-20';
  it.each<[InstalmentKind, RepairPaper[], string, Awaited | null, Awaited | null]>([
    ['advance', [], '2026-11-27', 'contract', 'contract'],
    ['advance', ['contract'], '2026-11-27', null, null],
    ['progress', ['contract'], '2026-11-27', 'certificate', 'certificate'],
    ['settlement', [], '2026-11-27', 'contract', 'contract'],
    ['settlement', ['acceptance', 'invoice'], '2026-11-27', 'contract', 'contract'],
    ['settlement', ['contract', 'invoice'], '2026-11-27', 'acceptance', null],
    ['settlement', ['contract', 'acceptance'], '2026-11-27', 'invoice', null],
    ['settlement', all, '2026-11-27', null, null],
    ['retention', ['contract', 'invoice'], ends, 'acceptance', 'acceptance'],
    ['retention', all, '2028-11-19', 'defects', 'defects'],
    ['retention', all, ends, null, null],
  ])('of %s with %j on %s for %s, in an emergency for %s', (kind, papers, today, waits, inEmergency) => {
    const instalment = { kind, dueOn: kind === 'retention' ? ends : null, isCertified: false };
    expect(instalmentWaitsFor(instalment, { isEmergency: false, papers }, today)).toBe(waits);
    expect(instalmentWaitsFor(instalment, { isEmergency: true, papers }, today)).toBe(inEmergency);
  });

  it('for no certificate once it hangs there', () => {
    const certified = { kind: 'progress', dueOn: null, isCertified: true } as const;
    expect(instalmentWaitsFor(certified, { isEmergency: false, papers: ['contract'] }, '2026-11-27')).toBeNull();
  });
});

describe('where it stands', () => {
  const at = (approved: number | null, taken = 0n): { amount: bigint; taken: bigint; approved: number | null } => ({
    ...{ amount: 10n, taken, approved },
  });

  it('is told from who approved and what was taken', () => {
    expect([at(null), at(0), at(1), at(2), at(2, 9n), at(2, 10n)].map(stateOfInstalment)).toEqual([
      ...['planned', 'asked', 'asked', 'owing', 'owing', 'paid'],
    ]);
  });

  it('makes where the repair stands', () => {
    expect(stateOfRepair(true, [at(2, 10n)])).toBe('rejected');
    expect(stateOfRepair(false, [])).toBe('asked');
    expect(stateOfRepair(false, [at(1), at(null)])).toBe('asked');
    expect(stateOfRepair(false, [at(2, 10n), at(null)])).toBe('paying');
    expect(stateOfRepair(false, [at(2, 9n), at(null)])).toBe('owing');
    expect(stateOfRepair(false, [at(2, 10n), at(2, 10n)])).toBe('paid');
  });
});

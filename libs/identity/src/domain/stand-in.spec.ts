import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '#libs/kernel';
import fc from 'fast-check';
import { requireStandIn, type Colleague, type HeldGrant, type Leave } from './stand-in.js';

const TODAY = '2026-11-23';
const grant = (more: Partial<HeldGrant> = {}): HeldGrant => ({
  holderId: 'li',
  role: 'sub-district-staff',
  firmScope: null,
  from: '2026-01-01',
  to: '2026-12-31',
  isEnded: false,
  isStandIn: false,
  ...more,
});
const colleague = (more: Partial<Colleague> = {}): Colleague => ({
  id: 'wang',
  isDisabled: false,
  grants: [grant({ holderId: 'wang', role: 'community-staff' })],
  ...more,
});
const LEAVE: Leave = { from: '2026-11-24', to: '2026-11-30' };

function codeOf(own: HeldGrant, other: Colleague | null, leave: Leave = LEAVE): string | null {
  try {
    requireStandIn(own, other, leave, TODAY);
    return null;
  } catch (thrown) {
    return (thrown as DomainError).code;
  }
}

describe('who may stand in for whom', () => {
  it('is any colleague of the same kind of work', () => {
    expect(codeOf(grant(), colleague())).toBeNull();
    const firm = (scope: string): HeldGrant => grant({ role: 'property-firm-staff', firmScope: scope });
    const auditor = grant({ role: 'auditor' });
    expect(codeOf(firm('a'), colleague({ grants: [firm('a')] }))).toBeNull();
    expect(codeOf(auditor, colleague({ grants: [auditor] }))).toBeNull();
    for (const [own, others] of [
      [firm('a'), [firm('b')]],
      [firm('a'), [grant()]],
      [grant(), [firm('a')]],
      [auditor, [grant()]],
      [grant(), [auditor]],
      [grant(), []],
    ] as const) {
      expect(codeOf(own, colleague({ grants: others }))).toBe('substitute.colleague-not-found');
    }
  });

  it.each<[string, HeldGrant, Colleague | null, string]>([
    ['oneself', grant(), colleague({ id: 'li' }), 'substitute.oneself'],
    ['nobody', grant(), null, 'substitute.colleague-not-found'],
    ['a closed account', grant(), colleague({ isDisabled: true }), 'substitute.colleague-not-found'],
    [
      'who only stands in too',
      grant(),
      colleague({ grants: [grant({ isStandIn: true })] }),
      'substitute.colleague-not-found',
    ],
    [
      'whose grant has ended',
      grant(),
      colleague({ grants: [grant({ isEnded: true })] }),
      'substitute.colleague-not-found',
    ],
    ['by a chain', grant({ isStandIn: true }), colleague(), 'substitute.chain'],
    ['of an ended grant', grant({ isEnded: true }), colleague(), 'substitute.grant-over'],
    ['of a past grant', grant({ to: '2026-11-22' }), colleague(), 'substitute.grant-over'],
  ])('is not %s', (_, own, other, code) => expect(codeOf(own, other)).toBe(code));

  it.each<[Leave, string | null]>([
    [{ from: TODAY, to: TODAY }, null],
    [{ from: '2026-11-22', to: '2026-11-30' }, 'substitute.days-wrong'],
    [{ from: '2026-11-30', to: '2026-11-29' }, 'substitute.days-wrong'],
    [{ from: '2026-12-01', to: '2026-12-31' }, null],
    [{ from: '2026-12-01', to: '2027-01-01' }, 'substitute.beyond-grant'],
  ])('for the days %j: %s', (leave, code) => expect(codeOf(grant(), colleague(), leave)).toBe(code));

  it('never gives a day that the one on leave does not hold', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(day, day, day, day, (from, to, first, last) => {
        const own = grant({ from, to });
        if (codeOf(own, colleague(), { from: first, to: last }) !== null) return;
        expect([first >= from, last <= to, first <= last]).toEqual([true, true, true]);
      }),
    );
  });
});

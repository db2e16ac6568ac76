import { describe, expect, it } from '@jest/globals';
import type { Day } from '#libs/kernel';
import type { Power } from '../catalogue/power.js';
import { STANDARD_EDITION } from '../catalogue/standard-edition.js';
import { planDelegation, type DelegationRequest } from './delegation-plan.js';
import type { Delegation } from './delegation.js';
import { aDelegation, CITY, COMMUNITY, COUNTY, EAST, WEST } from './examples.js';

const power = (code: string): Power => STANDARD_EDITION.find((each) => each.code === code) as Power;

function request(more: Partial<DelegationRequest> = {}): DelegationRequest {
  return {
    from: COUNTY,
    to: EAST,
    area: EAST,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    amountLimitFen: null,
    instrument: { documentNumber: '1号', issuedBy: 'city', publishedOn: null },
    ...more,
  };
}

function plan(
  code: string,
  more: Partial<DelegationRequest> = {},
  known: { ofGiver?: (readonly Delegation[])[]; ofReceiver?: Delegation[] } = {},
): string {
  const { ofGiver = [], ofReceiver = [] } = known;
  const made = planDelegation(power(code), request(more), { ofGiver, ofReceiver });
  return made.refusal ?? `${made.legalMode}${made.parent ? ` on ${made.parent.id}` : ''}`;
}

describe('handing a power down', () => {
  it('goes downward in the tree, so that no circle can come about', () => {
    expect(plan('WY-04')).toBe('STATUTORY_DIRECT');
    for (const to of [COUNTY, CITY]) expect(plan('WY-04', { to, area: to })).toBe('delegation.not-downward');
    expect(plan('WY-04', { from: EAST, to: WEST, area: WEST })).toBe('delegation.not-downward');
  });

  it('gives a community assistance, two tasks of policy, and nothing else', () => {
    const community = { to: COMMUNITY, area: COMMUNITY };
    expect(plan('WY-02', community)).toBe('ASSISTANCE');
    expect(plan('WY-16', { ...community, from: CITY })).toBe('POLICY_TASK');
    expect(plan('WY-04', community)).toBe('delegation.level-refused');
  });

  it('asks an entrusted licence to be published, and a penalty to be decided by the province', () => {
    const published = { documentNumber: '2号', issuedBy: 'city', publishedOn: '2026-01-01' } as const;
    expect(plan('WY-11')).toBe('delegation.licence-unpublished');
    expect(plan('WY-11', { instrument: published })).toBe('ENTRUSTED_LICENCE');
    expect(plan('WY-21', { instrument: published })).toBe('delegation.penalty-without-province');
    expect(plan('WY-21', { instrument: { ...published, issuedBy: 'province' } })).toBe('PROVINCIAL_PENALTY_DECISION');
    const unpublished = { ...published, issuedBy: 'province', publishedOn: null } as const;
    expect(plan('WY-21', { instrument: unpublished })).toBe('delegation.penalty-without-province');
  });

  it('stays inside the area of the receiver, and begins before it ends', () => {
    expect(plan('WY-04', { area: COMMUNITY })).toBe('STATUTORY_DIRECT');
    expect(plan('WY-04', { area: COUNTY })).toBe('delegation.area-outside');
    expect(plan('WY-04', { effectiveTo: '2025-12-31' })).toBe('delegation.days-reversed');
    expect(plan('WY-04', { effectiveTo: '2026-01-01' })).toBe('STATUTORY_DIRECT');
  });

  describe('by a body that was given it', () => {
    const held = aDelegation({ powerCode: 'WY-02', effectiveTo: '2026-12-31', amountLimitFen: 100n });
    const within = { from: EAST, to: COMMUNITY, area: COMMUNITY, effectiveTo: '2026-12-31', amountLimitFen: 100n };

    it('never exceeds what it holds', () => {
      const ofGiver = [[held]];
      expect(plan('WY-02', within, { ofGiver })).toBe('ASSISTANCE on d1');
      for (const more of [
        { effectiveTo: '2027-01-01' },
        { effectiveTo: null },
        { effectiveFrom: '2025-12-31' },
        { amountLimitFen: 101n },
        { amountLimitFen: null },
      ]) {
        expect(plan('WY-02', { ...within, ...more }, { ofGiver })).toBe('delegation.exceeds-parent');
      }
    });

    it('needs it to be accepted and alive, with all it rests on', () => {
      const dead = aDelegation({ id: 'a', endedAt: 1 });
      expect(plan('WY-02', within)).toBe('delegation.not-held-by-giver');
      for (const chain of [[{ ...held, acceptedAt: null }], [{ ...held, endedAt: 1 }], [dead, held]]) {
        expect(plan('WY-02', within, { ofGiver: [chain] })).toBe('delegation.not-held-by-giver');
      }
    });
  });

  it('gives nothing twice over one area on one day, nested areas included', () => {
    const given = aDelegation({ effectiveFrom: '2026-01-01', effectiveTo: '2026-06-30' });
    const again = (more: Partial<DelegationRequest>, ofReceiver = [given]): string =>
      plan('WY-04', more, { ofReceiver });
    expect(again({ effectiveFrom: '2026-06-30' })).toBe('delegation.already-granted');
    expect(again({ effectiveFrom: '2026-07-01' })).toBe('STATUTORY_DIRECT');
    expect(again({ area: COMMUNITY })).toBe('delegation.already-granted');
    const narrow = aDelegation({ areaPath: COMMUNITY.path });
    expect(again({ area: EAST }, [narrow])).toBe('delegation.already-granted');
  });

  it('gives anew from the day on which the former ended, and for any day when that was never accepted', () => {
    const ended = aDelegation({ endedAt: Date.parse('2026-03-01T10:00:00+08:00') });
    const again = (effectiveFrom: Day, more: Partial<Delegation> = {}): string =>
      plan('WY-04', { effectiveFrom }, { ofReceiver: [{ ...ended, ...more }] });
    expect(again('2026-02-28')).toBe('delegation.already-granted');
    expect(again('2026-03-01')).toBe('STATUTORY_DIRECT');
    expect(again('2026-02-28', { effectiveTo: '2026-02-27' })).toBe('STATUTORY_DIRECT');
    expect(again('2026-01-01', { acceptedAt: null })).toBe('STATUTORY_DIRECT');
    expect(again('2026-01-01', { effectiveFrom: '2026-03-01' })).toBe('STATUTORY_DIRECT');
  });
});

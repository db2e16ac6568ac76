import { describe, expect, it } from '@jest/globals';
import type { Role } from '#libs/kernel';
import { asksSecondFactor } from './second-factor-rule.js';

const DEMAND = { roles: ['city-administrator', 'county-staff'], fromDay: '2026-12-01' } as const;

describe('a city that asks for a second factor', () => {
  it.each<[readonly Role[], string, boolean]>([
    [['county-staff'], '2026-11-30', false],
    [['county-staff'], '2026-12-01', true],
    [['community-staff', 'city-administrator'], '2027-01-01', true],
    [['community-staff'], '2027-01-01', false],
    [[], '2027-01-01', false],
  ])('asks %j on %s: %s', (roles, on, expected) => expect(asksSecondFactor(DEMAND, roles, on)).toBe(expected));

  it('asks nobody when it says nothing', () =>
    expect(asksSecondFactor(null, ['county-staff'], '2030-01-01')).toBe(false));
});

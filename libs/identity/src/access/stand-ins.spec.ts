import { describe, expect, it } from '@jest/globals';
import type { Grant, Principal } from '#libs/kernel';
import { actingFor } from './stand-ins.js';

const scope = { kind: 'area', areaId: 'a', path: '1405/' } as const;
const days = { from: '2026-01-01', to: '2026-12-31' };
const own = (role: Grant['role']): Grant => ({ role, scope, ...days });
const heldFor = (role: Grant['role'], standsInFor: string): Grant => ({ ...own(role), standsInFor });

const nameOf = (grants: readonly Grant[], permission: string): string => {
  const actor = { kind: 'user', id: 'u', name: '王芳' } as const;
  const principal: Principal = { cityId: 1, cityCode: '1405', actor, grants };
  return actingFor(principal, permission).actor.name;
};

describe('the name on record', () => {
  it.each<[string, readonly Grant[], string, string]>([
    ['own rights', [own('sub-district-staff')], 'user.manage', '王芳'],
    ['rights held for another', [heldFor('sub-district-staff', '李明')], 'user.manage', '王芳（代李明）'],
    ['both', [own('sub-district-staff'), heldFor('county-staff', '李明')], 'user.manage', '王芳（兼代李明）'],
    ['own rights beside others', [own('community-staff'), heldFor('auditor', '李明')], 'field-check.record', '王芳'],
    ['two absent', [heldFor('auditor', '李明'), heldFor('auditor', '赵静')], 'audit.read', '王芳（代李明、赵静）'],
  ])('of %s', (_, grants, permission, expected) => expect(nameOf(grants, permission)).toBe(expected));
});

import { describe, expect, it } from '@jest/globals';
import { faultOf, type RouteAccess } from './route-check.js';

const route = (access: Partial<RouteAccess>): RouteAccess => ({
  handler: 'SomeController.read',
  method: 'GET',
  path: '/some',
  permission: null,
  isPublic: false,
  stepUp: false,
  ...access,
});

describe('access of routes', () => {
  it.each<[Partial<RouteAccess>, RegExp | null]>([
    [{ isPublic: true }, null],
    [{ permission: 'self' }, null],
    [{ permission: 'coverage.read' }, null],
    [{}, /neither @Allow nor @Public/],
    [{ permission: 'coverage.raed' }, /"coverage.raed", which no role has/],
    [{ permission: 'coverage.read', isPublic: true }, /both/],
    [{ permission: 'coverage.read', stepUp: true }, null],
    [{ isPublic: true, stepUp: true }, /@StepUp/],
  ])('%j', (access, fault) => {
    const found = faultOf(route(access));
    if (fault === null) expect(found).toBeNull();
    else expect(found).toMatch(fault);
  });
});

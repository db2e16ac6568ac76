import { describe, expect, it } from '@jest/globals';
import type { Grant, Principal, Role } from '#libs/kernel';
import type { AreaLevel } from '#libs/registry';
import { mayGrant, reaches, reachesCity, roleFits } from './granting.policy.js';

const CITY = '1405/';
const COUNTY = '1405/140502/';
const STREET = '1405/140502/140502001/';
const COMMUNITY = '1405/140502/140502001/140502001001/';
const OTHER_STREET = '1405/140502/140502002/';

function person(...grants: [Role, string][]): Principal {
  return {
    cityId: 1,
    cityCode: '1405',
    actor: { kind: 'user', id: 'u', name: '某人' },
    grants: grants.map(([role, path]): Grant => {
      const scope = { kind: 'area', areaId: path, path } as const;
      return { role, scope, from: '2026-01-01', to: null };
    }),
  };
}

const area = (path: string): { kind: 'area'; id: string; paths: string[] } => ({
  kind: 'area',
  id: path,
  paths: [path],
});
const company = (...paths: string[]): { kind: 'company'; id: string; paths: string[] } => ({
  kind: 'company',
  id: 'c',
  paths,
});

describe('who may grant what', () => {
  it.each<[Role, string, Role, string, boolean]>([
    ['city-administrator', CITY, 'city-administrator', CITY, true],
    ['city-administrator', CITY, 'auditor', STREET, true],
    ['county-staff', COUNTY, 'city-administrator', COUNTY, false],
    ['county-staff', COUNTY, 'county-staff', COUNTY, true],
    ['county-staff', COUNTY, 'auditor', COUNTY, true],
    ['county-staff', COUNTY, 'sub-district-staff', STREET, true],
    ['county-staff', COUNTY, 'county-staff', CITY, false],
    ['sub-district-staff', STREET, 'county-staff', STREET, false],
    ['sub-district-staff', STREET, 'sub-district-staff', STREET, true],
    ['sub-district-staff', STREET, 'community-staff', COMMUNITY, true],
    ['sub-district-staff', STREET, 'auditor', STREET, false],
    ['sub-district-staff', STREET, 'community-staff', OTHER_STREET, false],
    ['community-staff', COMMUNITY, 'community-staff', COMMUNITY, false],
    ['auditor', CITY, 'auditor', STREET, false],
  ])('%s of %s giving %s over %s: %s', (own, ownPath, role, path, expected) => {
    expect(mayGrant(person([own, ownPath]), role, area(path))).toBe(expected);
  });

  it('never lends the level of one grant to the area of another', () => {
    const both = person(['county-staff', COUNTY], ['sub-district-staff', '1405/140521/140521100/']);
    expect(mayGrant(both, 'county-staff', area('1405/140521/140521100/'))).toBe(false);
    expect(mayGrant(both, 'sub-district-staff', area('1405/140521/140521100/'))).toBe(true);
  });

  it('lets a street invite a firm only when all its projects are there, and the city invite any firm', () => {
    const street = person(['sub-district-staff', STREET]);
    const city = person(['city-administrator', CITY]);
    expect(mayGrant(street, 'property-firm-staff', company(COMMUNITY, STREET))).toBe(true);
    expect(mayGrant(street, 'property-firm-staff', company(COMMUNITY, OTHER_STREET))).toBe(false);
    expect(mayGrant(street, 'property-firm-staff', company())).toBe(false);
    expect(mayGrant(city, 'property-firm-staff', company())).toBe(true);
  });

  it('does not take 1405020 for a part of 140502', () => {
    const county = person(['county-staff', COUNTY]);
    expect(mayGrant(county, 'community-staff', area('1405/1405020/'))).toBe(false);
  });
});

describe('which role fits which scope', () => {
  it.each<[Role, 'area' | 'compound' | 'company', AreaLevel | null, boolean]>([
    ['city-administrator', 'area', 'city', true],
    ['county-staff', 'area', 'city', false],
    ['county-staff', 'area', 'township', true],
    ['sub-district-staff', 'area', 'county', false],
    ['community-staff', 'area', 'grid', true],
    ['community-staff', 'area', 'township', false],
    ['community-staff', 'compound', null, true],
    ['property-firm-staff', 'company', null, true],
    ['property-firm-staff', 'area', 'grid', false],
    ['county-staff', 'company', null, false],
    ['auditor', 'area', 'city', true],
    ['auditor', 'company', null, false],
  ])('%s over %s (%s): %s', (role, kind, level, expected) => expect(roleFits(role, { kind, level })).toBe(expected));
});

describe('reach of a permission', () => {
  it('is that of the grants which give it, and of no other', () => {
    const mixed = person(['community-staff', CITY], ['sub-district-staff', STREET]);
    expect(reachesCity(mixed, 'user.manage')).toBe(false);
    expect(reaches(mixed, 'user.manage', area(OTHER_STREET))).toBe(false);
    expect(reaches(mixed, 'user.manage', area(COMMUNITY))).toBe(true);
    expect(reachesCity(person(['auditor', CITY]), 'audit.read')).toBe(true);
  });

  it('of a grant over one compound is that compound', () => {
    const scope = { kind: 'compound', compoundId: 'x' } as const;
    const keeper = {
      ...person(),
      grants: [{ role: 'sub-district-staff', scope, from: '2026-01-01', to: null } as const],
    };
    expect(reaches(keeper, 'user.manage', { kind: 'compound', id: 'x', paths: [COMMUNITY] })).toBe(true);
    expect(reaches(keeper, 'user.manage', { kind: 'compound', id: 'y', paths: [COMMUNITY] })).toBe(false);
    expect(reaches(keeper, 'user.manage', area(COMMUNITY))).toBe(false);
  });
});

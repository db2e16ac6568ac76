import type { Grant, Principal, Role } from '#libs/kernel';
import { PERMISSIONS_OF_ROLE, type AreaLevel } from '#libs/registry';

/** What a grant is about, with the area paths in which it lies: one for an area or compound, several for a company. */
export interface GrantSubject {
  readonly kind: 'area' | 'compound' | 'company';
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly level: AreaLevel | null;
  readonly paths: readonly string[];
}

const LEVEL_OF_ROLE: Readonly<Record<Role, number>> = {
  'city-administrator': 5,
  'county-staff': 4,
  'sub-district-staff': 3,
  'community-staff': 2,
  'property-firm-staff': 1,
  'committee-member': 1,
  // An auditor reads what a county reads, so only a county or the city appoints one.
  auditor: 4,
  // An owner grants nothing, and nobody grants it.
  owner: 0,
};

const LEVEL_OF_AREA: Readonly<Record<AreaLevel, number>> = { city: 5, county: 4, township: 3, village: 2, grid: 2 };

/** Whether a role makes sense over a subject: officials not above their own level, firm staff only where firms work. */
export function roleFits(role: Role, subject: Pick<GrantSubject, 'kind' | 'level'>): boolean {
  // A seat on a committee brings its grant with it, and ends it; nobody gives one by hand.
  if (role === 'committee-member') return false;
  if (role === 'property-firm-staff') return subject.kind !== 'area';
  if (subject.kind === 'company') return false;
  if (role === 'auditor' || subject.level === null) return true;
  return LEVEL_OF_AREA[subject.level] <= LEVEL_OF_ROLE[role];
}

function covers(
  scope: Grant['scope'],
  subject: Pick<GrantSubject, 'kind' | 'id' | 'paths'>,
  cityPath: string,
): boolean {
  if (scope.kind === 'compound') return subject.kind === 'compound' && subject.id === scope.compoundId;
  if (scope.kind === 'company') return subject.kind === 'company' && subject.id === scope.companyId;
  if (scope.kind === 'own-homes') return false;
  if (scope.path === cityPath) return true;
  return subject.paths.length > 0 && subject.paths.every((path) => path.startsWith(scope.path));
}

function grantsWith(principal: Principal, permission: string): readonly Grant[] {
  return principal.grants.filter((grant) => PERMISSIONS_OF_ROLE[grant.role].includes(permission));
}

/** Whether the permission reaches the whole city, and with it people and firms that lie in no single area. */
export function reachesCity(principal: Principal, permission: string): boolean {
  const cityPath = `${principal.cityCode}/`;
  return grantsWith(principal, permission).some(({ scope }) => scope.kind === 'area' && scope.path === cityPath);
}

/** Whether the subject lies wholly inside the places where the principal holds the permission. */
export function reaches(
  principal: Principal,
  permission: string,
  subject: Pick<GrantSubject, 'kind' | 'id' | 'paths'>,
): boolean {
  return grantsWith(principal, permission).some(({ scope }) => covers(scope, subject, `${principal.cityCode}/`));
}

/** Whether the principal may give or end this role here: inside one of their subtrees, not above their level in it. */
export function mayGrant(
  principal: Principal,
  role: Role,
  subject: Pick<GrantSubject, 'kind' | 'id' | 'paths'>,
): boolean {
  return grantsWith(principal, 'user.manage').some(
    (grant) =>
      LEVEL_OF_ROLE[role] <= LEVEL_OF_ROLE[grant.role] && covers(grant.scope, subject, `${principal.cityCode}/`),
  );
}

import type { Principal, Role, StaffRole } from '#libs/kernel';

const READ = [
  'coverage.read',
  'area.read',
  'compound.read',
  'company.read',
  'file.read',
  'power.read',
  'act.read',
  'roster.read',
  'assembly.read',
  'committee.read',
  'fund.read',
  'revenue.read',
] as const;
/** What every office does with powers: hand them on or sign for them, and act under them. */
const OFFICE = ['delegation.write', 'act.write'] as const;
/** Whoever helps owners to hold an assembly, or holds one in their stead. */
const ASSEMBLY = ['assembly.write'] as const;
/** The whole file of a vote leaves the system for a court only through an office of the street or above. */
const EVIDENCE = ['assembly.evidence'] as const;
/** Whoever records what was seen or filed may bring the scan of it. */
const RECORD = ['field-check.record', 'file.upload'] as const;
/** Whoever keeps the register of owners of a compound; personal data is opened to them field by field. */
const ROSTER = ['roster.write', 'roster.reveal'] as const;
/** Whoever keeps the books of a compound's money; the city's fund is kept by whoever is over the whole city. */
const FUND = ['fund.write'] as const;
/** Every office may apply for money of the fund on behalf of a compound. */
const APPLY = ['fund.apply'] as const;
/** Whoever looks after common revenue asks for withdrawals and prepares its statements. */
const REVENUE = ['revenue.ask'] as const;
/** Whoever may speak for one of the three parties of its account. */
const CONSENT = ['revenue.consent'] as const;
const WORK = [
  ...READ,
  ...RECORD,
  ...OFFICE,
  ...ROSTER,
  ...ASSEMBLY,
  ...EVIDENCE,
  ...FUND,
  ...APPLY,
  ...REVENUE,
  // A firm keeps registers too, but who speaks for an owner is no matter of whoever the owners decide about.
  'binding.write',
  'compound.write',
  // Who sits on a committee is recorded by the office that files it.
  'committee.keep',
  'import.run',
  'reconciliation.decide',
] as const;

/** What each role may do at all; where it may do it is the scope of the grant. */
export const PERMISSIONS_OF_ROLE: Readonly<Record<Role, readonly string[]>> = {
  'city-administrator': [
    ...WORK,
    'area.write',
    'import.undo',
    'user.manage',
    'audit.read',
    'target.write',
    'power.write',
    'security.write',
    'retention.read',
  ],
  'county-staff': [...WORK, 'import.undo', 'user.manage', 'audit.read', 'target.write'],
  'sub-district-staff': [...WORK, ...CONSENT, 'user.manage', 'audit.read'],
  'community-staff': [...READ, ...RECORD, ...OFFICE, ...ROSTER, ...ASSEMBLY, ...APPLY, ...CONSENT, 'binding.write'],
  'property-firm-staff': [
    ...['compound.read', 'company.read', 'file.read', 'file.upload', 'roster.read', ...ROSTER],
    ...['revenue.read', ...REVENUE, ...CONSENT],
  ],
  // For the days in office, over the compounds of the body: its own office, and assemblies that the body convenes.
  'committee-member': [
    'compound.read',
    'file.read',
    'file.upload',
    'assembly.read',
    ...ASSEMBLY,
    'committee.read',
    'committee.work',
    'revenue.read',
    ...REVENUE,
    ...CONSENT,
  ],
  auditor: [...READ, 'audit.read', 'retention.read'],
  // Of the register an owner sees the homes to which they are bound, of a vote what their own party may do in it.
  owner: ['home.read', 'home.bind', 'own-vote.read', 'own-vote.cast', 'revenue.object'],
};

/** The roles that may be granted. */
export const STAFF_ROLES: readonly StaffRole[] = (Object.keys(PERMISSIONS_OF_ROLE) as Role[]).filter(
  (role) => role !== 'owner',
);

/** Where a principal may use one permission: area subtrees as path prefixes, single compounds, single companies. */
export interface Scope {
  readonly paths: readonly string[];
  readonly compoundIds: readonly string[];
  readonly companyIds: readonly string[];
}

/** The scope that the principal's grants give for a permission; empty when none gives it. */
export function scopeOf(principal: Principal, permission: string): Scope {
  const paths: string[] = [];
  const compoundIds: string[] = [];
  const companyIds: string[] = [];
  for (const grant of principal.grants) {
    if (!PERMISSIONS_OF_ROLE[grant.role].includes(permission)) continue;
    if (grant.scope.kind === 'area') paths.push(grant.scope.path);
    if (grant.scope.kind === 'compound') compoundIds.push(grant.scope.compoundId);
    if (grant.scope.kind === 'company') companyIds.push(grant.scope.companyId);
  }
  return { paths, compoundIds, companyIds };
}

/** Whether any grant of the principal gives the permission, anywhere. */
export function mayDo(principal: Principal, permission: string): boolean {
  return principal.grants.some((grant) => PERMISSIONS_OF_ROLE[grant.role].includes(permission));
}

/** Whether the area with this path lies inside the scope. */
export function coversPath(scope: Scope, path: string): boolean {
  return scope.paths.some((prefix) => path.startsWith(prefix));
}

/** Whether the scope spans a whole city, so that compounds without a place are inside it too. */
export function coversCity(scope: Scope, cityPath: string): boolean {
  return scope.paths.includes(cityPath);
}

/** Whether the principal sees imports of others: those who may import for the whole city do. */
export function seesEveryImport(principal: Principal): boolean {
  return scopeOf(principal, 'import.run').paths.some((path) => path === `${principal.cityCode}/`);
}

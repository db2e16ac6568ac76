export { operatorActor, operatorPrincipal, publicPrincipal, workerPrincipal } from './access/principals.js';
export { faultOf, RouteCheck, type RouteAccess } from './access/route-check.js';
export { DataAccess } from './data-accesses/data-access.entity.js';
export { DataAccesses } from './data-accesses/data-accesses.service.js';
export { DirectoryLink } from './directory/directory-link.entity.js';
export { identityErrors } from './identity.errors.js';
export { IdentityModule } from './identity.module.js';
export {
  GrantSubjects,
  type DescribedSubject,
  type DescribeSubjects,
  type NamedScope,
} from './grants/grant-subjects.js';
export { OwnerAccounts } from './owners/owner-accounts.js';
export { OwnerCodes, type IssuedCode } from './owners/owner-codes.service.js';
export { OwnerPhoneWriter } from './owners/owner-phone-writer.js';
export { OwnerCode } from './owners/owner-code.entity.js';
export { ownerSignInErrors } from './owners/owners.errors.js';
export { PeopleService, type DemoPerson, type NewAdministrator } from './people/people.service.js';
export { RoleGrant } from './grants/role-grant.entity.js';
export { SeatGrants, type OpenedSeat, type PreparedSeat, type Seat } from './grants/seat-grants.js';
export { UserAccount } from './people/user-account.entity.js';
export { Session } from './sessions/session.entity.js';
export { securityErrors } from './security.errors.js';
export { RecoveryCode } from './second-factor/recovery-code.entity.js';
export { SecondFactor } from './second-factor/second-factor.entity.js';
export { SecondFactorRule } from './second-factor/second-factor-rule.entity.js';

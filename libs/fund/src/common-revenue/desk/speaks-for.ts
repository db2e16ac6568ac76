import type { Grant, Principal } from '#libs/kernel';
import type { Party } from '../../domain/common-revenue/consents.js';
import type { RevenueFile } from './revenue-files.js';

function partyOf({ role, scope }: Grant, { compoundId, account, seat, path }: RevenueFile): Party | null {
  const isHere = scope.kind === 'compound' && scope.compoundId === compoundId;
  const isOver = scope.kind === 'area' && path !== null && path.startsWith(scope.path);
  switch (role) {
    case 'committee-member':
      return seat === 'committee' && isHere ? 'committee' : null;
    case 'community-staff':
      return seat === 'community' && isOver ? 'committee' : null;
    case 'property-firm-staff':
      return isHere || (scope.kind === 'company' && scope.companyId === account?.companyId) ? 'company' : null;
    case 'sub-district-staff':
      return isOver ? 'sub-district' : null;
    default:
      return null;
  }
}

/** For which of the three parties somebody speaks, by what they were granted. */
export function speaksFor({ grants }: Principal, file: RevenueFile): readonly Party[] {
  return [...new Set(grants.map((grant) => partyOf(grant, file)).filter((party) => party !== null))];
}

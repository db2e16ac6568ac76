import type { Principal } from '#libs/kernel';
import { scopeOf } from '#libs/registry';

/**
 * Which companies a principal may see: a company works across areas, so whoever holds an area sees the city's
 * companies; whoever was granted single companies sees those.
 */
export interface CompanyScope {
  readonly everything: boolean;
  readonly companyIds: readonly string[];
}

export function companyScope(principal: Principal, permission: string): CompanyScope {
  const scope = scopeOf(principal, permission);
  return { everything: scope.paths.length > 0, companyIds: scope.companyIds };
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { CompoundLinks } from './compound-links.js';
import { compoundScope, scopeCondition, type CompoundScope } from './compounds.policy.js';

/** Compounds that somebody wants to read or change. */
export interface WantedCompounds {
  readonly permission: string;
  readonly compoundIds: readonly string[];
}

/** Where a principal may use a permission on compounds, with the compounds of their companies looked up. */
@Injectable()
export class CompoundScopes {
  constructor(private readonly links: CompoundLinks) {}

  async of(manager: EntityManager, principal: Principal, permission: string): Promise<CompoundScope> {
    const scope = compoundScope(principal, permission);
    const ofCompanies = await this.links.compoundsOfCompanies(manager, principal.cityId, scope.companyIds);
    return ofCompanies.length === 0 ? scope : { ...scope, compoundIds: [...scope.compoundIds, ...ofCompanies] };
  }

  /**
   * Refuses what lies outside the scope: a compound is inside when any version of it that is known now is.
   * @throws DomainError `compound.not-found`
   */
  async require(manager: EntityManager, principal: Principal, wanted: WantedCompounds): Promise<void> {
    const seen = await this.inside(manager, principal, wanted);
    const missing = wanted.compoundIds.find((id) => !seen.has(id));
    if (missing !== undefined) throw new DomainError('compound.not-found', { id: missing });
  }

  /** Which of the compounds lie inside the scope. */
  async inside(
    manager: EntityManager,
    principal: Principal,
    { permission, compoundIds }: WantedCompounds,
  ): Promise<ReadonlySet<string>> {
    const scope = await this.of(manager, principal, permission);
    const { text, parameters } = scopeCondition(scope, 3);
    const rows = (await manager.query(
      `SELECT DISTINCT v.compound_id AS id FROM compound_version v
       LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
       WHERE v.city_id = $1 AND v.compound_id = ANY($2::uuid[]) AND v.superseded_at IS NULL AND ${text}`,
      [principal.cityId, compoundIds, ...parameters],
    )) as { id: string }[];
    return new Set(rows.map((row) => row.id));
  }
}

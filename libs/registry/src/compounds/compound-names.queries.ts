import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { CompoundScopes } from './compound-scopes.js';

/** What a compound is called now, and where it stands. */
export interface NamedCompound {
  readonly id: string;
  readonly ownCode: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly areaId: string | null;
  /** The compound that it was merged into. */
  readonly mergedInto: string | null;
}

/** The names by which lists of later contexts find compounds. */
@Injectable()
export class CompoundNames {
  constructor(private readonly scopes: CompoundScopes) {}

  /** Every compound on which the caller may use the permission, by its newest version; of the given ids, or of all. */
  async inScope(
    manager: EntityManager,
    principal: Principal,
    permission: string,
    ids: readonly string[] | null,
  ): Promise<readonly NamedCompound[]> {
    const scope = await this.scopes.of(manager, principal, permission);
    return (await manager.query(
      `SELECT DISTINCT ON (v.compound_id) v.compound_id AS id, c.own_code AS "ownCode", v.name, v.aliases,
         v.area_id AS "areaId", CASE WHEN v.status = 'merged' THEN v.merged_into END AS "mergedInto"
       FROM compound_version v
       JOIN compound c ON c.city_id = v.city_id AND c.id = v.compound_id
       LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
       WHERE v.city_id = $1 AND v.superseded_at IS NULL
         AND ($2::boolean OR a.path LIKE ANY($3::text[]) OR v.compound_id = ANY($4::uuid[]))
         AND ($5::uuid[] IS NULL OR v.compound_id = ANY($5))
       ORDER BY v.compound_id, v.valid_from DESC`,
      [principal.cityId, scope.everything, scope.paths.map((path) => `${path}%`), scope.compoundIds, ids],
    )) as NamedCompound[];
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { CompoundScopes } from './compound-scopes.js';

/** Where a compound lies on a day; an unplaced one lies in the city and nowhere narrower. */
export interface CompoundPlace {
  readonly id: string;
  readonly name: string;
  /** Path of its area, or of the city. */
  readonly path: string;
}

/** Finds a compound as a later context's question names it, with its place. */
@Injectable()
export class CompoundPlaces {
  constructor(private readonly scopes: CompoundScopes) {}

  /**
   * @param wanted the id, the city's own code, or the exact name where only one compound bears it
   * @throws DomainError `compound.not-found`, `compound.name-ambiguous`
   */
  async find(
    manager: EntityManager,
    principal: Principal,
    wanted: { readonly compound: string; readonly on: Day },
  ): Promise<CompoundPlace> {
    const rows = await manager.query<(CompoundPlace & { readonly byName: boolean })[]>(
      `SELECT v.compound_id AS id, v.name, coalesce(a.path, $4) AS path,
         v.compound_id::text <> $2 AND c.own_code IS DISTINCT FROM $2 AS "byName"
       FROM compound_version v
       JOIN compound c ON c.city_id = v.city_id AND c.id = v.compound_id
       LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
       WHERE v.city_id = $1 AND v.superseded_at IS NULL AND v.valid_from <= $3::date
         AND (v.valid_to IS NULL OR v.valid_to > $3::date) AND v.status <> 'merged'
         AND (v.compound_id::text = $2 OR c.own_code = $2 OR v.name = $2)
       ORDER BY "byName", id LIMIT 3`,
      [principal.cityId, wanted.compound, wanted.on, `${principal.cityCode}/`],
    );
    const named = rows.filter(({ byName }) => byName === rows[0]?.byName);
    const compoundIds = named.map(({ id }) => id);
    const seen = await this.scopes.inside(manager, principal, { permission: 'compound.read', compoundIds });
    const [place, other] = named.filter(({ id }) => seen.has(id));
    if (!place) throw new DomainError('compound.not-found', { id: wanted.compound });
    if (other) throw new DomainError('compound.name-ambiguous', { name: wanted.compound });
    return { id: place.id, name: place.name, path: place.path };
  }
}

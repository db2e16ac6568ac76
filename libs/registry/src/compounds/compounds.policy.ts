import type { Principal } from '#libs/kernel';
import { coversCity, coversPath, scopeOf } from '../domain/scope.js';

/** The compounds that a principal may see or change: everything, area subtrees, or compounds one by one. */
export interface CompoundScope {
  /** The whole city, so that compounds without a place are inside too. */
  readonly everything: boolean;
  readonly paths: readonly string[];
  readonly compoundIds: readonly string[];
  readonly companyIds: readonly string[];
}

/** Where the principal may use the permission on compounds. */
export function compoundScope(principal: Principal, permission: string): CompoundScope {
  const scope = scopeOf(principal, permission);
  return { ...scope, everything: coversCity(scope, `${principal.cityCode}/`) };
}

/** Whether a compound with this place (null: unplaced) lies in the scope. */
export function allows(
  scope: CompoundScope,
  compound: { readonly id: string | null; readonly path: string | null },
): boolean {
  if (scope.everything) return true;
  if (compound.id !== null && scope.compoundIds.includes(compound.id)) return true;
  return compound.path !== null && coversPath(scope, compound.path);
}

/** The same rule about the compound of a row that has one, such as a row of a list, under its alias. */
export function rowScopeCondition(
  row: string,
  scope: CompoundScope,
  firstParameter: number,
): { readonly text: string; readonly parameters: readonly unknown[] } {
  const { text, parameters } = scopeCondition(scope, firstParameter);
  return {
    text: `EXISTS (SELECT 1 FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
      WHERE v.city_id = ${row}.city_id AND v.compound_id = ${row}.compound_id AND v.superseded_at IS NULL AND ${text})`,
    parameters,
  };
}

/** The same rule as a condition over `a` (area, may be null) and `v` (version), with its three parameters. */
export function scopeCondition(
  scope: CompoundScope,
  firstParameter: number,
): { readonly text: string; readonly parameters: readonly unknown[] } {
  const [all, paths, ids] = [firstParameter, firstParameter + 1, firstParameter + 2];
  return {
    text: `($${all}::boolean OR a.path LIKE ANY($${paths}::text[]) OR v.compound_id = ANY($${ids}::uuid[]))`,
    parameters: [scope.everything, scope.paths.map((path) => `${path}%`), scope.compoundIds],
  };
}

import type { Day } from './day.js';

/** Roles that are granted; an owner is one by the register, and nobody grants it. */
export type StaffRole =
  | 'city-administrator'
  | 'county-staff'
  | 'sub-district-staff'
  | 'community-staff'
  | 'property-firm-staff'
  | 'committee-member'
  | 'auditor';

export type Role = StaffRole | 'owner';

/** Where a grant holds: an area with everything below it, one compound, one company, or the homes one is bound to. */
export type GrantScope =
  | { readonly kind: 'area'; readonly areaId: string; readonly path: string }
  | { readonly kind: 'compound'; readonly compoundId: string }
  | { readonly kind: 'company'; readonly companyId: string }
  | { readonly kind: 'own-homes' };

/** A role over a scope, from its first to its last day (null: no end). */
export interface Grant {
  readonly role: Role;
  readonly scope: GrantScope;
  readonly from: Day;
  readonly to: Day | null;
  /** The name of the person on leave, when the holder only stands in for them (代). */
  readonly standsInFor?: string;
}

/** Who acts, in which city, and what they were granted there. */
export interface Principal {
  readonly cityId: number;
  readonly cityCode: string;
  readonly actor: {
    readonly kind: 'user' | 'operator' | 'public' | 'worker';
    readonly id: string;
    readonly name: string;
  };
  readonly grants: readonly Grant[];
}

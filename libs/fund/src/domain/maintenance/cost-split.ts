import { allot } from './allotment.js';

/** Who benefits from a repair, and so bears its cost. */
export const BENEFITS = ['compound', 'building', 'stairway', 'homes'] as const;
export type Benefit = (typeof BENEFITS)[number];

export interface CostScope {
  readonly benefit: Benefit;
  readonly building: string | null;
  readonly stairway: string | null;
  /** Named one by one, where it is neither the whole nor a building or stairway of it. */
  readonly unitIds: readonly string[];
}

/** A unit of the compound, as far as bearing costs goes. */
export interface SplitHome {
  readonly unitId: string;
  /** By which fen of equal claim are given. */
  readonly place: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly use: string;
  /** Integer of 0.01 m². */
  readonly area: bigint | null;
}

export type SplitRefusal = 'maintenance.scope-empty' | 'maintenance.area-missing';

export interface HomeShare<Home extends SplitHome> {
  readonly home: Home;
  readonly share: bigint;
}

/** Parking and storage bear a share only where they are named. */
const APART: readonly string[] = ['parking', 'storage'];

/** The homes that benefit. */
export function benefiting<Home extends SplitHome>(homes: readonly Home[], scope: CostScope): readonly Home[] {
  if (scope.benefit === 'homes') return homes.filter(({ unitId }) => scope.unitIds.includes(unitId));
  return homes.filter(({ use, building, stairway }) => {
    if (APART.includes(use)) return false;
    if (scope.benefit === 'compound') return true;
    return building === scope.building && (scope.benefit === 'building' || stairway === scope.stairway);
  });
}

/** Why a cost cannot be split among them. */
export function splitFault(homes: readonly SplitHome[]): SplitRefusal | null {
  if (homes.length === 0) return 'maintenance.scope-empty';
  return homes.every(({ area }) => area !== null && area > 0n) ? null : 'maintenance.area-missing';
}

/**
 * 按建筑面积分摊 (住宅专项维修资金管理办法 20): a cost among those who benefit, by floor area, to the fen. What is unsold is
 * among them: the developer bears its share (21).
 */
export function costShares<Home extends SplitHome>(cost: bigint, homes: readonly Home[]): readonly HomeShare<Home>[] {
  const keyOf = ({ place, unitId }: SplitHome): string => `${place}~${unitId}`;
  const shares = allot(
    cost,
    homes.map((home) => ({ key: keyOf(home), weight: home.area ?? 0n })),
  );
  return homes.map((home) => ({ home, share: shares.get(keyOf(home)) ?? 0n }));
}

/** What a home's own sub-account gives of its share, and what it lacks; nothing is taken from anybody else's. */
export function takenFrom(balance: bigint, share: bigint): { readonly taken: bigint; readonly lacking: bigint } {
  const there = balance > 0n ? balance : 0n;
  const taken = there < share ? there : share;
  return { taken, lacking: share - taken };
}

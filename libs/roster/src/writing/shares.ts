import type { EntityManager } from 'typeorm';
import type { Fraction } from '../domain/ownership/fraction.js';
import type { ShareFacts } from './change.js';

type ShareRow = Omit<ShareFacts, 'share'> & {
  readonly ownershipId: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
};

export function fractionOf(numerator: string | null, denominator: string | null): Fraction | null {
  return numerator === null ? null : { numerator: Number(numerator), denominator: Number(denominator) };
}

/**
 * The shares of ownerships, each in its order. Registers are read table by table and put together here: right after a
 * long list PostgreSQL takes its tables for empty, and a join would go through one of them for every row of another.
 */
export async function sharesOf(
  manager: EntityManager,
  cityId: number,
  ownershipIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ShareFacts[]>> {
  const found = new Map<string, ShareFacts[]>();
  if (ownershipIds.length === 0) return found;
  const rows = await manager.query<ShareRow[]>(
    `SELECT ownership_id AS "ownershipId", owner_id AS "ownerId", numerator, denominator,
       is_representative AS "isRepresentative", guardian_id AS "guardianId"
     FROM ownership_share WHERE city_id = $1 AND ownership_id = ANY($2::uuid[]) ORDER BY ownership_id, position`,
    [cityId, ownershipIds],
  );
  for (const { ownershipId, ownerId, numerator, denominator, isRepresentative, guardianId } of rows) {
    const shares = found.get(ownershipId) ?? [];
    shares.push({ ownerId, share: fractionOf(numerator, denominator), isRepresentative, guardianId });
    found.set(ownershipId, shares);
  }
  return found;
}

import type { EntityManager } from 'typeorm';
import type { Day } from '#libs/kernel';
import type { Fraction } from '../domain/ownership/fraction.js';
import type { DatedPlan } from '../domain/ownership/version-plan.js';
import type { OwnerKind } from '../domain/people/owner-kind.js';
import type { AreaSource, Standing, UnitUse } from '../domain/parties/unit-words.js';
import type { OwnershipCause } from '../ownerships/ownership-causes.js';

/** Who changes the register, when, and from which list; everything that one change writes carries its id. */
export interface Change {
  readonly cityId: number;
  readonly at: Date;
  readonly recordedBy: string;
  readonly importId: string | null;
  readonly changeId: string;
  newId(): string;
}

/** Why a row says what it says, and from which row of the list. */
export interface RowSource {
  readonly reason: string;
  readonly importRow: number | null;
}

export interface UnitFacts {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string;
  readonly floor: number | null;
  readonly use: UnitUse;
  /** Integer of 0.01 m². */
  readonly floorArea: number | null;
  readonly areaSource: AreaSource | null;
  readonly areaDocument: string | null;
  readonly commonShare: Fraction | null;
}

export interface ShareFacts {
  readonly ownerId: string;
  readonly share: Fraction | null;
  readonly isRepresentative: boolean;
  readonly guardianId: string | null;
}

export interface OwnershipFacts {
  readonly standing: Standing;
  readonly shares: readonly ShareFacts[];
  readonly cause: OwnershipCause;
  readonly documentNumber: string | null;
  readonly issuingBody: string | null;
  readonly issuedOn: Day | null;
  readonly fileId: string | null;
}

/** A row as it is known now. */
export interface KnownVersion<F> {
  readonly id: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly facts: F;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly reason: string;
  readonly importId: string | null;
  readonly importRow: number | null;
}

/** Everything that is known of one unit now, by day. */
export interface KnownUnit {
  readonly unitId: string;
  readonly compoundId: string;
  readonly versions: readonly KnownVersion<UnitFacts>[];
  readonly ownerships: readonly KnownVersion<OwnershipFacts>[];
}

/** What is to become of one unit. */
export interface UnitChange {
  readonly unitId: string;
  readonly compoundId: string;
  readonly isNew: boolean;
  readonly source: RowSource;
  readonly facts: DatedPlan<UnitFacts, KnownVersion<UnitFacts>> | null;
  readonly ownership: DatedPlan<OwnershipFacts, KnownVersion<OwnershipFacts>> | null;
}

/** An owner's data, sealed and hashed. */
export interface SealedDetail {
  readonly kind: OwnerKind;
  readonly sealedName: string;
  readonly nameHash: string;
  readonly sealedIdNumber: string | null;
  readonly idHash: string | null;
  readonly sealedPhone: string | null;
  readonly phoneHash: string | null;
}

export interface OwnerChange {
  readonly ownerId: string;
  readonly compoundId: string;
  /** The row of details that it replaces; null for an owner who was not known. */
  readonly endsDetailId: string | null;
  readonly detail: SealedDetail;
}

/** One change of the register of owners, ready to be written. */
export interface RosterPlan {
  readonly owners: readonly OwnerChange[];
  readonly units: readonly UnitChange[];
}

/** Ends rows that are known now; how many it found tells whether somebody else was faster. */
export async function endRows(
  manager: EntityManager,
  change: Change,
  table: 'unit_version' | 'ownership' | 'owner_detail',
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE ${table} SET superseded_at = $3, superseded_by = $4
     WHERE city_id = $1 AND id = ANY($2::uuid[]) AND superseded_at IS NULL`,
    [change.cityId, ids, change.at, change.changeId],
  );
  return count;
}

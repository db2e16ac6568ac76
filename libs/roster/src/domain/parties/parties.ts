import { sharesState } from '../ownership/shares.js';
import type { Fraction } from '../ownership/fraction.js';
import type { OwnerKind } from '../people/owner-kind.js';
import type { Standing, UnitUse } from './unit-words.js';

/** One unit on one day, as far as counting needs it. */
export interface RollUnit {
  readonly id: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly use: UnitUse;
  /** Integer of 0.01 m²; null when nobody measured it yet. */
  readonly floorArea: number | null;
  readonly standing: Standing;
  readonly owners: readonly RollOwner[];
}

export interface RollOwner {
  readonly id: string;
  readonly kind: OwnerKind;
  readonly share: Fraction | null;
  readonly isRepresentative: boolean;
}

/** What the compound's own rules say of counting, where the law leaves it to them. */
export interface CountingRules {
  /** 车位 and 储藏室 count for nothing unless the rules say so (业主大会和业主委员会指导规则第二十五条). */
  readonly countsParking: boolean;
}

export const BY_DEFAULT: CountingRules = { countsParking: false };

/** Only the owners who share a part: a building, or a stairway of it. */
export interface PartyScope {
  readonly building?: string | undefined;
  readonly stairway?: string | undefined;
}

/** Why somebody should look at a party before a roll is frozen; none of it takes a vote away. */
export type PartyDoubt = 'area-unknown' | 'owner-unknown' | 'shares-incomplete' | 'representative-missing';

/** 业主 as the law counts heads: whoever has one vote, with all the area behind it. */
export interface OwnerParty {
  /** The same on every day on which the same owners hold something. */
  readonly party: string;
  readonly kind: 'owner' | 'co-owners' | 'developer' | 'unknown';
  readonly heads: 1;
  /** Integer of 0.01 m². */
  readonly weight: number;
  readonly units: readonly string[];
  readonly owners: readonly string[];
  /** Who casts the one vote of several; of a single owner, the owner. */
  readonly representative: string | null;
  readonly doubts: readonly PartyDoubt[];
}

/** A unit that counts for nobody, and why. */
export interface ExcludedUnit {
  readonly unit: string;
  readonly reason: 'parking-or-storage' | 'outside-scope';
}

export interface Parties {
  readonly parties: readonly OwnerParty[];
  readonly excluded: readonly ExcludedUnit[];
  readonly heads: number;
  readonly weight: number;
}

/** Who holds a unit when heads are counted. */
interface Holder {
  readonly key: string;
  readonly kind: OwnerParty['kind'];
  readonly owners: readonly string[];
}

/**
 * The developer's unsold units and those sold but not delivered are one person's (司法解释第九条), whatever a list says
 * of a buyer; so is everything else that the developer owns alone.
 */
function holderOf({ id, standing, owners }: RollUnit, sole: readonly string[]): Holder {
  const developers = owners.filter((owner) => owner.kind === 'developer').map((owner) => owner.id);
  const isDevelopers = owners.length === 1 && developers.length === 1;
  if (standing === 'unsold' || standing === 'undelivered' || isDevelopers) {
    const named = developers.length > 0 ? developers.sort() : sole;
    return { key: `developer:${named.join('+') || 'unnamed'}`, kind: 'developer', owners: named };
  }
  // A unit of which the owner is not known is there all the same: it has a head and an area (司法解释第八、九条).
  if (owners.length === 0) return { key: `unit:${id}`, kind: 'unknown', owners: [] };
  const ids = owners.map((owner) => owner.id).sort();
  return { key: ids.join('+'), kind: ids.length === 1 ? 'owner' : 'co-owners', owners: ids };
}

function reasonAgainst(unit: RollUnit, scope: PartyScope, rules: CountingRules): ExcludedUnit['reason'] | null {
  const inBuilding = scope.building === undefined || scope.building === unit.building;
  const inStairway = scope.stairway === undefined || scope.stairway === unit.stairway;
  if (!inBuilding || !inStairway) return 'outside-scope';
  const isParking = unit.use === 'parking' || unit.use === 'storage';
  return isParking && !rules.countsParking ? 'parking-or-storage' : null;
}

interface Gathered {
  readonly holder: Holder;
  readonly units: RollUnit[];
}

/** The one who is named for the party in any of its units; two different names are none. */
function representativeOf({ holder, units }: Gathered): string | null {
  const [only = null] = holder.owners;
  if (holder.kind !== 'co-owners') return holder.owners.length === 1 ? only : null;
  const named = units.flatMap((unit) => unit.owners.filter((owner) => owner.isRepresentative).map(({ id }) => id));
  const [first] = named;
  return first !== undefined && named.every((id) => id === first) ? first : null;
}

function doubtsOf({ holder, units }: Gathered, representative: string | null): readonly PartyDoubt[] {
  const doubts: PartyDoubt[] = [];
  if (units.some((unit) => unit.floorArea === null)) doubts.push('area-unknown');
  if (holder.kind === 'unknown') doubts.push('owner-unknown');
  const isIncomplete = (unit: RollUnit): boolean => sharesState(unit.owners.map(({ share }) => share)) === 'incomplete';
  if (holder.kind !== 'developer' && units.some(isIncomplete)) doubts.push('shares-incomplete');
  if (holder.kind === 'co-owners' && representative === null) doubts.push('representative-missing');
  return doubts;
}

function partyOf(gathered: Gathered): OwnerParty {
  const { holder, units } = gathered;
  const representative = representativeOf(gathered);
  return {
    party: holder.key,
    kind: holder.kind,
    heads: 1,
    weight: units.reduce((sum, unit) => sum + (unit.floorArea ?? 0), 0),
    units: units.map((unit) => unit.id).sort(),
    owners: holder.owners,
    representative,
    doubts: doubtsOf(gathered, representative),
  };
}

/** The one developer by whom units without a named one are held; where several are named, it is none of them. */
function soleDeveloper(units: readonly RollUnit[]): readonly string[] {
  const developers = units.flatMap((unit) => unit.owners.filter(({ kind }) => kind === 'developer'));
  const named = new Set(developers.map(({ id }) => id));
  return named.size === 1 ? [...named] : [];
}

/**
 * Counts heads and area as the law does: an owner of many units is one person, and so are the co-owners of a unit;
 * the same people together in two units are one, another set of them is another. Shares decide nothing here.
 */
export function partiesOf(units: readonly RollUnit[], scope: PartyScope = {}, rules = BY_DEFAULT): Parties {
  const sole = soleDeveloper(units);
  const excluded: ExcludedUnit[] = [];
  const gathered = new Map<string, Gathered>();
  for (const unit of units) {
    const reason = reasonAgainst(unit, scope, rules);
    if (reason !== null) {
      excluded.push({ unit: unit.id, reason });
      continue;
    }
    const holder = holderOf(unit, sole);
    const known = gathered.get(holder.key);
    if (known) known.units.push(unit);
    else gathered.set(holder.key, { holder, units: [unit] });
  }
  const parties = [...gathered.values()].map(partyOf).sort((one, other) => (one.party < other.party ? -1 : 1));
  return {
    parties,
    excluded: excluded.sort((one, other) => (one.unit < other.unit ? -1 : 1)),
    heads: parties.length,
    weight: parties.reduce((sum, { weight }) => sum + weight, 0),
  };
}

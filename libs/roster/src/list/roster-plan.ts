import { warned, type RowIssue } from '#libs/companies';
import type { Day } from '#libs/kernel';
import { addressKey } from '../domain/address/unit-address.js';
import { sameFraction, shownPercent, sumOf } from '../domain/ownership/fraction.js';
import { sharesState } from '../domain/ownership/shares.js';
import { onDay, planFrom } from '../domain/ownership/version-plan.js';
import { outweighs } from '../domain/parties/unit-words.js';
import type { KnownUnit, OwnershipFacts, RosterPlan, ShareFacts, UnitChange, UnitFacts } from '../writing/change.js';
import type { OwnerBook } from './owner-book.js';
import type { ToldUnit } from './told-units.js';

/** What is needed to judge a list of units: what is known, the owners, and the day for which the list speaks. */
export interface RosterListing {
  readonly units: readonly ToldUnit[];
  readonly known: readonly KnownUnit[];
  readonly owners: OwnerBook;
  readonly asOf: Day;
  readonly reason: string;
  /** Whether the list has a column of owners at all. */
  readonly tellsOwners: boolean;
  newId(): string;
}

export interface RosterListPlan extends RosterPlan {
  readonly issues: readonly RowIssue[];
  /** Rows that say nothing new. */
  readonly unchanged: readonly number[];
}

const NOTHING_KNOWN: Omit<UnitFacts, 'building' | 'stairway' | 'room'> = {
  floor: null,
  use: 'dwelling',
  floorArea: null,
  areaSource: null,
  areaDocument: null,
  commonShare: null,
};

/** The facts of a unit as the list leaves them: what it does not tell stays, and a weaker area gives way. */
function mergedFacts(told: ToldUnit, known: UnitFacts | undefined, issues: RowIssue[]): UnitFacts {
  const before = known ?? { ...NOTHING_KNOWN, ...told.address };
  const differs = told.floorArea !== null && told.floorArea !== before.floorArea;
  const isWeaker = before.floorArea !== null && !outweighs(told.areaSource, before.areaSource ?? 'list');
  if (differs && isWeaker) issues.push(warned(told.row, 'roster.area-weaker', { column: 'floorArea' }));
  const takesArea = told.floorArea !== null && !isWeaker;
  return {
    ...before,
    ...told.address,
    floor: told.floor ?? before.floor,
    use: told.use ?? before.use,
    commonShare: told.commonShare ?? before.commonShare,
    ...(takesArea ? { floorArea: told.floorArea, areaSource: told.areaSource, areaDocument: told.document } : {}),
  };
}

function sameFacts(one: UnitFacts, other: UnitFacts): boolean {
  const { commonShare: share, ...rest } = one;
  const { commonShare: otherShare, ...otherRest } = other;
  const isSame = (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === otherRest[key]);
  return isSame && sameFraction(share, otherShare);
}

function sameShares(told: readonly ShareFacts[], known: readonly ShareFacts[]): boolean {
  const byOwner = new Map(known.map((share) => [share.ownerId, share]));
  return (
    told.length === known.length &&
    told.every(({ ownerId, share, guardianId, isRepresentative }) => {
      const before = byOwner.get(ownerId);
      return (
        before !== undefined &&
        sameFraction(share, before.share) &&
        guardianId === before.guardianId &&
        isRepresentative === before.isRepresentative
      );
    })
  );
}

/** Who holds the unit as the list says; null when the list tells nothing of it. */
function toldOwnership(told: ToldUnit, listing: RosterListing, known: KnownUnit | undefined): OwnershipFacts | null {
  const isNew = known === undefined;
  const isTold = told.owners.length > 0 || told.standing === 'unsold';
  if (!isTold && !isNew) return null;
  const before = known?.ownerships.flatMap(({ facts }) => facts.shares) ?? [];
  const beside = before.flatMap(({ ownerId, guardianId }) => (guardianId === null ? [ownerId] : [ownerId, guardianId]));
  const shares = told.owners.map((owner): ShareFacts => {
    const { share, isRepresentative } = owner;
    const guardian = owner.guardian === null ? null : { ...owner, name: owner.guardian, idNumber: null, phone: null };
    return {
      ownerId: listing.owners.ownerOf(told.compoundId, owner, beside),
      share,
      isRepresentative,
      guardianId: guardian && listing.owners.ownerOf(told.compoundId, { ...guardian, kind: 'person' }, beside),
    };
  });
  const unknown = shares.length === 0 && told.standing !== 'unsold' && told.standing !== 'undelivered';
  return {
    standing: unknown ? 'unknown' : (told.standing ?? 'owned'),
    shares: keptShares(onceEach(shares), known?.ownerships.at(-1)?.facts.shares ?? []),
    cause: 'list',
    documentNumber: told.document,
    issuingBody: null,
    issuedOn: null,
    fileId: null,
  };
}

/** Two spellings in a list may turn out to be one owner, who then holds the unit once. */
function onceEach(shares: readonly ShareFacts[]): readonly ShareFacts[] {
  return shares.filter((share, at) => shares.findIndex(({ ownerId }) => ownerId === share.ownerId) === at);
}

/** Of the same owners as before, what the list does not tell stays: a share, a representative, a guardian. */
function keptShares(told: readonly ShareFacts[], known: readonly ShareFacts[]): readonly ShareFacts[] {
  const byOwner = new Map(known.map((share) => [share.ownerId, share]));
  const isSameSet = told.length === known.length && told.every(({ ownerId }) => byOwner.has(ownerId));
  if (!isSameSet) return told;
  const namesOne = told.some(({ isRepresentative }) => isRepresentative);
  return told.map((each) => {
    const before = byOwner.get(each.ownerId);
    return {
      ownerId: each.ownerId,
      share: each.share ?? before?.share ?? null,
      isRepresentative: namesOne ? each.isRepresentative : (before?.isRepresentative ?? false),
      guardianId: each.guardianId ?? before?.guardianId ?? null,
    };
  });
}

function shareIssues(told: ToldUnit, ownership: OwnershipFacts | null, listing: RosterListing): RowIssue[] {
  if (ownership === null) return [];
  if (ownership.standing === 'unknown' && listing.tellsOwners)
    return [warned(told.row, 'roster.owner-unknown', { column: 'owner' })];
  const shares = ownership.shares.map(({ share }) => share);
  if (sharesState(shares) !== 'incomplete') return [];
  const sum = sumOf(shares.filter((share) => share !== null));
  return [
    warned(told.row, 'roster.shares-incomplete', { column: 'share', params: { sum: sum ? shownPercent(sum) : '?' } }),
  ];
}

/** From which day the list's owners hold the unit; null when what is known is newer than the list. */
function firstDay(told: ToldUnit, known: KnownUnit | undefined, asOf: Day): Day | null {
  const acquired = told.acquiredOn !== null && told.acquiredOn <= asOf ? told.acquiredOn : null;
  const last = known?.ownerships.at(-1);
  if (!last) return acquired ?? asOf;
  if (acquired !== null && acquired > last.validFrom) return acquired;
  return asOf >= last.validFrom ? asOf : null;
}

function plannedOwnership(
  told: ToldUnit,
  listing: RosterListing,
  known: KnownUnit | undefined,
  issues: RowIssue[],
): UnitChange['ownership'] {
  const ownership = toldOwnership(told, listing, known);
  issues.push(...shareIssues(told, ownership, listing));
  const history = known?.ownerships ?? [];
  const last = history.at(-1);
  if (ownership === null) return null;
  const standingStays = told.standing === null || told.standing === last?.facts.standing;
  if (last && standingStays && sameShares(ownership.shares, last.facts.shares)) return null;
  const from = firstDay(told, known, listing.asOf);
  if (from === null) {
    const params = { asOf: listing.asOf, known: last?.validFrom ?? '' };
    issues.push(warned(told.row, 'roster.list-older', { column: 'owner', params }));
    return null;
  }
  return planFrom(history, ownership, from);
}

function plannedFacts(
  told: ToldUnit,
  { known, from, asOf }: { known: KnownUnit | undefined; from: Day; asOf: Day },
  issues: RowIssue[],
): UnitChange['facts'] {
  const current = known && (onDay(known.versions, asOf) ?? known.versions.at(-1));
  const facts = mergedFacts(told, current?.facts, issues);
  if (facts.floorArea === null) issues.push(warned(told.row, 'roster.area-missing', { column: 'floorArea' }));
  if (!known) return planFrom([], facts, from);
  return current && sameFacts(facts, current.facts) ? null : planFrom(known.versions, facts, asOf);
}

function planUnit(
  told: ToldUnit,
  listing: RosterListing,
  known: KnownUnit | undefined,
  issues: RowIssue[],
): UnitChange {
  const { asOf, reason } = listing;
  const ownership = plannedOwnership(told, listing, known, issues);
  const from = ownership?.begins.at(-1)?.validFrom ?? asOf;
  return {
    unitId: known?.unitId ?? listing.newId(),
    compoundId: told.compoundId,
    isNew: known === undefined,
    source: { reason, importRow: told.row },
    facts: plannedFacts(told, { known, from: from < asOf ? from : asOf, asOf }, issues),
    ownership,
  };
}

/** Whether the common shares of each compound make up the whole, told once by its first row and never mended. */
function commonShareIssues(units: readonly ToldUnit[]): RowIssue[] {
  const byCompound = new Map<string, ToldUnit[]>();
  for (const unit of units.filter(({ commonShare }) => commonShare !== null)) {
    byCompound.set(unit.compoundId, [...(byCompound.get(unit.compoundId) ?? []), unit]);
  }
  return [...byCompound.values()].flatMap((told) => {
    const sum = sumOf(told.flatMap(({ commonShare }) => commonShare ?? []));
    if (sum === null || sum.numerator === sum.denominator) return [];
    const params = { units: told.length, sum: shownPercent(sum) };
    return [warned(told[0]?.row ?? 0, 'roster.common-shares-off', { column: 'commonShare', params })];
  });
}

/** Judges a whole list against what is known; nothing is written here. */
export function planRosterList(listing: RosterListing): RosterListPlan {
  const issues: RowIssue[] = [];
  const known = new Map<string, KnownUnit>();
  for (const unit of listing.known) {
    const last = unit.versions.at(-1);
    if (last) known.set(`${unit.compoundId}|${addressKey(last.facts)}`, unit);
  }
  const changes = listing.units.map((told) => ({
    told,
    change: planUnit(told, listing, known.get(`${told.compoundId}|${addressKey(told.address)}`), issues),
  }));
  const owners = listing.owners.changes();
  const learned = new Set(owners.map(({ ownerId }) => ownerId));
  const isUnchanged = ({ told, change }: (typeof changes)[number]): boolean =>
    change.facts === null && change.ownership === null && !listing.owners.told(told).some((id) => learned.has(id));
  return {
    issues: [...issues, ...commonShareIssues(listing.units), ...listing.owners.issues()],
    unchanged: changes.filter(isUnchanged).flatMap(({ told }) => told.rows),
    owners,
    units: changes.map(({ change }) => change).filter(({ facts, ownership }) => facts !== null || ownership !== null),
  };
}

import { sharesState } from '../ownership/shares.js';
import { partiesOf, type RollUnit } from './parties.js';

/** Something about units that people should look at, and by which a list of them is narrowed. */
export const UNIT_MARKS = [
  'developer-held',
  'shares-incomplete',
  'owner-unknown',
  'area-unknown',
  'no-representative',
] as const;
export type UnitMark = (typeof UNIT_MARKS)[number];

export interface StairwaySummary {
  readonly stairway: string | null;
  readonly units: number;
}

export interface BuildingSummary {
  readonly building: string | null;
  readonly units: number;
  /** Integer of 0.01 m². */
  readonly floorArea: number;
  readonly stairways: readonly StairwaySummary[];
}

/** A register of owners at a glance. */
export interface RosterSummary {
  readonly units: number;
  readonly floorArea: number;
  readonly parties: number;
  /** Area of the units that count in a vote. */
  readonly weight: number;
  readonly excluded: number;
  readonly marks: Readonly<Record<UnitMark, number>>;
  readonly buildings: readonly BuildingSummary[];
}

/** What is to be said of one unit. */
export function marksOf(unit: RollUnit): readonly UnitMark[] {
  const marks: UnitMark[] = [];
  const developers = unit.owners.length === 1 && unit.owners[0]?.kind === 'developer';
  const isDevelopers = developers || unit.standing === 'unsold' || unit.standing === 'undelivered';
  if (isDevelopers) marks.push('developer-held');
  if (!isDevelopers && unit.owners.length === 0) marks.push('owner-unknown');
  if (sharesState(unit.owners.map(({ share }) => share)) === 'incomplete') marks.push('shares-incomplete');
  if (unit.floorArea === null) marks.push('area-unknown');
  const isNamed = unit.owners.some(({ isRepresentative }) => isRepresentative);
  if (!isDevelopers && unit.owners.length > 1 && !isNamed) marks.push('no-representative');
  return marks;
}

/** In the order of numbers: 2 before 10, and units without a building last. */
function inOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.length - other.length || (one < other ? -1 : 1);
}

function areaOf(units: readonly RollUnit[]): number {
  return units.reduce((sum, unit) => sum + (unit.floorArea ?? 0), 0);
}

function grouped<K>(units: readonly RollUnit[], keyOf: (unit: RollUnit) => K): ReadonlyMap<K, readonly RollUnit[]> {
  const groups = new Map<K, RollUnit[]>();
  for (const unit of units) {
    const group = groups.get(keyOf(unit));
    if (group) group.push(unit);
    else groups.set(keyOf(unit), [unit]);
  }
  return groups;
}

function buildingsOf(units: readonly RollUnit[]): readonly BuildingSummary[] {
  return [...grouped(units, (unit) => unit.building)]
    .sort(([one], [other]) => inOrder(one, other))
    .map(([building, inside]) => ({
      building,
      units: inside.length,
      floorArea: areaOf(inside),
      stairways: [...grouped(inside, (unit) => unit.stairway)]
        .sort(([one], [other]) => inOrder(one, other))
        .map(([stairway, { length }]) => ({ stairway, units: length })),
    }));
}

export function summaryOf(units: readonly RollUnit[]): RosterSummary {
  const { heads, weight, excluded } = partiesOf(units);
  const all = units.flatMap(marksOf);
  const count = (mark: UnitMark): number => all.filter((each) => each === mark).length;
  const marks = Object.fromEntries(UNIT_MARKS.map((mark) => [mark, count(mark)])) as Record<UnitMark, number>;
  const buildings = buildingsOf(units);
  return {
    units: units.length,
    floorArea: areaOf(units),
    parties: heads,
    weight,
    excluded: excluded.length,
    marks,
    buildings,
  };
}

import { createHash } from 'node:crypto';
import type { OwnerParty, Parties } from '#libs/roster';
import { canonicalJson } from '#libs/transparency';

/** Where a unit is, as people call it. */
export interface UnitAddress {
  readonly id: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string;
}

/** One line of a roll before it is frozen. */
export interface RollLine {
  readonly partyId: string;
  readonly key: string;
  readonly heads: number;
  readonly weight: string;
  readonly kind: string;
  readonly units: readonly string[];
  readonly label: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly doubts: readonly string[];
}

/** The same party has the same id in every version of a roll, and another one in every other assembly. */
export function partyIdOf(assemblyId: string, key: string): string {
  const hex = createHash('sha256').update(`${assemblyId}\n${key}`).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

function nameOf({ building, stairway, room }: UnitAddress): string {
  return [building, stairway, room].filter((each) => each !== null).join('-');
}

/** How many units a label names before it only counts them: a developer may hold hundreds. */
const NAMED = 6;

function labelOf(units: readonly UnitAddress[]): string {
  const names = units.map(nameOf);
  return names.length <= NAMED ? names.join('、') : `${names.slice(0, NAMED).join('、')} 等 ${names.length} 套`;
}

/** Building and stairway of a party all of whose units are there; for the list of doors. */
function placeOf(units: readonly UnitAddress[], of: 'building' | 'stairway'): string | null {
  const [first] = units;
  return first && units.every((each) => each[of] === first[of]) ? first[of] : null;
}

function lineOf(assemblyId: string, party: OwnerParty, addresses: ReadonlyMap<string, UnitAddress>): RollLine {
  const units = party.units.map((id) => addresses.get(id)).filter((each) => each !== undefined);
  const { party: key, heads, weight, kind, doubts } = party;
  return {
    ...{ partyId: partyIdOf(assemblyId, key), key, heads, weight: String(weight), kind, doubts },
    units: party.units,
    label: labelOf(units),
    building: placeOf(units, 'building'),
    stairway: placeOf(units, 'building') === null ? null : placeOf(units, 'stairway'),
  };
}

/** The roll as it is frozen: every party that the register counts, under an id that names nobody. */
export function rollLines(
  assemblyId: string,
  { parties }: Parties,
  addresses: ReadonlyMap<string, UnitAddress>,
): readonly RollLine[] {
  return parties
    .map((party) => lineOf(assemblyId, party, addresses))
    .sort((one, other) => (one.partyId < other.partyId ? -1 : 1));
}

/** SHA-256 of what decides about a roll: who, how many heads, how much area. */
export function hashOfRoll(lines: readonly Pick<RollLine, 'partyId' | 'heads' | 'weight'>[]): string {
  const text = canonicalJson(lines.map(({ partyId, heads, weight }) => ({ partyId, heads, weight })));
  return createHash('sha256').update(text).digest('hex');
}

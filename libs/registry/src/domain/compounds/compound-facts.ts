import type { Day } from '#libs/kernel';

export const COMPOUND_STATUSES = ['in-use', 'under-construction', 'demolished', 'merged'] as const;

/** 在用、在建、已拆除、已并入. */
export type CompoundStatus = (typeof COMPOUND_STATUSES)[number];

/** What is held true of a compound while one version is valid. */
export interface CompoundFacts {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly address: string | null;
  /** The area that the compound lies in, or null while it is not placed: it then counts for the city. */
  readonly areaId: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly buildings: number | null;
  readonly households: number | null;
  /** Integer of 0.01 m², as text, for it may pass what a float holds exactly. */
  readonly floorArea: string | null;
  readonly builtYear: number | null;
  readonly kind: string | null;
  readonly deliveredOn: Day | null;
  readonly status: CompoundStatus;
  readonly mergedInto: string | null;
}

/** Facts with the days for which they hold: from the first to before the second; null means until further notice. */
export interface DatedFacts extends CompoundFacts {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export const FACT_FIELDS = [
  'name',
  'aliases',
  'address',
  'areaId',
  'longitude',
  'latitude',
  'buildings',
  'households',
  'floorArea',
  'builtYear',
  'kind',
  'deliveredOn',
  'status',
  'mergedInto',
] as const satisfies readonly (keyof CompoundFacts)[];

export type FactField = (typeof FACT_FIELDS)[number];

/** Facts of a compound of which nothing is known but its name. */
export function unknownFacts(name: string): CompoundFacts {
  return {
    name,
    aliases: [],
    address: null,
    areaId: null,
    longitude: null,
    latitude: null,
    buildings: null,
    households: null,
    floorArea: null,
    builtYear: null,
    kind: null,
    deliveredOn: null,
    status: 'in-use',
    mergedInto: null,
  };
}

/** Whether two values of one field are the same; aliases are compared as written, in their order. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => each === b[index]);
  return a === b;
}

/** The fields in which the patch differs from the facts. */
export function changedFields(facts: CompoundFacts, patch: Partial<CompoundFacts>): readonly FactField[] {
  return FACT_FIELDS.filter((field) => field in patch && !sameValue(facts[field], patch[field]));
}

/** The version that holds on the day, or undefined before the first. */
export function versionOn<T extends DatedFacts>(history: readonly T[], day: Day): T | undefined {
  return history.find((version) => version.validFrom <= day && (version.validTo === null || version.validTo > day));
}

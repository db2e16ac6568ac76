import { metresBetween, type Point } from './distance.js';
import { normaliseName, plainSpelling } from './normalise-name.js';

/** Values that a list may give for a compound, in the register's form; what a list leaves out is undefined or null. */
export interface ToldValues {
  readonly name?: string | null;
  readonly address?: string | null;
  readonly area?: string | null;
  readonly point?: Point | null;
  readonly buildings?: number | null;
  readonly households?: number | null;
  readonly floorArea?: string | null;
  readonly builtYear?: number | null;
  readonly kind?: string | null;
  readonly deliveredOn?: string | null;
  readonly status?: string | null;
}

export type ToldField = keyof ToldValues;

export const TOLD_FIELDS = [
  'name',
  'address',
  'area',
  'point',
  'buildings',
  'households',
  'floorArea',
  'builtYear',
  'kind',
  'deliveredOn',
  'status',
] as const satisfies readonly ToldField[];

/** Points of two lists nearer than this mean one compound: maps and gates differ by so much. */
const SAME_PLACE_METRES = 300;

function agree(field: ToldField, a: unknown, b: unknown): boolean {
  if (field === 'point') return metresBetween(a as Point, b as Point) <= SAME_PLACE_METRES;
  if (field === 'address') {
    const [x, y] = [plainSpelling(a as string), plainSpelling(b as string)];
    return x.includes(y) || y.includes(x);
  }
  if (field === 'name') {
    const [x, y] = [normaliseName(a as string), normaliseName(b as string)];
    return x.key === y.key && x.part === y.part;
  }
  return a === b;
}

/** One field on which sources do not agree, with every source that says something about it. */
export interface Contradiction<S> {
  readonly field: ToldField;
  readonly values: readonly { readonly value: unknown; readonly source: S }[];
}

/** The fields on which any two sources disagree; nothing is decided here, people are shown both. */
export function contradictionsOf<S>(
  told: readonly { readonly source: S; readonly values: ToldValues }[],
): readonly Contradiction<S>[] {
  return TOLD_FIELDS.flatMap((field) => {
    const values = told
      .filter((each) => each.values[field] !== undefined && each.values[field] !== null)
      .map((each) => ({ value: each.values[field] as unknown, source: each.source }));
    const differ = values.some((a, index) => values.slice(index + 1).some((b) => !agree(field, a.value, b.value)));
    return differ ? [{ field, values }] : [];
  });
}

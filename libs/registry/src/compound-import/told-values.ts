import { Misread, Noted, type RowOf } from '#libs/platform';
import type { ToldValues } from '../domain/matching/contradictions.js';
import type { Point } from '../domain/matching/distance.js';
import { COMPOUND_COLUMNS } from './compound-columns.js';

/** One row of a list of compounds, understood. */
export type CompoundValues = RowOf<typeof COMPOUND_COLUMNS>;

/** What a list said of one compound, by field, as read. */
export type Said = Readonly<Record<string, string>>;

const FIELDS = Object.keys(COMPOUND_COLUMNS) as (keyof typeof COMPOUND_COLUMNS)[];

/** Reads the words of one field once more, as they were read when they came. */
export function valueOfSaid(field: keyof typeof COMPOUND_COLUMNS, said: Said): unknown {
  const words = said[field];
  if (words === undefined) return null;
  const reading = COMPOUND_COLUMNS[field].type.read(words, '');
  if (reading instanceof Misread) return null;
  return reading instanceof Noted ? reading.value : reading;
}

/** All values of a row from its words. */
export function valuesOfSaid(said: Said): CompoundValues {
  return Object.fromEntries(FIELDS.map((field) => [field, valueOfSaid(field, said)])) as unknown as CompoundValues;
}

/** The point that a row gives, in one column or in two. */
export function pointOf(values: CompoundValues): Point | null {
  if (values.point) return values.point;
  const { longitude, latitude } = values;
  return longitude === null || latitude === null ? null : { longitude, latitude };
}

/** The place that a row names, from wide to narrow in one text; null when it names none. */
function placeOf(values: CompoundValues): string | null {
  const { areaCode, area, county, township, village } = values;
  if (areaCode !== null) return areaCode;
  return [area, county, township, village].filter((part) => part !== null).join(' ') || null;
}

/** The words of a list in the register's form, so that sources can be compared; what it does not say is null. */
export function toldValues(said: Said): ToldValues {
  const values = valuesOfSaid(said);
  const { name, address, buildings, households, floorArea, builtYear, kind, deliveredOn, status } = values;
  return {
    ...{ name, address, area: placeOf(values), point: pointOf(values), buildings, households, builtYear, kind },
    floorArea: floorArea === null ? null : String(floorArea),
    deliveredOn,
    status,
  };
}

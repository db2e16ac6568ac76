import type { Point } from '../domain/matching/distance.js';

/** 0.01 m² as square metres with two decimals. */
export function squareMetres(hundredths: string): string {
  const digits = hundredths.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A value of a list as text, so that every field can be shown in one table. */
export function shownToldValue(field: string, value: unknown): string | null {
  if (value === null) return null;
  if (field === 'floorArea') return squareMetres(value as string);
  if (field !== 'point') return `${value as string | number}`;
  const { longitude, latitude } = value as Point;
  return `${longitude},${latitude}`;
}

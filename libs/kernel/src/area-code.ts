/** The levels of the statistics division, each with the length of its canonical codes; grids carry 13 to 18 digits. */
const LEVELS = ['province', 'city', 'county', 'township', 'village'] as const;
const LENGTHS = [2, 4, 6, 9, 12] as const;

export type AreaLevel = (typeof LEVELS)[number] | 'grid';

/**
 * The canonical form of an area code: padding zeros mean nothing, so 140500 and 1405 are one area.
 * Codes of 13–18 digits (grids) stay as they are; anything else is null.
 */
export function canonicalAreaCode(text: string): string | null {
  if (!/^\d{2,18}$/.test(text)) return null;
  if (text.length > 12) return text;
  let length = LENGTHS.findIndex((each) => each === text.length);
  if (length < 0) return null;
  let code = text;
  while (length > 0 && /^0+$/.test(code.slice(LENGTHS[length - 1]))) {
    length -= 1;
    code = code.slice(0, LENGTHS[length]);
  }
  return /^0+$/.test(code) ? null : code;
}

/** The level that a code speaks of, padded or not: both 1405 and 140500000000 are a city; null for what is no code. */
export function levelOfAreaCode(text: string): AreaLevel | null {
  const code = canonicalAreaCode(text);
  if (code === null) return null;
  return LEVELS[LENGTHS.findIndex((each) => each === code.length)] ?? 'grid';
}

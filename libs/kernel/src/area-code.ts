/** The length of a canonical code at each level of the statistics division (province 2 … village 12). */
const LENGTHS = [2, 4, 6, 9, 12] as const;

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

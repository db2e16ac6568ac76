/**
 * A share in percent with two decimals, cut off and never rounded up: 1,741 of 1,742 is "99.94", only all is "100.00".
 * Null when there is nothing to divide by. Exact for whole numbers up to 9 × 10¹¹.
 */
export function truncatedRate(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null;
  const scaled = numerator * 10_000;
  // The remainder is taken off first, because a division of floats could round up to the next hundredth.
  const hundredths = (scaled - (scaled % denominator)) / denominator;
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** An area of 0.01 m² as people write it: 120350 is 1,203.50; exact, however long it is. */
export function writtenArea(hundredths: bigint | string): string {
  const area = BigInt(hundredths);
  const size = area < 0n ? -area : area;
  const whole = String(size / 100n).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${area < 0n ? '-' : ''}${whole}.${String(size % 100n).padStart(2, '0')}`;
}

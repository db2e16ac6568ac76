/** Which of the two measures is short: both are asked, and reaching one does not make up for the other. */
export function missingWords({
  heads,
  weight,
}: {
  readonly heads: number;
  readonly weight: string;
}): 'none' | 'both' | 'heads' | 'weight' {
  const isShort = BigInt(weight) > 0n;
  if (heads > 0) return isShort ? 'both' : 'heads';
  return isShort ? 'weight' : 'none';
}

/** A decimal text of the server as whole fen, so that sums are exact; and back. */
export function fenOf(yuan: string): bigint {
  return BigInt(yuan.replace('.', ''));
}

export function yuanOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const WRITTEN = /(\d[\d,，]*)(?:\.(\d+))?\s*([万亿]?)元/g;
const TIMES: Readonly<Record<string, number>> = { '': 2, 万: 6, 亿: 10 };

/** The amounts of money that a text names, in fen: `86,000元`, `8.6万元`. Finer than a fen is cut off. */
export function amountsIn(text: string): readonly bigint[] {
  return [...text.matchAll(WRITTEN)].map(([, whole = '', fraction = '', unit = '']) => {
    const digits = TIMES[unit] ?? 2;
    return BigInt(whole.replaceAll(/[,，]/g, '') + fraction.slice(0, digits).padEnd(digits, '0'));
  });
}

/** What a decision allows is what it says itself, never more; null where it names no amount. */
export function mostDecided(text: string): bigint | null {
  const amounts = amountsIn(text);
  return amounts.length === 0 ? null : amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);
}

import { DomainError } from '#libs/kernel';

const WRITTEN = /^(\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.(\d{1,2}))?$/;

/** An amount of yuan in fen; null where it is none, or nothing. */
export function fenIn(text: string): bigint | null {
  const [, whole = '', fraction = ''] = WRITTEN.exec(text.trim()) ?? [];
  const fen = whole === '' ? 0n : BigInt(whole.replaceAll(',', '') + fraction.padEnd(2, '0'));
  return fen === 0n ? null : fen;
}

/** An amount of yuan that is more than nothing, in fen. @throws DomainError `ledger.amount-invalid` */
export function fenOf(text: string): bigint {
  const fen = fenIn(text);
  if (fen === null) throw new DomainError('ledger.amount-invalid', { amount: text, decimals: 2 });
  return fen;
}

/** Fen as people write yuan: `1203.50`. */
export function yuanText(fen: bigint | string): string {
  const digits = BigInt(fen).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

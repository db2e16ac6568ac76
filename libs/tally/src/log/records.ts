import { hashOfLeaf, type Hash } from './hashing.js';

/** The bytes that hexadecimal digits stand for; dashes, as in a UUID, are passed over. */
export function bytesOfHex(text: string): Uint8Array {
  const digits = text.replaceAll('-', '').match(/../g) ?? [];
  return Uint8Array.from(digits, (pair) => parseInt(pair, 16));
}

/** The leaf of a record: the sixteen bytes of its salt, then its text. */
export function leafOfRecord(hash: Hash, { salt, text }: { readonly salt: string; readonly text: string }): Uint8Array {
  return hashOfLeaf(hash, bytesOfHex(salt), new TextEncoder().encode(text));
}

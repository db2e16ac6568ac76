import { areEqual, bytesOfHex, headText, isConsistent, isIncluded, leafOfRecord } from '#libs/tally';
import type { Head, Inclusion, Keys } from './public-log.js';
import { hashNamed, isSignedBy, keyIdOf } from './suites.js';

// What the browser works out for itself; nothing here asks the server whether it may be believed.

/** What whoever may see a record was given of it. */
export interface Receipt {
  readonly salt: string;
  readonly text: string;
  readonly hash: string;
  readonly leafHash: string;
  readonly proof: { readonly size: number } | null;
}

/** Reads a receipt from a file; null when it is none. */
export function readReceipt(json: string): Receipt | null {
  try {
    const { salt, text, hash, leafHash, proof } = JSON.parse(json) as Record<string, unknown>;
    const isWhole = [salt, text, hash, leafHash].every((each) => typeof each === 'string');
    const size = (proof as { size?: unknown } | null | undefined)?.size;
    return isWhole
      ? ({ salt, text, hash, leafHash, proof: typeof size === 'number' ? { size } : null } as Receipt)
      : null;
  } catch {
    return null;
  }
}

/** Whether the fingerprint on a receipt is that of its own text. */
export function isOwnLeaf({ salt, text, hash, leafHash }: Receipt): boolean {
  const known = hashNamed(hash);
  return known !== undefined && areEqual(leafOfRecord(known, { salt, text }), bytesOfHex(leafHash));
}

/** Whether a head says in its signed text what it says, and one of the city's keys signed that text. */
export function isSound(head: Head, { keys }: Keys): boolean {
  const { city, size, at, hash, text, signature, keyId } = head;
  if (headText({ city, size, root: bytesOfHex(head.root), at, hash }) !== text) return false;
  const key = keys.find(({ id }) => id === keyId);
  return key !== undefined && keyIdOf(key.publicKey) === key.id && isSignedBy(key, text, signature);
}

/** Whether a leaf lies in the tree of a head, where the proof says. */
export function isInTree(leafHash: string, { leafIndex, size, path }: Inclusion, head: Head): boolean {
  const hash = hashNamed(head.hash);
  if (!hash || size !== head.size) return false;
  const root = bytesOfHex(head.root);
  return isIncluded(hash, { leafIndex, size, leafHash: bytesOfHex(leafHash), path: path.map(bytesOfHex), root });
}

/** Whether the tree of a head only continues an earlier one. */
export function continues(
  earlier: { readonly size: number; readonly root: string },
  head: Head,
  path: readonly string[],
): boolean {
  const hash = hashNamed(head.hash);
  if (!hash) return false;
  const roots = { firstRoot: bytesOfHex(earlier.root), secondRoot: bytesOfHex(head.root) };
  return isConsistent(hash, { first: earlier.size, second: head.size, ...roots, path: path.map(bytesOfHex) });
}

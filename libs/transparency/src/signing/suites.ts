import { createHash } from 'node:crypto';
import type { CryptoSuite } from '#libs/platform';
import type { Hash } from '#libs/tally';
import { ED25519 } from './ed25519.js';
import type { Signing } from './signing.js';
import { SM2 } from './sm2.js';

/** How the log of a city hashes and signs; a city keeps its suite for ever, since its tree cannot be hashed anew. */
export interface Suite {
  readonly hashName: 'SHA-256' | 'SM3';
  readonly hash: Hash;
  readonly signing: Signing;
}

function hashWith(algorithm: 'sha256' | 'sm3'): Hash {
  return (...parts) => {
    const hash = createHash(algorithm);
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
}

export const SUITES: Readonly<Record<CryptoSuite, Suite>> = {
  'sha256-ed25519': { hashName: 'SHA-256', hash: hashWith('sha256'), signing: ED25519 },
  'sm3-sm2': { hashName: 'SM3', hash: hashWith('sm3'), signing: SM2 },
};

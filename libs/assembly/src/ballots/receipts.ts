import { createHash, randomBytes } from 'node:crypto';
import { hashOfLeaf, type Hash, type SealedBallot } from '#libs/tally';
import { canonicalJson } from '#libs/transparency';

/** SHA-256 of this machine; the browser has the same written out. */
export const SHA_256: Hash = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const SALT_BYTES = 16;
/** Salts are drawn many at once, since one draw costs the same whatever its length. */
let drawn = Buffer.alloc(0);

export function newSalt(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(SALT_BYTES * 256);
  const salt = drawn.subarray(0, SALT_BYTES);
  drawn = drawn.subarray(SALT_BYTES);
  return salt;
}

/** What a ballot says, as it is sealed: which assembly, which party, which motion answered how. */
export interface BallotSaid {
  readonly assemblyId: string;
  readonly partyId: string;
  readonly ballotId: string;
  readonly motionIds: readonly string[];
  readonly answers: readonly string[];
}

export function ballotText({ assemblyId, partyId, ballotId, motionIds, answers }: BallotSaid): string {
  const said = Object.fromEntries(motionIds.map((id, at) => [id, answers[at] ?? '']));
  return canonicalJson({ assembly: assemblyId, party: partyId, ballot: ballotId, answers: said });
}

/** The commitment that will stand on the board: there at once, and checked against the board later. */
export function receiptOf({ salt, text }: SealedBallot): string {
  return Buffer.from(hashOfLeaf(SHA_256, salt, new TextEncoder().encode(text))).toString('hex');
}

/** What an old owner reads aloud: the first twelve signs of the receipt. */
export function shortCode(receipt: string): string {
  return receipt
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}

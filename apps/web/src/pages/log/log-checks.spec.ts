import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { closedUp, headText, hashOfLeaf, leafOfRecord, type Hash } from '#libs/tally';
import { describe, expect, it } from '@jest/globals';
import { sm2 } from 'sm-crypto-v2';
import { continues, isInTree, isOwnLeaf, isSound, readReceipt } from './log-checks.js';
import type { Head, Keys } from './public-log.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const hashWith = (name: string): Hash => {
  return (...parts) => createHash(name).update(Buffer.concat(parts)).digest();
};
const HASHES = { 'SHA-256': hashWith('sha256'), SM3: hashWith('sm3') } as const;
const SPKI_OF_SM2 = '3059301306072a8648ce3d020106082a811ccf5501822d034200';
const RECEIPT = { salt: '6f1c0b52-9d63-4b0e-8d53-0d9f3c6f7c11', text: '{"decision":"准予备案。"}' };

interface Signer {
  readonly algorithm: 'Ed25519' | 'SM2-SM3';
  readonly publicKey: string;
  sign(text: string): string;
}

function ed25519(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    algorithm: 'Ed25519',
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

function sm2WithSm3(): Signer {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const der = Buffer.from(SPKI_OF_SM2 + publicKey, 'hex').toString('base64');
  const signed = (text: string): string => sm2.doSignature(Buffer.from(text), privateKey, { hash: true });
  return {
    algorithm: 'SM2-SM3',
    publicKey: `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`,
    sign: (text) => Buffer.from(signed(text), 'hex').toString('base64'),
  };
}

/** A log of three leaves, the receipt's in the middle, with a signed head. */
function aLog(hashName: keyof typeof HASHES, signer: Signer) {
  const hash = HASHES[hashName];
  const leaf = leafOfRecord(hash, RECEIPT);
  const [first, last] = [hashOfLeaf(hash, Buffer.of(1)), hashOfLeaf(hash, Buffer.of(3))];
  const two = closedUp(hash, [first, leaf]);
  const root = closedUp(hash, [two, last]);
  const words = { city: '1405', size: 3, root, at: '2026-11-26T08:00:00.000Z', hash: hashName };
  const text = headText(words);
  const keyId = createHash('sha256').update(signer.publicKey).digest('hex');
  const head: Head = { ...words, root: hex(root), text, signature: signer.sign(text), keyId };
  const key = { id: keyId, algorithm: signer.algorithm, publicKey: signer.publicKey, firstUsedAt: words.at };
  const keys: Keys = { origin: 'jiayuan/1405', hash: hashName, keys: [key] };
  const proof = { leafHash: hex(leaf), leafIndex: 1, size: 3, path: [hex(first), hex(last)] };
  return { head, keys, proof, earlier: { size: 2, root: hex(two) }, last: hex(last) };
}

describe.each([
  ['SHA-256', ed25519()],
  ['SM3', sm2WithSm3()],
] as const)('a log hashed with %s', (hashName, signer) => {
  const { head, keys, proof, earlier, last } = aLog(hashName, signer);

  it('is believed as it is', () => {
    expect(isSound(head, keys)).toBe(true);
    expect(isInTree(proof.leafHash, proof, head)).toBe(true);
    expect(continues(earlier, head, [last])).toBe(true);
    expect(isOwnLeaf({ ...RECEIPT, hash: hashName, leafHash: proof.leafHash, proof: null })).toBe(true);
  });

  it('is not believed when its head, its key or its signature is another', () => {
    const later = { ...head, at: '2026-11-27T08:00:00.000Z' };
    expect(isSound(later, keys)).toBe(false);
    expect(isSound({ ...head, size: 4, text: head.text.replace('\n3\n', '\n4\n') }, keys)).toBe(false);
    expect(isSound({ ...head, signature: '' }, keys)).toBe(false);
    const stranger = aLog(hashName, signer.algorithm === 'Ed25519' ? ed25519() : sm2WithSm3());
    expect(isSound(head, stranger.keys)).toBe(false);
    const passedOff = { ...stranger.keys.keys[0], id: head.keyId } as Keys['keys'][number];
    expect(isSound({ ...stranger.head, keyId: head.keyId }, { ...keys, keys: [passedOff] })).toBe(false);
  });

  it('is not believed when a proof leads elsewhere', () => {
    expect(isInTree(last, proof, head)).toBe(false);
    expect(isInTree(proof.leafHash, { ...proof, leafIndex: 0 }, head)).toBe(false);
    expect(isInTree(proof.leafHash, { ...proof, size: 4 }, head)).toBe(false);
    expect(isInTree(proof.leafHash, { ...proof, path: ['zz'] }, head)).toBe(false);
    expect(continues({ ...earlier, root: last }, head, [last])).toBe(false);
    expect(continues(earlier, head, [])).toBe(false);
    expect(isOwnLeaf({ ...RECEIPT, text: '{}', hash: hashName, leafHash: proof.leafHash, proof: null })).toBe(false);
  });
});

describe('a receipt', () => {
  it('is read from the file that was saved, and from nothing else', () => {
    const receipt = { ...RECEIPT, hash: 'SHA-256', leafHash: '00', proof: { size: 3 } };
    expect(readReceipt(JSON.stringify({ ...receipt, kind: 'act' }))).toEqual(receipt);
    expect(readReceipt(JSON.stringify({ ...receipt, proof: null }))?.proof).toBeNull();
    for (const other of ['', 'null', '[]', '{"salt":1}', '%PDF-1.7']) expect(readReceipt(other)).toBeNull();
  });

  it('hashed by something unknown is not believed', () => {
    expect(isOwnLeaf({ ...RECEIPT, hash: 'MD5', leafHash: '00', proof: null })).toBe(false);
  });
});

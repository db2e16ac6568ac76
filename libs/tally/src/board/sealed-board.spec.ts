import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../merkle/canonical-json.js';
import { Frontier } from '../merkle/frontier.js';
import { hashOfLeaf, type Hash } from '../merkle/hashing.js';
import { sha256 } from '../merkle/sha-256.js';
import { isOnBoard, isWholeBoard, readProof, sealBoard, type SealedBallot, type VoterProof } from './sealed-board.js';

const CHOICES = ['for', 'against', 'abstain'];

function ballots(count: number): SealedBallot[] {
  return Array.from({ length: count }, (_, at) => ({
    salt: createHash('sha256').update(`盐${at}`).digest().subarray(0, 16),
    text: canonicalJson({ party: `p${at}`, choices: { m1: CHOICES[at % 3], m2: 'for' } }),
  }));
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');

describe('a sealed board', () => {
  it('is the tree of RFC 6962 over its leaves, with a proof for every voter, at every size', () => {
    for (let size = 0; size <= 40; size += 1) {
      const given = ballots(size);
      const { board, proofs } = sealBoard(sha256, given);
      const tree = new Frontier(sha256, 0, () => new Uint8Array());
      board.leaves.forEach((leaf) => tree.append(bytes(leaf)));
      expect(board.root).toBe(Buffer.from(tree.root()).toString('base64'));
      expect(isWholeBoard(sha256, board)).toBe(true);
      expect(proofs.map(({ text }) => text)).toEqual(given.map(({ text }) => text));
      expect(proofs.every((proof) => isOnBoard(sha256, board, proof))).toBe(true);
      proofs.forEach(({ index, salt, text }) => {
        const leaf = hashOfLeaf(sha256, bytes(salt), new TextEncoder().encode(text));
        expect(board.leaves[index]).toBe(Buffer.from(leaf).toString('base64'));
      });
    }
  });

  it('says nothing of the order in which the ballots came', () => {
    const given = ballots(33);
    expect(sealBoard(sha256, [...given].reverse()).board).toEqual(sealBoard(sha256, given).board);
  });

  it('takes the hash of the city', () => {
    const sm3: Hash = (...parts) => createHash('sm3').update(Buffer.concat(parts)).digest();
    const { board, proofs } = sealBoard(sm3, ballots(9));
    expect(isWholeBoard(sm3, board)).toBe(true);
    expect(isOnBoard(sm3, board, proofs[4] as VoterProof)).toBe(true);
    expect(isOnBoard(sha256, board, proofs[4] as VoterProof)).toBe(false);
  });

  it('has proofs under 1 kB for five thousand ballots on ten motions', () => {
    const given = ballots(5000).map(({ salt }, at) => {
      const choices = Object.fromEntries(Array.from({ length: 10 }, (_, motion) => [`m${motion + 1}`, 'against']));
      return { salt, text: canonicalJson({ party: `140502001-${at}`, choices }) };
    });
    const { board, proofs } = sealBoard(sha256, given);
    const longest = Math.max(...proofs.map((proof) => Buffer.byteLength(JSON.stringify(proof))));
    expect(longest).toBeLessThan(1000);
    expect(isOnBoard(sha256, board, proofs[4999] as VoterProof)).toBe(true);
  });
});

describe('a proof that a voter hands in', () => {
  it('is read back from its JSON', () => {
    const [proof] = sealBoard(sha256, ballots(5)).proofs;
    expect(readProof(JSON.parse(JSON.stringify({ ...proof, note: 'kept in a drawer' })))).toEqual(proof);
  });

  it('is none when a part is missing or of another kind, whatever JSON it is', () => {
    const [proof] = sealBoard(sha256, ballots(5)).proofs;
    for (const part of ['salt', 'text', 'index', 'size', 'path']) {
      for (const value of [null, {}, [7], undefined]) expect(readProof({ ...proof, [part]: value })).toBeNull();
    }
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(readProof(value)).toBeNull()));
  });
});

describe('a forgery', () => {
  const given = ballots(21);
  const { board, proofs } = sealBoard(sha256, given);
  const other = (text: string): string => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;

  it('of any part of a proof is found', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(4), (voter, stranger, place) => {
        const proof = proofs[voter] as VoterProof;
        const step = place % proof.path.length;
        const wrong: Partial<VoterProof>[] = [
          { text: proof.text.replace('for', 'against') },
          { salt: other(proof.salt) },
          { path: proof.path.map((hash, at) => (at === step ? other(hash) : hash)) },
          { path: proof.path.slice(1) },
          { path: [...proof.path, board.root] },
          { path: proof.path.map((hash, at) => (at === step ? `${hash}\n` : hash)) },
          { size: proof.size + 1 },
          { index: -1 },
          ...(stranger === voter ? [] : [{ index: (proofs[stranger] as VoterProof).index }]),
        ];
        for (const change of wrong) expect(isOnBoard(sha256, board, { ...proof, ...change })).toBe(false);
        expect(isOnBoard(sha256, { ...board, root: other(board.root) }, proof)).toBe(false);
      }),
    );
  });

  it('of the board is found: a ballot changed, dropped, added, doubled, or out of order', () => {
    const { leaves } = board;
    const stranger = sealBoard(sha256, ballots(22)).board;
    const boards = [
      { ...board, leaves: leaves.map((leaf, at) => (at === 7 ? other(leaf) : leaf)) },
      { ...board, leaves: leaves.slice(1) },
      { ...board, leaves: leaves.slice(1), size: leaves.length - 1 },
      { ...board, leaves: stranger.leaves, size: stranger.size },
      { ...board, leaves: [...leaves.slice(0, 7), leaves[6] as string, ...leaves.slice(8)] },
      { ...board, leaves: [...leaves].reverse() },
      { ...board, leaves: leaves.map((leaf) => leaf.slice(0, 8)) },
      { ...board, root: stranger.root },
    ];
    expect(boards.map((forged) => isWholeBoard(sha256, forged))).toEqual(boards.map(() => false));
  });

  it('that shows one leaf to two voters is found, though its root is right', () => {
    const twin = given[3] as SealedBallot;
    const doubled = sealBoard(sha256, [...given, twin]).board;
    expect(isWholeBoard(sha256, doubled)).toBe(false);
  });
});

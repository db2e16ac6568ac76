import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isConsistent, isIncluded, type ConsistencyClaim, type InclusionClaim } from './checks.js';
import { Frontier } from './frontier.js';
import { hashOfLeaf, hashOfNode, type Hash } from './hashing.js';
import { completeNodes, consistencyPath, hashOfRange, inclusionPath, type NodeAt } from './tree.js';

const hashWith = (algorithm: string): Hash => {
  return (...parts) => createHash(algorithm).update(Buffer.concat(parts)).digest();
};
const sha256 = hashWith('sha256');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The eight leaves that implementations of RFC 6962 are commonly tried on, and the roots of the trees of 0 to 8 of them. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** A tree as it is stored: every complete node by its place, and the roots that it had on its way. */
interface Grown {
  readonly leaves: readonly Uint8Array[];
  readonly roots: readonly Uint8Array[];
  readonly nodeAt: NodeAt;
}

function grown(hash: Hash, inputs: readonly Uint8Array[]): Grown {
  const nodes = new Map<string, Uint8Array>();
  const nodeAt: NodeAt = ({ level, position }) => nodes.get(`${level}/${position}`) as Uint8Array;
  const leaves = inputs.map((input) => hashOfLeaf(hash, input));
  const frontier = new Frontier(hash, 0, nodeAt);
  const roots = [frontier.root()];
  leaves.forEach((leaf, index) => {
    nodes.set(`0/${index}`, leaf);
    for (const { level, position, hash: made } of frontier.append(leaf)) nodes.set(`${level}/${position}`, made);
    roots.push(frontier.root());
  });
  return { leaves, roots, nodeAt };
}

const inputsOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`叶${index}`));
const big = grown(sha256, inputsOf(130));

function inclusionIn(tree: Grown, leafIndex: number, size: number): InclusionClaim {
  const ranges = inclusionPath(leafIndex, { from: 0, to: size });
  const path = ranges.map((range) => hashOfRange(sha256, range, tree.nodeAt));
  const [leafHash, root] = [tree.leaves[leafIndex] as Uint8Array, tree.roots[size] as Uint8Array];
  return { leafIndex, size, leafHash, path, root };
}

function consistencyIn(tree: Grown, first: number, second: number): ConsistencyClaim {
  const path = consistencyPath(first, second).map((range) => hashOfRange(sha256, range, tree.nodeAt));
  const [firstRoot, secondRoot] = [tree.roots[first] as Uint8Array, tree.roots[second] as Uint8Array];
  return { first, second, firstRoot, secondRoot, path };
}

/** A leaf and the size of a tree that holds it; two sizes, the smaller first. */
const leafOfTree = fc.integer({ min: 1, max: 130 }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
const twoSizes = leafOfTree.map(([smaller, size]) => [smaller + 1, size] as const);
const bit = fc.nat(255);

function altered(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at >> 3 ? byte ^ (1 << (at & 7)) : byte));
}

describe('a tree', () => {
  it('has the roots of the common example, grown leaf by leaf or closed up from its complete nodes', () => {
    const { roots, nodeAt } = grown(
      sha256,
      LEAVES.map((leaf) => Buffer.from(leaf, 'hex')),
    );
    expect(roots.map(hex)).toEqual(ROOTS);
    expect(ROOTS.map((_, to) => hex(hashOfRange(sha256, { from: 0, to }, nodeAt)))).toEqual(ROOTS);
  });

  it('has the paths of the example in RFC 6962 §2.1.3', () => {
    const rangesOf = (leaf: number): string[] =>
      inclusionPath(leaf, { from: 0, to: 7 }).map(({ from, to }) => `${from}-${to}`);
    expect(rangesOf(0)).toEqual(['1-2', '2-4', '4-7']);
    expect(rangesOf(3)).toEqual(['2-3', '0-2', '4-7']);
    expect(rangesOf(4)).toEqual(['5-6', '6-7', '0-4']);
    expect(rangesOf(6)).toEqual(['4-6', '0-4']);
    const between = (first: number): string[] => consistencyPath(first, 7).map(({ from, to }) => `${from}-${to}`);
    expect(between(3)).toEqual(['2-3', '3-4', '0-2', '4-7']);
    expect(between(4)).toEqual(['4-7']);
    expect(between(6)).toEqual(['4-6', '6-7', '0-4']);
  });

  it('hashes leaves and nodes apart, so that no node passes for a leaf', () => {
    const [left, right] = big.leaves as [Uint8Array, Uint8Array];
    expect(hex(hashOfLeaf(sha256, left, right))).not.toBe(hex(hashOfNode(sha256, left, right)));
  });

  it('takes the hash that it is given: with SM3 it is another tree, proved alike', () => {
    const sm3 = hashWith('sm3');
    const { roots, leaves, nodeAt } = grown(sm3, inputsOf(11));
    const path = inclusionPath(4, { from: 0, to: 11 }).map((range) => hashOfRange(sm3, range, nodeAt));
    const claim = { leafIndex: 4, size: 11, leafHash: leaves[4] as Uint8Array, path, root: roots[11] as Uint8Array };
    expect(isIncluded(sm3, claim)).toBe(true);
    expect(isIncluded(sha256, claim)).toBe(false);
    expect(hex(roots[11] as Uint8Array)).not.toBe(hex(grown(sha256, inputsOf(11)).roots[11] as Uint8Array));
  });

  it('can be grown on from its right edge alone, whatever was there before', () => {
    fc.assert(
      fc.property(twoSizes, ([first, second]) => {
        const frontier = new Frontier(sha256, first, big.nodeAt);
        for (const leaf of big.leaves.slice(first, second)) frontier.append(leaf);
        expect([frontier.size, hex(frontier.root())]).toEqual([second, hex(big.roots[second] as Uint8Array)]);
      }),
    );
  });

  it('needs no more hashes for a proof than its height, nor more stored nodes than twice that', () => {
    for (const size of [1, 2, 100, 2 ** 20, 2 ** 20 + 1, 2 ** 50 - 1]) {
      const height = Math.ceil(Math.log2(size));
      const ranges = inclusionPath(Math.floor(size / 3), { from: 0, to: size });
      expect(ranges.length).toBeLessThanOrEqual(height);
      expect(ranges.flatMap(completeNodes).length).toBeLessThanOrEqual(2 * height);
      expect(consistencyPath(Math.ceil(size / 3), size).length).toBeLessThanOrEqual(height + 1);
    }
  });
});

describe('an inclusion proof', () => {
  it('holds for every leaf of every tree up to 70 leaves', () => {
    for (let size = 1; size <= 70; size += 1) {
      for (let leaf = 0; leaf < size; leaf += 1) expect(isIncluded(sha256, inclusionIn(big, leaf, size))).toBe(true);
    }
  });

  it('fails for another leaf, another index, another size, or any bit of a hash changed', () => {
    fc.assert(
      fc.property(leafOfTree, fc.nat(129), bit, fc.nat(7), ([leaf, size], other, at, place) => {
        const claim = inclusionIn(big, leaf, size);
        expect(isIncluded(sha256, claim)).toBe(true);
        const wrong: Partial<InclusionClaim>[] = [
          { leafHash: altered(claim.leafHash, at) },
          { root: altered(claim.root, at) },
          { path: [...claim.path, claim.leafHash] },
          { path: [claim.leafHash, ...claim.path] },
          { path: [...claim.path, claim.leafHash], root: hashOfNode(sha256, claim.leafHash, claim.root) },
          ...(other === leaf ? [] : [{ leafIndex: other }, { leafHash: big.leaves[other] as Uint8Array }]),
          ...[size - 2 ** 20, -1, leaf + 0.5, Number.NaN, 2 ** 60].map((leafIndex) => ({ leafIndex })),
        ];
        const step = place % Math.max(claim.path.length, 1);
        const path = claim.path.map((hash, index) => (index === step ? altered(hash, at) : hash));
        if (path.length > 0) wrong.push({ path }, { path: claim.path.slice(1) }, { path: claim.path.slice(0, -1) });
        for (const change of wrong) expect(isIncluded(sha256, { ...claim, ...change })).toBe(false);
      }),
    );
  });

  it('leads to the root of its own size only', () => {
    fc.assert(
      fc.property(leafOfTree, fc.integer({ min: 1, max: 130 }), ([leaf, size], other) => {
        fc.pre(other !== size);
        expect(isIncluded(sha256, { ...inclusionIn(big, leaf, size), root: big.roots[other] as Uint8Array })).toBe(
          false,
        );
      }),
    );
  });
});

describe('a consistency proof', () => {
  it('holds between any two sizes up to 70', () => {
    for (let second = 1; second <= 70; second += 1) {
      for (let first = 1; first <= second; first += 1) {
        expect(isConsistent(sha256, consistencyIn(big, first, second))).toBe(true);
      }
    }
  });

  it('fails when a leaf of the old tree is another one in the new', () => {
    fc.assert(
      fc.property(twoSizes, fc.nat(129), ([first, second], changed) => {
        const inputs = inputsOf(second).map((input, index) => (index === changed % first ? Buffer.from('改') : input));
        const rewritten = consistencyIn(grown(sha256, inputs), first, second);
        const firstRoot = big.roots[first] as Uint8Array;
        expect(isConsistent(sha256, { ...rewritten, firstRoot })).toBe(false);
      }),
    );
  });

  it('fails for another size, a hash too many or too few, or any bit changed', () => {
    fc.assert(
      fc.property(twoSizes, bit, fc.nat(8), ([first, second], at, place) => {
        const claim = consistencyIn(big, first, second);
        const above = (root: Uint8Array): Uint8Array => hashOfNode(sha256, claim.firstRoot, root);
        const taller = { firstRoot: above(claim.firstRoot), secondRoot: above(claim.secondRoot) };
        const wrong: Partial<ConsistencyClaim>[] = [
          { ...taller, path: [...claim.path, claim.firstRoot] },
          { firstRoot: altered(claim.firstRoot, at) },
          { secondRoot: altered(claim.secondRoot, at) },
          { path: [...claim.path, claim.firstRoot] },
          { first: second + 1 },
          ...[-1, 0, first - 0.5, Number.NaN].map((other) => ({ first: other })),
          { second: second * 1024 },
        ];
        const step = place % Math.max(claim.path.length, 1);
        const path = claim.path.map((hash, index) => (index === step ? altered(hash, at) : hash));
        if (path.length > 0) {
          wrong.push({ path }, { path: [] }, { path: claim.path.slice(1) }, { path: claim.path.slice(0, -1) });
        }
        for (const change of wrong) expect(isConsistent(sha256, { ...claim, ...change })).toBe(false);
      }),
    );
  });
});

import { areEqual, hashOfNode, type Hash } from './hashing.js';

/** Says: this leaf is the one with this index in the tree of this size and root. */
export interface InclusionClaim {
  readonly leafIndex: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Says: the tree of size `first` is the beginning of the tree of size `second`. */
export interface ConsistencyClaim {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Uint8Array;
  readonly secondRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** Where a walk up a tree stands: the node's position and that of the last node, both on its level. */
class Walk {
  constructor(
    private position: number,
    private last: number,
  ) {}

  get isAtRoot(): boolean {
    return this.last === 0;
  }

  /** Whether the node is a right child, or the last one without a sibling: then the next hash stands on its left. */
  get comesFromRight(): boolean {
    return this.position % 2 === 1 || this.position === this.last;
  }

  /** Up by the sibling; from a last node also over the levels on which it has none. */
  up(): void {
    while (this.position % 2 === 0 && this.position === this.last && this.position !== 0) this.climb();
    this.climb();
  }

  /** Up over the levels on which the node is a right child. */
  upWhileRight(): void {
    while (this.position % 2 === 1) this.climb();
  }

  private climb(): void {
    this.position = Math.floor(this.position / 2);
    this.last = Math.floor(this.last / 2);
  }
}

function isSize(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}

function isPowerOfTwo(number: number): boolean {
  let power = 1;
  while (power < number) power *= 2;
  return power === number;
}

/** Checks an inclusion proof (RFC 9162 §2.1.3.2, the rules of RFC 6962 written out). */
export function isIncluded(hash: Hash, claim: InclusionClaim): boolean {
  const { leafIndex, size, path } = claim;
  if (!isSize(leafIndex + 1) || !isSize(size) || leafIndex >= size) return false;
  // A leaf that is too short or too long was never made by the hash; in a tree of one leaf nothing else would tell.
  if (claim.leafHash.length !== hash().length) return false;
  const walk = new Walk(leafIndex, size - 1);
  let node = claim.leafHash;
  for (const sibling of path) {
    if (walk.isAtRoot) return false;
    node = walk.comesFromRight ? hashOfNode(hash, sibling, node) : hashOfNode(hash, node, sibling);
    walk.up();
  }
  return walk.isAtRoot && areEqual(node, claim.root);
}

/** Checks a consistency proof (RFC 9162 §2.1.4.2). An empty tree is the beginning of any: that says nothing. */
export function isConsistent(hash: Hash, claim: ConsistencyClaim): boolean {
  const { first, second, firstRoot, secondRoot, path } = claim;
  if (!isSize(first) || !isSize(second) || first > second) return false;
  if (first === second) return path.length === 0 && areEqual(firstRoot, secondRoot);
  const walk = new Walk(first - 1, second - 1);
  walk.upWhileRight();
  // A first tree that is one complete node is not sent: whoever asks has its root.
  const [start, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...path] : path;
  if (!start) return false;
  let [old, grown] = [start, start];
  for (const node of rest) {
    if (walk.isAtRoot) return false;
    if (walk.comesFromRight) [old, grown] = [hashOfNode(hash, node, old), hashOfNode(hash, node, grown)];
    else grown = hashOfNode(hash, grown, node);
    walk.up();
  }
  return walk.isAtRoot && areEqual(old, firstRoot) && areEqual(grown, secondRoot);
}

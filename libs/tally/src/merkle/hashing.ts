/** A hash over the parts, one after another; the city chose it (SHA-256 or SM3). */
export type Hash = (...parts: readonly Uint8Array[]) => Uint8Array;

/** Leaves and nodes are hashed apart (RFC 6962 §2.1), or a node could be passed off as a leaf. */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function hashOfLeaf(hash: Hash, ...parts: readonly Uint8Array[]): Uint8Array {
  return hash(LEAF, ...parts);
}

export function hashOfNode(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(NODE, left, right);
}

/** Nodes from left to right that close up to one: the rightmost two first, as RFC 6962 splits its trees. */
export function closedUp(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array {
  return nodes.length === 0 ? hash() : nodes.reduceRight((right, left) => hashOfNode(hash, left, right));
}

export function areEqual(some: Uint8Array, other: Uint8Array): boolean {
  return some.length === other.length && some.every((byte, index) => byte === other[index]);
}

import { closedUp, type Hash } from './hashing.js';

/** The leaves from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A complete node over the 2^level leaves from `position · 2^level` on; level 0 is the leaf itself. */
export interface Place {
  readonly level: number;
  readonly position: number;
}

/** The hash that is stored for a complete node. */
export type NodeAt = (place: Place) => Uint8Array;

/** The first leaf of the right half: the largest power of two below the number of leaves (RFC 6962 §2.1). */
function middleOf({ from, to }: Range): number {
  let half = 1;
  while (half * 2 < to - from) half *= 2;
  return from + half;
}

/** The path of a leaf to the root, from below (RFC 6962 §2.1.1, `PATH(m, D[n])`): each hash as the leaves it covers. */
export function inclusionPath(leaf: number, within: Range): readonly Range[] {
  const { from, to } = within;
  if (to - from === 1) return [];
  const middle = middleOf(within);
  return leaf < middle
    ? [...inclusionPath(leaf, { from, to: middle }), { from: middle, to }]
    : [...inclusionPath(leaf, { from: middle, to }), { from, to: middle }];
}

/** What shows that a tree of `first` leaves is the beginning of this one: `PROOF(m, D[n])` of RFC 6962 §2.1.2. */
export function consistencyPath(first: number, second: number): readonly Range[] {
  return subProof(first, { from: 0, to: second }, true);
}

/** `isRoot`: the subtree up to `first` is the whole first tree, whose hash is known to whoever asks. */
function subProof(first: number, within: Range, isRoot: boolean): readonly Range[] {
  const { from, to } = within;
  if (first === to) return isRoot ? [] : [within];
  const middle = middleOf(within);
  return first <= middle
    ? [...subProof(first, { from, to: middle }, isRoot), { from: middle, to }]
    : [...subProof(first, { from: middle, to }, false), { from, to: middle }];
}

/** The complete nodes that make up a range, from left to right; a range of any path has at most log2 of them. */
export function completeNodes({ from, to }: Range): readonly Place[] {
  const places: Place[] = [];
  for (let at = from; at < to;) {
    let [level, leaves] = [0, 1];
    while (at + leaves * 2 <= to && at % (leaves * 2) === 0) [level, leaves] = [level + 1, leaves * 2];
    places.push({ level, position: at / leaves });
    at += leaves;
  }
  return places;
}

/** The hash of a range, from the complete nodes stored. */
export function hashOfRange(hash: Hash, range: Range, nodeAt: NodeAt): Uint8Array {
  return closedUp(hash, completeNodes(range).map(nodeAt));
}

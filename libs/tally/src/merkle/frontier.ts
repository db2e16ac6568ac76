import { closedUp, hashOfNode, type Hash } from './hashing.js';
import { completeNodes, type NodeAt, type Place } from './tree.js';

/** A complete node that came into being, never to change again. */
export interface GrownNode extends Place {
  readonly hash: Uint8Array;
}

/** The right edge of a tree: all that must be known to append leaves, log2 of the tree's size. */
export class Frontier {
  /** The complete node on the left that waits for its sibling, by level. */
  private readonly waiting: (Uint8Array | undefined)[] = [];

  constructor(
    private readonly hash: Hash,
    private length: number,
    nodeAt: NodeAt,
  ) {
    for (const place of completeNodes({ from: 0, to: length })) this.waiting[place.level] = nodeAt(place);
  }

  get size(): number {
    return this.length;
  }

  /** Appends a leaf; answers the nodes that it completes, from below. */
  append(leaf: Uint8Array): readonly GrownNode[] {
    const grown: GrownNode[] = [];
    let [level, position, hash] = [0, this.length, leaf];
    for (let left = this.waiting[0]; left; left = this.waiting[level]) {
      this.waiting[level] = undefined;
      [level, position, hash] = [level + 1, Math.floor(position / 2), hashOfNode(this.hash, left, hash)];
      grown.push({ level, position, hash });
    }
    this.waiting[level] = hash;
    this.length += 1;
    return grown;
  }

  root(): Uint8Array {
    return closedUp(this.hash, this.waiting.filter((node) => node !== undefined).reverse());
  }
}

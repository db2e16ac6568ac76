import { base64Of, bytesOfBase64 } from '../merkle/base64.js';
import { isIncluded } from '../merkle/checks.js';
import { hashOfLeaf, hashOfNode, type Hash } from '../merkle/hashing.js';

/** A ballot as it is sealed: its text (canonical JSON), and the salt, without which nobody guesses it by its leaf. */
export interface SealedBallot {
  readonly salt: Uint8Array;
  readonly text: string;
}

/** The public board: one commitment for every ballot, in the order of their texts, so that no place tells a time. */
export interface Board {
  readonly size: number;
  readonly root: string;
  readonly leaves: readonly string[];
}

/** What one voter keeps: shows that the ballot is under the root of the board. A document of less than 1 kB. */
export interface VoterProof {
  readonly salt: string;
  readonly text: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}

export interface SealedBoard {
  readonly board: Board;
  /** The proof of each ballot, in the order in which the ballots were given. */
  readonly proofs: readonly VoterProof[];
}

/** One hash of a tree, in both of its forms. */
interface Node {
  readonly hash: Uint8Array;
  readonly text: string;
}

function nodeOf(hash: Uint8Array): Node {
  return { hash, text: base64Of(hash) };
}

const UTF8 = new TextEncoder();

/** What stands on the board for a ballot: a leaf of RFC 6962 over salt and text. */
export function commitmentOf(hash: Hash, { salt, text }: SealedBallot): Uint8Array {
  return hashOfLeaf(hash, salt, UTF8.encode(text));
}

/** The tree of RFC 6962 level by level, from the leaves up: a last node without a sibling rises as it is. */
function levelsAbove(hash: Hash, leaves: readonly Node[]): readonly (readonly Node[])[] {
  const levels = [leaves];
  for (let below = leaves; below.length > 1;) {
    const level: Node[] = [];
    for (let at = 0; at < below.length; at += 2) {
      const [left, right] = [below[at] as Node, below[at + 1]];
      level.push(right ? nodeOf(hashOfNode(hash, left.hash, right.hash)) : left);
    }
    levels.push(level);
    below = level;
  }
  return levels;
}

function pathOf(levels: readonly (readonly Node[])[], index: number): string[] {
  const path: string[] = [];
  let at = index;
  for (const level of levels) {
    const sibling = level[at ^ 1];
    if (sibling) path.push(sibling.text);
    at >>= 1;
  }
  return path;
}

function rootOf(hash: Hash, levels: readonly (readonly Node[])[]): string {
  return levels.at(-1)?.[0]?.text ?? base64Of(hash());
}

/** Seals the ballots of a vote that has closed: the board for everybody, and for each voter the proof to be on it. */
export function sealBoard(hash: Hash, ballots: readonly SealedBallot[]): SealedBoard {
  const made = ballots.map((ballot) => nodeOf(commitmentOf(hash, ballot)));
  const order = made
    .map((_, given) => given)
    .sort((some, other) => (textAt(made, some) < textAt(made, other) ? -1 : 1));
  const leaves = order.map((given) => made[given] as Node);
  const levels = levelsAbove(hash, leaves);
  const size = leaves.length;
  const proofs: VoterProof[] = new Array<VoterProof>(size);
  order.forEach((given, index) => {
    const { salt, text } = ballots[given] as SealedBallot;
    proofs[given] = { salt: base64Of(salt), text, index, size, path: pathOf(levels, index) };
  });
  return { board: { size, root: rootOf(hash, levels), leaves: leaves.map(({ text }) => text) }, proofs };
}

function textAt(nodes: readonly Node[], at: number): string {
  return (nodes[at] as Node).text;
}

/**
 * Whether a published board is whole: its leaves in order and each there once (or two voters could be shown the same
 * one), as many as it says, and under its root.
 */
export function isWholeBoard(hash: Hash, { size, root, leaves }: Board): boolean {
  const nodes: Node[] = [];
  for (const [at, text] of leaves.entries()) {
    const bytes = bytesOfBase64(text);
    if (bytes?.length !== hash().length) return false;
    if (at > 0 && textAt(nodes, at - 1) >= text) return false;
    nodes.push({ hash: bytes, text });
  }
  return nodes.length === size && rootOf(hash, levelsAbove(hash, nodes)) === root;
}

/** A proof as a voter hands it in, or null when it is none. */
export function readProof(document: unknown): VoterProof | null {
  const { salt, text, index, size, path } = (document ?? {}) as Partial<Record<keyof VoterProof, unknown>>;
  if (typeof salt !== 'string' || typeof text !== 'string') return null;
  if (typeof index !== 'number' || typeof size !== 'number' || !Array.isArray(path)) return null;
  const hashes = path.filter((hash): hash is string => typeof hash === 'string');
  return hashes.length === path.length ? { salt, text, index, size, path: hashes } : null;
}

/** Whether a voter's ballot, as the proof tells it, is on the board of this size and root. */
export function isOnBoard(hash: Hash, board: Pick<Board, 'size' | 'root'>, proof: VoterProof): boolean {
  const [salt, root] = [bytesOfBase64(proof.salt), bytesOfBase64(board.root)];
  const path = proof.path.map(bytesOfBase64).filter((each) => each !== null);
  if (!salt || !root || path.length !== proof.path.length || proof.size !== board.size) return false;
  const leafHash = commitmentOf(hash, { salt, text: proof.text });
  return isIncluded(hash, { leafIndex: proof.index, size: proof.size, leafHash, path, root });
}

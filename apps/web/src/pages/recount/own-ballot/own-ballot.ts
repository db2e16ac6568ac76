import { isOnBoard, isWholeBoard, type Board, type Hash, type VoterProof } from '#libs/tally';
import { hashNamed } from '../../log/suites.js';

/** A board as it is published: its head, and mostly all its leaves. */
export interface ShownBoard extends Pick<Board, 'size' | 'root'> {
  readonly leaves: readonly string[] | null;
}

/** On the board; not as the proof says; the proof belongs to another board; or the board itself is not whole. */
export type BallotVerdict = 'on-board' | 'not-on-board' | 'other-board' | 'broken-board';

/** What a ballot says of one motion. */
export interface Answer {
  readonly motion: string;
  readonly answer: string;
}

/** Reads a board; null when the document is none. */
export function readBoard(document: unknown): ShownBoard | null {
  const { size, root, leaves } = (document ?? {}) as Partial<Record<keyof Board, unknown>>;
  if (!Number.isSafeInteger(size) || typeof root !== 'string') return null;
  if (leaves === undefined || leaves === null) return { size: size as number, root, leaves: null };
  const isList = Array.isArray(leaves) && leaves.every((leaf) => typeof leaf === 'string');
  return isList ? { size: size as number, root, leaves: leaves as string[] } : null;
}

/** A board does not name its hash, and one root is never that of both. */
function hashes(): readonly Hash[] {
  return ['SHA-256', 'SM3'].map(hashNamed).filter((hash) => hash !== undefined);
}

/** Whether the board hangs together, and whether the ballot of this proof is on it. */
export function checkBallot({ leaves, ...head }: ShownBoard, proof: VoterProof): BallotVerdict {
  if (leaves !== null && !hashes().some((hash) => isWholeBoard(hash, { ...head, leaves }))) return 'broken-board';
  if (proof.size !== head.size) return 'other-board';
  return hashes().some((hash) => isOnBoard(hash, head, proof)) ? 'on-board' : 'not-on-board';
}

/** What the sealed text says, motion by motion; null where it is written in another way. */
export function answersIn({ text }: VoterProof): readonly Answer[] | null {
  try {
    const { answers } = JSON.parse(text) as { answers?: unknown };
    if (typeof answers !== 'object' || answers === null) return null;
    const entries = Object.entries(answers as Record<string, unknown>);
    return entries.every(([, answer]) => typeof answer === 'string')
      ? entries.map(([motion, answer]) => ({ motion, answer: answer as string }))
      : null;
  } catch {
    return null;
  }
}

import {
  bytesOfBase64,
  commitmentOf,
  isOnBoard,
  isWholeBoard,
  readProof,
  type Board,
  type Hash,
  type VoterProof,
} from '#libs/tally';
import { hashNamed } from '../../log/suites.js';

/** A board as it is published: its head, and mostly all its leaves. */
export interface ShownBoard extends Pick<Board, 'size' | 'root'> {
  readonly leaves: readonly string[] | null;
}

/**
 * On the board; not as the proof says; the proof belongs to another board; the board itself is not whole; or only its
 * head is there, and a receipt is looked for among its leaves.
 */
export type BallotVerdict = 'on-board' | 'not-on-board' | 'other-board' | 'broken-board' | 'head-alone';

/**
 * What a voter kept on the day of the vote, before there was a board: the commitment or the beginning of it, and with
 * salt and text also what the ballot says.
 */
export interface KeptReceipt {
  readonly code: string | null;
  readonly salt: string | null;
  readonly text: string | null;
}

/** What is held against a board. */
export type OwnPaper = VoterProof | KeptReceipt;

/** What came of it, and the place on the board, from 0. */
export interface FoundBallot {
  readonly verdict: BallotVerdict;
  readonly index: number | null;
}

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

/** The twelve signs of a commitment as a receipt shows them. */
export function shownCode(commitment: string): string {
  return commitment
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** The twelve signs that are read aloud, or the whole commitment; lines, case and blanks do not matter. */
export function readCode(text: string): KeptReceipt | null {
  const code = text.replace(/[\s-]/g, '').toLowerCase();
  return /^([0-9a-f]{12}|[0-9a-f]{64})$/.test(code) ? { code, salt: null, text: null } : null;
}

/** A proof, or a receipt as it was saved; null when the document is neither. */
export function readOwnPaper(document: unknown): OwnPaper | null {
  const proof = readProof(document);
  if (proof) return proof;
  const { salt, text } = (document ?? {}) as Partial<Record<keyof KeptReceipt, unknown>>;
  return typeof salt === 'string' && typeof text === 'string' ? { code: null, salt, text } : null;
}

export function isProof(paper: OwnPaper): paper is VoterProof {
  return 'path' in paper;
}

/** Whether the board hangs together, and whether the ballot of this proof or receipt is on it. */
export function checkBallot({ leaves, ...head }: ShownBoard, paper: OwnPaper): FoundBallot {
  if (leaves !== null && !hashes().some((hash) => isWholeBoard(hash, { ...head, leaves }))) {
    return { verdict: 'broken-board', index: null };
  }
  if (isProof(paper)) {
    if (paper.size !== head.size) return { verdict: 'other-board', index: null };
    const isThere = hashes().some((hash) => isOnBoard(hash, head, paper));
    return { verdict: isThere ? 'on-board' : 'not-on-board', index: isThere ? paper.index : null };
  }
  if (leaves === null) return { verdict: 'head-alone', index: null };
  const codes = codesOf(paper);
  const index = leaves.findIndex((leaf) => codes.some((code) => hexOf(bytesOfBase64(leaf)).startsWith(code)));
  return index === -1 ? { verdict: 'not-on-board', index: null } : { verdict: 'on-board', index };
}

/** What is looked for: where salt and text were kept they alone decide, whatever code stands beside them. */
function codesOf({ code, salt, text }: KeptReceipt): readonly string[] {
  const bytes = salt === null ? null : bytesOfBase64(salt);
  if (text === null || bytes === null) return code === null ? [] : [code];
  return hashes().map((hash) => hexOf(commitmentOf(hash, { salt: bytes, text })));
}

function hexOf(bytes: Uint8Array | null): string {
  return [...(bytes ?? [])].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the sealed text says, motion by motion; null where it is written in another way, or was not kept. */
export function answersIn({ text }: Pick<OwnPaper, 'text'>): readonly Answer[] | null {
  if (text === null) return null;
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

import { DomainError } from '#libs/kernel';
import { readBundle, recount, sumOf, type Poll, type Recount, type Sum } from '#libs/tally';
import { readBoard, readOwnPaper } from './own-ballot/own-ballot.js';

/** A bundle that was read and counted. */
export interface Counted {
  readonly poll: Poll;
  readonly found: Recount;
  readonly electorate: Sum;
}

/** Files that people take for one another; each is told where it belongs. */
type Mistaken = 'empty' | 'not-json' | 'proof' | 'board';

/** Why nothing was counted: the refusal of the count, or a file that is something else. */
export type Fault = DomainError | Mistaken;

/** UTF-8, or as old offices save: GB 18030. */
const ENCODINGS = ['utf-8', 'gb18030'];

/** The text of a file, or null when its bytes are no text. */
export function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  }
  return null;
}

/** A document, or undefined where the text is none. */
export function documentIn(text: string | null): unknown {
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** What a text holds that was taken for a bundle, where it can be told. */
function mistaken(text: string | null, document: unknown): Mistaken | null {
  if (text?.trim() === '') return 'empty';
  if (document === undefined) return 'not-json';
  if (readOwnPaper(document) !== null) return 'proof';
  return readBoard(document) === null ? null : 'board';
}

/** Counts what is in a file; answers the count, or why there is none. */
export function countFile(bytes: Uint8Array): Counted | Fault {
  const text = textOf(bytes);
  const document = documentIn(text);
  const fault = mistaken(text, document);
  if (fault !== null) return fault;
  try {
    const poll = readBundle(document);
    return { poll, found: recount(poll), electorate: sumOf(poll.roll) };
  } catch (thrown) {
    if (thrown instanceof DomainError) return thrown;
    throw thrown;
  }
}

/** Where public documents are answered; nothing else is fetched for whoever made a link. */
const PUBLIC = '/api/v1/public/';

/** The address of a public document of this site that a link names; null where it leads anywhere else. */
export function publicAddress(asked: string, origin: string): string | null {
  try {
    const { origin: of, pathname, search } = new URL(asked, origin);
    const isHere = asked.startsWith(PUBLIC) && of === origin && pathname.startsWith(PUBLIC);
    return isHere ? pathname + search : null;
  } catch {
    return null;
  }
}

import type { OwnMotion } from '../../../api/votes/own.js';
import type { Ticked } from '../../assemblies/during/ticked.js';

/** A ballot that is being filled in, and the key under which it was sent. */
export interface Draft {
  readonly ticked: Ticked;
  readonly sent: { readonly key: string; readonly said: string } | null;
}

export const EMPTY: Draft = { ticked: {}, sent: null };

/** What comes of tapping a choice: the one answer, or one more of several candidates. */
export function tap(
  motion: Pick<OwnMotion, 'kind' | 'candidates'>,
  former: readonly string[],
  choice: string,
): string[] {
  const isCandidate = (each: string): boolean => motion.candidates?.some(({ key }) => key === each) ?? false;
  if (motion.kind !== 'election' || !isCandidate(choice)) return [choice];
  if (former.includes(choice)) return former.filter((each) => each !== choice);
  return [...former.filter(isCandidate), choice];
}

/** Whether nothing more can be ticked: an election has as many marks as seats. */
export function isFull({ kind, seats }: Pick<OwnMotion, 'kind' | 'seats'>, ticked: readonly string[]): boolean {
  return kind === 'election' && seats !== null && ticked.length >= seats;
}

/** The first motion without an answer, or how many there are. */
export function nextOpen(motions: readonly Pick<OwnMotion, 'id'>[], ticked: Ticked): number {
  const at = motions.findIndex(({ id }) => (ticked[id] ?? []).length === 0);
  return at === -1 ? motions.length : at;
}

/**
 * The draft as it is about to be sent. The same answers keep their key, so that what was sent into a network that broke
 * off is the same ballot when it is sent again; other answers are another ballot.
 */
export function toBeSent(draft: Draft, said: string, fresh: () => string): Draft & { sent: { key: string } } {
  const sent = draft.sent?.said === said ? draft.sent : { key: fresh(), said };
  return { ...draft, sent };
}

/** A draft as it was kept, or an empty one. */
export function readDraft(text: string | null): Draft {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Draft> | null;
    return kept && typeof kept.ticked === 'object' ? { ticked: kept.ticked, sent: kept.sent ?? null } : EMPTY;
  } catch {
    return EMPTY;
  }
}

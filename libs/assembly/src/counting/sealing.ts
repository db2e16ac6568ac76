import { sealBoard, type SealedBoard } from '#libs/tally';
import { ballotText, SHA_256 } from '../ballots/receipts.js';
import type { SealableRow } from './count-reader.js';

/** The board of a vote that has closed: one commitment for every ballot that stands. */
export function sealedBoardOf(
  { assemblyId, motionIds }: { readonly assemblyId: string; readonly motionIds: readonly string[] },
  standing: readonly SealableRow[],
): SealedBoard {
  const sealed = standing.map(({ party, id, answers, salt }) => ({
    salt,
    text: ballotText({ assemblyId, partyId: party, ballotId: id, motionIds, answers }),
  }));
  return sealBoard(SHA_256, sealed);
}

import type { BallotReceipt } from '../../../api/votes/ballots.js';
import type { OwnVote } from '../../../api/votes/own.js';

/**
 * Where a receipt is checked. It says which commitment to look for and nothing of what the ballot says, so that its
 * picture can be shown to anybody; behind the # it is not even sent to the server.
 */
export function addressOf(
  origin: string,
  { city, id, receipt }: { readonly city: string; readonly id: string; readonly receipt: string },
): string {
  const board = `/api/v1/public/${city}/assemblies/${id}/board`;
  return `${origin}/recount?board=${encodeURIComponent(board)}#receipt=${receipt}`;
}

/** What a voter keeps: with salt and text anybody makes the commitment again, and sees what the ballot says. */
export function keptReceipt(
  { id, title, compound }: Pick<OwnVote, 'id' | 'title' | 'compound'>,
  { castAt, code, receipt, salt, text }: BallotReceipt,
): object {
  return {
    format: 'jiayuan.receipt/1',
    assembly: id,
    title,
    compound: compound.name,
    castAt,
    code,
    receipt,
    salt,
    text,
  };
}

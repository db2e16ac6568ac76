import { daysBetween, type Day } from '#libs/kernel';
import { percentOf } from '#libs/tally';
import type { AssemblyFile } from '../assemblies/assembly-files.js';
import type { Standing } from '../counting/turnout.service.js';

/**
 * From so many voters on the area of those who took part is told, and never finer than one in a hundred: the growth of
 * an exact sum, read again and again, would tell by its area which flat has just voted.
 */
export const LEAST_FOR_AREA = 30;

/** Who took part, as everybody may read it while a vote runs; never how. */
export interface PublicTurnout {
  readonly heads: { readonly have: number; readonly need: number | null; readonly of: number; readonly met: boolean };
  /** In whole percent of all, cut off; null while too few have voted. */
  readonly area: { readonly percent: number; readonly met: boolean } | null;
}

/** Whether the result may be told to everybody. */
export function isPublished({ state }: Pick<AssemblyFile, 'state'>): boolean {
  return state === 'published' || state === 'filed';
}

export function publicTurnout({ quorum, participants, electorate }: Omit<Standing, 'doors'>): PublicTurnout {
  const isHidden = participants.parties < LEAST_FOR_AREA;
  const percent = percentOf(participants.weight, electorate.weight) ?? '0';
  return {
    heads: { ...quorum.heads, of: electorate.heads },
    area: isHidden ? null : { percent: Math.floor(Number(percent)), met: quorum.weight.met },
  };
}

/** Days from today to the last one, which counts until it is over; null once it is. */
export function daysLeft(today: Day, last: Day): number | null {
  return last < today ? null : daysBetween(today, last);
}

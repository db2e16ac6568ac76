import { addDays, dayInShanghai, daysBetween, type Day } from '#libs/kernel';
import type { AssemblyFile, AssemblyState, AssemblyStep, VotingWindow } from '../../api/votes/assemblies.js';

export const STATES: readonly AssemblyState[] = [
  'draft',
  'noticed',
  'open',
  'closed',
  'certified',
  'published',
  'filed',
  'cancelled',
];

/** The course of a vote as people speak of it, with the step that begins each part and the one that ends it. */
const COURSE = [
  { part: 'draft', begins: null, ends: 'notice' },
  { part: 'notice', begins: 'notice', ends: 'opening' },
  { part: 'voting', begins: 'opening', ends: 'closure' },
  { part: 'closure', begins: 'closure', ends: 'closure' },
  { part: 'count', begins: 'certification', ends: 'certification' },
  { part: 'publication', begins: 'publication', ends: 'publication' },
  { part: 'filing', begins: 'filing', ends: 'filing' },
] as const satisfies readonly { part: string; begins: AssemblyStep | null; ends: AssemblyStep }[];

export type Part = (typeof COURSE)[number]['part'];

export interface CoursePart {
  readonly part: Part;
  /** Left out: what a rehearsal ends before, and what a cancelled assembly never comes to. */
  readonly standing: 'done' | 'now' | 'ahead' | 'left-out';
  readonly on: Day | null;
}

type Taken = Pick<AssemblyFile, 'steps' | 'isRehearsal'>;

/** Where a vote stands in its course: one part is at work, unless all is done or it was given up. */
export function courseOf({ steps, isRehearsal }: Taken): readonly CoursePart[] {
  const dayOf = (step: AssemblyStep | null): Day | null => steps.find((each) => each.step === step)?.onDay ?? null;
  const isCancelled = dayOf('cancellation') !== null;
  let isReached = false;
  return COURSE.map(({ part, begins, ends }) => {
    const on = dayOf(begins);
    if (dayOf(ends) !== null) return { part, standing: 'done', on };
    const isNever = isRehearsal && (part === 'publication' || part === 'filing');
    if (isCancelled || isNever) return { part, standing: 'left-out', on };
    const standing = isReached ? 'ahead' : 'now';
    isReached = true;
    return { part, standing, on };
  });
}

/** Days until an instant, counted from one day to the other; null once it has passed. */
export function daysLeft(closesAt: string, now: Date): number | null {
  const end = new Date(closesAt);
  return end <= now ? null : daysBetween(dayInShanghai(now), dayInShanghai(end));
}

/** How long a vote lasts where nobody says otherwise, in days and, of a rehearsal, in hours. */
const USUAL_DAYS = 14;
const REHEARSAL_HOURS = 2;

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The days that are proposed for a notice of today: the safe ones, ending on a day on which people work. */
export function proposedWindow(
  { opensSafelyFrom, isRehearsal }: Pick<AssemblyFile, 'opensSafelyFrom' | 'isRehearsal'>,
  now: Date,
): VotingWindow {
  if (isRehearsal) {
    const end = new Date(now.getTime() + REHEARSAL_HOURS * 3_600_000);
    return { opensAt: now.toISOString(), closesAt: end.toISOString() };
  }
  let last = addDays(opensSafelyFrom, USUAL_DAYS);
  while (isWeekend(last)) last = addDays(last, 1);
  const at = (day: Day, hour: string): string => new Date(`${day}T${hour}:00:00+08:00`).toISOString();
  return { opensAt: at(opensSafelyFrom, '09'), closesAt: at(last, '18') };
}

import { addDays, type Day } from '#libs/kernel';

/** From this day on so many sit on a body. */
export interface MemberStep {
  readonly from: Day;
  readonly members: number;
}

/** One seat as the office of a committee keeps it; alternates have none. */
export interface SeatDays {
  readonly from: Day;
  readonly to: Day;
}

/** What was filed of the members of a body, and what its office tells since. */
export interface MembersTold {
  readonly members: number | null;
  readonly membersChangedOn: Day | null;
  readonly effectiveFrom: Day;
  readonly memberSteps: readonly MemberStep[];
}

/**
 * How many sit from which day on. A register of seats speaks once it has been complete for a first time, that is as
 * long as what was filed: half a register takes nothing from anybody.
 */
export function memberStepsOf(seats: readonly SeatDays[], complete: number): readonly MemberStep[] {
  const days = [...new Set(seats.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort();
  const all = days.map((from) => ({
    from,
    members: seats.filter((seat) => seat.from <= from && from <= seat.to).length,
  }));
  const first = all.findIndex(({ members }) => members >= complete);
  if (first < 0) return [];
  const told = all.slice(first);
  // Whoever takes the seat of another on the same day changes no number.
  return told.filter(({ members }, at) => members !== told[at - 1]?.members);
}

/** How many sit on a day, and since when; null where nobody told. */
export function membersOn(
  { members, membersChangedOn, effectiveFrom, memberSteps }: MembersTold,
  day: Day,
): { readonly members: number; readonly since: Day } | null {
  const step = memberSteps.findLast(({ from }) => from <= day);
  if (step) return { members: step.members, since: step.from };
  // Where nobody told when members left, they were too few from the beginning.
  return members === null ? null : { members, since: membersChangedOn ?? effectiveFrom };
}

/** The first later day on which the number changes by itself. */
export function nextStepOn({ memberSteps }: Pick<MembersTold, 'memberSteps'>, day: Day): Day | null {
  return memberSteps.find(({ from }) => from > day)?.from ?? null;
}

/** The last sign of life of a body up to a day: what a list told, and the meetings that its office held. */
export function activeOn(
  { lastActivityOn, meetings }: { readonly lastActivityOn: Day | null; readonly meetings: readonly Day[] },
  day: Day,
): Day | null {
  const told = [...meetings, ...(lastActivityOn === null ? [] : [lastActivityOn])];
  return (
    told
      .filter((each) => each <= day)
      .sort()
      .at(-1) ?? null
  );
}

/** The first later day on which a body was active, as far as it is told already. */
export function nextActiveOn(
  { lastActivityOn, meetings }: { readonly lastActivityOn: Day | null; readonly meetings: readonly Day[] },
  day: Day,
): Day | null {
  const told = [...meetings, ...(lastActivityOn === null ? [] : [lastActivityOn])];
  return told.filter((each) => each > day).sort()[0] ?? null;
}

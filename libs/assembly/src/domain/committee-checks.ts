import type { Day } from '#libs/kernel';

/** The days and counts of a filed body that can be wrong in themselves. */
export interface CommitteeNumbers {
  readonly seats: number | null;
  readonly members: number | null;
  readonly electedOn: Day | null;
  readonly membersChangedOn: Day | null;
  readonly lastActivityOn: Day | null;
  readonly reelectionGroupOn: Day | null;
  readonly filedOn: Day | null;
}

export interface CommitteeFault {
  readonly code: 'committee.day-in-future' | 'committee.more-members-than-seats';
  readonly column: keyof CommitteeNumbers;
}

const PAST_DAYS = ['electedOn', 'membersChangedOn', 'lastActivityOn', 'reelectionGroupOn', 'filedOn'] as const;

/**
 * What is wrong with the numbers of a body, or null. Days of what has happened cannot lie ahead: a future activity
 * would keep a body alive that does nothing.
 */
export function faultOfCommittee(numbers: CommitteeNumbers, today: Day): CommitteeFault | null {
  const ahead = PAST_DAYS.find((column) => (numbers[column] ?? today) > today);
  if (ahead) return { code: 'committee.day-in-future', column: ahead };
  const { seats, members } = numbers;
  return seats !== null && members !== null && members > seats
    ? { code: 'committee.more-members-than-seats', column: 'members' }
    : null;
}

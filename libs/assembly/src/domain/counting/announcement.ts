import type { Day } from '#libs/kernel';

/** 公布结果: by when it has to be, and when it was. */
export interface Announcement {
  readonly dueOn: Day;
  readonly publishedOn: Day | null;
  /** It was published after its last day, or that day is over and it still is not. */
  readonly isLate: boolean;
}

export function announcementOn(dueOn: Day, publishedOn: Day | null, today: Day): Announcement {
  return { dueOn, publishedOn, isLate: (publishedOn ?? today) > dueOn };
}

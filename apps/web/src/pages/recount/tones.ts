import type { Outcome } from '#libs/tally';

/** How an outcome is coloured; its word stands beside it everywhere. */
export const TONES = {
  ADOPTED: 'good',
  NOT_ADOPTED: 'bad',
  NO_QUORUM: 'notice',
} as const satisfies Readonly<Record<Outcome, string>>;

/** The same for a word in a list. */
export const TAGS: Readonly<Record<Outcome, 'good' | 'danger' | 'notice'>> = { ...TONES, NOT_ADOPTED: 'danger' };

import type { Day } from '#libs/kernel';

/** 主任、副主任、委员、候补委员. */
export const POSTS = ['chair', 'deputy', 'member', 'alternate'] as const;
export type Post = (typeof POSTS)[number];

export const POST_WORDS: Readonly<Record<Post, string>> = {
  chair: '主任',
  deputy: '副主任',
  member: '委员',
  alternate: '候补委员',
};

/** How a seat ends before its last day: 辞职、资格终止、罢免, or because its holder goes on in another one. */
export const END_KINDS = ['resigned', 'disqualified', 'removed'] as const;
export type EndKind = (typeof END_KINDS)[number] | 'stepped-up' | 'new-post';

/** 资格终止的事由 (北京市物业管理条例第四十六条、杭州市物业管理条例第三十二条); arrears are none of them. */
export const END_GROUNDS = ['not-owner', 'incapacity', 'convicted', 'manager-interest', 'other'] as const;
export type EndGround = (typeof END_GROUNDS)[number];

/** One seat as the rules see it: whose, which, and for which days. */
export interface SeatFacts {
  readonly recordId: string;
  readonly personId: string;
  readonly name: string;
  readonly post: Post;
  readonly rank: number | null;
  readonly isOwner: boolean;
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
  readonly isEnded: boolean;
}

/** The body that a seat belongs to, for one term. */
export interface BodyTerm {
  readonly kind: 'committee' | 'pmc';
  readonly from: Day;
  readonly to: Day;
  readonly seats: number | null;
}

/** Those in office on a day; alternates wait for a vacancy and are not. */
export function sittingOn(seats: readonly SeatFacts[], on: Day): readonly SeatFacts[] {
  return seats.filter(({ post, from, to }) => post !== 'alternate' && from <= on && to >= on);
}

/** How many seats nobody holds on a day; null where nobody told how many there are. */
export function vacantOn(seats: readonly SeatFacts[], body: Pick<BodyTerm, 'seats'>, on: Day): number | null {
  return body.seats === null ? null : Math.max(0, body.seats - sittingOn(seats, on).length);
}

/** 少于半数即应重新选举 (指导规则第四十六条). */
export function isBelowHalf(seats: readonly SeatFacts[], body: Pick<BodyTerm, 'seats'>, on: Day): boolean {
  return body.seats !== null && sittingOn(seats, on).length * 2 < body.seats;
}

/** Who steps up next: alternates in the order of their votes. */
export function nextAlternate(seats: readonly SeatFacts[], on: Day): SeatFacts | null {
  const waiting = seats.filter(
    ({ post, from, to, isEnded }) => post === 'alternate' && !isEnded && from <= on && to >= on,
  );
  return [...waiting].sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))[0] ?? null;
}

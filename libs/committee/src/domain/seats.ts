import { DomainError, type Day } from '#libs/kernel';
import { nextAlternate, sittingOn, vacantOn, type BodyTerm, type SeatFacts } from './posts.js';

/** A seat about to be written; `recordId` is that of the seat it corrects, if it corrects one. */
export type NewSeat = Omit<SeatFacts, 'isEnded'>;

function share(one: Pick<SeatFacts, 'from' | 'to'>, other: Pick<SeatFacts, 'from' | 'to'>): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** The days on which the number of those in office can change while the seat is held. */
function daysToLookAt(seat: NewSeat, others: readonly SeatFacts[]): Day[] {
  return [seat.from, ...others.map(({ from }) => from)].filter((day) => seat.from <= day && day <= seat.to);
}

/**
 * Whether a seat may stand beside the others of its body.
 * @throws DomainError `committee-member.outside-term`, `committee-member.twice`, `committee-member.post-held`,
 *   `committee-member.no-seat`, `committee-member.rank-taken`
 */
export function requireSeat(seat: NewSeat, all: readonly SeatFacts[], body: BodyTerm): void {
  const { name, from, to, post, rank } = seat;
  if (from < body.from || to > body.to || to < from) {
    throw new DomainError('committee-member.outside-term', { name, from: body.from, to: body.to });
  }
  const others = all.filter(({ recordId }) => recordId !== seat.recordId);
  const beside = others.filter((each) => share(each, seat));
  const twice = beside.find((each) => each.personId === seat.personId || each.name === name);
  if (twice) throw new DomainError('committee-member.twice', { name, from: twice.from, to: twice.to });
  const first = post === 'chair' ? beside.find((each) => each.post === 'chair') : undefined;
  if (first) throw new DomainError('committee-member.post-held', { name: first.name, from: first.from, to: first.to });
  if (post === 'alternate') {
    if (others.some((each) => each.rank === rank)) throw new DomainError('committee-member.rank-taken', { rank });
    return;
  }
  const full = daysToLookAt(seat, others).find((day) => vacantOn(others, body, day) === 0);
  if (full !== undefined) throw new DomainError('committee-member.no-seat', { day: full, seats: body.seats });
}

/**
 * The seat of an alternate who steps up, from a day on for the rest of the term: there must be a vacancy, and it is
 * their turn.
 * @throws DomainError `committee-member.no-vacancy`, `committee-member.not-alternate`, `committee-member.out-of-turn`
 */
export function requireSuccession(
  all: readonly SeatFacts[],
  body: BodyTerm,
  { recordId, from }: { readonly recordId: string; readonly from: Day },
): SeatFacts {
  const alternate = all.find((each) => each.recordId === recordId);
  if (
    !alternate ||
    alternate.post !== 'alternate' ||
    alternate.isEnded ||
    alternate.to < from ||
    alternate.from > from
  ) {
    throw new DomainError('committee-member.not-alternate');
  }
  if (vacantOn(all, body, from) === 0) {
    throw new DomainError('committee-member.no-vacancy', { day: from, sitting: sittingOn(all, from).length });
  }
  const next = nextAlternate(all, from);
  if (next && next.recordId !== recordId) {
    throw new DomainError('committee-member.out-of-turn', { name: alternate.name, next: next.name });
  }
  return alternate;
}

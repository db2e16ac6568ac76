import { addDays, daysBetween, DomainError, type Day } from '#libs/kernel';
import { moreThan, type OfficeLimits } from './limits.js';
import type { BodyTerm, SeatFacts } from './posts.js';

export const VOTE_CHOICES = ['for', 'against', 'abstain'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

export interface MemberVote {
  readonly personId: string;
  readonly choice: VoteChoice;
}

export interface MeetingCall {
  readonly calledOn: Day;
  readonly startsOn: Day;
  /** The first meeting of the term: it elects the chair, within seven days of the election (指导规则第三十二条). */
  readonly isFirst: boolean;
  readonly caller: SeatFacts;
  /** Members in whose name somebody calls it who is neither chair nor deputy, the caller among them. */
  readonly proposers: readonly string[];
}

/**
 * Whether a meeting is called as it should be: by the chair or deputy, or by a third of the members (指导规则第三十七、
 * 三十八条), and as many days before as the rule asks, the day of the call not counted.
 * @throws DomainError `committee-meeting.caller-unfit`, `committee-meeting.notice-short`, `committee-meeting.past`
 */
export function requireCall(
  { calledOn, startsOn, isFirst, caller, proposers }: MeetingCall,
  sitting: readonly SeatFacts[],
  { noticeDays }: Pick<OfficeLimits, 'noticeDays'>,
): void {
  if (startsOn < calledOn) throw new DomainError('committee-meeting.past', { day: startsOn });
  if (isFirst) return;
  const named = new Set([caller.personId, ...proposers]);
  const asking = sitting.filter(({ personId }) => named.has(personId)).length;
  const leads = caller.post === 'chair' || caller.post === 'deputy';
  if (!leads && asking * 3 < sitting.length) {
    const needed = Math.ceil(sitting.length / 3);
    throw new DomainError('committee-meeting.caller-unfit', { needed, asking });
  }
  if (daysBetween(calledOn, startsOn) < noticeDays) {
    const earliest = addDays(calledOn, noticeDays);
    throw new DomainError('committee-meeting.notice-short', { days: noticeDays, earliest });
  }
}

export interface Quorum {
  readonly members: number;
  readonly present: number;
  readonly needed: number;
  readonly isMet: boolean;
}

/** 过半数委员出席; of a 物管会 more than half of the members who are owners as well (北京市物业管理条例). */
export function quorumOf(
  kind: BodyTerm['kind'],
  { sitting, present }: { readonly sitting: readonly SeatFacts[]; readonly present: ReadonlySet<string> },
  { quorumPercent }: Pick<OfficeLimits, 'quorumPercent'>,
): Quorum {
  const there = sitting.filter(({ personId }) => present.has(personId));
  const needed = moreThan(quorumPercent, sitting.length);
  const owners = sitting.filter(({ isOwner }) => isOwner).length;
  const ownersThere = there.filter(({ isOwner }) => isOwner).length;
  const isMet = there.length >= needed && (kind !== 'pmc' || ownersThere * 2 > owners);
  return { members: sitting.length, present: there.length, needed, isMet };
}

export interface Voting {
  readonly sitting: readonly SeatFacts[];
  readonly present: ReadonlySet<string>;
  readonly recused: ReadonlySet<string>;
  readonly votes: readonly MemberVote[];
}

export interface Decided {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly needed: number;
  readonly isAdopted: boolean;
}

/**
 * Counts a vote: every member who is there says something, whoever is concerned says nothing, and more than half of
 * all members must be for it; who is absent or stands aside makes the bar no lower (指导规则第三十八条).
 * @throws DomainError `committee-decision.recused`, `committee-decision.absent`, `committee-decision.vote-missing`,
 *   `committee-decision.twice`
 */
export function decide(
  { sitting, present, recused, votes }: Voting,
  { decisionPercent }: Pick<OfficeLimits, 'decisionPercent'>,
): Decided {
  const nameOf = (personId: string): string => sitting.find((each) => each.personId === personId)?.name ?? personId;
  const said = new Map(votes.map(({ personId, choice }) => [personId, choice]));
  if (said.size < votes.length) throw new DomainError('committee-decision.twice');
  for (const personId of said.keys()) {
    if (recused.has(personId)) throw new DomainError('committee-decision.recused', { name: nameOf(personId) });
    const isHere = present.has(personId) && sitting.some((each) => each.personId === personId);
    if (!isHere) throw new DomainError('committee-decision.absent', { name: nameOf(personId) });
  }
  const silent = sitting.find(({ personId }) => present.has(personId) && !recused.has(personId) && !said.has(personId));
  if (silent) throw new DomainError('committee-decision.vote-missing', { name: silent.name });
  const count = (choice: VoteChoice): number => votes.filter((each) => each.choice === choice).length;
  const needed = moreThan(decisionPercent, sitting.length);
  const inFavour = count('for');
  return { inFavour, against: count('against'), abstained: count('abstain'), needed, isAdopted: inFavour >= needed };
}

export type MeetingState = 'called' | 'cancelled' | 'held' | 'recorded' | 'published';

export interface MeetingTraces {
  readonly isCancelled: boolean;
  readonly arrivals: number;
  readonly hasMinutes: boolean;
  readonly isPublished: boolean;
}

export function meetingStateOf({ isCancelled, arrivals, hasMinutes, isPublished }: MeetingTraces): MeetingState {
  if (isPublished) return 'published';
  if (hasMinutes) return 'recorded';
  if (isCancelled) return 'cancelled';
  return arrivals > 0 ? 'held' : 'called';
}

/** The last day on which the minutes of a meeting are to be posted (指导规则第三十九条). */
export function publishBy(heldOn: Day, { decisionNoticeDays }: Pick<OfficeLimits, 'decisionNoticeDays'>): Day {
  return addDays(heldOn, decisionNoticeDays);
}

/** How many must have signed before minutes are posted: as many as carry a decision. */
export function signaturesNeeded(members: number, { decisionPercent }: Pick<OfficeLimits, 'decisionPercent'>): number {
  return moreThan(decisionPercent, members);
}

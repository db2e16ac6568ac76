import { addDays, addMonths, type Day } from '#libs/kernel';
import type { OfficeLimits } from './limits.js';
import { publishBy, type MeetingState } from './meetings.js';
import { isBelowHalf, sittingOn, vacantOn, type BodyTerm, type SeatFacts } from './posts.js';

export const DUE_KINDS = [
  'term-over',
  'term-ending',
  'below-half',
  'vacancy',
  'meeting',
  'meeting-overdue',
  'minutes',
  'publication',
  'seal',
  'letter',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Something that a committee has to see to, by a day. */
export interface Due {
  readonly kind: DueKind;
  /** The last day for it, or the day on which it is. */
  readonly on: Day;
  readonly isOverdue: boolean;
  /** What it is about; null where it is about the body as a whole. */
  readonly id: string | null;
  readonly title: string | null;
}

export interface DueMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsOn: Day;
  readonly state: MeetingState;
}

export interface OpenTask {
  readonly id: string;
  readonly title: string;
  readonly by: Day;
}

export interface DueFacts {
  readonly body: BodyTerm;
  readonly seats: readonly SeatFacts[];
  readonly meetings: readonly DueMeeting[];
  /** Papers that wait for the consent of members, from the day on which they were asked. */
  readonly sealRequests: readonly OpenTask[];
  readonly letters: readonly OpenTask[];
}

function ofTerm({ body, seats }: DueFacts, on: Day, limits: OfficeLimits): Due[] {
  const none = { id: null, title: null };
  if (on > body.to) return [{ kind: 'term-over', on: body.to, isOverdue: true, ...none }];
  const due: Due[] = [];
  const remindFrom = addDays(body.to, -limits.termReminderDays);
  if (on >= remindFrom) due.push({ kind: 'term-ending', on: body.to, isOverdue: false, ...none });
  if (seats.length === 0) return due;
  if (isBelowHalf(seats, body, on)) due.push({ kind: 'below-half', on, isOverdue: true, ...none });
  else if ((vacantOn(seats, body, on) ?? 0) > 0) due.push({ kind: 'vacancy', on, isOverdue: false, ...none });
  return due;
}

/** A meeting is due so many months after the last one, or so many days after the term began (指导规则第三十二条). */
function ofMeetings({ body, seats, meetings }: DueFacts, on: Day, limits: OfficeLimits): Due[] {
  if (on > body.to || sittingOn(seats, on).length === 0) return [];
  const none = { id: null, title: null };
  const ahead = meetings.filter(({ state, startsOn }) => state === 'called' && startsOn >= on);
  if (ahead.length > 0) {
    return ahead.map(({ id, title, startsOn }) => ({ kind: 'meeting', on: startsOn, isOverdue: false, id, title }));
  }
  const held = meetings.filter(({ state }) => state !== 'called' && state !== 'cancelled');
  const last = held
    .map(({ startsOn }) => startsOn)
    .sort()
    .at(-1);
  const by = last === undefined ? addDays(body.from, limits.firstSessionDays) : addMonths(last, limits.intervalMonths);
  return by < on ? [{ kind: 'meeting-overdue', on: by, isOverdue: true, ...none }] : [];
}

function ofMinutes({ meetings }: DueFacts, on: Day, limits: OfficeLimits): Due[] {
  return meetings.flatMap(({ id, title, startsOn, state }): Due[] => {
    if (state !== 'held' && state !== 'recorded') return [];
    const by = publishBy(startsOn, limits);
    return [{ kind: state === 'held' ? 'minutes' : 'publication', on: by, isOverdue: by < on, id, title }];
  });
}

function tasks(kind: DueKind, open: readonly OpenTask[], on: Day | null): Due[] {
  return open.map(({ id, title, by }) => ({ kind, on: by, isOverdue: on !== null && by < on, id, title }));
}

/** What is due for a body on a day: what is late first, then by day. */
export function dueOf(facts: DueFacts, on: Day, limits: OfficeLimits): readonly Due[] {
  const all = [
    ...ofTerm(facts, on, limits),
    ...ofMeetings(facts, on, limits),
    ...ofMinutes(facts, on, limits),
    // No rule says how soon members answer a request: it waits, and is never late.
    ...tasks('seal', facts.sealRequests, null),
    ...tasks('letter', facts.letters, on),
  ];
  return all.sort((one, other) => Number(other.isOverdue) - Number(one.isOverdue) || one.on.localeCompare(other.on));
}

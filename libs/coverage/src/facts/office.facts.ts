import { memberStepsOf, type MemberStep } from '../domain/body-office.js';
import { listed, type Reading } from './reading.js';

const NONE: readonly MemberStep[] = [];

/** Joins what the office of a body tells: the days of its seats, and those of the meetings to which somebody came. */
export function officeTold(reading: Reading, of: string): string {
  const seats = {
    ...{ as: 'seat', text: listed("s.from_day || '/' || s.to_day", ' '), from: 'committee_member s' },
    where: `s.city_id = $1 AND s.post <> 'alternate' AND ${reading.known('s')}`,
    key: 's.committee_id',
  };
  const meetings = {
    ...{ as: 'meeting', text: "string_agg(DISTINCT t.starts_on::text, ' ')" },
    from: `committee_meeting t JOIN (SELECT city_id, meeting_id, at AS recorded_at FROM committee_attendance) came
      ON came.city_id = t.city_id AND came.meeting_id = t.id`,
    where: `t.city_id = $1 AND ${reading.recorded('came')}`,
    key: 't.committee_id',
  };
  return `${reading.told(seats, of)} ${reading.told(meetings, of)}`;
}

export function readSeats(told: string | null | undefined, complete: number): readonly MemberStep[] {
  if (!told) return NONE;
  const seats = told.split(' ').map((one) => {
    const [from = '', to = ''] = one.split('/');
    return { from, to };
  });
  return memberStepsOf(seats, complete);
}

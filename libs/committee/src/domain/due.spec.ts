import { describe, expect, it } from '@jest/globals';
import { RULE_PACK } from '#libs/law';
import { dueOf, type DueFacts } from './due.js';
import { officeLimitsOn } from './limits.js';
import type { SeatFacts } from './posts.js';

const limits = officeLimitsOn(RULE_PACK, '2026-11-23');

const seats: SeatFacts[] = ['甲', '乙', '丙'].map((name) => ({
  ...{ recordId: name, personId: name, name, post: 'member', rank: null, isOwner: true, isEnded: false },
  ...{ from: '2026-01-01', to: '2026-12-31' },
}));

const facts = (more: Partial<DueFacts> = {}): DueFacts => ({
  body: { kind: 'committee', from: '2026-01-01', to: '2026-12-31', seats: 3 },
  ...{ seats, meetings: [], sealRequests: [], letters: [] },
  ...more,
});

const told = (more: Partial<DueFacts>, on: string): string[] =>
  dueOf(facts(more), on, limits).map(({ kind, on: day, isOverdue }) => `${kind} ${day}${isOverdue ? '!' : ''}`);

const meeting = (startsOn: string, state: DueFacts['meetings'][0]['state']): DueFacts['meetings'][0] => ({
  ...{ id: startsOn, title: '议题', startsOn, state },
});

describe('what is due', () => {
  it('is the end of the term from sixty days before, and its having ended', () => {
    const published = { meetings: [meeting('2026-10-20', 'published')] };
    expect(told(published, '2026-10-31')).toEqual([]);
    expect(told(published, '2026-11-01')).toEqual(['term-ending 2026-12-31']);
    expect(told(published, '2027-01-01')).toEqual(['term-over 2026-12-31!']);
  });

  it('is the first meeting within seven days, and the next within two months', () => {
    expect(told({}, '2026-01-08')).toEqual([]);
    expect(told({}, '2026-01-09')).toEqual(['meeting-overdue 2026-01-08!']);
    expect(told({ meetings: [meeting('2026-02-01', 'published')] }, '2026-04-02')).toEqual([
      'meeting-overdue 2026-04-01!',
    ]);
    const ahead = { meetings: [meeting('2026-02-01', 'published'), meeting('2026-05-01', 'called')] };
    expect(told(ahead, '2026-04-20')).toEqual(['meeting 2026-05-01']);
  });

  it('is the minutes within three days, from taking the attendance to posting them', () => {
    expect(told({ meetings: [meeting('2026-02-01', 'held')] }, '2026-02-04')).toEqual(['minutes 2026-02-04']);
    expect(told({ meetings: [meeting('2026-02-01', 'recorded')] }, '2026-02-05')).toEqual(['publication 2026-02-04!']);
  });

  it('is a vacancy, and more urgently a body of less than half', () => {
    const body = { kind: 'committee', from: '2026-01-01', to: '2026-12-31', seats: 6 } as const;
    const met = { meetings: [meeting('2026-02-01', 'published')] };
    expect(told({ ...met, body }, '2026-03-01')).toEqual(['vacancy 2026-03-01']);
    expect(told({ ...met, body: { ...body, seats: 7 } }, '2026-03-01')).toEqual(['below-half 2026-03-01!']);
    expect(told({ ...met, body, seats: [] }, '2026-03-01')).toEqual([]);
  });

  it('shows what is late before what is not', () => {
    const task = (id: string, by: string): DueFacts['letters'][0] => ({ id, title: '来函', by });
    const met = { meetings: [meeting('2026-02-01', 'published')] };
    const letters = [task('a', '2026-03-05'), task('b', '2026-02-20')];
    const open = { ...met, letters, sealRequests: [task('c', '2026-03-01')] };
    expect(told(open, '2026-03-01')).toEqual(['letter 2026-02-20!', 'seal 2026-03-01', 'letter 2026-03-05']);
  });
});

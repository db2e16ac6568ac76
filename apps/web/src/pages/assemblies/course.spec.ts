import { describe, expect, it } from '@jest/globals';
import type { AssemblyStep } from '../../api/votes/assemblies.js';
import { courseOf, daysLeft, proposedWindow } from './course.js';

const DAYS: Partial<Record<AssemblyStep, string>> = { notice: '2026-03-02', opening: '2026-03-19' };
const taken = (...steps: AssemblyStep[]): Parameters<typeof courseOf>[0]['steps'] =>
  steps.map((step) => ({ step, onDay: DAYS[step] ?? '2026-04-02', at: '', byName: '', basis: null }));
const standings = (isRehearsal: boolean, ...steps: AssemblyStep[]): string =>
  courseOf({ steps: taken(...steps), isRehearsal })
    .map(({ standing }) => standing)
    .join(' ');

describe('the course of a vote', () => {
  it('has one part at work, those before it done and those after it ahead', () => {
    expect(standings(false)).toBe('now ahead ahead ahead ahead ahead ahead');
    expect(standings(false, 'notice')).toBe('done now ahead ahead ahead ahead ahead');
    expect(standings(false, 'notice', 'opening', 'extension')).toBe('done done now ahead ahead ahead ahead');
    expect(standings(false, 'notice', 'opening', 'closure')).toBe('done done done done now ahead ahead');
  });

  it('is over with the filing, with the count of a rehearsal, or when it was given up', () => {
    const all: AssemblyStep[] = ['notice', 'opening', 'closure', 'certification', 'publication', 'filing'];
    expect(standings(false, ...all)).toBe('done done done done done done done');
    expect(standings(true, 'notice', 'opening', 'closure')).toBe('done done done done now left-out left-out');
    expect(standings(false, 'notice', 'cancellation')).toBe(
      'done left-out left-out left-out left-out left-out left-out',
    );
  });

  it('tells the day on which each part began', () => {
    const days = courseOf({ steps: taken('notice', 'opening'), isRehearsal: false }).map(({ on }) => on);
    expect(days).toEqual([null, '2026-03-02', '2026-03-19', null, null, null, null]);
  });
});

describe('the days of a vote', () => {
  it.each([
    ['2026-03-31T10:00:00Z', '2026-03-31T09:59:00Z', 0],
    ['2026-03-31T10:00:00Z', '2026-03-30T16:30:00Z', 0],
    ['2026-03-31T10:00:00Z', '2026-03-30T15:30:00Z', 1],
    ['2026-03-31T10:00:00Z', '2026-03-31T10:00:00Z', null],
  ])('left until %s at %s are %s, by the days of Shanghai', (closesAt, now, expected) => {
    expect(daysLeft(closesAt, new Date(now))).toBe(expected);
  });

  it('are proposed from the safe day on, and never end on a weekend', () => {
    const file = { opensSafelyFrom: '2026-03-21', isRehearsal: false };
    expect(proposedWindow(file, new Date('2026-03-05T00:00:00Z'))).toEqual({
      opensAt: '2026-03-21T01:00:00.000Z',
      closesAt: '2026-04-06T10:00:00.000Z',
    });
  });

  it('of a rehearsal begin at once', () => {
    const now = new Date('2026-03-05T00:00:00Z');
    expect(proposedWindow({ opensSafelyFrom: '2026-03-21', isRehearsal: true }, now)).toEqual({
      opensAt: '2026-03-05T00:00:00.000Z',
      closesAt: '2026-03-05T02:00:00.000Z',
    });
  });
});

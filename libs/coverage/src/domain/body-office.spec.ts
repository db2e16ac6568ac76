import { describe, expect, it } from '@jest/globals';
import { activeOn, memberStepsOf, membersOn, nextStepOn, type SeatDays } from './body-office.js';

const until = (to: string, from = '2026-01-01'): SeatDays => ({ from, to });
const TERM = '2028-12-31';
const filed = { members: 3, membersChangedOn: null, effectiveFrom: '2026-01-01' } as const;

describe('the members that an office tells', () => {
  it('are those of the day, each seat to its last day', () => {
    const memberSteps = memberStepsOf([until(TERM), until(TERM), until('2026-05-31')], 3);
    const told = { ...filed, memberSteps };
    expect(membersOn(told, '2026-05-31')).toEqual({ members: 3, since: '2026-01-01' });
    expect(membersOn(told, '2026-06-01')).toEqual({ members: 2, since: '2026-06-01' });
    expect([nextStepOn(told, '2026-05-31'), nextStepOn(told, '2026-06-01')]).toEqual(['2026-06-01', '2029-01-01']);
  });

  it('do not change where one takes the seat of another', () => {
    const seats = [until(TERM), until('2026-05-31'), until(TERM, '2026-06-01')];
    expect(memberStepsOf(seats, 2)).toEqual([
      { from: '2026-01-01', members: 2 },
      { from: '2029-01-01', members: 0 },
    ]);
  });

  it('speak only once the register was as long as what was filed', () => {
    const half = memberStepsOf([until(TERM), until(TERM)], 3);
    expect(half).toEqual([]);
    expect(membersOn({ ...filed, memberSteps: half }, '2026-06-01')).toEqual({ members: 3, since: '2026-01-01' });
    const late = memberStepsOf([until(TERM), until(TERM), until(TERM, '2026-03-01')], 3);
    expect(late[0]).toEqual({ from: '2026-03-01', members: 3 });
    expect(membersOn({ ...filed, memberSteps: late }, '2026-02-01')).toEqual({ members: 3, since: '2026-01-01' });
  });

  it('are nobody’s where nothing was told', () => {
    expect(membersOn({ ...filed, members: null, memberSteps: [] }, '2026-06-01')).toBeNull();
  });
});

describe('the last sign of life', () => {
  it('is the latest of what a list told and what was held, up to the day', () => {
    const told = { lastActivityOn: '2026-02-01', meetings: ['2026-04-01', '2026-01-10'] };
    expect(activeOn(told, '2026-01-09')).toBeNull();
    expect(activeOn(told, '2026-03-31')).toBe('2026-02-01');
    expect(activeOn(told, '2026-12-31')).toBe('2026-04-01');
  });
});

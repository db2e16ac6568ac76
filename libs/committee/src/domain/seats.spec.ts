import { describe, expect, it } from '@jest/globals';
import { isBelowHalf, nextAlternate, sittingOn, vacantOn, type BodyTerm, type SeatFacts } from './posts.js';
import { requireSeat, requireSuccession } from './seats.js';

const BODY: BodyTerm = { kind: 'committee', from: '2026-01-01', to: '2028-12-31', seats: 5 };

function aSeat(name: string, more: Partial<SeatFacts> = {}): SeatFacts {
  return {
    ...{ recordId: `seat-${name}`, personId: name, name, post: 'member', rank: null, isOwner: true, isEnded: false },
    ...{ from: BODY.from, to: BODY.to, ...more },
  };
}

const four = ['甲', '乙', '丙', '丁'].map((name) => aSeat(name));
const alternate = (name: string, rank: number, more: Partial<SeatFacts> = {}): SeatFacts =>
  aSeat(name, { post: 'alternate', rank, ...more });

describe('seats on a day', () => {
  it('are held from the first to the last day, and not by alternates', () => {
    const seats = [aSeat('甲', { to: '2026-06-30' }), alternate('戊', 1)];
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => sittingOn(seats, day).length)).toEqual(
      [0, 1, 1, 0],
    );
  });

  it('are vacant where fewer sit than were filed; less than half is too few, half is not', () => {
    expect([vacantOn(four, BODY, '2026-02-01'), vacantOn(four, { seats: null }, '2026-02-01')]).toEqual([1, null]);
    const six = { seats: 6 };
    expect([3, 2].map((count) => isBelowHalf(four.slice(0, count), six, '2026-02-01'))).toEqual([false, true]);
  });
});

describe('a new seat', () => {
  it('takes the last vacancy, and no seat that is only free later', () => {
    const full = [...four, aSeat('戊', { from: '2027-01-01' })];
    expect(() => requireSeat(aSeat('己', { to: '2026-12-31' }), full, BODY)).not.toThrow();
    expect(() => requireSeat(aSeat('己'), full, BODY)).toThrow('committee-member.no-seat');
  });

  it('may be stated anew without standing in its own way', () => {
    const full = [...four, aSeat('戊')];
    expect(() => requireSeat(aSeat('戊', { post: 'chair' }), full, BODY)).not.toThrow();
  });

  it('follows the seat of another chair, and does not share a day with it', () => {
    const former = [aSeat('甲', { post: 'chair', to: '2026-06-30' })];
    const chair = (from: string): SeatFacts => aSeat('乙', { post: 'chair', from });
    expect(() => requireSeat(chair('2026-07-01'), former, BODY)).not.toThrow();
    expect(() => requireSeat(chair('2026-06-30'), former, BODY)).toThrow('committee-member.post-held');
  });
});

describe('an alternate', () => {
  const waiting = [alternate('戊', 1), alternate('己', 2)];

  it('steps up in turn: whoever resigned is passed over', () => {
    const left = [alternate('戊', 1, { isEnded: true, to: '2026-01-31' }), waiting[1] as SeatFacts];
    expect(nextAlternate(waiting, '2026-02-01')?.name).toBe('戊');
    expect(nextAlternate(left, '2026-02-01')?.name).toBe('己');
    const asked = { recordId: 'seat-己', from: '2026-02-01' };
    expect(() => requireSuccession([...four, ...waiting], BODY, asked)).toThrow('committee-member.out-of-turn');
    expect(requireSuccession([...four, ...left], BODY, asked).name).toBe('己');
  });

  it('waits while every seat is taken', () => {
    const full = [...four, aSeat('庚'), ...waiting];
    const asked = { recordId: 'seat-戊', from: '2026-02-01' };
    expect(() => requireSuccession(full, BODY, asked)).toThrow('committee-member.no-vacancy');
  });
});

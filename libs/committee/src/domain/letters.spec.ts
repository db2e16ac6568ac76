import { describe, expect, it } from '@jest/globals';
import { answerBy, letterNumber, letterStateOf } from './letters.js';

describe('a letter', () => {
  it('bears a number by direction and year', () => {
    expect([letterNumber('in', '2026-11-23', 3), letterNumber('out', '2027-01-01', 1)]).toEqual([
      '收〔2026〕3号',
      '发〔2027〕1号',
    ]);
  });

  it('is to be answered on the day that it asks for, else within ten', () => {
    const limits = { letterAnswerDays: 10 };
    expect(answerBy('2026-11-23', null, limits)).toBe('2026-12-03');
    expect(answerBy('2026-11-23', '2026-11-30', limits)).toBe('2026-11-30');
  });

  it('is late on the day after its last one, and late no more once answered', () => {
    const waiting = { answerBy: '2026-12-03', answeredOn: null };
    expect(['2026-12-03', '2026-12-04'].map((day) => letterStateOf(waiting, day))).toEqual(['waiting', 'overdue']);
    expect(letterStateOf({ ...waiting, answeredOn: '2026-12-09' }, '2026-12-10')).toBe('answered');
    expect(letterStateOf({ answerBy: null, answeredOn: null }, '2027-01-01')).toBe('filed');
  });
});

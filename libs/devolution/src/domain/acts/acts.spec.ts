import { describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import { officeName } from '../body.js';
import { ACT_STATES, ACT_STEPS, isOpen, stateAfter, stateOf, TRANSITIONS, type ActState } from './act-state.js';
import { readDocumentNumber, writeDocumentNumber } from './document-number.js';
import { dutyFault } from './separation-of-duties.js';
import { dueDay, type WorkCalendar } from './working-days.js';

describe('the number of a paper', () => {
  it('tells city, power, year and serial, and is read back', () => {
    const number = { cityCode: '1405', powerCode: 'WY-04', year: 2026, serial: 123 };
    expect(writeDocumentNumber(number)).toBe('1405-WY04-2026-000123');
    expect(readDocumentNumber('1405-WY04-2026-000123')).toEqual(number);
  });

  it.each([' 1405-wy04-2026-000123 ', '1405—WY-04—2026—000123', '１４０５－ＷＹ０４－２０２６－０００１２３'])(
    'is read as %s',
    (text) => {
      expect(readDocumentNumber(text)?.serial).toBe(123);
    },
  );

  it.each(['', '1405', '1405-WY4-2026-1', '14-WY04-2026-000001', '1405-WY04-26-000001', "1405-WY04-2026-1'"])(
    '%j is none',
    (text) => {
      expect(readDocumentNumber(text)).toBeNull();
    },
  );
});

/** Monday to Friday, but for 1 October 2026 to the 7th; Saturday the 10th is worked. */
const calendar: WorkCalendar = {
  publishedUntil: '2026-12-31',
  isWorkingDay: (day) => {
    if (day === '2026-10-10') return true;
    if (day >= '2026-10-01' && day <= '2026-10-07') return false;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  },
};

describe('a period of working days', () => {
  it('does not count the day it starts', () => {
    expect(dueDay('2026-11-23', 1, calendar)).toEqual({ day: '2026-11-24', isEstimated: false });
    expect(dueDay('2026-11-23', 5, calendar)?.day).toBe('2026-11-30');
  });

  it('leaps over holidays and counts swapped Saturdays', () => {
    expect(dueDay('2026-09-30', 1, calendar)?.day).toBe('2026-10-08');
    expect(dueDay('2026-09-30', 3, calendar)?.day).toBe('2026-10-10');
  });

  it('stands still while it is suspended', () => {
    expect(dueDay('2026-11-23', 2, calendar, [{ from: '2026-11-24', to: '2026-11-26' }])?.day).toBe('2026-11-27');
    expect(dueDay('2026-11-23', 2, calendar, [{ from: '2026-11-24', to: null }])).toBeNull();
  });

  it('says when it rests on holidays that are not published', () => {
    expect(dueDay('2026-12-31', 1, calendar)).toEqual({ day: '2027-01-01', isEstimated: true });
  });

  it('never hangs on a calendar without working days', () => {
    expect(() => dueDay('2026-01-01', 1, { ...calendar, isWorkingDay: () => false })).toThrow(RangeError);
  });

  it('ends on a working day, one day later for each day more', () => {
    for (let days = 1; days < 60; days += 1) {
      const day = dueDay('2026-09-01', days, calendar)?.day ?? '';
      expect(calendar.isWorkingDay(day)).toBe(true);
      expect(dueDay('2026-09-01', days + 1, calendar)?.day ?? '').toMatch(/^2026/);
      expect((dueDay('2026-09-01', days + 1, calendar)?.day ?? '') >= addDays(day, 1)).toBe(true);
    }
  });
});

describe('the way of a case', () => {
  it('reaches every state, and every step leads somewhere', () => {
    const reached = new Set<ActState>(['received']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const state of [...reached]) for (const next of Object.values(TRANSITIONS[state])) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...ACT_STATES].sort());
    const steps = new Set(ACT_STATES.flatMap((state) => Object.keys(TRANSITIONS[state])));
    expect([...steps].sort()).toEqual([...ACT_STEPS].sort());
  });

  it('goes from intake by acceptance and review to issue, and can be revoked then', () => {
    expect(stateOf([])).toBe('received');
    expect(stateOf(['missing-papers', 'supplement', 'acceptance', 'approval-of-review', 'issue'])).toBe('issued');
    expect(stateOf(['acceptance', 'approval-of-review', 'issue', 'revocation'])).toBe('revoked');
  });

  it('never issues what was not reviewed, nor revokes what was not issued', () => {
    for (const state of ACT_STATES) {
      expect(stateAfter(state, 'issue') === null).toBe(state !== 'reviewed');
      expect(stateAfter(state, 'revocation') === null).toBe(state !== 'issued');
    }
    expect(() => stateOf(['issue'])).toThrow('issue is not possible in received');
  });

  it('is open until it is issued, refused or withdrawn', () => {
    expect(ACT_STATES.filter(isOpen)).toEqual(['received', 'papers-missing', 'accepted', 'suspended', 'reviewed']);
  });
});

describe('two people', () => {
  const case1 = { openedBy: 'a', reviewedBy: 'b', interested: ['c'] };

  it('open and review, and the reviewer does not issue', () => {
    expect(dutyFault('review', 'a', case1)).toBe('act.own-review');
    expect(dutyFault('review', 'b', case1)).toBeNull();
    expect(dutyFault('issue', 'b', case1)).toBe('act.own-issue');
    expect(dutyFault('issue', 'a', case1)).toBeNull();
    expect(dutyFault('issue', 'd', case1)).toBeNull();
  });

  it('keep away from what they have an interest in', () => {
    for (const duty of ['open', 'review', 'issue'] as const) {
      expect(dutyFault(duty, 'c', case1)).toBe('act.conflict-of-interest');
    }
  });
});

describe('the office of an area', () => {
  it.each([
    ['city', '晋城市', '晋城市住房和城乡建设局'],
    ['county', '城区', '城区住房和城乡建设局'],
    ['township', '东街街道', '东街街道办事处'],
    ['township', '北石店镇', '北石店镇人民政府'],
    ['township', '夺火乡', '夺火乡人民政府'],
    ['village', '建设路社区居委会', '建设路社区居民委员会'],
    ['village', '某村委会', '某村民委员会'],
    ['village', '凤台社区', '凤台社区居民委员会'],
  ] as const)('of the %s %s is %s', (level, name, office) => {
    expect(officeName({ level, name })).toBe(office);
  });
});

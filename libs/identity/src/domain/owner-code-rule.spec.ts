import { describe, expect, it } from '@jest/globals';
import { isCodeOpen, waitForNextCode, type SentCode } from './owner-code-rule.js';

const SENT = new Date('2026-11-27T08:00:00Z');
const CODE: SentCode = { sentAt: SENT, day: '2026-11-27', sentOnDay: 1, seconds: 300, attempts: 0, usedAt: null };
const after = (seconds: number): Date => new Date(SENT.getTime() + seconds * 1000);

describe('a code', () => {
  it('opens for five minutes and not a moment longer', () => {
    expect([0, 299.999, 300, 3600].map((seconds) => isCodeOpen(CODE, after(seconds)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('opens once, and not after five wrong tries', () => {
    expect(isCodeOpen({ ...CODE, usedAt: after(1) }, after(2))).toBe(false);
    expect(isCodeOpen({ ...CODE, attempts: 4 }, after(2))).toBe(true);
    expect(isCodeOpen({ ...CODE, attempts: 5 }, after(2))).toBe(false);
  });
});

describe('the next code', () => {
  it('may be sent a minute after the last', () => {
    expect(waitForNextCode(null, SENT, CODE.day)).toBe(0);
    expect([0, 59.5, 60, 900].map((seconds) => waitForNextCode(CODE, after(seconds), CODE.day))).toEqual([60, 1, 0, 0]);
  });

  it('is not sent after ten on one day, and is the day after', () => {
    const tenth = { ...CODE, sentOnDay: 10 };
    expect(waitForNextCode(tenth, after(900), CODE.day)).toBeNull();
    expect(waitForNextCode({ ...CODE, sentOnDay: 9 }, after(900), CODE.day)).toBe(0);
    expect(waitForNextCode(tenth, after(900), '2026-11-28')).toBe(0);
  });
});

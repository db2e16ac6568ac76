import { addDays, type Day } from '#libs/kernel';
import type { OfficeLimits } from './limits.js';

export type LetterDirection = 'in' | 'out';

const SIGN: Readonly<Record<LetterDirection, string>> = { in: '收', out: '发' };

/** 收〔2026〕3号: letters in and out are numbered by the year, each on its own. */
export function letterNumber(direction: LetterDirection, onDay: Day, serial: number): string {
  return `${SIGN[direction]}〔${onDay.slice(0, 4)}〕${serial}号`;
}

/** The last day for an answer: as the letter asks, else as many days as the rule gives. */
export function answerBy(
  onDay: Day,
  asked: Day | null,
  { letterAnswerDays }: Pick<OfficeLimits, 'letterAnswerDays'>,
): Day {
  return asked ?? addDays(onDay, letterAnswerDays);
}

export type LetterState = 'filed' | 'waiting' | 'overdue' | 'answered';

export interface LetterFacts {
  readonly answerBy: Day | null;
  readonly answeredOn: Day | null;
}

export function letterStateOf({ answerBy: by, answeredOn }: LetterFacts, on: Day): LetterState {
  if (by === null) return 'filed';
  if (answeredOn !== null) return 'answered';
  return by < on ? 'overdue' : 'waiting';
}

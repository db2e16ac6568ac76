import type { Day } from '#libs/kernel';

/** How long a code may be used, in seconds. */
export const CODE_SECONDS = 300;
/** The same of a code that was handed out at the desk: long enough to be typed by whoever types slowly, at home too. */
export const DESK_CODE_SECONDS = 1800;
/** Wrong tries after which a code is worth nothing. */
export const CODE_ATTEMPTS = 5;
/** The shortest time between two codes to one phone, in seconds, and the most of them in a day. */
const SECONDS_BETWEEN = 60;
const CODES_A_DAY = 10;

/** The last code that was sent to a phone. */
export interface SentCode {
  readonly sentAt: Date;
  readonly seconds: number;
  readonly day: Day;
  readonly sentOnDay: number;
  readonly attempts: number;
  readonly usedAt: Date | null;
}

function secondsSince(moment: Date, now: Date): number {
  return (now.getTime() - moment.getTime()) / 1000;
}

/** Whether a code still opens anything: not used, not tried too often, not older than it may be. */
export function isCodeOpen(code: SentCode, now: Date): boolean {
  return code.usedAt === null && code.attempts < CODE_ATTEMPTS && secondsSince(code.sentAt, now) < code.seconds;
}

/** After how many seconds the next code may be sent to the phone: 0 is now, null is not today. */
export function waitForNextCode(last: SentCode | null, now: Date, today: Day): number | null {
  if (!last) return 0;
  if (last.day === today && last.sentOnDay >= CODES_A_DAY) return null;
  return Math.max(0, Math.ceil(SECONDS_BETWEEN - secondsSince(last.sentAt, now)));
}

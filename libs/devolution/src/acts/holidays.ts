import { createRequire } from 'node:module';
import type { Day } from '#libs/kernel';
import type { WorkCalendar } from '../domain/acts/working-days.js';

interface Published {
  readonly holidays: Readonly<Record<Day, string>>;
  readonly workdays: Readonly<Record<Day, string>>;
}

const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Published;

const lastYear = Object.keys(holidays)
  .reduce((last, day) => (day > last ? day : last), '')
  .slice(0, 4);

/** 国务院公布的节假日与调休: as far as they are published; later days go by their weekday, and the due day says so. */
export const STATE_COUNCIL_CALENDAR: WorkCalendar = {
  publishedUntil: `${lastYear}-12-31`,
  isWorkingDay: (day) => {
    if (day in workdays) return true;
    if (day in holidays) return false;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  },
};

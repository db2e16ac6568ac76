import { describe, expect, it } from '@jest/globals';
import { announcementOn } from './announcement.js';

describe('the announcement of a result', () => {
  it.each([
    ['is in time on its last day', '2026-05-11', '2026-05-20', false],
    ['is late a day after it, and stays so', '2026-05-12', '2026-05-12', true],
    ['is not late while its last day runs', null, '2026-05-11', false],
    ['is late once that day is over', null, '2026-05-12', true],
  ])('%s', (_, publishedOn, today, isLate) => {
    expect(announcementOn('2026-05-11', publishedOn, today)).toEqual({ dueOn: '2026-05-11', publishedOn, isLate });
  });
});

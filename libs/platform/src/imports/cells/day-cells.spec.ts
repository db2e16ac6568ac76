import { describe, expect, it } from '@jest/globals';
import { Misread } from './cell-type.js';
import { day, year } from './day-cells.js';

describe('day', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['2026.11.23', '2026-11-23'],
    ['2026年11月23日', '2026-11-23'],
    ['2026 年 1 月 3 日', '2026-01-03'],
    ['２０２６年１１月２３日', '2026-11-23'],
    ['20261123', '2026-11-23'],
    [20261123, '2026-11-23'],
    ['2026-1-3', '2026-01-03'],
    ['2026-11-23 00:00:00', '2026-11-23'],
    ['2026-11-23T16:00:00Z', '2026-11-24'],
    [44830, '2022-09-26'],
    ['44830', '2022-09-26'],
    [{ serial: 44830.75 }, '2022-09-26'],
    [{ serial: 61 }, '1900-03-01'],
    [10_000, '1927-05-18'],
    ['2024-02-29', '2024-02-29'],
    ['不详', null],
    ['', null],
    [null, null],
  ])('%j → %j', (cell, value) => {
    expect(day().read(cell, '')).toBe(value);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-11',
    '2026年11月',
    '26/11/23',
    '11/23/2026',
    2026,
    9999,
    { serial: 60 },
    'soon',
    '长期',
    true,
  ])('refuses %j', (cell) => {
    expect(day().read(cell, '')).toEqual(new Misread('import.cell-not-a-day'));
  });

  it('reads 长期 as no end where an end may be open', () => {
    expect(day({ openEnd: true }).read('长期', '')).toBeNull();
    expect(day({ openEnd: true }).read('2026-11-23', '')).toBe('2026-11-23');
  });
});

describe('year', () => {
  it.each([
    ['2005', 2005],
    [2005, 2005],
    ['2005年', 2005],
    ['2005年建成', 2005],
    ['2005-06', 2005],
    ['2005年6月', 2005],
    ['200506', 2005],
    ['2003-2005年', 2005],
    [{ serial: 38504 }, 2005],
    ['不详', null],
  ])('%j → %j', (cell, value) => {
    expect(year().read(cell, '')).toBe(value);
  });

  it.each(['05年', '20050', 44830, '1875', '九十年代', '2005户'])('refuses %j', (cell) => {
    expect(year().read(cell, '')).toMatchObject({ code: 'import.cell-not-a-year' });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Misread } from './cell-type.js';
import { count, decimal, integer, percentage, scaledInteger } from './number-cells.js';

describe('count', () => {
  it.each([
    ['1875户', 1875],
    ['11栋', 11],
    ['1,875', 1875],
    ['1，875 户', 1875],
    ['约1200户', 1200],
    ['1200余户', 1200],
    ['1000 户', 1000],
    ['１２００', 1200],
    ['0.2万户', 2000],
    ['1.2千户', 1200],
    [2048, 2048],
    ['2048.0', 2048],
    ['0', 0],
    ['不详', null],
    ['无', null],
    [' 暂无数据', null],
    [null, null],
  ])('%j → %j', (cell, value) => {
    expect(count().read(cell, '')).toBe(value);
  });

  it.each(['500-600户', '12.5户', '户', '十二栋', '1875元', '1,87', 12.5, '11栋3单元', { serial: 44830 }])(
    'refuses %j',
    (cell) => {
      expect(count().read(cell, '')).toEqual(new Misread('import.cell-not-a-count'));
    },
  );

  it('takes 万 from the heading for bare numbers only', () => {
    expect(count().read(0.2, '万户')).toBe(2000);
    expect(count().read('0.2', '万户')).toBe(2000);
    expect(count().read('300户', '万户')).toBe(300);
  });

  it('keeps to its limits, both ends included', () => {
    const few = count({ least: 1, most: 15 });
    expect(few.read('15', '')).toBe(15);
    expect(few.read('1', '')).toBe(1);
    expect(few.read('16', '')).toEqual(new Misread('import.cell-out-of-range', { least: 1, most: 15 }));
    expect(few.read(0, '')).toEqual(new Misread('import.cell-out-of-range', { least: 1, most: 15 }));
    expect(count().read('-3户', '')).toMatchObject({ code: 'import.cell-out-of-range' });
  });
});

describe('exact scaling', () => {
  it.each([
    ['314153', 2, 31415300],
    ['31.4', 6, 31400000],
    ['0.005', 2, 1],
    ['0.004', 2, 0],
    ['-1.5', 0, -2],
    ['000', 2, 0],
    ['1.005', 2, 101],
  ])('%s × 10^%d = %d', (digits, power, value) => {
    expect(scaledInteger(digits, power)).toBe(value);
  });

  it('gives up on numbers that would not be exact', () => {
    expect(scaledInteger('9'.repeat(30), 2)).toBeNull();
  });

  it('never differs from integer arithmetic', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(99), fc.nat(4), (whole, cents, more) => {
        const digits = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(scaledInteger(digits, 2 + more)).toBe((whole * 100 + cents) * 10 ** more);
      }),
    );
  });
});

describe('integer, decimal and percentage', () => {
  it('reads plain numbers', () => {
    expect(integer().read('-12', '')).toBe(-12);
    expect(decimal({ least: 73, most: 136 }).read('112.8618690000000', '')).toBe(112.861869);
    expect(decimal({ least: 73, most: 136 }).read(35.47, '')).toMatchObject({ code: 'import.cell-out-of-range' });
    expect(decimal({ least: 73, most: 136 }).read('东经112', '')).toEqual(new Misread('import.cell-not-a-number'));
    expect(decimal({ least: 73, most: 136 }).read('暂无', '')).toBeNull();
  });

  it.each([
    ['35%', 3500],
    ['35 %', 3500],
    ['38.40%', 3840],
    ['25.02％', 2502],
    [0.35, 3500],
    [1, 10_000],
    [35, 3500],
    ['0.35%', 35],
    ['暂无信息 %', null],
    ['不详', null],
  ])('percentage %j → %j', (cell, value) => {
    expect(percentage().read(cell, '')).toBe(value);
  });

  it.each(['135%', '-1%', '35元', '三成'])('no percentage: %j', (cell) => {
    expect(percentage().read(cell, '')).toEqual(new Misread('import.cell-not-a-percentage'));
  });
});

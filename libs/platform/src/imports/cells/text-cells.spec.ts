import { describe, expect, it } from '@jest/globals';
import { cellFault, Misread } from './cell-type.js';
import { choice, code, nameList, text, yesNo } from './text-cells.js';

describe('text', () => {
  it.each([
    [' 凤鸣小区　', '凤鸣小区'],
    [2048, '2048'],
    [{ serial: 44830 }, '2022-09-26'],
    ['暂无资料', null],
    ['无', null],
    ['', null],
    [null, null],
  ])('%j → %j', (cell, value) => {
    expect(text().read(cell, '')).toEqual(value);
  });

  it('keeps 无 where it is a statement, and words of nothing said nowhere', () => {
    expect(text({ keepNone: true }).read('无', '')).toBe('无');
    expect(text({ keepNone: true }).read('暂无信息', '')).toBeNull();
  });

  it('refuses what is longer than the column', () => {
    expect(text({ longest: 5 }).read('一二三四五', '')).toBe('一二三四五');
    expect(text({ longest: 5 }).read('一二三四五六', '')).toEqual(
      new Misread('import.cell-too-long', { length: 6, limit: 5 }),
    );
  });
});

describe('any cell', () => {
  it.each([
    ['长'.repeat(10_000), 'import.cell-too-long'],
    ['凤\ufffd', 'import.cell-garbled'],
    [{ fault: 'formula', text: '=A1' } as const, 'import.cell-formula-without-value'],
    [{ fault: 'error', text: '#REF!' } as const, 'import.cell-error-value'],
  ])('%#: is refused with %s', (cell, expected) => {
    expect(cellFault(cell)?.code).toBe(expected);
  });

  it('is let through when it is plain', () => {
    for (const cell of ['凤鸣小区', '长'.repeat(5000), 7, true, null, { serial: 44830 }])
      expect(cellFault(cell)).toBeNull();
  });
});

describe('code', () => {
  it.each([
    [140502001000, '140502001000'],
    [' 9114 0500ma0k000120 ', '91140500MA0K000120'],
    ['１４０５０２', '140502'],
    ['00012', '00012'],
    ['不详', null],
  ])('%j → %j', (cell, value) => {
    expect(code().read(cell, '')).toEqual(value);
  });

  it.each(['1.40502E+11', '1.4E+17', 1.40502001e21, 1234567890123456])('knows that digits were lost in %j', (cell) => {
    expect(code().read(cell, '')).toEqual(new Misread('import.cell-digits-lost'));
  });
});

it('splits a list of names and keeps each once', () => {
  expect(nameList().read('丰泽园、丰泽苑,丰泽小区；丰泽园\n暂无', '')).toEqual(['丰泽园', '丰泽苑', '丰泽小区']);
  expect(nameList().read('暂无资料', '')).toBeNull();
});

describe('choice and yes or no', () => {
  const kinds = choice({ committee: ['业委会', '业主委员会'], pmc: ['物管会', '物业管理委员会'] });

  it.each([
    ['业主委员会', 'committee'],
    [' 物 管 会 ', 'pmc'],
    ['PMC', 'pmc'],
    ['不详', null],
  ])('%j → %j', (cell, value) => {
    expect(kinds.read(cell, '')).toBe(value);
  });

  it('names the choices when it refuses', () => {
    expect(kinds.read('居委会', '')).toEqual(new Misread('import.cell-not-a-choice', { choices: '业委会、物管会' }));
  });

  it.each([
    ['是', true],
    ['√', true],
    [true, true],
    ['已成立', true],
    ['否', false],
    ['×', false],
    [0, false],
    ['无', false],
    ['', null],
    ['不详', null],
  ])('%j → %j', (cell, value) => {
    expect(yesNo().read(cell, '')).toBe(value);
  });

  it('refuses maybe', () => {
    expect(yesNo().read('也许', '')).toEqual(new Misread('import.cell-not-yes-or-no'));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressKey, addressOf, addressPart, isMeant, parseAddress, searchReadings } from './unit-address.js';

const read = (text: string): (string | null)[] | null => {
  const parts = parseAddress(text);
  return parts && [parts.building, parts.stairway, parts.room];
};

describe('an address inside a compound', () => {
  it.each([
    ['1号楼1单元101室', '1', '1', '101'],
    ['1栋101', '1', null, '101'],
    ['1-1-101', '1', '1', '101'],
    ['01幢02单元0301', '1', '2', '301'],
    ['１＃楼　２单元　３０１', '1', '2', '301'],
    ['一号楼二单元三〇一室', '1', '2', '301'],
    ['十二栋一单元1203', '12', '1', '1203'],
    ['A座1203', 'A', null, '1203'],
    ['A1-2', 'A1', null, '2'],
    ['S1-1', 'S1', null, '1'],
    ['3#-2-501', '3', '2', '501'],
    ['5号101', '5', null, '101'],
    ['凤城路1号和顺苑3号楼2单元101室', '3', '2', '101'],
    ['3号楼东单元2层201', '3', '东', '201'],
    ['2单元101', null, '2', '101'],
    ['101室', null, null, '101'],
    ['商铺12', null, null, '商铺12'],
    ['6栋', '6', null, null],
  ])('%s', (written, building, stairway, room) => {
    expect(read(written)).toEqual([building, stairway, room]);
  });

  it('says nothing where nothing is said', () => {
    expect(read('')).toBeNull();
    expect(read(' - ')).toBeNull();
  });

  it.each([
    ['1号楼', '1'],
    ['01栋', '1'],
    ['十二幢', '12'],
    ['二单元', '2'],
    ['东单元', '东'],
    ['综合楼', '综合楼'],
  ])('has %s as one of its parts', (written, part) => {
    expect(addressPart(written)).toBe(part);
  });

  it('is one, over columns or in a cell', () => {
    const columns = { building: '1号楼', stairway: '1单元', room: '101室', address: null };
    const whole = { building: null, stairway: null, room: null, address: '1-1-101' };
    const mixed = { building: '1栋', stairway: null, room: '1单元101', address: '1号楼1单元101' };
    const keys = [columns, whole, mixed].map((each) => addressKey(addressOf(each)!));
    expect(new Set(keys)).toEqual(new Set(['1|1|101']));
    expect(addressOf({ building: '1号楼', stairway: null, room: null, address: null })).toBeNull();
  });

  it('comes back from how it is written', () => {
    const number = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 101, max: 3499 }), (building, stairway, room) => {
        const told = [String(building), String(stairway), String(room)];
        for (const written of [`${building}号楼${stairway}单元${room}室`, `${building}-${stairway}-${room}`]) {
          expect(read(written)).toEqual(told);
        }
      }),
    );
  });
});

describe('a search', () => {
  const units = [
    { building: '1', stairway: '1', room: '101' },
    { building: '1', stairway: '2', room: '101' },
    { building: '1', stairway: '1', room: '1001' },
    { building: '2', stairway: '1', room: '101' },
    { building: '11', stairway: null, room: '101' },
  ];
  const found = (asked: string): string[] => {
    const readings = searchReadings(asked);
    return units.filter((unit) => readings.some((reading) => isMeant(unit, reading))).map(addressKey);
  };

  it.each([
    ['1栋101', ['1|1|101', '1|2|101']],
    ['1号楼1单元101室', ['1|1|101']],
    ['1-1-101', ['1|1|101']],
    ['1-1-10', ['1|1|101', '1|1|1001']],
    ['1-101', ['1|1|101', '1|2|101', '2|1|101']],
    ['2单元', ['1|2|101']],
    ['11号楼', ['11||101']],
    ['101', ['1|1|101', '1|2|101', '2|1|101', '11||101']],
    ['', []],
  ])('%s', (asked, keys) => {
    expect(found(asked)).toEqual(keys);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSignOf, isDoubtfulId, plainIdNumber } from './id-number.js';
import { maskedIdNumber, shownName } from './masking.js';
import { isOrganisation, plainName } from './owner-kind.js';
import { isPhone, plainPhone } from './phone-number.js';

describe('the number of a citizen', () => {
  it.each([
    ['11010519491231002X', false],
    ['110105194912310021', true],
    ['110105194913310025', true],
    ['11010519491231002x', false],
    ['1101051949123100', true],
    ['110105491231002', false],
    ['440524188001010014', false],
    ['440524188013010019', true],
    ['E12345678', false],
    ['H12345678', false],
  ])('%s is doubtful: %s', (written, doubtful) => {
    expect(isDoubtfulId(plainIdNumber(written))).toBe(doubtful);
  });

  it('is doubtful with any one digit changed', () => {
    const digits = fc.tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(digits, ([at, by]) => {
        const good = '11010519491231002X';
        const changed = `${good.slice(0, at)}${(Number(good[at]) + by) % 10}${good.slice(at + 1)}`;
        expect(isDoubtfulId(changed)).toBe(true);
      }),
    );
  });

  it('ends in the sign that its digits ask for', () => {
    expect(checkSignOf('34052419800101001')).toBe('X');
  });
});

describe('a phone', () => {
  it.each([
    ['+86 138-0013-8000', '13800138000', true],
    ['0356-2028888', '03562028888', true],
    ['2028888', '2028888', true],
    ['12345', '12345', false],
    ['23800138000', '23800138000', false],
  ])('%s', (written, digits, good) => {
    expect([plainPhone(written), isPhone(digits)]).toEqual([digits, good]);
  });
});

describe('what is shown', () => {
  it('of a person is the family name, of an organisation its name', () => {
    expect(shownName('欧阳修', 'person')).toBe('欧阳*');
    expect(shownName('示例置业有限公司', 'developer')).toBe('示例置业有限公司');
  });

  it('of numbers is their ends', () => {
    expect(maskedIdNumber('11010519491231002X')).toBe('1101**********002X');
    expect(maskedIdNumber('E12345678')).toBe('E******8');
  });

  it('never tells more than eight signs of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (number) => {
        const told = (shown: string): number => [...shown].filter((sign) => sign !== '*').length;
        expect(told(maskedIdNumber(number))).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('a name', () => {
  it.each([
    ['晋城示例置业有限公司', true],
    ['示例银行（城区支行）', true],
    ['某某街道办事处', true],
    ['张建国', false],
    ['王公司', false],
  ])('%s is that of an organisation: %s', (name, organisation) => {
    expect(isOrganisation(plainName(name))).toBe(organisation);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskedPhone } from './masked-phone.js';

describe('the mask of a phone', () => {
  it.each([
    ['13800131234', '138****1234'],
    ['2028888', '****88'],
  ])('of %s is its ends', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown);
  });

  it('never tells more than seven digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (phone) => {
        const told = [...maskedPhone(phone)].filter((sign) => sign !== '*');
        expect(told.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { normalPhone } from './phone.js';

describe('phone', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['１３８ ００１３ ８０００', '13800138000'],
    ['0356-2198000', '03562198000'],
    ['12800138000', null],
    ['1380013800', null],
    ['', null],
    ['call me', null],
  ])('%s is %s', (text, expected) => expect(normalPhone(text)).toBe(expected));
});

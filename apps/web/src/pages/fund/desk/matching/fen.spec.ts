import { describe, expect, it } from '@jest/globals';
import { fenOf, yuanOf } from './fen.js';

describe('fen', () => {
  it.each(['0.00', '-0.05', '12.30', '-79000000000.01'])('%s comes back as it went', (yuan) => {
    expect(yuanOf(fenOf(yuan))).toBe(yuan);
  });
});

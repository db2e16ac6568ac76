import { expect, it } from '@jest/globals';
import { writtenArea } from './written-area.js';

it.each([
  ['0', '0.00'],
  ['5', '0.05'],
  ['120350', '1,203.50'],
  ['-21240', '-212.40'],
  ['123456789012345678901', '1,234,567,890,123,456,789.01'],
])('%s of 0.01 m² is written %s', (hundredths, written) => {
  expect([writtenArea(hundredths), writtenArea(BigInt(hundredths))]).toEqual([written, written]);
});

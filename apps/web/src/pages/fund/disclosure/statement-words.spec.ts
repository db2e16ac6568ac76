import { describe, expect, it } from '@jest/globals';
import { isOfText, partsOf } from './statement-words.js';

describe('the digest of a published statement', () => {
  const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  it('is worked out from the text, and is another for any other text', () => {
    expect(isOfText({ text: 'abc', digest })).toBe(true);
    expect(isOfText({ text: 'abd', digest })).toBe(false);
  });
});

describe('a period', () => {
  it('is told by its year and which part of it', () => {
    expect(['2026-Q3', '2026-H1', '2025-H2', '2026'].map(partsOf)).toEqual([
      { word: 'quarter', year: '2026', nth: '3' },
      { word: 'half1', year: '2026', nth: '1' },
      { word: 'half2', year: '2025', nth: '2' },
      { word: 'year', year: '2026', nth: '' },
    ]);
  });
});

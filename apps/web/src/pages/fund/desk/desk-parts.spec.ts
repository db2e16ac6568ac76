import { describe, expect, it } from '@jest/globals';
import { deskPartOf, monthsBack, sourceOf } from './desk-parts.js';

describe('the parts of the desk', () => {
  it('are known by their word, and matching is the first', () => {
    expect([deskPartOf('holds'), deskPartOf('nothing'), deskPartOf(undefined)]).toEqual([
      'holds',
      'matching',
      'matching',
    ]);
  });

  it('go back over the turn of a year', () => {
    expect(monthsBack('2026-02-15', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  });

  it('know the source at the end of a code', () => {
    expect([sourceOf('1002:F5'), sourceOf('1002')]).toEqual(['F5', '']);
  });
});

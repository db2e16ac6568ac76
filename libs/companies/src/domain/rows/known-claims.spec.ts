import { describe, expect, it } from '@jest/globals';
import { saysSomethingNew, type KnownClaim } from './known-claims.js';

const claim = (mode: string, asOf: string, words = mode): KnownClaim => ({ mode, words, asOf });

describe('what a claim adds', () => {
  it('is everything where nothing is known, and nothing when it says nothing', () => {
    expect(saysSomethingNew([], claim('company', '2026-01-01'))).toBe(true);
    expect(saysSomethingNew([], claim('unknown', '2026-01-01'))).toBe(false);
  });

  it('is nothing when the same list comes again, on the same day or a later one', () => {
    const known = [claim('company', '2026-01-01'), claim('self', '2026-01-01')];
    expect(saysSomethingNew(known, claim('company', '2026-01-01'))).toBe(false);
    expect(saysSomethingNew(known, claim('company', '2026-06-01'))).toBe(false);
    expect(saysSomethingNew(known, claim('company', '2026-06-01', '另一家'))).toBe(true);
  });

  it('is new when another list has said otherwise in between', () => {
    const known = [claim('company', '2026-01-01'), claim('none', '2026-03-01')];
    expect(saysSomethingNew(known, claim('company', '2026-06-01'))).toBe(true);
    expect(saysSomethingNew(known, claim('company', '2026-02-01'))).toBe(false);
  });

  it('is new for an earlier day than is known', () => {
    expect(saysSomethingNew([claim('company', '2026-06-01')], claim('company', '2026-01-01'))).toBe(true);
  });
});

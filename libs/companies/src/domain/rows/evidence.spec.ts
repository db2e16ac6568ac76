import { describe, expect, it } from '@jest/globals';
import { daysInOrder, hasHappened, standingOf } from './evidence.js';

const PAPER = { documentNumber: '晋物备〔2025〕1号', issuingBody: '城区住建局', from: '2025-01-01', to: '2027-12-31' };

describe('evidence or claim', () => {
  it('is evidence when number, issuer and both days are named', () => {
    expect(standingOf(PAPER)).toEqual({ isEvidence: true, missing: [], isPartial: false });
  });

  it.each(['documentNumber', 'issuingBody', 'from', 'to'] as const)('is a claim without %s', (part) => {
    const standing = standingOf({ ...PAPER, [part]: null });
    expect(standing).toMatchObject({ isEvidence: false, missing: [part] });
  });

  it('may leave the end open only where the paper may', () => {
    expect(standingOf({ ...PAPER, to: null }, true).isEvidence).toBe(true);
    expect(standingOf({ ...PAPER, to: null }, false).isEvidence).toBe(false);
  });

  it('tells a forgotten part from a list that shows no paper at all', () => {
    expect(standingOf({ ...PAPER, to: null }).isPartial).toBe(true);
    expect(standingOf({ documentNumber: null, issuingBody: null, from: null, to: null }).isPartial).toBe(false);
  });
});

describe('days of a row', () => {
  it('may begin and end on the same day, and never end before', () => {
    expect(daysInOrder('2025-01-01', '2025-01-01')).toBe(true);
    expect(daysInOrder('2025-01-02', '2025-01-01')).toBe(false);
    expect(daysInOrder('2025-01-02', null)).toBe(true);
  });

  it('have happened from 2000 up to today', () => {
    expect(hasHappened('2026-11-23', '2026-11-23')).toBe(true);
    expect(hasHappened('2026-11-24', '2026-11-23')).toBe(false);
    expect(hasHappened('2000-01-01', '2026-11-23')).toBe(true);
    expect(hasHappened('1999-12-31', '2026-11-23')).toBe(false);
  });
});

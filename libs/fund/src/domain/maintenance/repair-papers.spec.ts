import { describe, expect, it } from '@jest/globals';
import { lackingPapers, paperDeeds, papersDueOn, REPAIR_PAPERS, type RepairPaper } from './repair-papers.js';

const repair = (papers: readonly RepairPaper[], more: object = {}) => ({
  ...{ isEmergency: false, isRejected: false, papers },
  ...more,
});

describe('the papers of a repair', () => {
  it('come one after the other, and none once it was sent back', () => {
    expect(paperDeeds(repair([]))).toEqual(['quote', 'contract', 'voucher']);
    expect(paperDeeds(repair(['contract']))).toEqual(['acceptance', 'voucher']);
    expect(paperDeeds(repair(['contract', 'acceptance']))).toEqual(['voucher']);
    expect(paperDeeds(repair([], { isRejected: true }))).toEqual([]);
  });

  it('are due so many days after the money was approved, as long as one is lacking', () => {
    expect(papersDueOn({ papers: ['contract'], approvedOn: '2026-11-27' }, 30)).toBe('2026-12-27');
    expect(papersDueOn({ papers: ['contract'], approvedOn: null }, 30)).toBeNull();
    expect(papersDueOn({ papers: REPAIR_PAPERS, approvedOn: '2026-11-27' }, 30)).toBeNull();
    expect(lackingPapers({ papers: ['acceptance'] })).toEqual(['contract', 'invoice']);
  });
});

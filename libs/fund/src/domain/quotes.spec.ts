import { describe, expect, it } from '@jest/globals';
import { contractFault, type ContractFacts } from './quotes.js';

const QUOTES = [
  { firm: '甲公司', amount: 5_000_000n },
  { firm: '乙公司', amount: 5_100_000n },
  { firm: '丙公司', amount: 5_200_000n },
];
const RIGHT: ContractFacts = {
  ...{ counterparty: '甲公司', amount: 5_000_000n, reason: null, quotes: QUOTES, isEmergency: false },
  ...{ askedFrom: 5_000_000n, asked: 3, decided: 5_000_000n, setAside: 5_000_000n },
};

describe('a contract', () => {
  it.each<[string, Partial<ContractFacts>, string | null]>([
    ['at the limit, with the lowest of three', {}, null],
    ['a fen beyond what was decided', { decided: 4_999_999n }, 'project.contract-beyond-decision'],
    ['a fen beyond what was set aside', { setAside: 4_999_999n }, 'project.contract-beyond-appropriation'],
    ['with two quotes', { quotes: QUOTES.slice(0, 2) }, 'project.quotes-missing'],
    ['with two quotes, a fen below', { quotes: QUOTES.slice(0, 2), amount: 4_999_999n }, null],
    ['with none, in an emergency', { quotes: [], isEmergency: true }, null],
    ['with a firm that was not asked', { counterparty: '丁公司' }, 'project.quote-not-among'],
    ['with a dearer firm', { counterparty: '乙公司' }, 'project.quote-not-lowest'],
    ['with a dearer firm, and a reason', { counterparty: '乙公司', reason: '工期短' }, null],
  ])('%s', (_, more, fault) => {
    expect(contractFault({ ...RIGHT, ...more })).toBe(fault);
  });
});

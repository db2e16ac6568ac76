import { describe, expect, it } from '@jest/globals';
import { fenOf, yuanText } from './fen.js';

describe('yuan as people write them', () => {
  it.each([
    ['1', 100n],
    ['0.01', 1n],
    ['86,000.5', 8_600_050n],
    [' 12.30 ', 1_230n],
  ])('%s', (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });

  it.each(['', '0', '0.00', '-1', '1.001', '1,00', 'x', '12345678901234'])('takes no %s', (text) => {
    expect(() => fenOf(text)).toThrow('ledger.amount-invalid');
  });

  it('are written with both digits', () => {
    expect([yuanText(5n), yuanText('120350'), yuanText(0n)]).toEqual(['0.05', '1203.50', '0.00']);
  });
});

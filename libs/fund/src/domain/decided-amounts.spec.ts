import { describe, expect, it } from '@jest/globals';
import { amountsIn, mostDecided } from './decided-amounts.js';

describe('the amounts that a decision names', () => {
  it.each<[string, bigint[]]>([
    ['使用基金不超过86,000元修缮屋面', [8_600_000n]],
    ['预算 8.6万元，其中基金 5 万元', [8_600_000n, 5_000_000n]],
    ['合计1.25亿元', [12_500_000_000n]],
    ['12345.678元', [1_234_567n]],
    ['同意修缮屋面。', []],
    ['第3号楼2单元', []],
  ])('%s', (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts);
  });

  it('bind it by the largest', () => {
    expect(mostDecided('预算 8.6万元，其中基金 5 万元')).toBe(8_600_000n);
    expect(mostDecided('同意')).toBeNull();
  });
});

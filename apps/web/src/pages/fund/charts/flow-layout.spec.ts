import { describe, expect, it } from '@jest/globals';
import { flowPicture } from './flow-layout.js';

const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);

describe('the picture of what flows from source to use', () => {
  const picture = flowPicture(
    [
      { name: '补助', amounts: [600, 0, 400] },
      { name: '捐赠', amounts: [0, 0, 0] },
      { name: '利息', amounts: [0, 0, 1] },
    ],
    ['修缮', '救助', '结余'],
  );

  it('shows only what there is, each bar as high as its part', () => {
    expect(picture.sources.map(({ name, amount }) => [name, amount])).toEqual([
      ['补助', 1000],
      ['利息', 1],
    ]);
    expect(picture.targets.map(({ name, amount }) => [name, amount])).toEqual([
      ['修缮', 600],
      ['结余', 401],
    ]);
    expect(picture.ribbons.map(({ source, target, amount }) => [source, target, amount])).toEqual([
      [0, 0, 600],
      [0, 1, 400],
      [1, 1, 1],
    ]);
    const heights = picture.sources.map(({ bar }) => bar.height);
    expect(heights[0]).toBeCloseTo((16 * 1000) / 1001);
    // What is too little to be seen is a thin line all the same.
    expect(heights[1]).toBeGreaterThan(0.1);
  });

  it('gives all words their room, and puts the bars within it', () => {
    for (const side of [picture.sources, picture.targets]) {
      side
        .slice(1)
        .forEach(({ top }, n) => expect(top).toBeGreaterThanOrEqual((side[n]?.top ?? 0) + (side[n]?.room ?? 0) - 1e-9));
      for (const { top, room, bar } of side) {
        expect(room).toBeGreaterThanOrEqual(3.6);
        expect(bar.top).toBeGreaterThanOrEqual(top);
        expect(bar.top + bar.height).toBeLessThanOrEqual(top + room + 1e-9);
      }
      expect(sum(side.map(({ room }) => room))).toBeLessThanOrEqual(picture.height + 1e-9);
    }
  });

  it('is empty where nothing flows, and leaves out what a reversal turned below nothing', () => {
    expect(flowPicture([], ['修缮'])).toEqual({ height: 0, sources: [], targets: [], ribbons: [] });
    expect(flowPicture([{ name: '补助', amounts: [-5, 10] }], ['修缮', '结余']).ribbons).toMatchObject([
      { amount: 10 },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { daysLeft, isPublished, LEAST_FOR_AREA, publicTurnout } from './public-vote.js';

function standing(parties: number, weight: bigint): Parameters<typeof publicTurnout>[0] {
  const heads = { have: parties, need: 67, met: parties >= 67 };
  const area = { have: String(weight), need: '666667', met: weight >= 666_667n };
  return {
    ...{ quorum: { heads, weight: area }, isQuorate: false },
    participants: { parties, heads: parties, weight },
    electorate: { parties: 100, heads: 100, weight: 1_000_000n },
  };
}

describe('what everybody reads of who took part', () => {
  it('is heads alone while few have voted', () => {
    const few = publicTurnout(standing(LEAST_FOR_AREA - 1, 290_000n));
    expect(few).toEqual({ heads: { have: 29, need: 67, of: 100, met: false }, area: null });
  });

  it('never tells by the growth of the area which flat has voted', () => {
    const [before, after] = [publicTurnout(standing(40, 401_000n)), publicTurnout(standing(41, 409_742n))];
    expect([before.area, after.area]).toEqual([
      { percent: 40, met: false },
      { percent: 40, met: false },
    ]);
    expect(JSON.stringify(after)).not.toContain('409742');
  });

  it('is cut off, so that nothing is called enough that is not', () => {
    expect(publicTurnout(standing(70, 666_666n)).area).toEqual({ percent: 66, met: false });
  });
});

it('a result is told from its publication on', () => {
  const states = ['draft', 'noticed', 'open', 'closed', 'certified', 'published', 'filed', 'cancelled'] as const;
  expect(states.filter((state) => isPublished({ state }))).toEqual(['published', 'filed']);
});

it('the last day counts until it is over', () => {
  expect(daysLeft('2026-11-27', '2026-11-27')).toBe(0);
  expect(daysLeft('2026-11-27', '2026-12-02')).toBe(5);
  expect(daysLeft('2026-11-27', '2026-11-26')).toBeNull();
});

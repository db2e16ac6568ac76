import { describe, expect, it } from '@jest/globals';
import { readAhead } from './read-ahead.js';

describe('reading ahead', () => {
  it('keeps the order and is exactly one batch ahead', async () => {
    const made: number[] = [];
    async function* source() {
      for (let at = 1; at <= 4; at += 1) {
        made.push(at);
        yield at;
      }
    }
    const seen: [number, number][] = [];
    for await (const batch of readAhead(source())) {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push([batch, made.length]);
    }
    expect(seen).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 4],
    ]);
  });

  it('tells a failure in its turn, and closes the source when the reader stops', async () => {
    let closed = 0;
    async function* failing() {
      try {
        yield 1;
        throw new Error('cut off');
      } finally {
        closed += 1;
      }
    }
    const seen: number[] = [];
    await expect(
      (async () => {
        for await (const batch of readAhead(failing())) seen.push(batch);
      })(),
    ).rejects.toThrow('cut off');
    for await (const batch of readAhead(failing())) {
      seen.push(batch);
      break;
    }
    expect([seen, closed]).toEqual([[1, 1], 2]);
  });
});

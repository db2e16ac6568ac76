import { describe, expect, it } from '@jest/globals';
import { resolvedOn } from './words.js';

describe('resolutions to choose from', () => {
  it('are those on the matter that is asked for', () => {
    const on = (...matters: string[]): { matters: string[] } => ({ matters });
    const all = [on('M9b'), on('M8'), on('M5', 'M9b'), on('M9a'), on()];
    expect(resolvedOn(all, 'M9b')).toEqual([on('M9b'), on('M5', 'M9b')]);
    expect(resolvedOn(all, 'M8')).toEqual([on('M8')]);
    expect(resolvedOn([], 'M8')).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { unknownFacts } from './compound-facts.js';
import { mergedFacts } from './merged-facts.js';

describe('what a compound takes over from one merged into it', () => {
  const stays = { ...unknownFacts('凤鸣小区'), households: 100, aliases: ['凤鸣'] };

  it('takes the other name as an alias, once, and never its own', () => {
    const leaves = { ...unknownFacts('凤鸣花园'), aliases: ['凤鸣', '凤鸣小区', '老凤鸣'] };
    expect(mergedFacts(stays, leaves).aliases).toEqual(['凤鸣', '凤鸣花园', '老凤鸣']);
  });

  it('fills what it lacks and keeps what it has', () => {
    const leaves = { ...unknownFacts('凤鸣花园'), households: 120, buildings: 6, longitude: 112.8, latitude: 35.5 };
    expect(mergedFacts(stays, leaves)).toEqual({
      aliases: ['凤鸣', '凤鸣花园'],
      buildings: 6,
      longitude: 112.8,
      latitude: 35.5,
    });
  });
});

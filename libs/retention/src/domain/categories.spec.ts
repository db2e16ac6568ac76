import { describe, expect, it } from '@jest/globals';
import { RULE_PACK } from '#libs/law';
import { cutoff, dueRules } from './categories.js';

describe('when something has had its days', () => {
  it.each([
    [60, 'months', '2026-11-27', '2021-11-27'],
    [6, 'months', '2026-08-31', '2026-02-28'],
    [7, 'days', '2026-03-03', '2026-02-24'],
  ] as const)('%i %s before %s is %s', (value, unit, today, before) => {
    expect(cutoff({ value, unit }, today)).toBe(before);
  });

  it('is said of every category, with its article', () => {
    const rules = dueRules(RULE_PACK, '2026-11-27');
    expect(rules.map(({ category, before }) => [category, before])).toEqual([
      ['votes', '2021-11-27'],
      ['access-records', '2023-11-27'],
      ['audit-lines', '2023-11-27'],
      ['sessions', '2026-05-27'],
      ['messages', '2026-05-27'],
      ['objectors', '2021-11-27'],
      ['sign-in-codes', '2026-11-20'],
    ]);
    expect(rules.every(({ rule }) => rule.article !== '' && rule.source !== '')).toBe(true);
  });
});

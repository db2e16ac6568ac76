import { describe, expect, it } from '@jest/globals';
import { deedsOf } from './deeds.js';

describe('what may be done with a case', () => {
  const accepted = { state: 'accepted', office: '140502001' };

  it('is handling for the acting office, and instructing and annulling for those above it', () => {
    expect(deedsOf(accepted, ['140502001'])).toEqual({
      handles: true,
      steps: ['suspension', 'refusal', 'withdrawal'],
    });
    expect(deedsOf(accepted, ['1405'])).toEqual({ handles: false, steps: ['instruction'] });
    expect(deedsOf({ ...accepted, state: 'issued' }, ['140502'])).toEqual({
      handles: false,
      steps: ['revocation', 'instruction'],
    });
  });

  it('is nothing for an office below or beside, nor when the case is over', () => {
    expect(deedsOf(accepted, ['140502001001', '140502002'])).toEqual({ handles: false, steps: [] });
    expect(deedsOf({ ...accepted, state: 'revoked' }, ['140502001', '1405']).steps).toEqual([]);
  });

  it('is both for whoever works for two of them, each deed once', () => {
    const { handles, steps } = deedsOf({ ...accepted, state: 'issued' }, ['1405', '140502001']);
    expect([handles, steps]).toEqual([true, ['revocation', 'instruction']]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { orderOf } from './receipt-order.js';

const TYPED = {
  ...{ source: 'F5', amount: ' 100 ', date: '2026-11-20', giver: '王女士', use: '' },
  ...{ isUnit: false, isAnonymous: false },
  ...{ projectId: 'p', document: '', assetOwner: 'state' },
};

describe('money that came in', () => {
  it('is sent with the fields of its kind alone', () => {
    expect(orderOf(TYPED)).toEqual({
      ...{ kind: 'donation', source: 'F5', amount: '100', date: '2026-11-20', giver: '王女士' },
    });
    expect(orderOf({ ...TYPED, isUnit: true })).toMatchObject({ kind: 'donation', giverKind: 'organisation' });
    expect(orderOf({ ...TYPED, source: 'F6', isUnit: true })).not.toHaveProperty('giverKind');
    expect(orderOf({ ...TYPED, source: 'F4', document: '权证1号' })).toEqual({
      ...{ kind: 'asset', source: 'F4', amount: '100', date: '2026-11-20', document: '权证1号', assetOwner: 'state' },
    });
    expect(orderOf({ ...TYPED, source: 'F3' })).toMatchObject({ kind: 'bond', projectId: 'p' });
  });
});

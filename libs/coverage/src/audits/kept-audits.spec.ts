import { describe, expect, it } from '@jest/globals';
import { aCompound, on } from '../../../../test/support/coverage-facts.js';
import { indexAreas } from '../domain/area-index.js';
import { AuditState } from '../domain/audit-state.js';
import { RollUp } from '../domain/roll-up.js';
import { KeptAudits, type Audited } from './kept-audits.js';

const CITY = { id: 'city', code: '1405', name: '晋城市', level: 'city', path: '1405/', parentId: null };

/** An audit of so many compounds, in a city of one area. */
function auditOf(compounds: number): Audited {
  const state = new AuditState(indexAreas([CITY]), on(), []);
  for (let n = 0; n < compounds; n += 1) state.add(aCompound({ id: `c${n}` }));
  return { state, rollUp: new RollUp(state), factVersion: '1', required: () => undefined, answers: new Map() };
}

async function keep(kept: KeptAudits, key: string, compounds: number): Promise<void> {
  kept.keep(key, Promise.resolve(auditOf(compounds)));
  await kept.get(key);
}

function keysOf(kept: KeptAudits, keys: string): string {
  return [...keys].filter((key) => kept.get(key) !== undefined).join('');
}

describe('kept audits', () => {
  it('hold no more compounds and areas than memory should, and let go what was asked for least lately', async () => {
    const kept = new KeptAudits({ moments: 24, subjects: 303 });
    for (const key of 'abc') await keep(kept, key, 100);
    expect(keysOf(kept, 'abc')).toBe('abc');
    void kept.get('a');
    await keep(kept, 'd', 100);
    expect(keysOf(kept, 'abcd')).toBe('acd');
    await keep(kept, 'e', 201);
    expect(keysOf(kept, 'abcde')).toBe('de');
  });

  it('hold no more moments than they should, however small', async () => {
    const kept = new KeptAudits({ moments: 2, subjects: 1000 });
    for (const key of 'abc') await keep(kept, key, 1);
    expect(keysOf(kept, 'abc')).toBe('bc');
  });

  it('always hold the newest, be it larger than all that is allowed', async () => {
    const kept = new KeptAudits({ moments: 24, subjects: 10 });
    await keep(kept, 'a', 1);
    await keep(kept, 'b', 50);
    expect(keysOf(kept, 'ab')).toBe('b');
  });

  it('count an audit once, though it is made anew', async () => {
    const kept = new KeptAudits({ moments: 24, subjects: 303 });
    for (const key of 'abcccc') await keep(kept, key, 100);
    expect(keysOf(kept, 'abc')).toBe('abc');
  });

  it('forget one that failed, unless another has taken its place', async () => {
    const kept = new KeptAudits();
    const failed = Promise.reject(new Error('the connection is gone'));
    kept.keep('a', failed);
    await failed.catch(() => undefined);
    expect(keysOf(kept, 'a')).toBe('');
    kept.keep('a', failed);
    await keep(kept, 'a', 1);
    expect(keysOf(kept, 'a')).toBe('a');
  });
});

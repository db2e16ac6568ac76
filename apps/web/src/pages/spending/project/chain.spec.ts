import { describe, expect, it } from '@jest/globals';
import type { Project } from '../../../api/fund/spending.js';
import { chainOf, sum } from './chain.js';

const APPLIED = {
  ...{ use: '5003', state: 'applied', emergency: null, amount: '100.00', paid: '0.00', aside: '0.00', source: null },
  ...{ appliedOn: '2026-11-20', applicant: '社区 赵芳', decision: null, steps: [], payments: [], quotes: [] },
} as unknown as Project;

const standsOf = (project: Project): string =>
  chainOf(project)
    .map(({ step, stand }) => `${step}:${stand}`)
    .join(' ');

describe('the chain of a project', () => {
  it('tells what is done, what is next and what comes later', () => {
    expect(standsOf(APPLIED)).toBe(
      'application:done review:next decision:later appropriation:later contract:later payment:later acceptance:later closing:later',
    );
  });

  it('leaves out what does not come', () => {
    expect(standsOf({ ...APPLIED, use: '5004', emergency: 'lift' })).toBe(
      'application:done decision:next appropriation:later payment:later acceptance:later closing:later',
    );
  });

  it('waits for nothing once it is over', () => {
    expect(standsOf({ ...APPLIED, state: 'ended' })).not.toContain('next');
  });

  it('adds what was set aside to what was paid, to the fen', () => {
    expect([sum('0.05', '1203.50'), sum('0.00', '0.00')]).toEqual(['1203.55', '0.00']);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ASSEMBLY_STATES,
  ASSEMBLY_STEPS,
  isPossible,
  possibleSteps,
  stateAfter,
  stateOf,
  TRANSITIONS,
  type AssemblyStep,
} from './assembly-state.js';

const WHOLE: readonly AssemblyStep[] = [
  ...(['notice', 'opening', 'extension', 'closure', 'certification', 'publication', 'filing'] as const),
];

describe('the states of an assembly', () => {
  it('are all reached', () => {
    const reached = new Set(Object.values(TRANSITIONS).flatMap((steps) => Object.values(steps)));
    expect([...reached, 'draft'].sort()).toEqual([...ASSEMBLY_STATES].sort());
  });

  it('follow each other from draft to filed, and no step is left out', () => {
    expect(stateOf(WHOLE)).toBe('filed');
    expect([...WHOLE, 'cancellation'].sort()).toEqual([...ASSEMBLY_STEPS].sort());
  });

  it('allow no step that is not listed', () => {
    const listed = ASSEMBLY_STATES.flatMap((state) =>
      Object.keys(TRANSITIONS[state]).map((step) => `${state} ${step}`),
    );
    const allowed = ASSEMBLY_STATES.flatMap((state) =>
      ASSEMBLY_STEPS.filter((step) => stateAfter(state, step) !== null).map((step) => `${state} ${step}`),
    );
    expect(allowed.sort()).toEqual(listed.sort());
    expect(listed).toHaveLength(10);
    expect(() => stateOf(['opening'])).toThrow('opening is not possible in draft');
  });

  it('never lead back to voting, and never take a step twice', () => {
    const walk = fc.array(fc.constantFrom(...ASSEMBLY_STEPS), { maxLength: 30 });
    fc.assert(
      fc.property(walk, (tried) => {
        const taken: AssemblyStep[] = [];
        for (const step of tried) if (isPossible(taken, step)) taken.push(step);
        expect(new Set(taken).size).toBe(taken.length);
        const state = stateOf(taken);
        if (taken.includes('closure')) expect(['draft', 'noticed', 'open', 'cancelled']).not.toContain(state);
      }),
    );
  });

  it('end with the count in a rehearsal', () => {
    const counted = WHOLE.slice(0, 5);
    expect(possibleSteps(counted)).toEqual(['publication']);
    expect(possibleSteps(counted, true)).toEqual([]);
  });

  it('extend once', () => {
    expect(possibleSteps(['notice', 'opening'])).toEqual(['extension', 'closure', 'cancellation']);
    expect(possibleSteps(['notice', 'opening', 'extension'])).toEqual(['closure', 'cancellation']);
  });
});

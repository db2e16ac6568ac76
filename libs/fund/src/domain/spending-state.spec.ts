import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROJECT_STATES, PROJECT_STEPS, possibleDeeds, stateOf, type ProjectFacts } from './spending-state.js';
import { USE_CODES } from './uses.js';

const NOTHING: ProjectFacts = { use: '5003', isEmergency: false, steps: [], isAppropriated: false, isPaid: false };

function after(
  steps: readonly ProjectFacts['steps'][number]['step'][],
  more: Partial<ProjectFacts> = {},
): ProjectFacts {
  return { ...NOTHING, steps: steps.map((step) => ({ step, agrees: step === 'review' ? true : null })), ...more };
}

describe('a project', () => {
  it('goes from application to acceptance, each step resting on the one before', () => {
    const way: readonly (readonly [ProjectFacts, string, string])[] = [
      [NOTHING, 'applied', 'review quote closing'],
      [after(['review']), 'reviewed', 'decision quote closing'],
      [after(['review', 'decision']), 'decided', 'quote appropriation closing'],
      [after(['review', 'decision'], { isAppropriated: true }), 'appropriated', 'quote appropriation contract closing'],
      [
        after(['review', 'decision', 'contract'], { isAppropriated: true }),
        'contracted',
        'appropriation payment closing',
      ],
      [
        after(['review', 'decision', 'contract'], { isAppropriated: true, isPaid: true }),
        'paid',
        'appropriation payment acceptance closing',
      ],
      [
        after(['review', 'decision', 'contract', 'acceptance'], { isAppropriated: true, isPaid: true }),
        'accepted',
        'payment closing',
      ],
      [after(['review', 'decision', 'acceptance', 'closing'], { isPaid: true }), 'closed', ''],
      [after(['review', 'closing']), 'ended', ''],
    ];
    for (const [facts, state, deeds] of way) {
      expect([stateOf(facts), possibleDeeds(facts).toSorted()]).toEqual([
        state,
        deeds.split(' ').filter(Boolean).toSorted(),
      ]);
    }
  });

  it('ends where the review does not agree', () => {
    const facts = { ...NOTHING, steps: [{ step: 'review', agrees: false }] } as const;
    expect([stateOf(facts), possibleDeeds(facts)]).toEqual(['returned', ['closing']]);
  });

  it('of an emergency is confirmed without a review, and pays by the same rules', () => {
    expect(possibleDeeds({ ...NOTHING, isEmergency: true })).toContain('decision');
    expect(possibleDeeds(NOTHING)).not.toContain('decision');
    expect(possibleDeeds(after(['decision'], { isEmergency: true, isAppropriated: true }))).not.toContain('payment');
  });

  it('of help to a household needs no contract', () => {
    const facts = after(['review', 'decision'], { use: '5004', isAppropriated: true });
    expect([possibleDeeds(facts).includes('payment'), possibleDeeds(facts).includes('contract')]).toEqual([
      true,
      false,
    ]);
  });

  it('never pays without a decision’s money, nor does anything once it is closed', () => {
    const step = fc.record({ step: fc.constantFrom(...PROJECT_STEPS), agrees: fc.constantFrom(true, false, null) });
    const facts = fc.record({
      use: fc.constantFrom(...USE_CODES),
      isEmergency: fc.boolean(),
      steps: fc.uniqueArray(step, { selector: (each) => each.step }),
      isAppropriated: fc.boolean(),
      isPaid: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (each) => {
        const deeds = possibleDeeds(each);
        expect(PROJECT_STATES).toContain(stateOf(each));
        if (deeds.includes('payment')) expect(each.isAppropriated).toBe(true);
        if (each.steps.some(({ step }) => step === 'closing')) expect(deeds).toEqual([]);
        for (const { step } of each.steps) expect(deeds).not.toContain(step);
      }),
    );
  });
});

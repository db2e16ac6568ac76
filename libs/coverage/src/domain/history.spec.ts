import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '#libs/kernel';
import {
  aCompany,
  aCompound,
  anyCompanies,
  anyCompound,
  aService,
  on,
  TODAY,
} from '../../../../test/support/coverage-facts.js';
import { COMPOUND_TARGETS } from './audit-state.js';
import type { CompanyFacts, CompoundFacts } from './facts.js';
import { historyOf, type HistoryInput } from './history.js';
import type { State, Target } from './state.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts } from './verdict.js';

const FROM = addDays(TODAY, -400);

function input(facts: CompoundFacts, said: Partial<HistoryInput> = {}): HistoryInput {
  return { facts, companies: [], signDays: [], from: FROM, to: TODAY, thresholdsOn: on, ...said };
}

/** The verdicts of a day, judged for that day alone. */
function verdictsOn({ facts, companies, signDays }: HistoryInput, day: Day): CompoundVerdicts {
  const lastSignOn = signDays.findLast((sign) => sign <= day) ?? null;
  const known = { ...facts, services: facts.services.map((service) => ({ ...service, lastSignOn })) };
  const company = (id: string): CompanyFacts => companies.find((each) => each.id === id) ?? aCompany({ id });
  return judgeCompound(known, (id) => judgeCompany(company(id), on(day)), on(day));
}

describe('the history of a compound', () => {
  it('tells a contract that ran out, went on, and was seen no more', () => {
    const service = aService({ effectiveFrom: '2025-06-01', effectiveTo: '2025-12-31', issuedOn: null, filedOn: null });
    const changes = historyOf(
      input(aCompound({ services: [service] }), { signDays: ['2025-06-10', '2025-09-01', '2025-12-05'] }),
    );
    expect(changes.filter((change) => change.target === 'C1')).toEqual([
      { day: FROM, target: 'C1', from: null, to: 'NOT_COVERED' },
      { day: '2025-06-01', target: 'C1', from: 'NOT_COVERED', to: 'UNVERIFIED' },
      { day: '2025-06-10', target: 'C1', from: 'UNVERIFIED', to: 'COVERED' },
      { day: '2025-12-01', target: 'C1', from: 'COVERED', to: 'UNVERIFIED' },
      { day: '2025-12-05', target: 'C1', from: 'UNVERIFIED', to: 'COVERED' },
      { day: '2026-01-01', target: 'C1', from: 'COVERED', to: 'COVERED_WITH_DEFECT' },
      { day: '2026-03-06', target: 'C1', from: 'COVERED_WITH_DEFECT', to: 'STALE' },
    ]);
  });

  it('agrees with judging every single day', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 4 });
    fc.assert(
      fc.property(anyCompound('c1'), anyCompanies, days, (facts, companies, offsets) => {
        const signDays = [...offsets].sort((a, b) => a - b).map((offset) => addDays(FROM, offset));
        const asked = input(facts, { companies, signDays });
        const changes = historyOf(asked);
        const told = (target: Target, day: Day): State | undefined =>
          changes.findLast((change) => change.target === target && change.day <= day)?.to;
        const wrong: unknown[] = [];
        for (let day = FROM; day <= TODAY; day = addDays(day, 1)) {
          const verdicts = verdictsOn(asked, day);
          for (const target of COMPOUND_TARGETS) {
            if (told(target, day) !== verdicts[target].state) wrong.push({ day, target, is: verdicts[target].state });
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

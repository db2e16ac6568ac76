import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '#libs/kernel';
import {
  aCompany,
  aCompound,
  aGoodCompound,
  anyCompanies,
  anyCompound,
  aService,
  on,
  TODAY,
} from '../../../../test/support/coverage-facts.js';
import { runs } from '../../../../test/support/runs.js';
import { COMPOUND_TARGETS } from './audit-state.js';
import type { CompanyFacts, CompoundFacts } from './facts.js';
import { historyOf, type HistoryInput } from './history.js';
import type { State, Target } from './state.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts } from './verdict.js';

const FROM = addDays(TODAY, -400);

function input(facts: CompoundFacts, signDays: readonly Day[], said: Partial<HistoryInput> = {}): HistoryInput {
  const own = { facts, signDays, from: null, to: null };
  return { parts: [own], companies: [], from: FROM, to: TODAY, thresholdsOn: on, ...said };
}

/** The verdicts of a day, judged for that day alone. */
function verdictsOn({ parts: [own, merged], companies }: HistoryInput, day: Day): CompoundVerdicts {
  const speaking = merged && (merged.from as Day) <= day && day < (merged.to as Day) ? [own, merged] : [own];
  const seen = speaking.flatMap(({ signDays }) => signDays).filter((sign) => sign <= day);
  const lastSignOn = seen.sort().at(-1) ?? null;
  const known: CompoundFacts = {
    ...own.facts,
    services: speaking.flatMap(({ facts }) => facts.services).map((service) => ({ ...service, lastSignOn })),
    bodies: speaking.flatMap(({ facts }) => facts.bodies),
    serviceClaims: speaking.flatMap(({ facts }) => facts.serviceClaims),
    bodyClaims: speaking.flatMap(({ facts }) => facts.bodyClaims),
  };
  const company = (id: string): CompanyFacts => companies.find((each) => each.id === id) ?? aCompany({ id });
  return judgeCompound(known, (id) => judgeCompany(company(id), on(day)), on(day));
}

describe('the history of a compound', () => {
  it('tells a contract that ran out, went on, and was seen no more', () => {
    const service = aService({ effectiveFrom: '2025-06-01', effectiveTo: '2025-12-31', issuedOn: null, filedOn: null });
    const changes = historyOf(input(aCompound({ services: [service] }), ['2025-06-10', '2025-09-01', '2025-12-05']));
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

  it('tells from which day on the evidence of one that was merged into it speaks', () => {
    const alone = input(aCompound(), []);
    const merged = { facts: aGoodCompound(), signDays: ['2026-03-20'], from: '2026-04-01', to: '2026-05-01' };
    const changes = historyOf({ ...alone, parts: [...alone.parts, merged] });
    expect(changes.filter(({ target }) => target === 'C2').map(({ day, to }) => [day, to])).toEqual([
      [FROM, 'NOT_COVERED'],
      ['2026-04-01', 'COVERED'],
      ['2026-05-01', 'NOT_COVERED'],
    ]);
  });

  it('agrees with judging every single day, also where another was merged into it for a time', () => {
    const days = fc
      .uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 4 })
      .map((offsets) => offsets.sort((a, b) => a - b).map((offset) => addDays(FROM, offset)));
    const compound = anyCompound('c1');
    const span = fc.tuple(fc.integer({ min: -50, max: 400 }), fc.integer({ min: 1, max: 300 }));
    const merged = fc.record({ facts: compound, signDays: days, span }).map(({ span: [start, length], ...part }) => ({
      ...part,
      from: addDays(FROM, start),
      to: addDays(FROM, start + length),
    }));
    fc.assert(
      fc.property(compound, days, fc.option(merged), anyCompanies, (facts, signDays, other, companies) => {
        const alone = input(facts, signDays, { companies });
        const asked = other ? { ...alone, parts: [...alone.parts, other] as const } : alone;
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
      runs(15),
    );
  });
});

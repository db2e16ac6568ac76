import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#libs/kernel';
import { COVERAGE_PACK } from '#libs/law';
import {
  aBody,
  aBranch,
  aGoodCompound,
  anyAuditDay,
  anyCompanies,
  anyCompound,
  aService,
  on,
  REVISED_PACK,
} from '../../../../test/support/coverage-facts.js';
import { runs } from '../../../../test/support/runs.js';
import { countsOn, pack } from './counts.js';
import type { CompanyFacts, CompoundFacts } from './facts.js';
import { BASES, type Target } from './state.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts, type Verdict } from './verdict.js';

const TARGETS = ['C1', 'C2', 'C3', 'C4B'] as const satisfies readonly Target[];
const anyPack = fc.constantFrom(COVERAGE_PACK, REVISED_PACK);
const anyFacts = anyCompound('c1');

function judge(
  facts: CompoundFacts,
  firms: readonly CompanyFacts[],
  day: string,
  pack = COVERAGE_PACK,
): CompoundVerdicts {
  const firm = (id: string): CompanyFacts => firms.find((each) => each.id === id) ?? { id, party: [], partyClaims: [] };
  return judgeCompound(facts, (id) => judgeCompany(firm(id), on(day, pack)), on(day, pack));
}

/** Everything about a verdict but the day on which it may change. */
function said(verdict: Verdict): unknown {
  return [pack(verdict), verdict.reasons];
}

function backwards(facts: CompoundFacts): CompoundFacts {
  const turn = <E extends { readonly checks: readonly unknown[] }>(pieces: readonly E[]): E[] =>
    [...pieces].reverse().map((piece) => ({ ...piece, checks: [...piece.checks].reverse() }));
  return {
    ...facts,
    services: turn(facts.services),
    bodies: turn(facts.bodies).map((body) => ({
      ...body,
      party: turn(body.party),
      partyClaims: [...body.partyClaims].reverse(),
    })),
    serviceClaims: [...facts.serviceClaims].reverse(),
    bodyClaims: [...facts.bodyClaims].reverse(),
  };
}

describe('verdicts, whatever the facts', () => {
  it('do not depend on the order of facts', () => {
    fc.assert(
      fc.property(anyFacts, anyCompanies, anyAuditDay, (facts, firms, day) => {
        expect(judge(backwards(facts), [...firms].reverse(), day)).toEqual(judge(facts, firms, day));
      }),
      runs(200),
    );
  });

  it('are the same when asked again', () => {
    fc.assert(
      fc.property(anyFacts, anyCompanies, anyAuditDay, (facts, firms, day) => {
        const before = structuredClone(facts);
        expect(judge(facts, firms, day)).toEqual(judge(structuredClone(facts), firms, day));
        expect(facts).toEqual(before);
      }),
      runs(200),
    );
  });

  it('stay as they are until the day they announce', () => {
    fc.assert(
      fc.property(anyFacts, anyCompanies, anyAuditDay, fc.nat(900), anyPack, (facts, firms, day, later, rules) => {
        const verdicts = judge(facts, firms, day, rules);
        for (const target of TARGETS) {
          const { nextChangeOn } = verdicts[target];
          expect(nextChangeOn === null || nextChangeOn > day).toBe(true);
          const until = nextChangeOn === null ? null : addDays(nextChangeOn, -1);
          const then = until !== null && addDays(day, later) > until ? until : addDays(day, later);
          expect({ target, said: said(judge(facts, firms, then, rules)[target]) }).toEqual({
            target,
            said: said(verdicts[target]),
          });
        }
      }),
      runs(600),
    );
  });

  it('stay as they are for a company too', () => {
    fc.assert(
      fc.property(anyCompanies, anyAuditDay, fc.nat(900), ([firm], day, later) => {
        const company = firm as CompanyFacts;
        const verdict = judgeCompany(company, on(day));
        const until = verdict.nextChangeOn === null ? null : addDays(verdict.nextChangeOn, -1);
        const then = until !== null && addDays(day, later) > until ? until : addDays(day, later);
        expect(said(judgeCompany(company, on(then)))).toEqual(said(verdict));
      }),
      runs(600),
    );
  });

  it('name for every gap the rule, and for every finding against evidence the record', () => {
    fc.assert(
      fc.property(anyFacts, anyCompanies, anyAuditDay, (facts, firms, day) => {
        for (const target of TARGETS) {
          const { state, reasons, claimed } = judge(facts, firms, day)[target];
          if (state !== 'COVERED' && state !== 'NOT_APPLICABLE') expect(reasons.length).toBeGreaterThan(0);
          expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length);
          for (const reason of reasons)
            expect(reason.evidence.length).toBe(/none|no-manager/.test(reason.code) ? 0 : 1);
          if (claimed) expect(state).toBe('NOT_COVERED');
        }
      }),
      runs(200),
    );
  });
});

describe('a compliant fact more', () => {
  /** In order on any day on which the properties judge. */
  const always = {
    issuedOn: '2026-01-05',
    effectiveFrom: '2024-01-10',
    effectiveTo: null,
    filedOn: '2026-01-20',
  } as const;

  function isNoWorse(before: Verdict, after: Verdict): void {
    for (const basis of BASES) {
      const lost = countsOn(pack(before), basis) && !countsOn(pack(after), basis);
      expect({ basis, lost, before: before.state, after: after.state }).toMatchObject({ basis, lost: false });
    }
  }

  it('never opens a gap, in any target and on any basis', () => {
    fc.assert(
      fc.property(anyFacts, anyCompanies, fc.uuid(), fc.nat(180), (facts, firms, recordId, days) => {
        const day = addDays('2026-06-01', days);
        const checks = [{ checkedOn: day, outcome: 'confirmed' }] as const;
        const party = [aBranch({ ...always, checks })];
        const good = aGoodCompound({
          services: [aService({ ...always, recordId, companyId: 'good', lastSignOn: day })],
          bodies: [
            aBody({
              ...always,
              recordId,
              kind: 'committee',
              homeId: 'c1',
              lastActivityOn: day,
              electedOn: null,
              checks,
              party,
            }),
          ],
        });
        const withFirm = [...firms, { id: 'good', party, partyClaims: [] }];
        const more = {
          ...facts,
          services: [...facts.services, ...good.services],
          bodies: [...facts.bodies, ...good.bodies],
        };
        const [before, after] = [judge(facts, withFirm, day), judge(more, withFirm, day)];
        for (const target of TARGETS) if (target !== 'C4B' && target !== 'C3') isNoWorse(before[target], after[target]);
        expect([after.C1.state, after.C2.state]).toEqual(['COVERED', 'COVERED']);
      }),
      runs(500),
    );
  });

  it('never opens a gap of a company, nor of what the company manages', () => {
    fc.assert(
      fc.property(anyFacts, anyCompanies, anyAuditDay, fc.uuid(), (facts, firms, day, recordId) => {
        const more = firms.map((firm) => ({
          ...firm,
          party: [
            ...firm.party,
            aBranch({ ...always, recordId, checks: [{ checkedOn: day, outcome: 'confirmed' as const }] }),
          ],
        }));
        firms.forEach((firm, n) =>
          isNoWorse(judgeCompany(firm, on(day)), judgeCompany(more[n] as CompanyFacts, on(day))),
        );
        isNoWorse(judge(facts, firms, day).C4B, judge(facts, more, day).C4B);
      }),
      runs(200),
    );
  });
});

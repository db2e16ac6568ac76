import { describe, expect, it } from '@jest/globals';
import type { Day } from '#libs/kernel';
import { aBody, aBranch, aCheck, aService, on, TODAY } from '../../../../../test/support/coverage-facts.js';
import { BODY_RULES, CATALOGUE, PARTY_RULES, SERVICE_RULES } from './catalogue.js';
import type { BodyFacts, Evidence, PartyFacts, ServiceModeFacts } from '../facts.js';
import type { EvidenceRule, Finding } from './rule.js';

/** Facts and the day on which they are held against the rule. */
type Held<E> = readonly [facts: E, day?: Day];

/** One rule: what meets it, what does not, and the two sides of its limit. */
interface Case<E extends Evidence> {
  readonly passes: Held<E>;
  readonly fails: Held<E>;
  readonly lastThatPasses: Held<E>;
  readonly firstThatFails: Held<E>;
  readonly finding: Omit<Finding, 'params'>;
}

const ended = { effectiveTo: '2026-04-30' } as const;
const refuted = { checks: [aCheck('refuted', '2026-05-02')] };
const settled = { checks: [aCheck('refuted', '2026-05-02'), aCheck('confirmed', '2026-05-03')] };
const refutedLater = { checks: [aCheck('refuted', '2026-06-02')] };

const services: Record<string, Case<ServiceModeFacts>> = {
  'c1.refuted': {
    passes: [aService(settled)],
    fails: [aService(refuted)],
    lastThatPasses: [aService(refutedLater), '2026-06-01'],
    firstThatFails: [aService(refutedLater), '2026-06-02'],
    finding: { state: 'NOT_COVERED' },
  },
  'c1.emergency-too-long': {
    passes: [aService({ mode: 'P', effectiveFrom: '2020-01-01' })],
    fails: [aService({ mode: 'E', effectiveFrom: '2025-01-01' })],
    lastThatPasses: [aService({ mode: 'E', effectiveFrom: '2025-08-31' }), '2026-02-28'],
    firstThatFails: [aService({ mode: 'E', effectiveFrom: '2025-08-31' }), '2026-03-01'],
    finding: { state: 'NOT_COVERED' },
  },
  'c1.ended': {
    passes: [aService({ mode: 'P', ...ended })],
    fails: [aService({ mode: 'T', ...ended })],
    lastThatPasses: [aService({ mode: 'S', effectiveTo: TODAY })],
    firstThatFails: [aService({ mode: 'S', effectiveTo: '2026-05-31' })],
    finding: { state: 'STALE' },
  },
  'c1.stale': {
    passes: [aService(ended)],
    fails: [aService({ ...ended, lastSignOn: null })],
    lastThatPasses: [aService({ ...ended, lastSignOn: '2026-03-03' })],
    firstThatFails: [aService({ ...ended, lastSignOn: '2026-03-02' })],
    finding: { state: 'STALE' },
  },
  'c1.renewal-due': {
    passes: [aService()],
    fails: [aService(ended)],
    lastThatPasses: [aService({ effectiveTo: TODAY })],
    firstThatFails: [aService({ effectiveTo: '2026-05-31' })],
    finding: { state: 'COVERED_WITH_DEFECT' },
  },
  'c1.unseen': {
    passes: [aService()],
    fails: [aService({ lastSignOn: null })],
    lastThatPasses: [aService({ lastSignOn: '2026-03-03' })],
    firstThatFails: [aService({ lastSignOn: '2026-03-02' })],
    finding: { state: 'UNVERIFIED' },
  },
  'c1.shared-document': {
    passes: [aService()],
    fails: [aService({ sharedDocument: true })],
    lastThatPasses: [aService({ sharedDocument: true, mode: 'B' })],
    firstThatFails: [aService({ sharedDocument: true, mode: 'M' })],
    finding: { state: 'COVERED_WITH_DEFECT' },
  },
};

const unfiled = { electedOn: '2026-04-02', filedOn: null } as const;
const short = { members: 4, membersChangedOn: '2026-05-02' } as const;

const bodies: Record<string, Case<BodyFacts>> = {
  'c2.refuted': {
    passes: [aBody(settled)],
    fails: [aBody(refuted)],
    lastThatPasses: [aBody(refutedLater), '2026-06-01'],
    firstThatFails: [aBody(refutedLater), '2026-06-02'],
    finding: { state: 'NOT_COVERED' },
  },
  'c2.term-over': {
    passes: [aBody()],
    fails: [aBody({ effectiveTo: '2025-06-30' })],
    lastThatPasses: [aBody({ effectiveTo: TODAY })],
    firstThatFails: [aBody({ effectiveTo: '2026-05-31' })],
    finding: { state: 'NOT_COVERED' },
  },
  'c2.in-reelection': {
    passes: [aBody({ effectiveTo: '2026-05-31' })],
    fails: [aBody({ effectiveTo: '2026-05-31', reelectionGroupOn: '2026-03-01' })],
    lastThatPasses: [aBody({ effectiveTo: '2026-05-31', reelectionGroupOn: '2026-06-02' }), '2026-06-01'],
    firstThatFails: [aBody({ effectiveTo: '2026-05-31', reelectionGroupOn: '2026-06-02' }), '2026-06-02'],
    finding: { state: 'NOT_COVERED' },
  },
  'c2.few-members': {
    passes: [aBody({ seats: 9, members: 5 })],
    fails: [aBody({ members: 3, membersChangedOn: '2026-01-01' })],
    lastThatPasses: [aBody({ seats: 11, members: 6 })],
    firstThatFails: [aBody({ seats: 11, members: 5, membersChangedOn: '2026-01-01' })],
    finding: { state: 'NOT_COVERED' },
  },
  'c2.inactive': {
    passes: [aBody({ lastActivityOn: null })],
    fails: [aBody({ lastActivityOn: '2025-05-01' })],
    lastThatPasses: [aBody({ lastActivityOn: '2025-08-31' }), '2026-02-28'],
    firstThatFails: [aBody({ lastActivityOn: '2025-08-31' }), '2026-03-01'],
    finding: { state: 'STALE' },
  },
  'c2.unfiled': {
    passes: [aBody()],
    fails: [aBody({ electedOn: '2026-01-05', filedOn: null })],
    lastThatPasses: [aBody(unfiled), '2026-05-02'],
    firstThatFails: [aBody(unfiled), '2026-07-15'],
    finding: { state: 'NOT_COVERED' },
  },
  'c2.pmc-too-old': {
    passes: [aBody({ kind: 'committee', effectiveFrom: '2020-01-01' })],
    fails: [aBody({ kind: 'pmc', effectiveFrom: '2020-01-01' })],
    lastThatPasses: [aBody({ kind: 'pmc', effectiveFrom: '2024-06-01' })],
    firstThatFails: [aBody({ kind: 'pmc', effectiveFrom: '2024-05-31' })],
    finding: { state: 'STALE' },
  },
  'c2.unchecked': {
    passes: [aBody()],
    fails: [
      aBody({ issuedOn: '2024-01-01', effectiveFrom: '2024-01-01', filedOn: '2024-01-20', lastActivityOn: null }),
    ],
    lastThatPasses: [
      aBody({ issuedOn: null, effectiveFrom: '2025-01-01', filedOn: '2025-06-01', lastActivityOn: null }),
    ],
    firstThatFails: [
      aBody({ issuedOn: null, effectiveFrom: '2025-01-01', filedOn: '2025-05-31', lastActivityOn: null }),
    ],
    finding: { state: 'UNVERIFIED' },
  },
};

const parties: Record<string, Case<PartyFacts>> = {
  'party.refuted': {
    passes: [aBranch(settled)],
    fails: [aBranch(refuted)],
    lastThatPasses: [aBranch(refutedLater), '2026-06-01'],
    firstThatFails: [aBranch(refutedLater), '2026-06-02'],
    finding: { state: 'NOT_COVERED' },
  },
  'party.instructor': {
    passes: [aBranch()],
    fails: [aBranch({ kind: 'instructor' })],
    lastThatPasses: [aBranch({ kind: 'attached' })],
    firstThatFails: [aBranch({ kind: 'instructor' })],
    finding: { state: 'COVERED', byWork: true },
  },
  'party.term-over': {
    passes: [aBranch()],
    fails: [aBranch({ effectiveTo: '2026-02-01' })],
    lastThatPasses: [aBranch({ effectiveTo: TODAY })],
    firstThatFails: [aBranch({ effectiveTo: '2026-05-31' })],
    finding: { state: 'COVERED_WITH_DEFECT', byWork: true },
  },
  'party.few-members': {
    passes: [aBranch({ kind: 'joint', memberCount: 1 })],
    fails: [aBranch({ memberCount: 0 })],
    lastThatPasses: [aBranch({ memberCount: 3 })],
    firstThatFails: [aBranch({ memberCount: 2 })],
    finding: { state: 'COVERED_WITH_DEFECT', byWork: true },
  },
  'party.unchecked': {
    passes: [aBranch()],
    fails: [aBranch({ issuedOn: '2024-01-01', effectiveFrom: '2024-01-01', filedOn: null })],
    lastThatPasses: [aBranch({ issuedOn: null, effectiveFrom: '2025-06-01', filedOn: null })],
    firstThatFails: [aBranch({ issuedOn: null, effectiveFrom: '2025-05-31', filedOn: null })],
    finding: { state: 'UNVERIFIED' },
  },
};

function prove<E extends Evidence>(rules: readonly EvidenceRule<E>[], cases: Readonly<Record<string, Case<E>>>): void {
  it('shows every rule at work, and no other', () => {
    expect(Object.keys(cases).sort()).toEqual(rules.map((rule) => rule.code).sort());
  });

  it.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
    const shown = cases[code] as Case<E>;
    const check = ([facts, day]: Held<E>): Finding | null => rule.check(facts, on(day));
    expect(check(shown.passes)).toBeNull();
    expect(check(shown.lastThatPasses)).toBeNull();
    expect(check(shown.fails)).toMatchObject(shown.finding);
    expect(check(shown.firstThatFails)).toMatchObject(shown.finding);
  });
}

describe('rules of target 1, service', () => prove(SERVICE_RULES, services));
describe('rules of target 2, committees', () => prove(BODY_RULES, bodies));
describe('rules of targets 3 and 4, party organisations', () => prove(PARTY_RULES, parties));

describe('two limits in one rule', () => {
  const few = BODY_RULES.find((rule) => rule.code === 'c2.few-members') as EvidenceRule<BodyFacts>;
  const late = BODY_RULES.find((rule) => rule.code === 'c2.unfiled') as EvidenceRule<BodyFacts>;

  it.each([
    ['2026-05-02', 'COVERED_WITH_DEFECT'],
    ['2026-06-01', 'COVERED_WITH_DEFECT'],
    ['2026-06-02', 'NOT_COVERED'],
  ])('too few members since 2 May are on %s %s: 30 days are tolerated', (day, state) => {
    expect(few.check(aBody(short), on(day))?.state).toBe(state);
  });

  it.each([
    ['2026-05-03', 'COVERED_WITH_DEFECT'],
    ['2026-06-01', 'COVERED_WITH_DEFECT'],
    ['2026-06-02', 'NOT_COVERED'],
  ])('a committee elected on 2 April and not filed is on %s %s', (day, state) => {
    expect(late.check(aBody(unfiled), on(day))?.state).toBe(state);
  });

  it('counts a half of the seats upwards and asks at least for the legal minimum', () => {
    const of = (seats: number | null, members: number | null, kind: BodyFacts['kind'] = 'committee'): boolean =>
      few.check(aBody({ seats, members, kind, membersChangedOn: null }), on()) === null;
    expect([of(11, 5), of(11, 6), of(5, 4), of(5, 5), of(null, 4), of(null, 5), of(9, null)]).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
    expect([of(7, 6, 'pmc'), of(7, 7, 'pmc'), of(null, 1, 'exemption')]).toEqual([false, true, true]);
  });

  it('lets an instructor whose assignment is over count for nothing', () => {
    const over = PARTY_RULES.find((rule) => rule.code === 'party.term-over') as EvidenceRule<PartyFacts>;
    expect(over.check(aBranch({ kind: 'instructor', effectiveTo: '2026-05-31' }), on())).toMatchObject({
      state: 'NOT_COVERED',
    });
  });
});

describe('the catalogue', () => {
  it('names each rule once, with its basis, sentence and advice in both languages', () => {
    expect(new Set(CATALOGUE.map((rule) => rule.code)).size).toBe(CATALOGUE.length);
    for (const rule of CATALOGUE) {
      expect(rule.code).toMatch(/^(c[1-4]b?|party)\.[a-z-]+$/);
      expect(rule.targets.length).toBeGreaterThan(0);
      expect(rule.legalBasis.length).toBeGreaterThan(4);
      for (const text of [rule.title, rule.message, rule.recommendation]) {
        expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(text.en).toMatch(/^[^\u4e00-\u9fff]+$/);
      }
      const holes = (text: string): string[] =>
        [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).sort();
      expect(holes(rule.message.en)).toEqual(holes(rule.message.zh));
    }
  });

  it('fills every hole of a sentence with what the rule saw', () => {
    const seen = new Map<string, Finding>();
    const collect = <E extends Evidence>(
      rules: readonly EvidenceRule<E>[],
      cases: Readonly<Record<string, Case<E>>>,
    ): void => {
      for (const rule of rules) {
        const [facts, day] = (cases[rule.code] as Case<E>).fails;
        seen.set(rule.code, rule.check(facts, on(day)) as Finding);
      }
    };
    collect(SERVICE_RULES, services);
    collect(BODY_RULES, bodies);
    collect(PARTY_RULES, parties);
    for (const rule of CATALOGUE) {
      const holes = [...rule.message.zh.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
      const params = seen.get(rule.code)?.params ?? {};
      expect({ code: rule.code, missing: holes.filter((hole) => (params[hole] ?? '') === '') }).toEqual({
        code: rule.code,
        missing: [],
      });
    }
  });
});

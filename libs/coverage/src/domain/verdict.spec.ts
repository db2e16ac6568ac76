import { describe, expect, it } from '@jest/globals';
import {
  aBody,
  aBranch,
  aCheck,
  aClaim,
  aCompany,
  aCompound,
  aGoodCompound,
  aService,
  on,
  TODAY,
} from '../../../../test/support/coverage-facts.js';
import type { BodyFacts, CompanyFacts, CompoundFacts, ServiceModeFacts } from './facts.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts } from './verdict.js';

const GOOD_FIRM = aCompany({ party: [aBranch()] });

function judge(facts: CompoundFacts, day = TODAY, firms: readonly CompanyFacts[] = [GOOD_FIRM]): CompoundVerdicts {
  const firm = (id: string): CompanyFacts => firms.find((each) => each.id === id) ?? aCompany({ id });
  return judgeCompound(facts, (id) => judgeCompany(firm(id), on(day)), on(day));
}

function C1(service: Partial<ServiceModeFacts>, day = TODAY): string {
  const { state, reasons } = judge(aCompound({ services: [aService(service)] }), day).C1;
  return [state, ...reasons.map((reason) => reason.code)].join(' ');
}

function C2(body: Partial<BodyFacts>, day = TODAY): string {
  const { state, reasons } = judge(aCompound({ bodies: [aBody(body)] }), day).C2;
  return [state, ...reasons.map((reason) => reason.code)].join(' ');
}

describe('the worked table of staleness and defects', () => {
  const ended = { effectiveTo: '2026-04-30' } as const;

  it('contract expired but service continues: covered, renewal due (民法典 948)', () => {
    expect(C1(ended)).toBe('COVERED_WITH_DEFECT c1.renewal-due');
    expect(C1({ ...ended, mode: 'M' })).toBe('COVERED_WITH_DEFECT c1.renewal-due');
    expect(C1({ effectiveTo: TODAY })).toBe('COVERED');
  });

  it('contract expired and no sign of service for more than 90 days: stale', () => {
    expect(C1({ ...ended, lastSignOn: '2026-03-03' })).toBe('COVERED_WITH_DEFECT c1.renewal-due');
    expect(C1({ ...ended, lastSignOn: '2026-03-02' })).toBe('STALE c1.stale');
    expect(C1({ ...ended, lastSignOn: null })).toBe('STALE c1.stale');
  });

  it('emergency service for more than six months: not covered', () => {
    const emergency = { mode: 'E', effectiveFrom: '2025-12-01', effectiveTo: null } as const;
    expect(C1(emergency, '2026-06-01')).toBe('COVERED');
    expect(C1(emergency, '2026-06-02')).toBe('NOT_COVERED c1.emergency-too-long');
  });

  it('committee term over: not covered at once, and told when a re-election group is filed', () => {
    expect(C2({ effectiveTo: '2026-06-01' })).toBe('COVERED');
    expect(C2({ effectiveTo: '2026-05-31' })).toBe('NOT_COVERED c2.term-over');
    expect(C2({ effectiveTo: '2026-05-31', reelectionGroupOn: '2026-04-01' })).toBe(
      'NOT_COVERED c2.term-over c2.in-reelection',
    );
  });

  it('members fewer than half: a defect for 30 days, then not covered', () => {
    const few = { seats: 11, members: 5, membersChangedOn: '2026-05-02' } as const;
    expect(C2(few, '2026-06-01')).toBe('COVERED_WITH_DEFECT c2.few-members');
    expect(C2(few, '2026-06-02')).toBe('NOT_COVERED c2.few-members');
  });

  it('no committee activity for six months: stale; never told is not held against it', () => {
    expect(C2({ lastActivityOn: '2025-12-01' })).toBe('COVERED');
    expect(C2({ lastActivityOn: '2025-11-30' })).toBe('STALE c2.inactive');
    expect(C2({ lastActivityOn: null })).toBe('COVERED');
  });

  it('not filed within 30 days: a defect for 30 days more (条例 16)', () => {
    const unfiled = { electedOn: '2026-04-02', filedOn: null } as const;
    expect(C2(unfiled, '2026-05-02')).toBe('COVERED');
    expect(C2(unfiled, '2026-05-03')).toBe('COVERED_WITH_DEFECT c2.unfiled');
    expect(C2(unfiled, '2026-06-01')).toBe('COVERED_WITH_DEFECT c2.unfiled');
    expect(C2(unfiled, '2026-06-02')).toBe('NOT_COVERED c2.unfiled');
  });

  it('PMC older than two years: stale by rule pack', () => {
    const pmc = { kind: 'pmc', effectiveFrom: '2024-06-01', effectiveTo: null } as const;
    expect(C2(pmc, '2026-06-01')).toBe('COVERED');
    expect(C2(pmc, '2026-06-02')).toBe('STALE c2.pmc-too-old');
  });

  it.each([
    ['own branch whose term is over', { effectiveTo: '2026-05-31' }, 'COVERED_WITH_DEFECT', true],
    ['own branch with two members', { memberCount: 2 }, 'COVERED_WITH_DEFECT', true],
    ['own branch with three members', { memberCount: 3 }, 'COVERED', false],
    ['joint branch', { kind: 'joint', memberCount: 1 }, 'COVERED', false],
    ['function branch', { kind: 'function', memberCount: null }, 'COVERED', false],
    ['instructor', { kind: 'instructor', memberCount: null }, 'COVERED', true],
  ] as const)('%s: downgraded to work or not', (_, branch, state, byWork) => {
    const verdict = judge(aCompound({ bodies: [aBody({ party: [aBranch(branch)] })] })).C3;
    expect([verdict.state, verdict.byWork]).toEqual([state, byWork]);
    const company = judgeCompany(aCompany({ party: [aBranch(branch)] }), on());
    expect([company.state, company.byWork]).toEqual([state, byWork]);
  });

  it('evidence older than twelve months without a re-check: unverified', () => {
    const old = {
      issuedOn: '2024-01-01',
      effectiveFrom: '2024-01-02',
      filedOn: '2024-01-20',
      lastActivityOn: null,
    } as const;
    expect(C2(old)).toBe('UNVERIFIED c2.unchecked');
    expect(C2({ ...old, checks: [aCheck('confirmed', '2025-06-01')] })).toBe('COVERED');
    expect(C2({ ...old, checks: [aCheck('confirmed', '2025-05-31')] })).toBe('UNVERIFIED c2.unchecked');
    expect(C2({ ...old, lastActivityOn: '2026-05-01' })).toBe('COVERED');
  });

  it('same document used for two compounds: an integrity defect unless it is a bundle', () => {
    expect(C1({ sharedDocument: true })).toBe('COVERED_WITH_DEFECT c1.shared-document');
    expect(C1({ sharedDocument: true, mode: 'B' })).toBe('COVERED');
  });
});

describe('target 1', () => {
  it.each(['P', 'M', 'S', 'U', 'T', 'B', 'E'] as const)(
    'accepts mode %s with paper in force and a sign of service',
    (mode) => {
      expect(C1({ mode })).toBe('COVERED');
      expect(C1({ mode, lastSignOn: null })).toBe('UNVERIFIED c1.unseen');
    },
  );

  it.each(['S', 'U', 'T', 'E'] as const)('does not let mode %s run on after its last day', (mode) => {
    expect(C1({ mode, effectiveTo: '2026-05-31' })).toBe('STALE c1.ended');
  });

  it('takes a refusal on the spot before any paper, until somebody finds the service again', () => {
    expect(C1({ checks: [aCheck('refuted', '2026-05-01')] })).toBe('NOT_COVERED c1.refuted');
    expect(C1({ checks: [aCheck('refuted', '2026-05-01'), aCheck('confirmed', '2026-05-02')] })).toBe('COVERED');
    expect(C1({ checks: [aCheck('confirmed', '2026-05-01'), aCheck('refuted', '2026-05-01')] })).toBe(
      'NOT_COVERED c1.refuted',
    );
  });

  it('lets the best mode speak and names its record', () => {
    const stale = aService({ recordId: 'old', effectiveTo: '2026-01-01', lastSignOn: null });
    const { C1: verdict } = judge(
      aCompound({ services: [stale, aService({ recordId: 'new', sharedDocument: true })] }),
    );
    expect(verdict.state).toBe('COVERED_WITH_DEFECT');
    expect(verdict.reasons).toEqual([{ code: 'c1.shared-document', params: {}, evidence: ['new'] }]);
  });

  it('does not count paper that has not begun, and tells when it will', () => {
    const later = aCompound({ services: [aService({ effectiveFrom: '2026-07-01' })] });
    expect(judge(later).C1).toMatchObject({ state: 'NOT_COVERED', nextChangeOn: '2026-07-01' });
    expect(judge(later, '2026-07-01').C1.state).toBe('COVERED');
  });
});

describe('equal evidence', () => {
  it('is told apart by its days and then by its record, in whatever order it comes', () => {
    const firms = [GOOD_FIRM, aCompany({ id: 'bare' })];
    const good = aService({ recordId: 'a', companyId: 'firm' });
    const bare = aService({ recordId: 'b', companyId: 'bare' });
    for (const services of [
      [good, bare],
      [bare, good],
    ]) {
      expect(judge(aCompound({ services }), TODAY, firms).C4B.state).toBe('COVERED');
      const newer = services.map((each) => (each === bare ? { ...each, effectiveFrom: '2026-01-11' } : each));
      expect(judge(aCompound({ services: newer }), TODAY, firms).C4B.state).toBe('NOT_COVERED');
    }
  });
});

describe('target 2', () => {
  it('accepts a committee, a PMC and the single-owner exemption (条例 10)', () => {
    expect([C2({}), C2({ kind: 'pmc' }), C2({ kind: 'exemption', seats: null, members: null })]).toEqual([
      'COVERED',
      'COVERED',
      'COVERED',
    ]);
  });
});

describe('target 3', () => {
  it('asks only for bodies that count, and at their home only', () => {
    const at = (body: Partial<BodyFacts>): string => judge(aCompound({ bodies: [aBody(body)] })).C3.state;
    expect(at({})).toBe('NOT_COVERED');
    expect(at({ effectiveTo: '2026-05-31' })).toBe('NOT_APPLICABLE');
    expect(at({ kind: 'exemption' })).toBe('NOT_APPLICABLE');
    expect(at({ homeId: 'elsewhere' })).toBe('NOT_APPLICABLE');
    expect(judge(aCompound()).C3.state).toBe('NOT_APPLICABLE');
  });
});

describe('target 4 by compound', () => {
  const at = (service: Partial<ServiceModeFacts>, firms: readonly CompanyFacts[] = [GOOD_FIRM]): string =>
    judge(aCompound({ services: [aService(service)] }), TODAY, firms).C4B.state;

  it('follows the company that manages, and is not asked where owners, a unit or a trustee do', () => {
    expect(at({})).toBe('COVERED');
    expect(at({}, [aCompany()])).toBe('NOT_COVERED');
    expect((['S', 'U', 'T'] as const).map((mode) => at({ mode, companyId: null }))).toEqual([
      'NOT_APPLICABLE',
      'NOT_APPLICABLE',
      'NOT_APPLICABLE',
    ]);
  });

  it('is not covered where nobody manages in force', () => {
    expect(at({ effectiveTo: '2026-01-01', lastSignOn: null })).toBe('NOT_COVERED');
    expect(at({ companyId: null })).toBe('NOT_COVERED');
    expect(judge(aCompound()).C4B).toMatchObject({ state: 'NOT_COVERED', claimed: false });
    expect(judge(aCompound()).C4B.reasons.map((reason) => reason.code)).toEqual(['c4b.no-manager']);
  });

  it('names every company that serves on evidence that counts, and follows the one that speaks', () => {
    const first = aService({ recordId: 'a', companyId: 'other', sharedDocument: true });
    const second = aService({ recordId: 'b', companyId: 'firm' });
    const gone = aService({ recordId: 'c', companyId: 'gone', effectiveTo: '2026-01-01', lastSignOn: null });
    const verdicts = judge(aCompound({ services: [first, second, gone] }));
    expect(verdicts.companyIds).toEqual(['firm', 'other']);
    expect(verdicts.C4B.state).toBe('COVERED');
  });

  it('names the company whose project this is while service counts', () => {
    expect(judge(aGoodCompound()).companyIds).toEqual(['firm']);
    expect(judge(aCompound({ services: [aService({ lastSignOn: null })] })).companyIds).toEqual(['firm']);
    expect(
      judge(aCompound({ services: [aService({ checks: [aCheck('refuted', '2026-05-01')] })] })).companyIds,
    ).toEqual([]);
  });
});

describe('claims', () => {
  const claimed = (...claims: Parameters<typeof aClaim>[0][]): boolean =>
    judge(aCompound({ serviceClaims: claims.map((each) => aClaim(each)) })).C1.claimed;

  it('speak by their newest list, and only where there is no evidence', () => {
    expect(claimed({})).toBe(true);
    expect(claimed({}, { positive: false, asOf: '2026-04-01' })).toBe(false);
    expect(claimed({ positive: false }, { asOf: '2026-04-01' })).toBe(true);
    expect(claimed({ recordedAt: 2 }, { positive: false, recordedAt: 1 })).toBe(true);
    expect([claimed({}, { positive: false }), claimed({ positive: false }, {})]).toEqual([false, false]);
    expect(claimed({ asOf: '2026-07-01' })).toBe(false);
    const refuted = aCompound({
      services: [aService({ checks: [aCheck('refuted', '2026-05-01')] })],
      serviceClaims: [aClaim()],
    });
    expect(judge(refuted).C1).toMatchObject({ state: 'NOT_COVERED', claimed: false });
    const stale = aCompound({
      services: [aService({ effectiveTo: '2026-01-01', lastSignOn: null })],
      serviceClaims: [aClaim()],
    });
    expect(judge(stale).C1).toMatchObject({ state: 'STALE', claimed: false });
  });

  it('never make a subject covered', () => {
    const verdicts = judge(aCompound({ serviceClaims: [aClaim()], bodyClaims: [aClaim()] }));
    expect([verdicts.C1, verdicts.C2].map(({ state, claimed: said }) => [state, said])).toEqual([
      ['NOT_COVERED', true],
      ['NOT_COVERED', true],
    ]);
    expect(judgeCompany(aCompany({ partyClaims: [aClaim()] }), on())).toMatchObject({
      state: 'NOT_COVERED',
      claimed: true,
    });
  });
});

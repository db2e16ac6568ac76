import { describe, expect, it } from '@jest/globals';
import { COVERAGE_PACK } from '#libs/law';
import type { BodyFacts, CompoundFacts, ServiceModeFacts } from './facts.js';
import { lapsesUntil, type JudgeOn } from './lapse.js';
import { thresholdsOn } from './thresholds.js';
import { judgeCompany, judgeCompound } from './verdict.js';

const PAPER = { issuedOn: '2026-01-01', effectiveFrom: '2026-01-01', filedOn: '2026-01-10', checks: [] };
const on = (day: string) => thresholdsOn(COVERAGE_PACK, day);
const judge: JudgeOn = (facts, day) =>
  judgeCompound(facts, (id) => judgeCompany({ id, party: [], partyClaims: [] }, on(day)), on(day));

const contract: ServiceModeFacts = {
  ...PAPER,
  recordId: 's',
  mode: 'T',
  companyId: null,
  effectiveTo: '2026-12-31',
  sharedDocument: false,
  lastSignOn: '2026-11-01',
};
const body: BodyFacts = {
  ...PAPER,
  recordId: 'b',
  kind: 'committee',
  effectiveTo: '2026-12-15',
  seats: 7,
  members: 7,
  membersChangedOn: null,
  memberSteps: [],
  meetings: [],
  electedOn: '2026-01-01',
  lastActivityOn: '2026-10-20',
  reelectionGroupOn: null,
  homeId: 'x',
  party: [],
  partyClaims: [],
};
const facts: CompoundFacts = {
  id: 'x',
  areaId: null,
  validTo: null,
  deliveredOn: null,
  services: [contract],
  bodies: [body],
  serviceClaims: [],
  bodyClaims: [],
};

describe('what will lapse', () => {
  it('tells the first day on which a term or a paper no longer holds, and why', () => {
    const lapses = lapsesUntil(facts, on('2026-11-23'), '2027-02-21', judge);
    expect(lapses.map(({ day, target, to, reason }) => [day, target, to, reason?.code])).toEqual([
      ['2026-12-16', 'C2', 'NOT_COVERED', 'c2.term-over'],
      ['2027-01-01', 'C1', 'STALE', 'c1.ended'],
    ]);
  });

  it('takes inspections to go on, and says nothing of a service that was not seen', () => {
    const open = { ...facts, bodies: [], services: [{ ...contract, effectiveTo: '2030-12-31' }] };
    expect(lapsesUntil(open, on('2026-11-23'), '2027-11-23', judge)).toEqual([]);
    const unseen = { ...open, services: [{ ...contract, effectiveTo: '2026-12-31', lastSignOn: null }] };
    expect(lapsesUntil(unseen, on('2026-11-23'), '2027-02-21', judge).map((lapse) => lapse.day)).toEqual([
      '2027-01-01',
    ]);
  });

  it('stops at the last day asked for', () => {
    expect(lapsesUntil(facts, on('2026-11-23'), '2026-12-15', judge)).toEqual([]);
    expect(lapsesUntil(facts, on('2026-11-23'), '2026-12-16', judge)).toHaveLength(1);
  });
});

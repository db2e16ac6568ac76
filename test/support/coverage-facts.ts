import fc from 'fast-check';
import { addDays, type Day } from '#libs/kernel';
import { COVERAGE_PACK, overlay, type RulePack } from '#libs/law';
import type {
  BodyFacts,
  ClaimFacts,
  CompanyFacts,
  CompoundFacts,
  Evidence,
  FieldCheck,
  PartyFacts,
  ServiceModeFacts,
} from '../../libs/coverage/src/domain/facts.js';
import { thresholdsOn, type Thresholds } from '../../libs/coverage/src/domain/thresholds.js';

/** The day on which the examples are judged, unless they say another. */
export const TODAY: Day = '2026-06-01';

/** The pack of a city whose own text asks for more from a day on. */
export const REVISED_PACK: RulePack = overlay(
  COVERAGE_PACK,
  [
    { key: 'coverage.service-sign.days', value: 45, unit: 'days' },
    { key: 'coverage.evidence-age.months', value: 9, unit: 'months' },
  ].map((said) => ({
    ...said,
    unit: said.unit as 'days' | 'months',
    source: '某市物业管理条例',
    article: '第一条',
    level: 'city' as const,
    effectiveFrom: '2026-09-01',
    effectiveTo: '2027-06-30',
    status: 'SOURCED' as const,
  })),
);

const known = new Map<RulePack, Map<Day, Thresholds>>();

/** The thresholds of a day, made once. */
export function on(day: Day = TODAY, pack: RulePack = COVERAGE_PACK): Thresholds {
  const days = known.get(pack) ?? new Map<Day, Thresholds>();
  known.set(pack, days);
  const thresholds = days.get(day) ?? thresholdsOn(pack, day);
  days.set(day, thresholds);
  return thresholds;
}

const PAPER = {
  recordId: 'r1',
  issuedOn: '2026-01-05',
  effectiveFrom: '2026-01-10',
  effectiveTo: '2028-12-31',
  filedOn: '2026-01-20',
  checks: [],
} as const satisfies Evidence;

/** A contract in force, filed, with a recent sign of service; only what is interesting need be said. */
export function aService(said: Partial<ServiceModeFacts> = {}): ServiceModeFacts {
  return { ...PAPER, mode: 'P', companyId: 'firm', sharedDocument: false, lastSignOn: '2026-05-20', ...said };
}

/** A committee in term, complete, filed and active, at home in compound c1. */
export function aBody(said: Partial<BodyFacts> = {}): BodyFacts {
  return {
    ...PAPER,
    kind: 'committee',
    seats: 7,
    members: 7,
    membersChangedOn: null,
    memberSteps: [],
    electedOn: '2026-01-05',
    lastActivityOn: '2026-05-01',
    meetings: [],
    reelectionGroupOn: null,
    homeId: 'c1',
    party: [],
    partyClaims: [],
    ...said,
  };
}

/** An own branch in term with five members. */
export function aBranch(said: Partial<PartyFacts> = {}): PartyFacts {
  return { ...PAPER, kind: 'own', memberCount: 5, ...said };
}

/** A compound of which nothing is known. */
export function aCompound(said: Partial<CompoundFacts> = {}): CompoundFacts {
  return {
    id: 'c1',
    areaId: null,
    validTo: null,
    deliveredOn: null,
    services: [],
    bodies: [],
    serviceClaims: [],
    bodyClaims: [],
    ...said,
  };
}

export function aCompany(said: Partial<CompanyFacts> = {}): CompanyFacts {
  return { id: 'firm', party: [], partyClaims: [], ...said };
}

export function aClaim(said: Partial<ClaimFacts> = {}): ClaimFacts {
  return { positive: true, asOf: '2026-03-01', recordedAt: 1, ...said };
}

export function aCheck(outcome: FieldCheck['outcome'], checkedOn: Day): FieldCheck {
  return { checkedOn, outcome };
}

/** A compliant compound: contract, committee and branch in order. */
export function aGoodCompound(said: Partial<CompoundFacts> = {}): CompoundFacts {
  const id = said.id ?? 'c1';
  return aCompound({ services: [aService()], bodies: [aBody({ homeId: id, party: [aBranch()] })], ...said });
}

/* ------------------------------------------------------------------ any facts, near the limits that rules know */

/** Any day within some years of TODAY. */
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: -900, max: 400 }).map((days) => addDays(TODAY, days));
/** Any day on which to judge; signs of service lie before it. */
export const anyAuditDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 800 }).map((days) => addDays(TODAY, days));

const past: fc.Arbitrary<Day> = fc.integer({ min: -400, max: 0 }).map((days) => addDays(TODAY, days));
const orNull = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { freq: 3 });
const companyId = fc.constantFrom('firm', 'firm-2', 'firm-3');

const anyCheck: fc.Arbitrary<FieldCheck> = fc.record({
  checkedOn: anyDay,
  outcome: fc.constantFrom('confirmed', 'refuted'),
});

const evidence = {
  recordId: fc.uuid(),
  issuedOn: orNull(anyDay),
  effectiveFrom: anyDay,
  effectiveTo: orNull(anyDay),
  filedOn: orNull(anyDay),
  checks: fc.array(anyCheck, { maxLength: 2 }),
};

export const anyClaims: fc.Arbitrary<ClaimFacts[]> = fc.array(
  fc.record({ positive: fc.boolean(), asOf: anyDay, recordedAt: fc.nat(3) }),
  { maxLength: 2 },
);

export const anyService: fc.Arbitrary<ServiceModeFacts> = fc
  .record({
    ...evidence,
    mode: fc.constantFrom('P', 'M', 'S', 'U', 'T', 'B', 'E'),
    companyId,
    sharedDocument: fc.boolean(),
    lastSignOn: orNull(past),
  })
  .map((service) => ({ ...service, companyId: 'PMBE'.includes(service.mode) ? service.companyId : null }));

export const anyParty: fc.Arbitrary<PartyFacts[]> = fc.array(
  fc.record({
    ...evidence,
    kind: fc.constantFrom('own', 'joint', 'function', 'attached', 'instructor'),
    memberCount: orNull(fc.integer({ min: 0, max: 6 })),
  }),
  { maxLength: 2 },
);

const anySteps = fc
  .array(fc.tuple(anyDay, fc.nat(11)), { maxLength: 3 })
  .map((steps) => steps.map(([from, members]) => ({ from, members })).sort((a, b) => (a.from < b.from ? -1 : 1)));

export const anyBody: fc.Arbitrary<BodyFacts> = fc.record({
  ...evidence,
  kind: fc.constantFrom('committee', 'committee', 'pmc', 'exemption'),
  seats: orNull(fc.constantFrom(5, 7, 9, 11)),
  members: orNull(fc.integer({ min: 2, max: 11 })),
  membersChangedOn: orNull(anyDay),
  memberSteps: anySteps,
  electedOn: orNull(anyDay),
  lastActivityOn: orNull(anyDay),
  meetings: fc.array(anyDay, { maxLength: 2 }),
  reelectionGroupOn: orNull(anyDay),
  homeId: fc.constantFrom('c0', 'c1', 'c2', 'c3'),
  party: anyParty,
  partyClaims: anyClaims,
});

/** Any facts about the compound of that id. */
export function anyCompound(id: string, areaIds: readonly string[] = []): fc.Arbitrary<CompoundFacts> {
  return fc.record({
    id: fc.constant(id),
    areaId: fc.constantFrom(null, ...areaIds),
    validTo: fc.constant(null),
    deliveredOn: orNull(anyDay),
    services: fc.array(anyService, { maxLength: 3 }),
    bodies: fc.array(anyBody, { maxLength: 2 }),
    serviceClaims: anyClaims,
    bodyClaims: anyClaims,
  });
}

export const anyCompanies: fc.Arbitrary<CompanyFacts[]> = fc
  .tuple(anyParty, anyClaims, anyParty, anyClaims)
  .map(([party, partyClaims, otherParty, otherClaims]) => [
    { id: 'firm', party, partyClaims },
    { id: 'firm-2', party: otherParty, partyClaims: otherClaims },
  ]);

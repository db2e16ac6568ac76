import type { Day } from '#libs/kernel';
import { BODY_RULES, PARTY_RULES, SERVICE_RULES } from './rules/catalogue.js';
import { ahead, earlier } from './calendar.js';
import type { BodyFacts, ClaimFacts, CompanyFacts, CompoundFacts, PartyFacts, ServiceModeFacts } from './facts.js';
import type { RuleHead } from './rules/rule.js';
import { bodyMissing, bodyPartyMissing, companyPartyMissing, managerMissing, serviceMissing } from './rules/missing.js';
import type { Standing, State } from './state.js';
import type { Thresholds } from './thresholds.js';
import { weigh, type Reason, type Weighed } from './weigh.js';

/** What is decided about one subject and one target on the day. */
export interface Verdict extends Standing {
  /** There is no evidence at all and the newest list says that it is covered. */
  readonly claimed: boolean;
  readonly reasons: readonly Reason[];
  readonly nextChangeOn: Day | null;
}

/** The verdicts on one compound; C3 is null unless a body is counted here. */
export interface CompoundVerdicts {
  readonly C1: Verdict;
  readonly C2: Verdict;
  readonly C3: Verdict;
  readonly C4B: Verdict;
  /** The companies that have a project here on the day: whoever serves on evidence that counts. */
  readonly companyIds: readonly string[];
}

const COUNTED: readonly State[] = ['COVERED', 'COVERED_WITH_DEFECT', 'UNVERIFIED'];
const WITHOUT_COMPANY = ['S', 'U', 'T'];
const NOTHING: readonly Reason[] = [];
const NOBODY: readonly string[] = [];

function notApplicable(nextChangeOn: Day | null): Verdict {
  return { state: 'NOT_APPLICABLE', byWork: false, claimed: false, reasons: NOTHING, nextChangeOn };
}

/** Whether the newest claim up to the day says that there is cover; of two on one day the later recorded one speaks. */
export function isClaimed(claims: readonly ClaimFacts[], asOf: Day): boolean {
  let newest: ClaimFacts | null = null;
  for (const claim of claims) {
    if (claim.asOf > asOf) continue;
    const isNewer =
      newest === null ||
      claim.asOf > newest.asOf ||
      (claim.asOf === newest.asOf && claim.recordedAt > newest.recordedAt);
    const isTie = newest !== null && claim.asOf === newest.asOf && claim.recordedAt === newest.recordedAt;
    if (isNewer || (isTie && !claim.positive)) newest = claim;
  }
  return newest?.positive ?? false;
}

function nextClaim(claims: readonly ClaimFacts[], asOf: Day): Day | null {
  return claims.reduce<Day | null>((next, claim) => earlier(next, ahead(claim.asOf, asOf)), null);
}

function judge(
  weighed: Weighed<ServiceModeFacts> | Weighed<BodyFacts> | Weighed<PartyFacts> | null,
  missing: RuleHead,
  claims: readonly ClaimFacts[],
  on: Thresholds,
): Verdict {
  if (weighed !== null && weighed.best !== null) {
    return {
      state: weighed.state,
      byWork: weighed.byWork,
      claimed: false,
      reasons: weighed.reasons,
      nextChangeOn: weighed.nextChangeOn,
    };
  }
  const nextChangeOn = earlier(weighed?.nextChangeOn ?? null, nextClaim(claims, on.asOf));
  const reasons = [{ code: missing.code, params: {}, evidence: [] }];
  return { state: 'NOT_COVERED', byWork: false, claimed: isClaimed(claims, on.asOf), reasons, nextChangeOn };
}

/** C4A: the verdict on one company, whether or not it has a project. */
export function judgeCompany(company: CompanyFacts, on: Thresholds): Verdict {
  return judge(weigh(company.party, PARTY_RULES, on), companyPartyMissing, company.partyClaims, on);
}

function judgeBodyParty(facts: CompoundFacts, body: Weighed<BodyFacts> | null, on: Thresholds): Verdict {
  const best = body?.best ?? null;
  const change = body?.nextChangeOn ?? null;
  if (best === null || best.kind === 'exemption' || !COUNTED.includes(body?.state ?? 'NOT_COVERED'))
    return notApplicable(change);
  if (best.homeId !== facts.id) return notApplicable(change);
  const verdict = judge(weigh(best.party, PARTY_RULES, on), bodyPartyMissing, best.partyClaims, on);
  return { ...verdict, nextChangeOn: earlier(verdict.nextChangeOn, change) };
}

function judgeManagerParty(
  service: Weighed<ServiceModeFacts> | null,
  company: Verdict | null,
  on: Thresholds,
): Verdict {
  const best = service?.best ?? null;
  const change = service?.nextChangeOn ?? null;
  const counts = COUNTED.includes(service?.state ?? 'NOT_COVERED');
  if (best !== null && counts && WITHOUT_COMPANY.includes(best.mode)) return notApplicable(change);
  if (best === null || !counts || company === null) {
    return { ...judge(null, managerMissing, [], on), nextChangeOn: change };
  }
  return { ...company, nextChangeOn: earlier(company.nextChangeOn, change) };
}

/** A compound with two contracts in force is a project of both companies, though only the better one speaks for it. */
function companiesHere(facts: CompoundFacts, manager: string | null, on: Thresholds): readonly string[] {
  if (facts.services.length < 2) return manager === null ? NOBODY : [manager];
  const found = new Set<string>();
  for (const service of facts.services) {
    if (service.companyId === null) continue;
    const alone = weigh([service], SERVICE_RULES, on);
    if (alone !== null && COUNTED.includes(alone.state)) found.add(service.companyId);
  }
  return [...found].sort();
}

/**
 * The verdicts on one compound.
 * @param companyVerdict the C4A verdict of a company; asked only for the company that manages here on the day
 */
export function judgeCompound(
  facts: CompoundFacts,
  companyVerdict: (companyId: string) => Verdict,
  on: Thresholds,
): CompoundVerdicts {
  const service = weigh(facts.services, SERVICE_RULES, on);
  const body = weigh(facts.bodies, BODY_RULES, on);
  const counts = service !== null && COUNTED.includes(service.state);
  const manager = counts ? (service.best?.companyId ?? null) : null;
  return {
    C1: judge(service, serviceMissing, facts.serviceClaims, on),
    C2: judge(body, bodyMissing, facts.bodyClaims, on),
    C3: judgeBodyParty(facts, body, on),
    C4B: judgeManagerParty(service, manager === null ? null : companyVerdict(manager), on),
    companyIds: companiesHere(facts, manager, on),
  };
}

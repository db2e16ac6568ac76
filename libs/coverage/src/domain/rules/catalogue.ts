import type { BodyFacts, PartyFacts, ServiceModeFacts } from '../facts.js';
import type { EvidenceRule, RuleHead } from './rule.js';
import { bodyFewMembers } from './body/body-few-members.js';
import { bodyInReelection } from './body/body-in-reelection.js';
import { bodyInactive } from './body/body-inactive.js';
import { bodyRefuted } from './body/body-refuted.js';
import { bodyTermOver } from './body/body-term-over.js';
import { bodyUnchecked } from './body/body-unchecked.js';
import { bodyUnfiled } from './body/body-unfiled.js';
import { bodyMissing, bodyPartyMissing, companyPartyMissing, managerMissing, serviceMissing } from './missing.js';
import { partyFewMembers } from './party/party-few-members.js';
import { partyInstructor } from './party/party-instructor.js';
import { partyRefuted } from './party/party-refuted.js';
import { partyTermOver } from './party/party-term-over.js';
import { partyUnchecked } from './party/party-unchecked.js';
import { pmcTooOld } from './body/pmc-too-old.js';
import { serviceEmergencyTooLong } from './service/service-emergency-too-long.js';
import { serviceEnded } from './service/service-ended.js';
import { serviceRefuted } from './service/service-refuted.js';
import { serviceRenewalDue } from './service/service-renewal-due.js';
import { serviceSharedDocument } from './service/service-shared-document.js';
import { serviceStale } from './service/service-stale.js';
import { serviceUnseen } from './service/service-unseen.js';

/** Target 1: every rule about a service mode. */
export const SERVICE_RULES: readonly EvidenceRule<ServiceModeFacts>[] = [
  serviceRefuted,
  serviceEmergencyTooLong,
  serviceEnded,
  serviceStale,
  serviceRenewalDue,
  serviceUnseen,
  serviceSharedDocument,
];

/** Target 2: every rule about a committee, PMC or exemption. */
export const BODY_RULES: readonly EvidenceRule<BodyFacts>[] = [
  bodyRefuted,
  bodyTermOver,
  bodyInReelection,
  bodyFewMembers,
  bodyInactive,
  bodyUnfiled,
  pmcTooOld,
  bodyUnchecked,
];

/** Targets 3 and 4: every rule about a party organisation. */
export const PARTY_RULES: readonly EvidenceRule<PartyFacts>[] = [
  partyRefuted,
  partyInstructor,
  partyTermOver,
  partyFewMembers,
  partyUnchecked,
];

/** The whole catalogue, as it is published. */
export const CATALOGUE: readonly RuleHead[] = [
  serviceMissing,
  ...SERVICE_RULES,
  bodyMissing,
  ...BODY_RULES,
  bodyPartyMissing,
  companyPartyMissing,
  managerMissing,
  ...PARTY_RULES,
];

const BY_CODE = new Map(CATALOGUE.map((rule) => [rule.code, rule]));

/** The rule with this code; codes in reasons always come from the catalogue. */
export function ruleOf(code: string): RuleHead {
  const rule = BY_CODE.get(code);
  if (!rule) throw new Error(`no such rule: ${code}`);
  return rule;
}

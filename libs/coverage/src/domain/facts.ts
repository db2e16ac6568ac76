import type { Day } from '#libs/kernel';
import type { MemberStep } from './body-office.js';

/** A look on the spot at one piece of evidence (现场核查). */
export interface FieldCheck {
  readonly checkedOn: Day;
  readonly outcome: 'confirmed' | 'refuted';
}

/** What every piece of evidence has: its record, its days, and who looked at it. Days are first and last. */
export interface Evidence {
  readonly recordId: string;
  readonly issuedOn: Day | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly filedOn: Day | null;
  readonly checks: readonly FieldCheck[];
}

/** 服务模式: P company, M other manager, S self-managed, U unit-run, T trusteeship, B bundle, E emergency. */
export type ServiceModeKind = 'P' | 'M' | 'S' | 'U' | 'T' | 'B' | 'E';

export interface ServiceModeFacts extends Evidence {
  readonly mode: ServiceModeKind;
  readonly companyId: string | null;
  /** The same document stands behind another compound too, outside a bundle. */
  readonly sharedDocument: boolean;
  /** Newest sign of service at the compound up to the day. */
  readonly lastSignOn: Day | null;
}

/** 党组织 of a body or of a company. */
export interface PartyFacts extends Evidence {
  readonly kind: 'own' | 'joint' | 'function' | 'attached' | 'instructor';
  readonly memberCount: number | null;
}

/** 业委会、物管会 or the single-owner exemption. */
export interface BodyFacts extends Evidence {
  readonly kind: 'committee' | 'pmc' | 'exemption';
  readonly seats: number | null;
  readonly members: number | null;
  readonly membersChangedOn: Day | null;
  /** By the seats that the office of the body keeps; empty where it keeps none. */
  readonly memberSteps: readonly MemberStep[];
  readonly electedOn: Day | null;
  readonly lastActivityOn: Day | null;
  /** Days on which the office of the body held a meeting. */
  readonly meetings: readonly Day[];
  readonly reelectionGroupOn: Day | null;
  /** The compound at which the body is counted, so that a body of several compounds counts once. */
  readonly homeId: string;
  readonly party: readonly PartyFacts[];
  readonly partyClaims: readonly ClaimFacts[];
}

/** What a list merely says (声称). */
export interface ClaimFacts {
  readonly positive: boolean;
  readonly asOf: Day;
  /** Instant of recording in milliseconds, by which two claims of one day are ordered. */
  readonly recordedAt: number;
}

/** A company with its party organisations. */
export interface CompanyFacts {
  readonly id: string;
  readonly party: readonly PartyFacts[];
  readonly partyClaims: readonly ClaimFacts[];
}

/** Everything that the verdicts on one compound rest on. */
export interface CompoundFacts {
  readonly id: string;
  readonly areaId: string | null;
  readonly validTo: Day | null;
  readonly deliveredOn: Day | null;
  readonly services: readonly ServiceModeFacts[];
  readonly bodies: readonly BodyFacts[];
  readonly serviceClaims: readonly ClaimFacts[];
  readonly bodyClaims: readonly ClaimFacts[];
}

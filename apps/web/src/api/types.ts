import type { Role } from '#libs/kernel';

export type Target = 'C1' | 'C2' | 'C3' | 'C4A' | 'C4B';
export type Basis = 'strict' | 'broad' | 'claimed';
export type State = 'COVERED' | 'COVERED_WITH_DEFECT' | 'STALE' | 'UNVERIFIED' | 'NOT_COVERED' | 'NOT_APPLICABLE';
export type AreaLevel = 'city' | 'county' | 'township' | 'village' | 'grid';

export interface Page<T> {
  items: T[];
  next: string | null;
}

// ---- sign-in

export interface City {
  code: string;
  name: string;
  isDemo: boolean;
}

export interface Person {
  id: string;
  name: string;
  login: string;
}

export interface Session {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
  mustChangePassword: boolean;
  user: Person;
  city: City;
}

export interface Scope {
  kind: string;
  id: string;
  code: string | null;
  name: string;
}

export interface Grant {
  id: string;
  role: Role;
  scope: Scope;
  from: string;
  to: string | null;
  inForce: boolean;
  endedAt: string | null;
  endReason: string | null;
}

export interface Me {
  user: Person;
  city: City;
  mustChangePassword: boolean;
  grants: Grant[];
  permissions: string[];
}

export interface User extends Person {
  mustChangePassword: boolean;
  lockedUntil: string | null;
  createdAt: string;
  disabledAt: string | null;
  grants: Grant[];
}

export interface GrantOrder {
  role: Role;
  scope: { kind: 'area' | 'compound' | 'company'; code?: string; id?: string };
  from?: string;
  to?: string;
}

export interface Invitation extends GrantOrder {
  login: string;
  name: string;
}

export interface AuditLine {
  id: string;
  at: string;
  actor: { kind: string; id: string; name: string };
  action: string;
  subject: { kind: string; id: string };
  before: unknown;
  after: unknown;
  legalBasis: string | null;
}

// ---- areas

export interface Area {
  id: string;
  code: string;
  name: string;
  level: AreaLevel;
  parentCode: string | null;
  openedOn: string | null;
  closedOn: string | null;
}

export interface AreaBrief {
  code: string;
  name: string;
  level?: string;
}

// ---- coverage

export interface Count {
  numerator: number;
  rate: string | null;
}

export interface TargetCount extends Count {
  code: Target;
  denominator: number;
  met: boolean | null;
  states: Partial<Record<State, number>>;
  bases: Record<Basis, Count>;
  required?: { rate: string; deadline: string };
}

export interface AreaCoverage {
  area: AreaBrief;
  targets: TargetCount[];
}

export interface Coverage extends AreaCoverage {
  asOf: string;
  knownAt: string;
  basis: Basis;
  children: AreaCoverage[];
}

export interface Reason {
  code: string;
  message: string;
  legalBasis: string;
  evidence: string[];
}

export interface Gap {
  subject: { kind: string; id: string; name: string; area: AreaBrief | null };
  target: Target;
  state: State;
  byWork: boolean;
  claimed: boolean;
  reasons: Reason[];
  recommendation: string;
}

export interface TrendPoint {
  day: string;
  targets: { code: Target; numerator: number; denominator: number; rate: string | null }[];
}

export interface Lapse {
  day: string;
  target: Target;
  subject: { id: string; name: string; kind?: string };
  reason: string;
}

export interface Rule {
  code: string;
  target: string;
  title: string;
  severity: string;
  legalBasis: string;
  recommendation: string;
}

export interface TargetValue {
  area: AreaBrief;
  target: Target;
  year: number;
  rate: string;
  deadline: string;
}

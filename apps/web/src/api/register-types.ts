import type { AreaBrief, Reason, State, Target } from './types.js';

export interface CompoundBrief {
  id: string;
  code: string | null;
  name: string;
  address: string | null;
  area: AreaBrief | null;
  status: string;
  households: number | null;
  buildings: number | null;
}

export interface CompoundVersion {
  validFrom: string;
  validTo: string | null;
  recordedAt: string;
  reason: string;
  changes: string[];
}

export interface CompoundSource {
  listName: string;
  rowNumber: number;
  asOf: string;
  recordedAt: string;
  said: Record<string, unknown>;
  extra: Record<string, unknown>;
}

export interface Contradiction {
  field: string;
  values: { value: unknown; listName: string; rowNumber: number; asOf: string }[];
}

export interface Compound {
  id: string;
  code: string | null;
  name: string;
  aliases: string[];
  address: string | null;
  area: AreaBrief | null;
  point: { longitude: number; latitude: number } | null;
  buildings: number | null;
  households: number | null;
  floorArea: string | null;
  builtYear: number | null;
  kind: string | null;
  deliveredOn: string | null;
  status: string;
  registeredOn: string;
  closedOn: string | null;
  versions: CompoundVersion[];
  sources: CompoundSource[];
  contradictions: Contradiction[];
}

export interface Verdict {
  target: Target;
  state: State;
  byWork: boolean;
  claimed: boolean;
  reasons: Reason[];
  recommendation: string;
  nextChangeOn: string | null;
}

export interface FieldCheck {
  checkedOn: string;
  outcome: 'confirmed' | 'refuted';
  by: string;
}

export interface Evidence {
  id: string;
  kind: string;
  title: string;
  documentNumber: string | null;
  issuingBody: string | null;
  issuedOn: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  filedOn: string | null;
  uploadedOn: string;
  fileId?: string | null;
  checks: FieldCheck[];
  supersededAt: string | null;
}

export interface ClaimLine {
  target: string;
  mode: string;
  words: string;
  listName?: string;
  list?: string;
  row: number;
  asOf: string;
}

export interface VerdictChange {
  day: string;
  target: Target;
  from: State | null;
  to: State;
}

export interface CompoundCoverage {
  compound: { id: string; name: string };
  asOf: string;
  knownAt: string;
  verdicts: Verdict[];
  evidence: Evidence[];
  claims: ClaimLine[];
  history: VerdictChange[];
}

export interface DenominatorLine {
  day: string;
  compound: { id: string; name: string };
  change: 'in' | 'out';
  reason: string;
  source: string;
}

export interface Denominator {
  opening: number;
  closing: number;
  lines: DenominatorLine[];
}

// ---- imports

export const IMPORT_KINDS = [
  'compounds',
  'companies',
  'services',
  'committees',
  'party-organisations',
  'service-signs',
] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportIssue {
  row: number;
  column: string | null;
  value: string | null;
  code: string;
  message: string;
  fix: string;
}

export interface ImportClaims {
  company: number;
  self: number;
  community: number;
  none: number;
  unknown: number;
}

export interface ImportReport {
  id: string | null;
  kind: ImportKind;
  list: string;
  fileName: string;
  asOf: string;
  status: 'running' | 'done' | 'refused' | 'undone';
  dryRun: boolean;
  rows: number;
  accepted: number;
  unchanged: number;
  rejected: ImportIssue[];
  warnings: ImportIssue[];
  duplicates: ImportIssue[];
  claims: ImportClaims | null;
  extraColumns: string[];
  progress?: { done: number; total: number | null } | null;
  refusal?: { code: string; detail: string } | null;
}

export interface ImportBrief {
  id: string;
  kind: ImportKind;
  list: string;
  fileName: string;
  asOf: string;
  status: 'running' | 'done' | 'refused' | 'undone';
  dryRun: boolean;
  rows: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  startedAt: string;
  startedBy: string;
  undoneAt: string | null;
}

// ---- reconciliation

export interface ListBrief {
  name: string;
  rows: number;
}

export interface ListedRow {
  name: string;
  address: string | null;
  area?: AreaBrief | null;
  households?: number | null;
  rowNumber?: number;
}

export interface MatchReason {
  code: string;
  points: number;
  metres?: number;
}

export interface Pair {
  id: string;
  left: ListedRow;
  right: ListedRow;
  score: number;
  reasons: MatchReason[];
  differences: { field: string; left: unknown; right: unknown }[];
  decision: 'same' | 'different' | null;
}

export interface Reconciliation {
  id: string;
  left: string;
  right: string;
  pairs: Pair[];
  onlyLeft: ListedRow[];
  onlyRight: ListedRow[];
}

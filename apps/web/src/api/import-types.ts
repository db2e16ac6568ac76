/** The kinds of list that can be read, in the order in which a city has them. */
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

interface ImportBrief {
  id: string;
  kind: string;
  list: string;
  fileName: string;
  asOf: string;
  status: 'running' | 'done' | 'refused' | 'undone';
  dryRun: boolean;
  rows: number;
  accepted: number;
  unchanged: number;
  extraColumns: string[];
  claims: Record<string, number> | null;
  refusal: { code: string; detail?: string } | null;
  startedAt: string;
  startedBy: string;
  undoneAt: string | null;
  progress?: { done: number } | null;
}

export interface ImportLine extends ImportBrief {
  rejected: number;
  warnings: number;
  duplicates: number;
}

export interface ImportReport extends ImportBrief {
  rejected: ImportIssue[];
  warnings: ImportIssue[];
  duplicates: ImportIssue[];
}

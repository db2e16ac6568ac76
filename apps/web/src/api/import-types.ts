import type { components } from './schema.js';

/** The kinds of list that can be read, in the order in which a city has them. */
export const IMPORT_KINDS = [
  'compounds',
  'companies',
  'services',
  'committees',
  'party-organisations',
  'service-signs',
  'owners',
] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];
export type ImportReport = components['schemas']['ImportResponse'];
export type ImportIssue = components['schemas']['ImportIssueResponse'];
export type ImportLine = components['schemas']['ImportLineResponse'];
export type ImportProgress = components['schemas']['ImportProgressResponse'];

/** An import that is at work: until it ends there is no report, only how far it has come. */
export interface RunningImport {
  readonly id: string;
  readonly status: 'running';
  readonly progress: ImportProgress;
}

export type ImportAnswer = ImportReport | RunningImport;

export function isRunning(answer: ImportAnswer): answer is RunningImport {
  return answer.status === 'running';
}

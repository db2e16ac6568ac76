import { call, download } from './client.js';
import type { CompoundCoverage } from './register-types.js';
import type { Area, Basis, Coverage, Gap, Lapse, Page, Rule, TargetValue, TrendPoint } from './types.js';

/** Which area, on which day, as known when; left out is the server's own answer (all, today, now). */
export interface Moment {
  area?: string | undefined;
  asOf?: string | undefined;
  knownAt?: string | undefined;
}

export interface GapQuery extends Moment {
  target?: string | undefined;
  state?: string | undefined;
  basis?: Basis | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const readAreas = (): Promise<{ items: Area[] }> => call('/areas');

export const readCoverage = (query: Moment & { basis?: Basis }, signal?: AbortSignal): Promise<Coverage> =>
  call('/coverage', { query: { ...query }, signal });

export const readGaps = (query: GapQuery, signal?: AbortSignal): Promise<Page<Gap>> =>
  call('/coverage/gaps', { query: { ...query }, signal });

export interface TrendQuery {
  area?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  basis?: Basis | undefined;
}

export const readTrend = (query: TrendQuery, signal?: AbortSignal): Promise<{ points: TrendPoint[] }> =>
  call('/coverage/trend', { query: { ...query }, signal });

export const readLapses = (
  query: { area?: string | undefined; days: number },
  signal?: AbortSignal,
): Promise<{ items: Lapse[] }> => call('/coverage/lapses', { query: { ...query }, signal });

export const readRules = (signal?: AbortSignal): Promise<{ items: Rule[] }> => call('/coverage/rules', { signal });

export const exportCoverage = (query: Moment, fileName: string): Promise<void> =>
  download('/coverage/export.xlsx', fileName, { ...query });

export const readCompoundCoverage = (id: string, query: Moment, signal?: AbortSignal): Promise<CompoundCoverage> =>
  call(`/compounds/${id}/coverage`, { query: { asOf: query.asOf, knownAt: query.knownAt }, signal });

export const readTargetValues = (
  query: { area?: string | undefined },
  signal?: AbortSignal,
): Promise<{ items: TargetValue[] }> => call('/target-values', { query: { ...query }, signal });

export interface TargetValueOrder {
  area: string;
  target: string;
  year: number;
  rate: string;
  deadline: string;
}

export const writeTargetValue = (body: TargetValueOrder): Promise<void> =>
  call('/target-values', { method: 'PUT', body });

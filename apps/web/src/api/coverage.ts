import { answerOf, api, download, given, spoken } from './client.js';
import type { components } from './schema.js';
import type {
  Area,
  Basis,
  Coverage,
  Gap,
  Page,
  RuleValue,
  RuleValueOrder,
  State,
  Target,
  TargetValue,
  TargetValueOrder,
} from './types.js';

type Schemas = components['schemas'];

/** Which area, on which day, as known when; left out is the server's own answer (all, today, now). */
export interface Moment {
  area?: string | undefined;
  asOf?: string | undefined;
  knownAt?: string | undefined;
}

export interface GapQuery extends Moment {
  target?: Target | undefined;
  state?: State | undefined;
  basis?: Basis | undefined;
  directly?: boolean | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const readAreas = (): Promise<{ items: Area[] }> => answerOf(api.GET('/api/v1/areas'));

export const readCoverage = (query: Moment & { basis?: Basis }, signal: AbortSignal): Promise<Coverage> =>
  answerOf(api.GET('/api/v1/coverage', { params: { query: given(query) }, signal }));

export const readGaps = (query: GapQuery, signal: AbortSignal): Promise<Page<Gap>> =>
  answerOf(api.GET('/api/v1/coverage/gaps', { params: { query: given(query), header: spoken() }, signal }));

export const readTrend = (
  query: { area?: string | undefined; from: string; to: string; basis: Basis },
  signal: AbortSignal,
): Promise<Schemas['TrendResponse']> =>
  answerOf(api.GET('/api/v1/coverage/trend', { params: { query: given(query) }, signal }));

export const readLapses = (query: Moment & { days: number }, signal: AbortSignal): Promise<Schemas['LapsesResponse']> =>
  answerOf(api.GET('/api/v1/coverage/lapses', { params: { query: given(query), header: spoken() }, signal }));

export const readRules = (signal: AbortSignal): Promise<Schemas['RulesResponse']> =>
  answerOf(api.GET('/api/v1/coverage/rules', { params: { header: spoken() }, signal }));

export const exportCoverage = (query: Omit<GapQuery, 'after' | 'limit'>, fileName: string): Promise<void> =>
  download(
    '/api/v1/coverage/export.xlsx',
    fileName,
    given({ ...query, directly: query.directly ? 'true' : undefined }),
  );

export const readCompoundCoverage = (
  id: string,
  query: { asOf?: string; knownAt?: string },
  signal: AbortSignal,
): Promise<Schemas['CompoundCoverageResponse']> =>
  answerOf(
    api.GET('/api/v1/compounds/{id}/coverage', {
      params: { path: { id }, query: given(query), header: spoken() },
      signal,
    }),
  );

export const readTargetValues = (year: number, signal: AbortSignal): Promise<{ items: TargetValue[] }> =>
  answerOf(api.GET('/api/v1/coverage/target-values', { params: { query: { year } }, signal }));

export const writeTargetValue = (body: TargetValueOrder): Promise<void> =>
  answerOf(api.PUT('/api/v1/coverage/target-values', { body }));

export const readRuleValues = (signal: AbortSignal): Promise<{ items: RuleValue[] }> =>
  answerOf(api.GET('/api/v1/coverage/rule-values', { signal }));

export const writeRuleValue = (body: RuleValueOrder): Promise<void> =>
  answerOf(api.PUT('/api/v1/coverage/rule-values', { body }));

import { answerOf, api, given } from './client.js';
import type { components } from './schema.js';
import type {
  CommitteeOrder,
  Compound,
  CompoundBrief,
  CompoundChange,
  CompoundOrder,
  FieldCheckOrder,
  MergerOrder,
  Page,
  PartyOrganisationOrder,
  ServiceModeOrder,
  ServiceSignOrder,
} from './types.js';

type Schemas = components['schemas'];

export interface CompoundQuery {
  area?: string | undefined;
  q?: string | undefined;
  directly?: boolean | undefined;
  status?: CompoundBrief['status'] | undefined;
  asOf?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const listCompounds = (query: CompoundQuery, signal?: AbortSignal): Promise<Page<CompoundBrief>> =>
  answerOf(api.GET('/api/v1/compounds', { params: { query: given(query) }, signal: signal ?? null }));

export const readCompound = (
  id: string,
  query: { asOf?: string; knownAt?: string },
  signal: AbortSignal,
): Promise<Compound> =>
  answerOf(api.GET('/api/v1/compounds/{id}', { params: { path: { id }, query: given(query) }, signal }));

export const addCompound = (body: CompoundOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/compounds', { body }));

export const changeCompound = (id: string, body: CompoundChange): Promise<void> =>
  answerOf(api.POST('/api/v1/compounds/{id}/versions', { params: { path: { id } }, body }));

export const mergeCompound = (id: string, body: MergerOrder): Promise<void> =>
  answerOf(api.POST('/api/v1/compounds/{id}/merges', { params: { path: { id } }, body }));

export const recordFieldCheck = (body: FieldCheckOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/field-checks', { body }));

export const listCompanies = (
  query: { q: string; limit: number },
  signal?: AbortSignal,
): Promise<Schemas['CompanyListResponse']> =>
  answerOf(api.GET('/api/v1/companies', { params: { query }, signal: signal ?? null }));

export interface DenominatorQuery {
  area?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const readDenominator = (
  query: DenominatorQuery,
  signal: AbortSignal,
): Promise<Schemas['DenominatorResponse']> =>
  answerOf(api.GET('/api/v1/denominator', { params: { query: given(query) }, signal }));

type Recorded = Promise<{ id: string }>;

export const recordServiceMode = (body: ServiceModeOrder): Recorded =>
  answerOf(api.POST('/api/v1/service-modes', { body }));

export const recordCommittee = (body: CommitteeOrder): Recorded => answerOf(api.POST('/api/v1/committees', { body }));

export const recordPartyOrganisation = (body: PartyOrganisationOrder): Recorded =>
  answerOf(api.POST('/api/v1/party-organisations', { body }));

export const recordServiceSign = (body: ServiceSignOrder): Recorded =>
  answerOf(api.POST('/api/v1/service-signs', { body }));

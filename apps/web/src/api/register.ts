import { call } from './client.js';
import type { Compound, CompoundBrief, Denominator } from './register-types.js';
import type { Page } from './types.js';

export interface CompoundQuery {
  area?: string | undefined;
  q?: string | undefined;
  status?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const listCompounds = (query: CompoundQuery, signal?: AbortSignal): Promise<Page<CompoundBrief>> =>
  call('/compounds', { query: { ...query }, signal });

export const readCompound = (id: string, signal?: AbortSignal): Promise<Compound> =>
  call(`/compounds/${id}`, { signal });

/** The facts of a compound as somebody enters them; what is left out stays unknown or as it was. */
export interface CompoundFacts {
  name?: string;
  address?: string;
  area?: string;
  buildings?: number;
  households?: number;
  floorArea?: string;
  builtYear?: number;
  kind?: string;
  deliveredOn?: string;
  status?: string;
}

export const addCompound = (body: CompoundFacts & { validFrom: string; reason: string }): Promise<Compound> =>
  call('/compounds', { method: 'POST', body });

export const changeCompound = (
  id: string,
  body: CompoundFacts & { validFrom: string; reason: string },
): Promise<Compound> => call(`/compounds/${id}/versions`, { method: 'POST', body });

export const mergeCompound = (id: string, body: { into: string; on: string; reason: string }): Promise<Compound> =>
  call(`/compounds/${id}/merges`, { method: 'POST', body });

export interface FieldCheckOrder {
  subjectKind: string;
  subjectId: string;
  checkedOn: string;
  outcome: 'confirmed' | 'refuted';
  note?: string;
}

export const recordFieldCheck = (body: FieldCheckOrder): Promise<void> =>
  call('/field-checks', { method: 'POST', body });

export interface DenominatorQuery {
  area?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export const readDenominator = (query: DenominatorQuery, signal?: AbortSignal): Promise<Denominator> =>
  call('/denominator', { query: { ...query }, signal });

export interface CompanyBrief {
  id: string;
  name: string;
  creditCode: string | null;
}

export const listCompanies = (query: { q?: string; limit?: number }): Promise<Page<CompanyBrief>> =>
  call('/companies', { query });

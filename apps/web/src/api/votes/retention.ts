import { answerOf, api, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type Retention = Schemas['RetentionResponse'];
export type Erasure = Schemas['ErasureResponse'];
export type Hold = Schemas['HoldResponse'];

const at = (id: string): { path: { id: string } } => ({ path: { id } });

export const readRetention = (signal: AbortSignal): Promise<Retention> =>
  answerOf(api.GET('/api/v1/retention', { signal }));

export const listErasures = (after: string | undefined, signal: AbortSignal): Promise<Page<Erasure>> =>
  answerOf(api.GET('/api/v1/retention/erasures', { params: { query: given({ after }) }, signal }));

export const listHolds = (id: string, signal: AbortSignal): Promise<{ items: Hold[] }> =>
  answerOf(api.GET('/api/v1/assemblies/{id}/legal-holds', { params: at(id), signal }));

export const holdBack = (id: string, reason: string): Promise<unknown> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/legal-holds', { params: at(id), body: { reason } }));

export const releaseHold = (id: string, holdId: string, reason: string): Promise<unknown> => {
  const params = { path: { id, holdId } };
  return answerOf(api.POST('/api/v1/assemblies/{id}/legal-holds/{holdId}/release', { params, body: { reason } }));
};

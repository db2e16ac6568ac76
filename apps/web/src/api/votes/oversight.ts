import { answerOf, api, given, spoken } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type Observation = Schemas['ObservationResponse'];
export type Overseer = Schemas['OverseerResponse'];
export type OverseerOrder = Schemas['OverseerRequest'];
export type CustodyEntry = Schemas['ObservedCustodyResponse'];
export type CustodyOrder = Schemas['CustodyRequest'];
export type EarlyLook = Schemas['EarlyLookResponse'];
export type Pattern = Schemas['PatternResponse'];
export type OwnObservation = Schemas['OwnObservationResponse'];

const at = (id: string): { path: { id: string } } => ({ path: { id } });

export const listObservations = (signal: AbortSignal): Promise<{ items: OwnObservation[] }> =>
  answerOf(api.GET('/api/v1/observations', { signal }));

export const readObservation = (id: string, signal: AbortSignal): Promise<Observation> =>
  answerOf(api.GET('/api/v1/observations/{id}', { params: at(id), signal }));

export const readObservedLog = (
  id: string,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Page<Schemas['ObservedLineResponse']>> =>
  answerOf(api.GET('/api/v1/observations/{id}/log', { params: { ...at(id), query: given({ after }) }, signal }));

export const readPatterns = (id: string, signal: AbortSignal): Promise<{ items: Pattern[] }> =>
  answerOf(api.GET('/api/v1/observations/{id}/patterns', { params: { ...at(id), header: spoken() }, signal }));

export const readEarlyLook = (id: string, signal: AbortSignal): Promise<EarlyLook> =>
  answerOf(api.GET('/api/v1/observations/{id}/early-look', { params: at(id), signal }));

export const giveKey = (id: string, reason: string): Promise<EarlyLook> =>
  answerOf(api.POST('/api/v1/observations/{id}/early-look/keys', { params: at(id), body: { reason } }));

export const appointOverseer = (id: string, body: OverseerOrder): Promise<unknown> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/overseers', { params: at(id), body }));

export const endOverseer = (id: string, overseerId: string, reason: string): Promise<unknown> => {
  const params = { path: { id, overseerId } };
  return answerOf(api.POST('/api/v1/assemblies/{id}/overseers/{overseerId}/ending', { params, body: { reason } }));
};

export const recordCustody = (id: string, body: CustodyOrder): Promise<unknown> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/custody', { params: at(id), body }));

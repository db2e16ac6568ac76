import { answerOf, api, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type Seal = Schemas['SealResponse'];
export type SealOrder = Schemas['SealRegistrationRequest'];
export type Custody = Schemas['SealCustodyRequest'];
export type SealRequest = Schemas['SealRequestResponse'];
export type SealUseOrder = Schemas['SealUseRequest'];
export type Letter = Schemas['LetterResponse'];
export type LetterOrder = Schemas['LetterRequest'];
export type Stipend = Schemas['StipendResponse'];
export type StipendOrder = Schemas['StipendRequest'];

const at = (id: string): { path: { id: string } } => ({ path: { id } });
type After = { after?: string | undefined };

export const listSeals = (id: string, signal: AbortSignal): Promise<{ items: Seal[] }> =>
  answerOf(api.GET('/api/v1/committees/{id}/seals', { params: at(id), signal }));

export const registerSeal = (id: string, body: SealOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/committees/{id}/seals', { params: at(id), body }));

export const handOverSeal = (id: string, sealId: string, body: Custody): Promise<void> =>
  answerOf(api.POST('/api/v1/committees/{id}/seals/{sealId}/custody', { params: { path: { id, sealId } }, body }));

export const listSealRequests = (id: string, query: After, signal: AbortSignal): Promise<Page<SealRequest>> =>
  answerOf(api.GET('/api/v1/committees/{id}/seal-requests', { params: { ...at(id), query: given(query) }, signal }));

export const askForSeal = (id: string, body: SealUseOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/committees/{id}/seal-requests', { params: at(id), body }));

export const consentToSeal = (id: string, requestId: string, agrees: boolean): Promise<unknown> => {
  const params = { path: { id, requestId } };
  return answerOf(api.POST('/api/v1/committees/{id}/seal-requests/{requestId}/consent', { params, body: { agrees } }));
};

export const useSeal = (id: string, requestId: string): Promise<void> =>
  answerOf(api.POST('/api/v1/committees/{id}/seal-requests/{requestId}/use', { params: { path: { id, requestId } } }));

export const listLetters = (id: string, query: After, signal: AbortSignal): Promise<Page<Letter>> =>
  answerOf(api.GET('/api/v1/committees/{id}/letters', { params: { ...at(id), query: given(query) }, signal }));

export const recordLetter = (id: string, body: LetterOrder): Promise<{ number: string }> =>
  answerOf(api.POST('/api/v1/committees/{id}/letters', { params: at(id), body }));

export const listStipends = (id: string, query: After, signal: AbortSignal): Promise<Page<Stipend>> =>
  answerOf(api.GET('/api/v1/committees/{id}/stipends', { params: { ...at(id), query: given(query) }, signal }));

export const payStipend = (id: string, body: StipendOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/committees/{id}/stipends', { params: at(id), body }));

export const reverseStipend = (id: string, stipendId: string, reason: string): Promise<unknown> => {
  const params = { path: { id, stipendId } };
  return answerOf(api.POST('/api/v1/committees/{id}/stipends/{stipendId}/reversal', { params, body: { reason } }));
};

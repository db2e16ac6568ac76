import { answerOf, api, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type Turnout = Schemas['TurnoutResponse'];
export type Tests = Schemas['TestsResponse'];
export type DoorLine = Schemas['DoorLineResponse'];
export type Door = Schemas['DoorResponse'];
export type DeliveryEntry = Schemas['DeliveryEntryRequest'];
export type Slip = Schemas['SlipResponse'];
export type KeyedSlip = Schemas['KeyedSlipRequest'];
export type Batch = Schemas['PaperBatchResponse'];
export type Proxy = Schemas['ProxyResponse'];
export type ProxyOrder = Schemas['ProxyRequest'];
export type BallotOrder = Schemas['BallotRequest'];
export type BallotReceipt = Schemas['BallotReceiptResponse'];

const at = (id: string): { path: { id: string } } => ({ path: { id } });

export const readTurnout = (id: string, signal: AbortSignal): Promise<Turnout> =>
  answerOf(api.GET('/api/v1/assemblies/{id}/turnout', { params: at(id), signal }));

export interface DoorQuery {
  building?: string | undefined;
  stairway?: string | undefined;
  show?: 'missing' | 'undelivered' | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const listDoors = (id: string, query: DoorQuery, signal: AbortSignal): Promise<Page<Door>> =>
  answerOf(api.GET('/api/v1/assemblies/{id}/delivery', { params: { ...at(id), query: given(query) }, signal }));

export const recordDelivery = (id: string, entries: DeliveryEntry[]): Promise<{ recorded: number }> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/delivery', { params: at(id), body: { entries } }));

export const listSlips = (id: string, signal: AbortSignal): Promise<Schemas['SlipsResponse']> =>
  answerOf(api.GET('/api/v1/assemblies/{id}/paper-slips', { params: at(id), signal }));

export const issueSlips = (id: string, partyIds: string[]): Promise<Schemas['SlipsResponse']> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/paper-slips', { params: at(id), body: { partyIds } }));

export const takeSlipsBack = (id: string, slips: string[]): Promise<unknown> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/paper-slips/returns', { params: at(id), body: { slips } }));

export const voidSlip = (id: string, slip: string, reason: string): Promise<Slip> => {
  const params = { path: { id, slip } };
  return answerOf(api.POST('/api/v1/assemblies/{id}/paper-slips/{slip}/voiding', { params, body: { reason } }));
};

export const openBatch = (id: string, body: Schemas['NewBatchRequest']): Promise<Batch> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/paper-batches', { params: at(id), body }));

export const listBatches = (id: string, signal: AbortSignal): Promise<Schemas['PaperBatchesResponse']> =>
  answerOf(api.GET('/api/v1/assemblies/{id}/paper-batches', { params: at(id), signal }));

export const readBatch = (id: string, batchId: string, signal: AbortSignal): Promise<Batch> =>
  answerOf(api.GET('/api/v1/assemblies/{id}/paper-batches/{batchId}', { params: { path: { id, batchId } }, signal }));

export const keyBatch = (id: string, batchId: string, entries: KeyedSlip[]): Promise<Batch> => {
  const params = { path: { id, batchId } };
  return answerOf(api.POST('/api/v1/assemblies/{id}/paper-batches/{batchId}/keyings', { params, body: { entries } }));
};

export const listProxies = (id: string, signal: AbortSignal): Promise<{ items: Proxy[] }> =>
  answerOf(api.GET('/api/v1/assemblies/{id}/proxies', { params: at(id), signal }));

export const registerProxy = (id: string, body: ProxyOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/proxies', { params: at(id), body }));

export const revokeProxy = (id: string, proxyId: string, reason: string): Promise<void> => {
  const params = { path: { id, proxyId } };
  return answerOf(api.POST('/api/v1/assemblies/{id}/proxies/{proxyId}/revocation', { params, body: { reason } }));
};

/** The same key with the same ballot answers the same receipt, however often it is sent. */
export const castAtDesk = (id: string, body: BallotOrder, key: string): Promise<BallotReceipt> => {
  const params = { ...at(id), header: { 'idempotency-key': key } };
  return answerOf(api.POST('/api/v1/assemblies/{id}/ballots', { params, body }));
};

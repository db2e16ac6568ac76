import { answerOf, api, given } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Page } from '../../api/types.js';

type Schemas = components['schemas'];

export type Head = Schemas['LogHeadResponse'];
export type Keys = Schemas['LogKeysResponse'];
export type Inclusion = Schemas['InclusionProofResponse'];
export type DocumentLeaf = Schemas['DocumentLeafResponse'];

// What a city's log answers to anybody, without sign-in.

export const listHeads = (city: string, after: string | undefined, signal: AbortSignal): Promise<Page<Head>> =>
  answerOf(
    api.GET('/api/v1/public/{city}/log/heads', {
      params: { path: { city }, query: given({ after, limit: 10 }) },
      signal,
    }),
  );

export const latestHead = (city: string): Promise<Head> =>
  answerOf(api.GET('/api/v1/public/{city}/log/heads/latest', { params: { path: { city } } }));

export const readKeys = (city: string): Promise<Keys> =>
  answerOf(api.GET('/api/v1/public/{city}/log/key', { params: { path: { city } } }));

export const proveInclusion = (city: string, leaf: string, size: number): Promise<Inclusion> =>
  answerOf(
    api.GET('/api/v1/public/{city}/log/proofs/inclusion', { params: { path: { city }, query: { leaf, size } } }),
  );

export const proveConsistency = (city: string, from: number, to: number): Promise<{ path: string[] }> =>
  answerOf(
    api.GET('/api/v1/public/{city}/log/proofs/consistency', { params: { path: { city }, query: { from, to } } }),
  );

export const leafOfDocument = (documentNumber: string): Promise<DocumentLeaf> =>
  answerOf(api.GET('/api/v1/verify/{documentNumber}/leaf', { params: { path: { documentNumber } } }));

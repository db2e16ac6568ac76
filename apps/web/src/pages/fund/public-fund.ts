import { answerOf, api, given } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Page } from '../../api/types.js';

type Schemas = components['schemas'];

export type Fund = Schemas['PublicFundResponse'];
export type FundEntry = Schemas['PublicEntry'];
export type OneEntry = Schemas['PublicEntryResponse'];

// What a city's fund answers to anybody, without sign-in.

export const readFund = (city: string, signal: AbortSignal): Promise<Fund> =>
  answerOf(api.GET('/api/v1/public/{city}/fund', { params: { path: { city } }, signal }));

export const listEntries = (
  city: string,
  asked: { readonly account: string; readonly after: string | undefined },
  signal: AbortSignal,
): Promise<Page<FundEntry>> =>
  answerOf(
    api.GET('/api/v1/public/{city}/fund/entries', {
      params: { path: { city }, query: given({ account: asked.account || undefined, after: asked.after, limit: 20 }) },
      signal,
    }),
  );

export const readEntry = (city: string, id: string, signal: AbortSignal): Promise<OneEntry> =>
  answerOf(api.GET('/api/v1/public/{city}/fund/entries/{id}', { params: { path: { city, id } }, signal }));

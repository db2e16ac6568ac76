import { answerOf, api, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type Pledge = Schemas['PledgeResponse'];
export type PledgeOrder = Schemas['PledgeRequest'];
export type PledgedMoney = Schemas['PledgedMoneyRequest'];
export type PublicPledges = Schemas['PublicPledgesResponse'];

export const listPledges = (after: string | undefined, signal: AbortSignal): Promise<Page<Pledge>> =>
  answerOf(api.GET('/api/v1/fund/pledges', { params: { query: given({ after }) }, signal }));

export const recordPledge = (body: PledgeOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/fund/pledges', { body }));

export const keepPledge = (id: string, body: PledgedMoney, key: string): Promise<{ id: string }> =>
  answerOf(
    api.POST('/api/v1/fund/pledges/{id}/receipts', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export const withdrawPledge = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/fund/pledges/{id}/withdrawal', { params: { path: { id } }, body: { reason } }));

/** What everybody reads, without sign-in. */
export const shownPledges = (city: string, after: string | undefined, signal: AbortSignal): Promise<PublicPledges> =>
  answerOf(
    api.GET('/api/v1/public/{city}/fund/pledges', {
      params: { path: { city }, query: given({ after, limit: 20 }) },
      signal,
    }),
  );

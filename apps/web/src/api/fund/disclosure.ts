import { answerOf, api } from '../client.js';
import type { components } from '../schema.js';

type Schemas = components['schemas'];

export const publishStatement = (body: Schemas['PublicationRequest']): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/publications', { body }));

export const recordPosting = (id: string, body: Schemas['NoticeBoardRequest']): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/publications/{id}/postings', { params: { path: { id } }, body }));

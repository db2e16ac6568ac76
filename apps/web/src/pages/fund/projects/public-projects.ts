import { answerOf, api, given } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';
import type { Page } from '../../../api/types.js';

type Schemas = components['schemas'];

export type PublicProject = Schemas['PublicProject'];
export type OneProject = Schemas['PublicProjectResponse'];
export type CompoundSums = Schemas['PublicCompoundSumsResponse'];

export const readCompoundSums = (city: string, signal: AbortSignal): Promise<CompoundSums> =>
  answerOf(api.GET('/api/v1/public/{city}/fund/compounds', { params: { path: { city } }, signal }));

export const listPublicProjects = (
  city: string,
  asked: { readonly compound: string; readonly after: string | undefined },
  signal: AbortSignal,
): Promise<Page<PublicProject>> =>
  answerOf(
    api.GET('/api/v1/public/{city}/fund/projects', {
      params: {
        path: { city },
        query: given({ compound: asked.compound || undefined, after: asked.after, limit: 20 }),
      },
      signal,
    }),
  );

export const readPublicProject = (city: string, id: string, signal: AbortSignal): Promise<OneProject> =>
  answerOf(api.GET('/api/v1/public/{city}/fund/projects/{id}', { params: { path: { city, id } }, signal }));

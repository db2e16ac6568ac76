import { answerOf, api, given } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Page } from '../../api/types.js';

type Schemas = components['schemas'];

export type VoteBrief = Schemas['AssemblyBrief'];
export type Vote = Schemas['PublicVoteResponse'];
export type VoteMotion = Schemas['PublicMotion'];
export type VoteTurnout = Schemas['PublicTurnoutResponse'];

/** Where the vote stands, of those that everybody is told. */
export type VoteState = Vote['state'];

// What a city's votes answer to anybody, without sign-in.

const onlyOf = ({ q, compound }: { readonly q: string; readonly compound: string }): object =>
  given({ q: q || undefined, compound: compound || undefined });

export const listVotes = (
  city: string,
  asked: { readonly q: string; readonly compound: string; readonly after: string | undefined },
  signal: AbortSignal,
): Promise<Page<VoteBrief>> =>
  answerOf(
    api.GET('/api/v1/public/{city}/assemblies', {
      params: { path: { city }, query: given({ ...onlyOf(asked), after: asked.after, limit: 20 }) },
      signal,
    }),
  );

export const readVote = (city: string, id: string, signal: AbortSignal): Promise<Vote> =>
  answerOf(api.GET('/api/v1/public/{city}/assemblies/{id}', { params: { path: { city, id } }, signal }));

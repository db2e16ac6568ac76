import { answerOf, api } from '../client.js';
import type { components } from '../schema.js';
import type { BallotReceipt, KeyedSlip } from './ballots.js';

type Schemas = components['schemas'];

export type OwnVotes = Schemas['OwnVotesResponse'];
export type OwnVoteBrief = Schemas['OwnVoteBrief'];
export type OwnVote = Schemas['OwnVoteResponse'];
export type OwnParty = Schemas['OwnPartyResponse'];
export type OwnTurnout = Schemas['OwnTurnoutResponse'];
export type OwnMotion = Schemas['MotionResponse'];

/** What an owner says in one vote for one party. */
export interface OwnBallot {
  readonly partyId: string;
  readonly answers: KeyedSlip['answers'];
}

export const listOwnVotes = (signal: AbortSignal): Promise<OwnVotes> =>
  answerOf(api.GET('/api/v1/me/assemblies', { signal }));

export const readOwnVote = (id: string, signal?: AbortSignal): Promise<OwnVote> =>
  answerOf(api.GET('/api/v1/me/assemblies/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) }));

/** The same key with the same ballot answers the same receipt, however often it is sent. */
export const castOwn = (id: string, body: OwnBallot, key: string): Promise<BallotReceipt> => {
  const params = { path: { id }, header: { 'idempotency-key': key } };
  return answerOf(api.POST('/api/v1/me/assemblies/{id}/ballots', { params, body }));
};

/** What a co-owner says to the ballot that another one cast; compared, and kept nowhere. */
export const stateAsCoOwner = (id: string, { partyId, answers }: OwnBallot): Promise<{ agrees: boolean }> => {
  const params = { path: { id, partyId } };
  return answerOf(api.POST('/api/v1/me/assemblies/{id}/parties/{partyId}/statements', { params, body: { answers } }));
};

export const readOwnReceipt = (id: string, partyId: string): Promise<BallotReceipt> =>
  answerOf(api.GET('/api/v1/me/assemblies/{id}/ballots/{partyId}', { params: { path: { id, partyId } } }));

export const objectTo = (id: string, kind: 'roll' | 'result', content: string): Promise<{ id: string }> => {
  const params = { path: { id } };
  return kind === 'roll'
    ? answerOf(api.POST('/api/v1/me/assemblies/{id}/roll/objections', { params, body: { content } }))
    : answerOf(api.POST('/api/v1/me/assemblies/{id}/objections', { params, body: { content } }));
};

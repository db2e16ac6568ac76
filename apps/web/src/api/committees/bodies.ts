import { answerOf, api, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type BodyBrief = Schemas['CommitteeBrief'];
export type BodyFile = Schemas['CommitteeResponse'];
export type Due = Schemas['DueResponse'];
export type Member = Schemas['MemberResponse'];
export type MemberOrder = Schemas['NewMemberRequest'];
export type CorrectionOrder = Schemas['MemberCorrectionRequest'];
export type EndingOrder = Schemas['SeatEndingRequest'];
export type SignIn = Schemas['SeatSignInResponse'];
export type Conflict = Schemas['ConflictResponse'];
export type ConflictOrder = Schemas['ConflictRequest'];
export type OwnersResolution = Schemas['OwnersResolutionResponse'];
export type OwnersBody = Schemas['OwnersBodyResponse'];
export type PostedMinutes = Schemas['PostedMinutesResponse'];

const at = (id: string): { path: { id: string } } => ({ path: { id } });
const seat = (id: string, recordId: string): { path: { id: string; recordId: string } } => ({ path: { id, recordId } });

export interface BodyQuery {
  compound?: string | undefined;
  behind?: boolean | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const listBodies = (query: BodyQuery, signal: AbortSignal): Promise<Page<BodyBrief>> =>
  answerOf(api.GET('/api/v1/committees', { params: { query: given(query) }, signal }));

export const readBody = (id: string, signal: AbortSignal): Promise<BodyFile> =>
  answerOf(api.GET('/api/v1/committees/{id}', { params: at(id), signal }));

export const listResolutions = (id: string, signal: AbortSignal): Promise<{ items: OwnersResolution[] }> =>
  answerOf(api.GET('/api/v1/committees/{id}/resolutions', { params: at(id), signal }));

export const seatMember = (id: string, body: MemberOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/committees/{id}/members', { params: at(id), body }));

export const correctSeat = (id: string, recordId: string, body: CorrectionOrder): Promise<void> =>
  answerOf(api.POST('/api/v1/committees/{id}/members/{recordId}/correction', { params: seat(id, recordId), body }));

export const endSeat = (id: string, recordId: string, body: EndingOrder): Promise<void> =>
  answerOf(api.POST('/api/v1/committees/{id}/members/{recordId}/ending', { params: seat(id, recordId), body }));

export const stepUp = (id: string, recordId: string, body: { from: string; basis: string }): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/committees/{id}/members/{recordId}/succession', { params: seat(id, recordId), body }));

export const giveSignIn = (id: string, recordId: string, login: string): Promise<SignIn> => {
  const params = seat(id, recordId);
  return answerOf(api.POST('/api/v1/committees/{id}/members/{recordId}/sign-in', { params, body: { login } }));
};

export const listConflicts = (id: string, signal: AbortSignal): Promise<{ items: Conflict[] }> =>
  answerOf(api.GET('/api/v1/committees/{id}/conflicts', { params: at(id), signal }));

export const declareConflict = (id: string, body: ConflictOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/committees/{id}/conflicts', { params: at(id), body }));

export const endConflict = (id: string, conflictId: string, reason: string): Promise<void> => {
  const params = { path: { id, conflictId } };
  return answerOf(api.POST('/api/v1/committees/{id}/conflicts/{conflictId}/ending', { params, body: { reason } }));
};

export const listOwnersBodies = (signal: AbortSignal): Promise<{ items: OwnersBody[] }> =>
  answerOf(api.GET('/api/v1/me/committees', { signal }));

export const readPostedMinutes = (id: string, meetingId: string, signal: AbortSignal): Promise<PostedMinutes> =>
  answerOf(api.GET('/api/v1/me/committees/{id}/meetings/{meetingId}', { params: { path: { id, meetingId } }, signal }));

import { answerOf, api, download, given } from './client.js';
import type { AuditLine, Grant, GrantOrder, Invitation, Me, Page, User } from './types.js';
import type { components } from './schema.js';

export type Session = components['schemas']['SessionResponse'];
type Invited = components['schemas']['InvitationResponse'];

/** A city at the door, and whether it sends codes. */
type CityOfDoor = components['schemas']['PublicCityResponse'];

export const cities = (): Promise<CityOfDoor[]> => answerOf(api.GET('/api/v1/public/cities'));

export const openSession = (body: { city?: string; login: string; password: string }): Promise<Session> =>
  answerOf(api.POST('/api/v1/sessions', { body }));

export const openByCode = (body: { ticket: string; code: string }): Promise<Session> =>
  answerOf(api.POST('/api/v1/sessions/second-factor', { body }));

export const endSession = (): Promise<void> => answerOf(api.DELETE('/api/v1/sessions/current'));

export const readMe = (): Promise<Me> => answerOf(api.GET('/api/v1/me'));

export const changePassword = (body: { current: string; next: string }): Promise<Session> =>
  answerOf(api.PUT('/api/v1/me/password', { body }));

export const listUsers = (query: { q: string; after?: string | undefined }, signal: AbortSignal): Promise<Page<User>> =>
  answerOf(api.GET('/api/v1/users', { params: { query: given(query) }, signal }));

export const inviteUser = (body: Invitation): Promise<Invited> => answerOf(api.POST('/api/v1/users', { body }));

export const giveGrant = (id: string, body: GrantOrder): Promise<Grant> =>
  answerOf(api.POST('/api/v1/users/{id}/grants', { params: { path: { id } }, body }));

export const endGrant = (id: string, reason: string): Promise<Grant> =>
  answerOf(api.POST('/api/v1/grants/{id}/ending', { params: { path: { id } }, body: { reason } }));

export const resetPassword = (id: string): Promise<{ initialPassword: string }> =>
  answerOf(api.POST('/api/v1/users/{id}/password-reset', { params: { path: { id } } }));

export const disableUser = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/users/{id}/disabling', { params: { path: { id } }, body: { reason } }));

export const enableUser = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/users/{id}/enabling', { params: { path: { id } }, body: { reason } }));

export interface AuditQuery {
  subject: string;
  actor: string;
  action: string;
  after?: string | undefined;
}

export const listAuditLines = (query: AuditQuery, signal: AbortSignal): Promise<Page<AuditLine>> =>
  answerOf(api.GET('/api/v1/audit-lines', { params: { query: given(query) }, signal }));

/** What an auditor can hold of a line against the city's public log. */
export const downloadAuditReceipt = (id: string, fileName: string): Promise<void> =>
  download(`/api/v1/audit-lines/${id}/receipt`, fileName);

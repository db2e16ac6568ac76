import { call } from './client.js';
import type { AuditLine, City, Grant, GrantOrder, Invitation, Me, Page, Session, User } from './types.js';

export const cities = (): Promise<City[]> => call('/public/cities');

export const openSession = (body: { city?: string; login: string; password: string }): Promise<Session> =>
  call('/sessions', { method: 'POST', body });

export const endSession = (): Promise<void> => call('/sessions/current', { method: 'DELETE' });

export const readMe = (): Promise<Me> => call('/me');

export const changePassword = (body: { current: string; next: string }): Promise<void> =>
  call('/me/password', { method: 'PUT', body });

export const listUsers = (query: { after?: string | undefined }, signal?: AbortSignal): Promise<Page<User>> =>
  call('/users', { query, signal });

export const inviteUser = (body: Invitation): Promise<{ user: User; initialPassword: string }> =>
  call('/users', { method: 'POST', body });

export const giveGrant = (userId: string, body: GrantOrder): Promise<Grant> =>
  call(`/users/${userId}/grants`, { method: 'POST', body });

export const endGrant = (grantId: string, reason: string): Promise<Grant> =>
  call(`/grants/${grantId}/ending`, { method: 'POST', body: { reason } });

export const resetPassword = (userId: string): Promise<{ initialPassword: string }> =>
  call(`/users/${userId}/password-reset`, { method: 'POST' });

export const disableUser = (userId: string, reason: string): Promise<void> =>
  call(`/users/${userId}/disabling`, { method: 'POST', body: { reason } });

export interface AuditQuery {
  subject?: string | undefined;
  actor?: string | undefined;
  action?: string | undefined;
  after?: string | undefined;
}

export const listAuditLines = (query: AuditQuery, signal?: AbortSignal): Promise<Page<AuditLine>> =>
  call('/audit-lines', { query: { ...query }, signal });

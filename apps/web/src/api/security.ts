import { answerOf, api, given } from './client.js';
import type { Session } from './identity.js';
import type {
  DataAccess,
  DirectoryVisit,
  OwnSession,
  Page,
  SecondFactorRule,
  Security,
  Substitute,
  SubstituteOrder,
} from './types.js';

type Codes = { recoveryCodes: string[] };

export const readSecurity = (signal: AbortSignal): Promise<Security> =>
  answerOf(api.GET('/api/v1/me/security', { signal }));

export const changePhone = (phone: string | null): Promise<Session> =>
  answerOf(api.PUT('/api/v1/me/phone', { body: { phone } }));

export const proveAgain = (body: { password?: string; code?: string }): Promise<{ provenUntil: string }> =>
  answerOf(api.POST('/api/v1/sessions/step-up', { body }));

export const enrolSecondFactor = (): Promise<{ uri: string; key: string }> =>
  answerOf(api.POST('/api/v1/me/second-factor'));

export const confirmSecondFactor = (code: string): Promise<Codes> =>
  answerOf(api.POST('/api/v1/me/second-factor/confirmation', { body: { code } }));

export const renewRecoveryCodes = (): Promise<Codes> => answerOf(api.POST('/api/v1/me/second-factor/recovery-codes'));

export const removeSecondFactor = (): Promise<void> => answerOf(api.DELETE('/api/v1/me/second-factor'));

export const listOwnSessions = (signal: AbortSignal): Promise<{ items: OwnSession[] }> =>
  answerOf(api.GET('/api/v1/me/sessions', { signal }));

export const endOwnSession = (id: string): Promise<void> =>
  answerOf(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }));

export const endOtherSessions = (): Promise<void> => answerOf(api.DELETE('/api/v1/me/sessions'));

export const listSubstitutes = (signal: AbortSignal): Promise<{ items: Substitute[] }> =>
  answerOf(api.GET('/api/v1/me/substitutes', { signal }));

export const giveSubstitute = (body: SubstituteOrder): Promise<unknown> =>
  answerOf(api.POST('/api/v1/me/substitutes', { body }));

export const endSubstitute = (id: string): Promise<void> =>
  answerOf(api.POST('/api/v1/me/substitutes/{id}/ending', { params: { path: { id } } }));

export const listDataAccesses = (
  query: { after?: string | undefined },
  signal: AbortSignal,
): Promise<Page<DataAccess>> =>
  answerOf(api.GET('/api/v1/me/data-accesses', { params: { query: given(query) }, signal }));

export const readSecondFactorRule = (signal: AbortSignal): Promise<SecondFactorRule> =>
  answerOf(api.GET('/api/v1/second-factor-rule', { signal }));

export const writeSecondFactorRule = (body: { roles: SecondFactorRule['roles']; from: string }): Promise<void> =>
  answerOf(api.PUT('/api/v1/second-factor-rule', { body }));

export const readSignInWays = (): Promise<{ directory: boolean }> => answerOf(api.GET('/api/v1/public/sign-in-ways'));

export const beginDirectorySignIn = (body: { city?: string }): Promise<DirectoryVisit> =>
  answerOf(api.POST('/api/v1/sessions/directory-visit', { body }));

export const endDirectorySignIn = (body: { ticket: string; answer: string }): Promise<Session> =>
  answerOf(api.POST('/api/v1/sessions/directory', { body }));

export const beginDirectoryLink = (): Promise<DirectoryVisit> => answerOf(api.POST('/api/v1/me/directory-visit'));

export const endDirectoryLink = (body: { ticket: string; answer: string }): Promise<void> =>
  answerOf(api.POST('/api/v1/me/directory-link', { body }));

export const endDirectoryLinked = (): Promise<void> => answerOf(api.DELETE('/api/v1/me/directory-link'));

export const endSessionsOf = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/users/{id}/sessions-ending', { params: { path: { id } }, body: { reason } }));

export const resetSecondFactorOf = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/users/{id}/second-factor-reset', { params: { path: { id } }, body: { reason } }));

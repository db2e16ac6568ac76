import { answerOf, api } from '../client.js';
import type { Session } from '../identity.js';
import type { components } from '../schema.js';

type Schemas = components['schemas'];

export type Homes = Schemas['HomesResponse'];
export type Home = Schemas['HomeResponse'];
export type HomeUnit = Schemas['HomeUnitResponse'];

type Asked = Schemas['OwnerCodeRequest'];

export const askForCode = (body: Asked): Promise<Schemas['OwnerCodeResponse']> =>
  answerOf(api.POST('/api/v1/owner-codes', { body }));

export const openOwnerSession = (body: Asked & { code: string }): Promise<Session> =>
  answerOf(api.POST('/api/v1/owner-sessions', { body }));

export const readHomes = (signal: AbortSignal): Promise<Homes> => answerOf(api.GET('/api/v1/me/homes', { signal }));

export const bindHome = (body: Schemas['HomeRequest']): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/me/homes', { body }));

export const endHome = (id: string): Promise<void> =>
  answerOf(api.POST('/api/v1/me/homes/{id}/ending', { params: { path: { id } } }));

/** Both phones were sent a code; every sign-in from before ends, and a new one is answered. */
export const changeOwnPhone = (body: Schemas['OwnerPhoneRequest']): Promise<Session> =>
  answerOf(api.PUT('/api/v1/me/owner-phone', { body }));

export const askForBothCodes = (phone: string): Promise<Schemas['OwnerPhoneCodesResponse']> =>
  answerOf(api.POST('/api/v1/me/owner-phone/codes', { body: { phone } }));

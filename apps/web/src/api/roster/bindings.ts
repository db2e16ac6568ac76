import { answerOf, api, downloadMade } from '../client.js';
import type { components } from '../schema.js';

type Schemas = components['schemas'];

export type UnitBinding = Schemas['UnitBindingResponse'];

interface UnitPath {
  readonly id: string;
  readonly unitId: string;
}

export const listBindings = (path: UnitPath, signal: AbortSignal): Promise<{ items: UnitBinding[] }> =>
  answerOf(api.GET('/api/v1/compounds/{id}/units/{unitId}/bindings', { params: { path }, signal }));

export const bindAtDesk = (path: UnitPath, body: Schemas['DeskBindingRequest']): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/compounds/{id}/units/{unitId}/bindings', { params: { path }, body }));

export const endBinding = (path: UnitPath & { readonly bindingId: string }, reason: string): Promise<void> =>
  answerOf(
    api.POST('/api/v1/compounds/{id}/units/{unitId}/bindings/{bindingId}/ending', {
      params: { path },
      body: { reason },
    }),
  );

/** Whoever is bound goes on with another phone; the one before opens nothing from now on. */
export const changeBoundPhone = (
  path: UnitPath & { readonly bindingId: string },
  body: Schemas['BindingPhoneRequest'],
): Promise<void> =>
  answerOf(api.POST('/api/v1/compounds/{id}/units/{unitId}/bindings/{bindingId}/phone', { params: { path }, body }));

export type DeskCode = Schemas['DeskCodeResponse'];

/** A code that opens once, for whom no message reaches. */
export const issueDeskCode = (path: UnitPath, body: Schemas['DeskCodeRequest']): Promise<DeskCode> =>
  answerOf(api.POST('/api/v1/compounds/{id}/units/{unitId}/sign-in-codes', { params: { path }, body }));

/** The slip with a new code, saved: the code stands nowhere else, and the slip before is worth nothing. */
export const printCode = ({ id, unitId }: UnitPath, ownerId: string, fileName: string): Promise<void> =>
  downloadMade(`/api/v1/compounds/${id}/units/${unitId}/binding-codes`, { ownerId }, fileName);

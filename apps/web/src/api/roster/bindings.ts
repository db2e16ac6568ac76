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

/** The slip with a new code, saved: the code stands nowhere else, and the slip before is worth nothing. */
export const printCode = ({ id, unitId }: UnitPath, ownerId: string, fileName: string): Promise<void> =>
  downloadMade(`/api/v1/compounds/${id}/units/${unitId}/binding-codes`, { ownerId }, fileName);

import { answerOf, api, given } from '../client.js';
import type { components } from '../schema.js';

type Schemas = components['schemas'];

export type Resolution = Schemas['ResolutionResponse'];
export type ResolutionTask = Schemas['ResolutionTaskResponse'];
export type OverdueResult = Schemas['OverdueResultResponse'];
export type Handover = Schemas['HandoverResponse'];
export type HandoverItem = Schemas['HandoverItemResponse'];

/** Everything past its day that whoever asks may see. */
export async function listOverdue(signal: AbortSignal): Promise<{
  results: OverdueResult[];
  handovers: Handover[];
  resolutions: Resolution[];
}> {
  const query = { show: 'overdue' } as const;
  const [results, handovers, resolutions] = await Promise.all([
    answerOf(api.GET('/api/v1/overdue-results', { signal })),
    answerOf(api.GET('/api/v1/handovers', { params: { query }, signal })),
    answerOf(api.GET('/api/v1/resolutions', { params: { query }, signal })),
  ]);
  return { results: results.items, handovers: handovers.items, resolutions: resolutions.items };
}

export const listResolutions = (
  query: { readonly assembly?: string | undefined; readonly compound?: string | undefined },
  signal: AbortSignal,
): Promise<{ items: Resolution[] }> =>
  answerOf(api.GET('/api/v1/resolutions', { params: { query: given(query) }, signal }));

export const addTask = (id: string, body: Schemas['NewTaskRequest']): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/resolutions/{id}/tasks', { params: { path: { id } }, body }));

export const completeTask = (id: string, taskId: string, body: Schemas['TaskCompletionRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/resolutions/{id}/tasks/{taskId}/completion', { params: { path: { id, taskId } }, body }));

export const listHandovers = (compound: string, signal: AbortSignal): Promise<{ items: Handover[] }> =>
  answerOf(api.GET('/api/v1/handovers', { params: { query: { compound } }, signal }));

export const openHandover = (body: Schemas['NewHandoverRequest']): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/handovers', { body }));

export const signItem = (id: string, itemId: string, body: Schemas['HandoverSignatureRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/handovers/{id}/items/{itemId}/signatures', { params: { path: { id, itemId } }, body }));

import { answerOf, api, given } from './client.js';
import type { KnownList, Reconciliation } from './types.js';

export type Part = 'pairs' | 'only-left' | 'only-right';

export const readLists = (signal: AbortSignal): Promise<{ items: KnownList[] }> =>
  answerOf(api.GET('/api/v1/lists', { signal }));

export const startReconciliation = (left: string, right: string): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/reconciliations', { body: { left, right } }));

export const readReconciliation = (
  id: string,
  query: { part?: Part; after?: string; limit?: number },
  signal?: AbortSignal,
): Promise<Reconciliation> =>
  answerOf(
    api.GET('/api/v1/reconciliations/{id}', { params: { path: { id }, query: given(query) }, signal: signal ?? null }),
  );

export interface Decision {
  decision: 'same' | 'different';
  /** The compound that stays when the two are one. */
  keep: 'left' | 'right';
}

export const decidePair = (id: string, pairId: string, body: Decision): Promise<void> =>
  answerOf(
    api.POST('/api/v1/reconciliations/{id}/pairs/{pairId}/decision', { params: { path: { id, pairId } }, body }),
  );

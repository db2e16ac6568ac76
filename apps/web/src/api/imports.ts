import { call, download } from './client.js';
import type { ImportBrief, ImportKind, ImportReport, ListBrief, Reconciliation } from './register-types.js';
import type { Page } from './types.js';

export interface ImportOrder {
  readonly file: File;
  readonly kind: ImportKind;
  readonly asOf: string;
  readonly dryRun: boolean;
  readonly list: string;
}

/** Fields go before the file, so that a server reading the stream knows what the file is. */
export function startImport({ file, kind, asOf, dryRun, list }: ImportOrder): Promise<ImportReport> {
  const body = new FormData();
  body.append('kind', kind);
  body.append('asOf', asOf);
  body.append('dryRun', String(dryRun));
  if (list !== '') body.append('list', list);
  body.append('file', file);
  return call('/imports', { method: 'POST', body });
}

export const readImport = (id: string, signal?: AbortSignal): Promise<ImportReport> =>
  call(`/imports/${id}`, { signal });

export const listImports = (query: { after?: string | undefined }, signal?: AbortSignal): Promise<Page<ImportBrief>> =>
  call('/imports', { query, signal });

export const undoImport = (id: string): Promise<ImportReport> => call(`/imports/${id}/undo`, { method: 'POST' });

export const downloadErrors = (id: string, fileName: string): Promise<void> =>
  download(`/imports/${id}/errors.xlsx`, fileName);

export const downloadTemplate = (kind: ImportKind, fileName: string): Promise<void> =>
  download(`/import-templates/${kind}.xlsx`, fileName);

export const readLists = (signal?: AbortSignal): Promise<{ items: ListBrief[] }> => call('/lists', { signal });

export const startReconciliation = (left: string, right: string): Promise<{ id: string }> =>
  call('/reconciliations', { method: 'POST', body: { left, right } });

export const readReconciliation = (id: string, signal?: AbortSignal): Promise<Reconciliation> =>
  call(`/reconciliations/${id}`, { signal });

export const decidePair = (id: string, pairId: string, decision: 'same' | 'different'): Promise<unknown> =>
  call(`/reconciliations/${id}/pairs/${pairId}/decision`, { method: 'POST', body: { decision } });

import { answerOf, api, download, given, sendForm } from './client.js';
import type { ImportAnswer, ImportKind, ImportLine, ImportReport } from './import-types.js';
import type { Page } from './types.js';

export interface ImportOrder {
  readonly file: File;
  readonly kind: ImportKind;
  readonly asOf: string;
  readonly dryRun: boolean;
  readonly list: string;
}

/** Fields go before the file, so that a server reading the stream knows what the file is. */
export function startImport({ file, kind, asOf, dryRun, list }: ImportOrder): Promise<ImportAnswer> {
  const body = new FormData();
  body.append('kind', kind);
  body.append('asOf', asOf);
  body.append('dryRun', String(dryRun));
  if (list !== '') body.append('list', list);
  body.append('file', file);
  return sendForm('/api/v1/imports', body);
}

export const readImport = (id: string, signal?: AbortSignal): Promise<ImportAnswer> =>
  answerOf(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal: signal ?? null }));

export const listImports = (query: { after?: string | undefined }, signal: AbortSignal): Promise<Page<ImportLine>> =>
  answerOf(api.GET('/api/v1/imports', { params: { query: given(query) }, signal }));

export const undoImport = (id: string): Promise<ImportReport> =>
  answerOf(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }));

export const downloadErrors = (id: string, fileName: string): Promise<void> =>
  download(`/api/v1/imports/${id}/errors.xlsx`, fileName);

export const downloadTemplate = (kind: ImportKind, fileName: string): Promise<void> =>
  download(`/api/v1/import-templates/${kind}.xlsx`, fileName);

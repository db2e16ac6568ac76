import { answerOf, api, fetchFile, sendForm } from './client.js';
import type { ScanOrder, StoredFile } from './types.js';

/** What the server takes as a scan, as the file field of a browser is told. */
export const SCAN_ENDINGS = '.pdf,.png,.jpg,.jpeg,.ofd,.doc,.docx,.xls,.xlsx';

export function uploadFile(file: File): Promise<StoredFile> {
  const body = new FormData();
  body.append('file', file);
  return sendForm('/api/v1/files', body);
}

export const readFile = (id: string, signal?: AbortSignal): Promise<Blob> => fetchFile(`/api/v1/files/${id}`, signal);

export const withdrawScan = (id: string, reason: string): Promise<unknown> =>
  answerOf(api.POST('/api/v1/scans/{id}/withdrawal', { params: { path: { id } }, body: { reason } }));

export const attachScan = (body: ScanOrder): Promise<{ id: string }> => answerOf(api.POST('/api/v1/scans', { body }));

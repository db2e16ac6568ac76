import { download } from './client.js';

/** Hands a stored paper to the browser. */
export const downloadFile = (id: string, fileName: string): Promise<void> => download(`/api/v1/files/${id}`, fileName);

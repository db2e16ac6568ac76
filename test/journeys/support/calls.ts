import { DEMO_PASSWORD } from '#libs/schema';
import type { Installation } from './installation.js';

/** Sends requests as one person of the demo city does, under a key where one is needed; what is refused fails. */
export interface Caller {
  readonly send: <T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    key?: string,
  ) => Promise<T>;
  /** Imports a list and answers the id of the import. */
  readonly list: (kind: string, name: string, lines: readonly string[]) => Promise<string>;
}

async function answered<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/**
 * Signs in over HTTP, to prepare what pages are then looked at with.
 * @param own password and city of somebody outside the demo city
 */
export async function callerOf(
  { address }: Installation,
  login: string,
  own: { readonly password: string; readonly city?: string } = { password: DEMO_PASSWORD },
): Promise<Caller> {
  const url = (path: string): string => `${address}/api/v1${path}`;
  const json = { 'content-type': 'application/json' };
  const credentials = JSON.stringify({ login, ...own });
  const opened = await fetch(url('/sessions'), { method: 'POST', headers: json, body: credentials });
  const { accessToken } = await answered<{ accessToken: string }>(opened);
  const signed = { authorization: `Bearer ${accessToken}` };
  return {
    send: async (method, path, body, key) => {
      const headers = { ...signed, ...(body ? json : {}), ...(key ? { 'idempotency-key': key } : {}) };
      return answered(await fetch(url(path), { method, headers, body: body ? JSON.stringify(body) : null }));
    },
    list: async (kind, name, lines) => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('list', name);
      form.set('file', new Blob([lines.join('\n')]), `${name}.csv`);
      const { id } = await answered<{ id: string }>(
        await fetch(url('/imports'), { method: 'POST', headers: signed, body: form }),
      );
      return id;
    },
  };
}

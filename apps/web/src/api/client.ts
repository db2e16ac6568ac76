import createClient from 'openapi-fetch';
import { asProblem, problemFrom } from './problem.js';
import type { paths } from './schema.js';
import { tokens, type Tokens } from './tokens.js';

/**
 * What the rest of the page must do when the sign-in is over or a fresh proof is asked for (answers whether it was
 * given), and which language the server is to speak.
 */
export const surroundings = {
  onSignedOut: (): void => undefined,
  onProofNeeded: (): Promise<boolean> => Promise.resolve(false),
  /** Ends when the page may talk to the server. */
  beforeSending: (): Promise<void> => Promise.resolve(),
  language: (): string => 'zh-CN',
};

/** The header in which the language is asked for, where the description names it. */
export const spoken = (): { 'accept-language': string } => ({ 'accept-language': surroundings.language() });

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(request: Request): Promise<Response> {
  await surroundings.beforeSending();
  const access = tokens.get()?.accessToken;
  request.headers.set('accept-language', surroundings.language());
  if (access) request.headers.set('authorization', `Bearer ${access}`);
  return fetch(request);
}

async function renew(): Promise<boolean> {
  const refreshToken = tokens.get()?.refreshToken;
  if (!refreshToken) return false;
  const headers = { 'content-type': 'application/json', 'accept-language': surroundings.language() };
  const response = await fetch('/api/v1/sessions/refresh', {
    method: 'POST',
    headers,
    body: JSON.stringify({ refreshToken }),
  });
  if (!response.ok) return false;
  tokens.set((await bodyOf(response)) as Tokens);
  return true;
}

let renewal: Promise<boolean> | null = null;

/** Many calls may fail at once when a token ends; one renewal serves them all, for its refresh token works once. */
function renewOnce(): Promise<boolean> {
  renewal ??= renew().finally(() => {
    renewal = null;
  });
  return renewal;
}

/** Sends a request; one whose token has just ended is sent again with the next token, once. */
async function sendRenewed(request: Request): Promise<Response> {
  const used = tokens.get()?.accessToken;
  const again = request.clone();
  const response = await send(request);
  if (response.status !== 401 || used === undefined) return response;
  const isNewer = tokens.get()?.accessToken !== used;
  if (isNewer || (await renewOnce())) return send(again);
  tokens.clear();
  surroundings.onSignedOut();
  return response;
}

async function asksForProof(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = (await bodyOf(response.clone())) as { code?: string } | undefined;
  return problem?.code === 'session.step-up-required';
}

/** Sends a request; one that needs a fresh proof of who sits here is sent again when that was given. */
async function sendSigned(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await sendRenewed(request);
  if (!(await asksForProof(response))) return response;
  return (await surroundings.onProofNeeded()) ? sendRenewed(again) : response;
}

/** The API, typed by its own description: a changed route or field does not compile. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: sendSigned });

/**
 * The body of an answer.
 * @throws ProblemError for every refusal and when the server cannot be reached
 */
export async function answerOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  try {
    const { data, error, response } = await call;
    if (!response.ok) throw problemFrom(error, response.status);
    return data as T;
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** What was filled in: an empty filter is left out, so that the server's own default holds. */
export function given<T extends object>(query: T): Partial<Given<T>> {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(filled) as Partial<Given<T>>;
}

/** Sends what the description's types cannot carry: forms with files, and answers that are files. */
async function sendRaw(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await sendSigned(new Request(new URL(path, location.origin), init)).catch((thrown: unknown) => {
    throw asProblem(thrown);
  });
  if (!response.ok) throw problemFrom(await bodyOf(response), response.status);
  return response;
}

/** The bytes of an answer that is a file; only a request that carries the sign-in gets them, a plain link would not. */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await sendRaw(path, signal ? { signal } : {})).blob();
}

/** Hands bytes to the browser to be saved under this name. */
export function save(bytes: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Fetches a file and hands it to the browser under this name. */
export async function download(path: string, fileName: string, query: Record<string, string> = {}): Promise<void> {
  const search = new URLSearchParams(query).toString();
  save(await fetchFile(search === '' ? path : `${path}?${search}`), fileName);
}

/** Fetches a file that the request itself makes, and hands it to the browser under this name. */
export async function downloadMade(path: string, body: object, fileName: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  save(await (await sendRaw(path, { method: 'POST', headers, body: JSON.stringify(body) })).blob(), fileName);
}

/** Sends a form with a file and answers the body. */
export async function sendForm<T>(path: string, body: FormData): Promise<T> {
  return (await bodyOf(await sendRaw(path, { method: 'POST', body }))) as T;
}

import { problemFrom, ProblemError, UNREACHABLE } from './problem.js';
import { tokens, type Tokens } from './tokens.js';

const BASE = '/api/v1';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Query | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** What the rest of the page must do when the sign-in is over, and which language the server is to speak. */
export const surroundings = { onSignedOut: (): void => undefined, language: (): string => 'zh-CN' };

function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`;
}

async function send(path: string, { method = 'GET', query, body, signal }: Call): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': surroundings.language() };
  const access = tokens.get()?.accessToken;
  if (access) headers['authorization'] = `Bearer ${access}`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  const payload = body === undefined ? null : isForm ? body : JSON.stringify(body);
  try {
    return await fetch(addressOf(path, query), { method, headers, body: payload, signal: signal ?? null });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw new ProblemError({ status: 0, code: UNREACHABLE });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

let renewal: Promise<boolean> | null = null;

async function renew(): Promise<boolean> {
  const refreshToken = tokens.get()?.refreshToken;
  if (!refreshToken) return false;
  const response = await send('/sessions/refresh', { method: 'POST', body: { refreshToken } });
  if (!response.ok) return false;
  tokens.set((await bodyOf(response)) as Tokens);
  return true;
}

/** Many calls may fail at once when a token ends; one renewal serves them all, for its refresh token works once. */
function renewOnce(): Promise<boolean> {
  renewal ??= renew().finally(() => {
    renewal = null;
  });
  return renewal;
}

async function answered(path: string, call: Call): Promise<Response> {
  const used = tokens.get()?.accessToken;
  let response = await send(path, call);
  if (response.status === 401 && used !== undefined && !path.startsWith('/sessions/refresh')) {
    const isNewer = tokens.get()?.accessToken !== used;
    if (isNewer || (await renewOnce())) response = await send(path, call);
  }
  if (response.ok) return response;
  const problem = problemFrom(await bodyOf(response), response.status);
  if (response.status === 401 && used !== undefined) {
    tokens.clear();
    surroundings.onSignedOut();
  }
  throw problem;
}

/**
 * Calls the API and answers what it says.
 * @throws ProblemError for every refusal and when the server cannot be reached
 */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  return (await bodyOf(await answered(path, options))) as T;
}

/** Fetches a file and hands it to the browser under this name. */
export async function download(path: string, fileName: string, query?: Query): Promise<void> {
  const response = await answered(path, { query });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A city's own directory: a real OpenID provider with its own pages, where everybody is whom they say they are. */
export interface Directory {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Follows an address as a browser does, signs in there as this person, and answers where the browser is sent back. */
  visit(address: string, person: string): Promise<URL>;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'jiayuan', clientSecret: 'the word between the two of them' };

/** A browser of one visit: it keeps cookies and follows the directory's redirects until it is sent away from there. */
async function signInThere(issuer: string, address: string, person: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const answer = await fetch(url, { ...body, headers: { cookie }, redirect: 'manual' });
    for (const each of answer.headers.getSetCookie()) {
      const [name, value] = (each.split(';')[0] as string).split('=') as [string, string];
      cookies.set(name, value);
    }
    return answer;
  };
  let answer = await ask(address);
  for (let steps = 0; steps < 12; steps += 1) {
    const location = answer.headers.get('location');
    if (location === null) {
      // Its two pages: who are you, and may this application know it.
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`the directory says: ${answer.status} ${page.slice(0, 400)}`);
      const next = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      answer = await ask(new URL(next, issuer).href, { prompt, login: person, password: 'any' });
      continue;
    }
    const target = new URL(location, issuer);
    if (target.origin !== issuer) return target;
    answer = await ask(target.href);
  }
  throw new Error('the directory never sent the browser back');
}

/** Starts a directory that knows one application, at the address to which it may send browsers back. */
export async function aDirectory(redirectUri: string): Promise<Directory> {
  let handle: http.RequestListener = (_, response) => response.end();
  const server = http.createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  });
  const answer = provider.callback();
  handle = (request, response) => void answer(request, response);
  return {
    issuer,
    ...CLIENT,
    visit: (address, person) => signInThere(issuer, address, person),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

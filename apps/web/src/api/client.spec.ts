import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ProblemError } from './problem.js';

/** A server of three lines: answers by path, and writes down what it was asked. */
interface Heard {
  readonly path: string;
  readonly bearer: string | null;
}

const heard: Heard[] = [];
let respond: (path: string, bearer: string | null) => Response | Promise<Response>;

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const pair = (n: number) => ({ accessToken: `access-${n}`, refreshToken: `refresh-${n}` });

describe('client', () => {
  let client: typeof import('./client.js');
  let tokens: typeof import('./tokens.js').tokens;
  let signedOut = 0;

  beforeAll(async () => {
    const kept = new Map<string, string>();
    Object.assign(globalThis, {
      location: { origin: 'http://jiayuan.test' },
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
      fetch: async (input: Request | string) => {
        const request = new Request(new URL(input instanceof Request ? input.url : input, 'http://jiayuan.test'), {
          headers: input instanceof Request ? input.headers : {},
        });
        const path = new URL(request.url).pathname;
        const bearer = request.headers.get('authorization');
        heard.push({ path, bearer });
        return respond(path, bearer);
      },
    });
    client = await import('./client.js');
    tokens = (await import('./tokens.js')).tokens;
    client.surroundings.onSignedOut = () => {
      signedOut += 1;
    };
  });

  beforeEach(() => {
    heard.length = 0;
    signedOut = 0;
    tokens.set(pair(1));
  });

  const readMe = () => client.answerOf(client.api.GET('/api/v1/me'));

  it('renews once for many calls whose token has ended, and sends each again', async () => {
    respond = (path, bearer) => {
      if (path.endsWith('/sessions/refresh')) return json(pair(2));
      return bearer === 'Bearer access-2' ? json({ permissions: [] }) : json({ code: 'request.unauthenticated' }, 401);
    };
    await expect(Promise.all([readMe(), readMe(), readMe()])).resolves.toHaveLength(3);
    expect(heard.filter(({ path }) => path.endsWith('/sessions/refresh'))).toHaveLength(1);
    expect(tokens.get()).toEqual(pair(2));
    expect(signedOut).toBe(0);
  });

  it('ends the sign-in when it cannot be renewed', async () => {
    respond = () => json({ code: 'session.ended', detail: '登录已结束' }, 401);
    await expect(readMe()).rejects.toMatchObject({ code: 'session.ended', status: 401 });
    expect([tokens.get(), signedOut]).toEqual([null, 1]);
  });

  it('leaves a refused sign-in alone: nobody was signed in', async () => {
    tokens.clear();
    respond = () => json({ code: 'session.refused', detail: '登录名或密码不正确' }, 401);
    const call = client.answerOf(client.api.POST('/api/v1/sessions', { body: { login: 'a', password: 'b' } }));
    await expect(call).rejects.toMatchObject({ code: 'session.refused' });
    expect([heard.length, signedOut]).toEqual([1, 0]);
  });

  it('turns a problem document into one error with its fields and request id', async () => {
    const errors = [{ field: 'households', message: '应为整数' }];
    respond = () => json({ code: 'request.invalid', detail: '有误', errors, requestId: 'r-1' }, 400);
    const thrown: unknown = await readMe().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toMatchObject({ status: 400, code: 'request.invalid', detail: '有误', requestId: 'r-1' });
    expect((thrown as ProblemError).messageOf('households')).toBe('应为整数');
  });

  it('tells a server that is not there from one that answers nonsense', async () => {
    respond = () => Promise.reject(new TypeError('fetch failed'));
    await expect(readMe()).rejects.toMatchObject({ code: 'network.unreachable', status: 0 });
    respond = () => new Response('<html>502</html>', { status: 502 });
    await expect(readMe()).rejects.toMatchObject({ code: 'network.unreadable', status: 502 });
  });

  it('sends again what needs a fresh proof once that is given, and else passes the refusal on', async () => {
    let isProven = false;
    respond = () => (isProven ? json({ permissions: [] }) : json({ code: 'session.step-up-required' }, 403));
    await expect(readMe()).rejects.toMatchObject({ code: 'session.step-up-required' });
    client.surroundings.onProofNeeded = () => {
      isProven = true;
      return Promise.resolve(true);
    };
    await expect(readMe()).resolves.toEqual({ permissions: [] });
    expect(heard).toHaveLength(3);
    respond = () => json({ code: 'request.forbidden' }, 403);
    await expect(readMe()).rejects.toMatchObject({ code: 'request.forbidden' });
    expect(heard).toHaveLength(4);
  });

  it('leaves empty filters out of the address', () => {
    expect(client.given({ area: '1405', asOf: undefined, q: '' })).toEqual({ area: '1405' });
  });
});

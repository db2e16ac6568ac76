import { PeopleService } from '#libs/identity';
import type { Role } from '#libs/kernel';
import type { Response } from 'supertest';
import type { TestApp } from './app.js';
import type { TestCity } from './city.js';

const PASSWORD = 'tiger moon river';

let next = 0;

/** Somebody signed in to one city, with requests made in their name. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly password: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  get(path: string): Promise<Response>;
  post(path: string, body?: object): Promise<Response>;
  put(path: string, body: object): Promise<Response>;
  delete(path: string): Promise<Response>;
}

/** The scope of a grant as the API takes it. */
export type ScopeInput = { kind: 'area'; code: string } | { kind: 'compound' | 'company'; id: string };

/** A login that nobody has yet. */
export function aLogin(): string {
  next += 1;
  return `person-${process.env.JEST_WORKER_ID ?? '0'}-${next}`;
}

/** Asks for a session; the answer may be a refusal. */
export async function trySignIn(
  test: TestApp,
  city: Pick<TestCity, 'code'>,
  given: { login: string; password: string; from?: string },
): Promise<Response> {
  const { from = '127.0.0.1', ...credentials } = given;
  const body = { city: city.code, ...credentials };
  return test.http.post('/api/v1/sessions').set('x-forwarded-for', from).send(body);
}

/** Somebody with the session that an answer brought. */
export function personOf(test: TestApp, password: string, session: Response): Person {
  const { accessToken, refreshToken, user } = session.body as {
    accessToken: string;
    refreshToken: string;
    user: { id: string; login: string };
  };
  const url = (path: string): string => `/api/v1${path}`;
  const bearer = `Bearer ${accessToken}`;
  return {
    ...user,
    password,
    accessToken,
    refreshToken,
    get: async (path) => test.http.get(url(path)).set('authorization', bearer),
    post: async (path, body = {}) => test.http.post(url(path)).set('authorization', bearer).send(body),
    put: async (path, body) => test.http.put(url(path)).set('authorization', bearer).send(body),
    delete: async (path) => test.http.delete(url(path)).set('authorization', bearer),
  };
}

/** Signs in, and fails the test when that is refused. */
export async function signIn(
  test: TestApp,
  city: Pick<TestCity, 'code'>,
  login: string,
  password = PASSWORD,
): Promise<Person> {
  const answer = await trySignIn(test, city, { login, password });
  if (answer.status !== 201) throw new Error(`sign-in of ${login}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return personOf(test, password, answer);
}

/** A city administrator, made as the command line makes one, and signed in. */
export async function anAdministrator(test: TestApp, city: TestCity): Promise<Person> {
  const login = aLogin();
  await test.app.get(PeopleService).createAdministrator(city.operator, { login, name: '管理员', password: PASSWORD });
  return signIn(test, city, login);
}

/** Somebody invited by another, with the first password changed, signed in. */
export async function invited(
  test: TestApp,
  city: TestCity,
  by: Person,
  grant: { role: Role; scope: ScopeInput; from?: string; to?: string; name?: string },
): Promise<Person> {
  const login = aLogin();
  const answer = await by.post('/users', { login, name: '某人', ...grant });
  if (answer.status !== 201) throw new Error(`invitation: ${answer.status} ${JSON.stringify(answer.body)}`);
  const { initialPassword } = answer.body as { initialPassword: string };
  const first = await signIn(test, city, login, initialPassword);
  const changed = await first.put('/me/password', { current: initialPassword, next: PASSWORD });
  if (changed.status !== 200) throw new Error(`first password: ${changed.status} ${JSON.stringify(changed.body)}`);
  return personOf(test, PASSWORD, changed);
}

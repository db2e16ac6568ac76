import type { Response } from 'supertest';
import { codeAt } from '../../libs/identity/src/second-factor/totp.js';
import { bodyOf } from './answers.js';
import type { TestApp } from './app.js';
import type { TestCity } from './city.js';
import { trySignIn, type Person } from './people.js';

/** A phone with the key of somebody's second factor, and the slip with their recovery codes. */
export interface Phone {
  readonly key: string;
  readonly recoveryCodes: readonly string[];
  /** The code that the app shows at an instant. */
  readonly code: (at: string) => string;
}

/** Sets up a second factor for somebody who is freshly signed in. */
export async function enrolled(person: Person, at: string): Promise<Phone> {
  const { key } = bodyOf<{ key: string }>(await person.post('/me/second-factor'));
  const code = (instant: string): string => codeAt(key, new Date(instant));
  const confirmed = await person.post('/me/second-factor/confirmation', { code: code(at) });
  if (confirmed.status !== 201) throw new Error(`confirmation: ${confirmed.status} ${confirmed.text}`);
  return { key, code, recoveryCodes: bodyOf<{ recoveryCodes: string[] }>(confirmed).recoveryCodes };
}

/** The first step of a sign-in that has a second one: the ticket that it brings. */
export async function ticketOf(test: TestApp, city: TestCity, person: Person, from: string): Promise<string> {
  const { login, password } = person;
  const answer = await trySignIn(test, city, { login, password, from });
  const { code, params } = bodyOf<{ code: string; params?: { ticket: string } }>(answer);
  if (code !== 'session.second-factor-needed' || !params)
    throw new Error(`first step: ${answer.status} ${answer.text}`);
  return params.ticket;
}

/** The second step. */
export async function secondStep(
  test: TestApp,
  given: { readonly ticket: string; readonly code: string; readonly from: string },
): Promise<Response> {
  const { from, ...body } = given;
  return test.http.post('/api/v1/sessions/second-factor').set('x-forwarded-for', from).send(body);
}
